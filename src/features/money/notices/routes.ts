import { query } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { lastDay } from '../../../policy/money/notices.ts'
import { dayOf } from '../../../shared/dates.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import { unitById } from '../../programme/units/public.ts'
import { answerObjection } from './answer-objection.ts'
import * as contract from './contract.ts'
import { correctAnswer } from './correct-answer.ts'
import { noticeFor, noticesOf } from './county-views.ts'
import { draftOf, postThatTakes } from './draft.ts'
import { fileObjection } from './file-objection.ts'
import { noSuchNotice } from './locked-notice.ts'
import { noticeWord } from './notice-paper.ts'
import { enterNotice } from './store.ts'
import { announced, publicNotice, publicNotices } from './views.ts'
import { withdrawNotice } from './withdraw-notice.ts'

/** Notices on one public page. */
const pageLength = 50

export const noticeRoutes = [
  withdrawNotice,
  fileObjection,
  answerObjection,
  correctAnswer,
  noticeWord,
  query(contract.listPublicNotices, async ({ search }, { tx, now }) => {
    const before = search.before === undefined ? null : new Date(search.before)
    const found = await publicNotices(tx, before, pageLength + 1, dayOf(now))
    const page = found.slice(0, pageLength)
    const next = found.length > pageLength ? (page.at(-1)?.publishedAt.toISOString() ?? null) : null
    return { notices: page.map(({ head }) => head), next }
  }),
  query(contract.showPublicNotice, async ({ params }, { tx, now }) => {
    if ((await enterNotice(tx, params.noticeId)) === null) throw noSuchNotice
    const notice = await publicNotice(tx, params.noticeId, dayOf(now))
    if (!notice) throw noSuchNotice
    return notice
  }),
  query(contract.listNotices, ({ search }, { tx, now }) => noticesOf(tx, search, dayOf(now))),
  query(contract.showNotice, async ({ params }, { tx, actor, now }) => {
    const notice = await noticeFor(tx, params.noticeId, actor, dayOf(now))
    if (!notice) throw noSuchNotice
    return notice
  }),
  query(contract.draftNotice, async ({ params }, { tx, actor, now }) => {
    const pilot = await requirePilot(tx, params.pilotId)
    const rule = pilot.edition.tranches.find((row) => row.no === params.no)
    const tranche = await tx
      .selectFrom('tranches')
      .select('amountFen')
      .where('pilotId', '=', pilot.id)
      .where('no', '=', params.no)
      .executeTakeFirst()
    if (!rule?.notice || !tranche) throw notFound({ zh: '拨付期次', en: 'tranche' })
    const publishedOn = dayOf(now)
    const calendar = await workCalendarOf(tx)
    const untilOn = lastDay(rule.notice, publishedOn, calendar)
    const { workingDays } = rule.notice
    const of = { ...(await announced(tx, pilot)), editionName: pilot.edition.name.zh, no: rule.no }
    const amountFen = tranche.amountFen ?? 0
    const contact = postThatTakes(await unitById(tx, pilot.countyId), actor.post)
    return {
      body: draftOf({ ...of, amountFen, hasEnd: untilOn !== null, contact }),
      contact,
      publishedOn,
      untilOn,
      workingDays,
      provisional: untilOn !== null && calendar.isProvisional(untilOn),
    }
  }),
]
