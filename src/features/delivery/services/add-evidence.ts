import { command } from '../../../platform/command.ts'
import * as policy from '../../../policy/services/evidence.ts'
import { bindEvidence } from '../evidence/public.ts'
import { lockService, saveStep } from './public.ts'
import * as contract from './visit-contract.ts'

export const addEvidence = command(contract.addEvidence, async ({ params, body }, acting) => {
  const { tx } = acting
  const held = await lockService(tx, params.serviceId)
  const { proof, files } = body
  const refusal = policy.addEvidence(held.service, proof, held.pilot.edition)
  if (refusal) throw refusal
  const proofs = files.map((fileId, at) => ({ fileId, proof, field: `files.${at}` }))
  const evidence = await bindEvidence(tx, acting, { serviceId: held.service.id, scope: held.scope }, proofs)
  return saveStep(tx, acting, held, held.service, 'service.evidence-added', { proof, files, evidence })
})
