import { z } from 'zod'
import { type Acting, command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { HttpError, stale } from '../../../platform/errors.ts'
import { askFitted } from '../../../platform/fit.ts'
import { parsePart } from '../../../platform/invalid.ts'
import { type Filing, isDone, type Opinion } from '../../../policy/filings/filing.ts'
import * as policy from '../../../policy/filings/opinions.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import type { Seat } from '../../../policy/people/roles.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import * as contract from './act-contract.ts'
import { lockCourseFiling, seatOfActor } from './course-filing.ts'
import type { CourseFiling, Kind, Kinds } from './kind.ts'
import { addSentBack } from './sent-back-store.ts'
import { addOpinion, addPrepared, dropPrepared, saveState } from './store.ts'
import type { FilingRow, PreparedOpinion } from './views.ts'

const guards = {
  filing_opinions_version_id_account_id_key: () => refuse('review.one-person-two-bureaus', null),
  filing_opinions_not_by_maker: () => refuse('review.maker-cannot-review', null),
  filing_opinions_signed: () => refuse('review.signed-from-now', null),
}

/** One seat's opinion on the version that was read; where the seat asks for two persons, it is prepared and waits. */
export const giveOpinion = (kinds: Kinds) =>
  command(
    contract.giveOpinion,
    async ({ params, body }, acting) => {
      const { tx, actor, now, newId, record } = acting
      const course = await lockCourseFiling(tx, actor, params.filingId)
      const { row, filing, duty } = course
      const kind = kinds[duty.kind]
      const { verdict, marks } = body
      const seat = seatOfActor(duty, actor)
      if (seat === null) throw policy.notAReviewer(duty.rule)
      requireVersion(row, body.versionNo)
      const { accountId: by, post } = actor
      const after = policy.giveOpinion(filing, { seat, verdict, marks, by, post, at: now.toISOString() })
      if (isRefusal(after)) throw after
      await requireJudgeable(tx, kind, course)
      const judgment = await judgmentOf(tx, kind, course, body.judgment === undefined ? {} : body.judgment)
      const prepared = after.prepared.find((one) => one.seat === seat)
      if (!prepared) return applyOpinion(acting, kinds, course, after, { judgment, preparedId: null })
      await kind.beforeOpinion?.(acting, course, verdict)
      if (judgment !== null) await kind.mayJudge?.(tx, course, judgment)
      await addPrepared(tx, newId(), row, prepared, judgment)
      record('filing.opinion-prepared', { subject: row.id, scope: row.scope, after: { opinion: prepared, judgment } })
      return { state: after.state, toSign: true }
    },
    guards,
  )

/** The judgment of a kind in which a judge alters nothing. */
const nothing = z.strictObject({})

/** What a judge says in the shape of the kind; what the rules say of it is told together with what is wrong in its shape. */
async function judgmentOf(tx: Tx, kind: Kind, course: CourseFiling, said: unknown): Promise<unknown> {
  if (!kind.judgmentShape) {
    parsePart(nothing, said, 'judgment')
    return null
  }
  return askFitted(kind.judgmentShape, said, 'judgment', async (value, isFit) => {
    // Whatever fits is asked about where the opinion is written.
    if (!isFit) await kind.mayJudge?.(tx, course, value)
    return value
  })
}

/** The second person of a seat signs what the first one prepared, and it takes effect. */
export const signOpinion = (kinds: Kinds) =>
  command(
    contract.signOpinion,
    async ({ params, body }, acting) => {
      const { tx, actor, now } = acting
      const course = await lockCourseFiling(tx, actor, params.filingId)
      const { row, filing, duty } = course
      const seat = seatOfActor(duty, actor)
      if (seat === null) throw policy.notAReviewer(duty.rule)
      requireVersion(row, body.versionNo)
      const given = { seat, by: actor.accountId, post: actor.post, at: now.toISOString() }
      const after = policy.signOpinion(filing, given)
      if (isRefusal(after)) throw after
      const { judgment, id } = preparedAsRead(row, seat, body.preparedId)
      await requireJudgeable(tx, kinds[duty.kind], course)
      return applyOpinion(acting, kinds, course, after, { judgment, preparedId: id })
    },
    guards,
  )

/** Takes a prepared opinion off the table, so that it can be prepared anew; what it said and why it went stay. */
export const discardOpinion = command(contract.discardOpinion, async ({ params, body }, acting) => {
  const { tx, actor, now, newId, record } = acting
  const { row, filing, duty } = await lockCourseFiling(tx, actor, params.filingId)
  const seat = seatOfActor(duty, actor)
  const after = policy.discardPrepared(filing, { seat, by: actor.accountId, post: actor.post, reason: body.reason })
  if (isRefusal(after)) throw after
  const discarded = preparedAsRead(row, seat, body.preparedId)
  const why = { id: newId(), by: actor.accountId, at: now, reason: body.reason.trim() }
  await addSentBack(tx, row, discarded, why)
  await dropPrepared(tx, row, discarded.seat)
  record('filing.opinion-discarded', {
    subject: row.id,
    scope: row.scope,
    before: { opinion: discarded },
    after: { reason: body.reason },
  })
  return {}
})

/** @throws Refusal of the kind's own */
async function requireJudgeable(tx: Tx, kind: Kind, course: CourseFiling): Promise<void> {
  const no = await kind.whyNotJudged?.(tx, course)
  if (no) throw no
}

/** Writes an opinion that takes effect, with what it alters, what follows from the new state, and what comes into force. */
async function applyOpinion(
  acting: Acting,
  kinds: Kinds,
  course: CourseFiling,
  after: Filing,
  { judgment, preparedId }: { readonly judgment: unknown; readonly preparedId: string | null },
) {
  const { tx, newId, record } = acting
  const { row, filing, duty } = course
  const kind = kinds[duty.kind]
  const opinion: Opinion | undefined = after.opinions.at(-1)
  if (!opinion) throw new Error(`filing ${row.id} was given no opinion`)
  await kind.beforeOpinion?.(acting, course, opinion.verdict)
  const judged = judgment === null ? null : await kind.judge?.(acting, course, opinion.seat, judgment)
  await addOpinion(tx, row, opinion, { id: newId(), preparedId })
  const settled = filing.prepared.filter((one) => !after.prepared.includes(one))
  for (const { seat } of settled) await dropPrepared(tx, row, seat)
  await saveState(tx, row.id, after.state, after.openSections)
  await kind.onState?.(tx, course, after.state)
  const done = isDone(after) ? await bringIntoForce(acting, kinds, course) : null
  record('filing.opinion-given', {
    subject: row.id,
    scope: row.scope,
    clause: duty.rule.clause,
    before: { state: filing.state },
    after: { state: after.state, opinion, judged, done },
  })
  return { state: after.state, toSign: false }
}

/** What a kind brings into force once the filing is over. */
export async function bringIntoForce(acting: Acting, kinds: Kinds, course: CourseFiling): Promise<unknown> {
  const { row, duty, content } = course
  if (!row.version) throw new Error(`filing ${row.id} was never submitted`)
  const done = { actor: acting.actor, versionId: row.version.id, content }
  return (await kinds[duty.kind].onDone?.(acting, course, done)) ?? null
}

/** The prepared opinion of a seat, if it is the one that was read. @throws HttpError 409 saying by whom, when and what was prepared since. */
function preparedAsRead({ id, prepared }: FilingRow, seat: Seat | null, read: string): PreparedOpinion {
  const found = prepared.find((one) => one.seat === seat)
  if (!found) throw new Error(`filing ${id} has no prepared opinion of ${seat}`)
  if (found.id === read) return found
  const { accountName, at, verdict } = found
  const now = verdict === 'approve' ? { zh: '通过', en: 'an approval' } : { zh: '退回', en: 'a return' }
  const text = {
    zh: `拟定意见已变更，请重新核对：${accountName} 另行拟定为“${now.zh}”`,
    en: `The prepared opinion has changed: ${accountName} has prepared ${now.en} since. Read it again`,
  }
  throw new HttpError(409, 'review.prepared-changed', text, [], { editor: accountName, at, verdict })
}

/** @throws HttpError 409 naming who has submitted another version since. */
export function requireVersion({ version }: FilingRow, read: number): void {
  if (version && version.no !== read)
    throw stale(version.submittedByName, version.submittedAt, { revision: version.no })
}
