import { command } from '../../../platform/command.ts'
import * as policy from '../../../policy/services/service-steps.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { postEntry } from '../../money/funds/public.ts'
import * as contract from './order-contract.ts'
import { lockService, saveStep } from './public.ts'

export const cancelService = command(contract.cancelService, async ({ params, body }, acting) => {
  const { tx, actor, now, newId } = acting
  const held = await lockService(tx, params.serviceId)
  const after = policy.cancelService(held.service, { reason: body.reason })
  if (isRefusal(after)) throw after
  const signed = held.service.contract
  if (signed?.fundLineId && signed.provincialFen > 0) {
    const entry = { kind: 'uncommit', lineId: signed.fundLineId, amountFen: signed.provincialFen } as const
    const book = { subject: after.id, memo: after.cancelReason, bookedOn: dayOf(now), by: actor.accountId, at: now }
    await postEntry(tx, { ...book, pilot: held.pilot, entry, newId })
  }
  return saveStep(tx, acting, held, after, 'service.cancelled', { reason: after.cancelReason })
})
