import { command } from '../../../platform/command.ts'
import { checkReason } from '../../../policy/guide/reasons.ts'
import { mayWithdraw } from '../../../policy/money/notices.ts'
import { dayOf } from '../../../shared/dates.ts'
import * as contract from './contract.ts'
import { lockedNotice } from './locked-notice.ts'
import { endNotice } from './store.ts'

/** A notice is taken down with a reason before it is over; another may follow. */
export const withdrawNotice = command(contract.withdrawNotice, async ({ params, body }, { tx, actor, now, record }) => {
  const { notice, rule } = await lockedNotice(tx, params.noticeId)
  const refusal = mayWithdraw(rule, notice, dayOf(now))
  if (refusal) throw refusal
  const vague = checkReason(body.reason, 'common.reason-missing', rule.clause)
  if (vague) throw vague
  const ending = { ended: 'withdrawn' as const, endedBy: actor.accountId, endedAt: now, endReason: body.reason }
  await endNotice(tx, notice.id, ending)
  record('notice.withdrawn', { subject: notice.id, scope: notice.scope, before: notice, after: ending })
  return { state: 'withdrawn' as const }
})
