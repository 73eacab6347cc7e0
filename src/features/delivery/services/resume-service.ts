import { command } from '../../../platform/command.ts'
import * as policy from '../../../policy/services/service-steps.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { lockService, saveStep } from './public.ts'
import * as contract from './visit-contract.ts'
import * as visits from './visit-store.ts'

export const resumeService = command(contract.resumeService, async ({ params }, acting) => {
  const { tx, now } = acting
  const held = await lockService(tx, params.serviceId)
  const after = policy.resume(held.service)
  if (isRefusal(after)) throw after
  await visits.supersedeDelivery(tx, after.id, now)
  return saveStep(tx, acting, held, after, 'service.resumed')
})
