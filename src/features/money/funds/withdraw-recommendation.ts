import { command } from '../../../platform/command.ts'
import { checkReason } from '../../../policy/guide/reasons.ts'
import { allRefusals } from '../../../policy/guide/refuse.ts'
import { noticeState } from '../../../policy/money/notices.ts'
import * as policy from '../../../policy/money/tranches.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { lapsePrepared } from '../../programme/signing/public.ts'
import { endNotice } from '../notices/public.ts'
import * as contract from './contract.ts'
import { lockTranche } from './locked-tranche.ts'
import { saveTranche } from './store.ts'
import { addWithdrawal } from './withdrawal-store.ts'

/** The economy bureau takes its recommendation back with a reason while nothing is paid; a notice that is over lapses with it. */
export const withdrawRecommendation = command(
  contract.withdrawRecommendation,
  async ({ params, body: { reason } }, acting) => {
    const { tx, actor, now, newId, record } = acting
    const { pilot, tranche: before, gate, notice } = await lockTranche(tx, params, now)
    const announced = notice !== null && noticeState(notice, dayOf(now)) !== 'over'
    const next = policy.withdrawRecommendation(before, { gate, announced })
    const no = allRefusals(isRefusal(next) ? next : null, checkReason(reason, 'common.reason-missing', gate.clause))
    if (no || isRefusal(next)) throw no
    await addWithdrawal(tx, before, { id: newId(), reason, by: actor.accountId, at: now, scope: pilot.scope })
    const after = { ...before, ...next, recommendedAt: null }
    await saveTranche(tx, after)
    if (notice) {
      await endNotice(tx, notice.id, { ended: 'lapsed', endedBy: actor.accountId, endedAt: now, endReason: '' })
      record('notice.lapsed', { subject: notice.id, scope: pilot.scope, before: notice, after: { ended: 'lapsed' } })
    }
    await lapsePrepared(acting, before.id, ['release'])
    record('tranche.withdrawn', { subject: before.id, scope: pilot.scope, before, after: { ...after, reason } })
    return { state: after.state }
  },
)
