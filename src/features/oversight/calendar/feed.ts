import { command, download } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { hashToken, newToken } from '../../../platform/tokens.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { isPost, permits } from '../../../policy/people/roles.ts'
import * as contract from './feed-contract.ts'
import { feedOf } from './feed-views.ts'
import * as store from './store.ts'

const noSuchFeed = notFound({ zh: '日历订阅', en: 'calendar feed' })

/** A new secret address; the one before opens nothing any more. */
export const renewFeed = command(contract.renewFeed, async (_, { tx, actor, now, record }) => {
  const { accountId, scope } = actor
  const before = await store.feedSince(tx, accountId)
  const token = newToken()
  await store.putFeed(tx, { accountId, tokenHash: hashToken(token), createdAt: now, scope })
  record('calendar-feed.renewed', { subject: accountId, scope, before: { since: before }, after: { since: now } })
  return { path: `/api/calendar/${token}.ics` }
})

export const revokeFeed = command(contract.revokeFeed, async (_, { tx, actor, record }) => {
  const { accountId, scope } = actor
  if (!(await store.closeFeed(tx, accountId))) throw refuse('deadline.no-feed', null)
  record('calendar-feed.revoked', { subject: accountId, scope })
  return {}
})

/** What a calendar program reads, without a session: the secret in the address stands for the account. */
export const readFeed = download(contract.readFeed, async ({ params, search }, { tx, now }) => {
  const reader = await store.enterFeed(tx, hashToken(params.token))
  if (!reader || !isPost(reader.post) || !permits(reader.post, 'calendar.view')) throw noSuchFeed
  const content = Buffer.from(await feedOf(tx, reader, search.lang, now))
  return { fileName: 'yuanqitong.ics', mediaType: 'text/calendar; charset=utf-8', content, inline: true }
})
