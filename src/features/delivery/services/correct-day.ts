import { command } from '../../../platform/command.ts'
import { correctDay as corrected } from '../../../policy/services/day-correction.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { isManaging } from '../diagnoses/public.ts'
import * as store from './day-store.ts'
import * as contract from './order-contract.ts'
import { lockService, saveStep } from './public.ts'

/** A day that was keyed in wrongly is said anew, with the reason; the former one stays on record. */
export const correctDay = command(contract.correctDay, async ({ params, body }, acting) => {
  const { tx, actor, now, newId } = acting
  const held = await lockService(tx, params.serviceId)
  const { service, scope, period } = held
  const after = corrected(service, {
    ...body,
    by: actor.accountId,
    manager: isManaging(actor),
    diagnosedOn: await store.diagnosedOn(tx, service.diagnosisId),
    period,
    today: dayOf(now),
  })
  if (isRefusal(after)) throw after
  const { step, on, reason } = body
  const formerOn = step === 'need' ? service.openedOn : (service.selection?.on ?? '')
  await store.insertCorrection(tx, {
    id: newId(),
    serviceId: service.id,
    step,
    formerOn,
    correctedOn: on,
    reason,
    recordedBy: actor.accountId,
    recordedAt: now,
    scope,
  })
  await store.saveDay(tx, service.id, { step, on })
  return saveStep(tx, acting, held, after, 'service.day-corrected', { step, formerOn, on, reason })
})
