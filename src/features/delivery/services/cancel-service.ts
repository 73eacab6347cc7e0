import { command } from '../../../platform/command.ts'
import * as policy from '../../../policy/services/service-steps.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { paidShares } from './contract-money.ts'
import * as contract from './order-contract.ts'
import { lockService, saveStep } from './public.ts'
import { releaseCommitment } from './release-commitment.ts'

export const cancelService = command(contract.cancelService, async ({ params, body }, acting) => {
  const { tx } = acting
  const held = await lockService(tx, params.serviceId)
  const after = policy.cancelService(held.service, { reason: body.reason })
  if (isRefusal(after)) throw after
  const { heldFen } = policy.restOf(held.service, await paidShares(tx, after.id))
  await releaseCommitment(acting, held, { amountFen: heldFen, memo: after.cancelReason })
  return saveStep(tx, acting, held, after, 'service.cancelled', { reason: after.cancelReason })
})
