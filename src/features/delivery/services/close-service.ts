import { command } from '../../../platform/command.ts'
import * as policy from '../../../policy/services/service-steps.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import * as contract from './order-contract.ts'
import { lockService, saveStep } from './public.ts'

export const closeService = command(contract.closeService, async ({ params }, acting) => {
  const held = await lockService(acting.tx, params.serviceId)
  const after = policy.closeService(held.service)
  if (isRefusal(after)) throw after
  return saveStep(acting.tx, acting, held, after, 'service.closed')
})
