import { command } from '../../../platform/command.ts'
import * as policy from '../../../policy/services/service-steps.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { paidShares } from './contract-money.ts'
import * as contract from './order-contract.ts'
import { lockService, saveStep } from './public.ts'
import { releaseCommitment } from './release-commitment.ts'

export const closeService = command(contract.closeService, async ({ params, body }, acting) => {
  const { tx } = acting
  const held = await lockService(tx, params.serviceId)
  const paid = await paidShares(tx, held.service.id)
  const after = policy.closeService(held.service, { paid, reason: body.reason })
  if (isRefusal(after)) throw after
  const rest = policy.restOf(held.service, paid)
  const reason = rest.unpaidFen > 0 ? body.reason.trim() : ''
  await releaseCommitment(acting, held, { amountFen: rest.heldFen, memo: reason })
  return saveStep(tx, acting, held, after, 'service.closed', { ...rest, reason })
})
