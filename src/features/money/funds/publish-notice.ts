import { command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import { checkNoticeText } from '../../../policy/money/notice-text.ts'
import { lastDay, mayPublish } from '../../../policy/money/notices.ts'
import { isOut } from '../../../policy/money/tranche-states.ts'
import { dayOf } from '../../../shared/dates.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { holdCalendar } from '../../programme/rest-days/public.ts'
import { parkNamesIn } from '../../programme/units/public.ts'
import { announced, insertNotice } from '../notices/public.ts'
import { lockTranche } from './locked-tranche.ts'
import { type TrancheRow, tranchesOf } from './store.ts'
import * as contract from './tranche-contract.ts'

/** The county's economy bureau announces a recommended sum before it is paid (G4.2, H10). */
export const publishNotice = command(
  contract.publishNotice,
  async ({ params, body }, { tx, actor, now, newId, record, cite }) => {
    const { pilot, rule, tranche, gate, notice } = await lockTranche(tx, params, now)
    const clause = rule.notice?.clause ?? rule.clause
    cite(clause)
    const refusal = allRefusals(
      mayPublish({ rule, tranche, gate, standing: notice !== null }),
      checkNoticeText(clause, body.body, await textFacts(tx, pilot, tranche)),
      body.contact === '' ? refuse('notices.contact-missing', clause, {}, 'contact') : null,
    )
    if (refusal) throw refusal
    if (!rule.notice || tranche.amountFen === null) throw new Error(`tranche ${tranche.id} has nothing to announce`)
    const publishedOn = dayOf(now)
    const calendar = await holdCalendar(tx)
    const untilOn = lastDay(rule.notice, publishedOn, calendar)
    const { id: trancheId, amountFen } = tranche
    const row = {
      ...(await announced(tx, pilot)),
      ...body,
      id: newId(),
      trancheId,
      trancheNo: rule.no,
      amountFen,
      clause,
      publishedBy: actor.accountId,
      publishedAt: now,
      publishedOn,
      untilOn,
      provisional: untilOn !== null && calendar.isProvisional(untilOn),
      scope: pilot.scope,
    }
    await insertNotice(tx, row)
    record('notice.published', { subject: row.id, scope: pilot.scope, after: row })
    return { noticeId: row.id, untilOn }
  },
  { one_notice_stands: ({ params }) => refuse('notices.already-standing', null, { no: params.no }) },
)

/** What its text may not contradict. */
async function textFacts(tx: Tx, pilot: Pilot, { id, amountFen }: Pick<TrancheRow, 'id' | 'amountFen'>) {
  const others = (await tranchesOf(tx, pilot.id)).filter((one) => one.id !== id && isOut(one))
  return {
    amountFen: amountFen ?? 0,
    otherFen: [pilot.awardFen, ...others.map((one) => one.amountFen ?? 0)],
    parkName: pilot.parkName,
    otherParks: (await parkNamesIn(tx, pilot.countyId)).filter((name) => name !== pilot.parkName),
  }
}
