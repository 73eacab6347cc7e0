import { command } from '../../platform/command.ts'
import * as policy from '../../policy/service-steps.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { lockService, settle } from '../services/public.ts'
import * as contract from './contract.ts'

export const closeService = command(contract.closeService, async ({ params }, acting) => {
  const held = await lockService(acting.tx, params.serviceId)
  const after = policy.closeService(held.service)
  if (isRefusal(after)) throw after
  return settle(acting.tx, acting, held, after, 'service.closed')
})
