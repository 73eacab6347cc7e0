import { command } from '../../platform/command.ts'
import * as policy from '../../policy/service-steps.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { lockService, settle } from '../services/public.ts'
import * as contract from './contract.ts'
import * as visits from './store.ts'

export const resumeService = command(contract.resumeService, async ({ params }, acting) => {
  const { tx, now } = acting
  const held = await lockService(tx, params.serviceId)
  const after = policy.resume(held.service)
  if (isRefusal(after)) throw after
  await visits.supersedeDelivery(tx, after.id, now)
  return settle(tx, acting, held, after, 'service.resumed')
})
