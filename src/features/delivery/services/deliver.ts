import { command } from '../../../platform/command.ts'
import * as evidence from '../../../policy/services/evidence.ts'
import * as policy from '../../../policy/services/service-steps.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal, Refusal } from '../../../shared/refusal.ts'
import { bindEvidence } from '../evidence/public.ts'
import { lockService, saveStep } from './public.ts'
import * as contract from './visit-contract.ts'
import { withField } from './visit-fields.ts'
import * as visits from './visit-store.ts'

export const deliver = command(contract.deliver, async ({ params, body }, acting) => {
  const { tx, actor, now, newId } = acting
  const held = await lockService(tx, params.serviceId)
  const { title, resultNo, deliveredOn } = body
  const given = { on: deliveredOn, summary: title, by: actor.accountId, period: held.period, today: dayOf(now) }
  const after = withField(policy.deliver(held.service, given), { on: 'deliveredOn', summary: 'title' })
  if (isRefusal(after)) throw after
  for (const [at, { proof }] of body.files.entries()) {
    const no = evidence.fits(held.service.kind, proof, held.pilot.edition)
    if (no) throw new Refusal(no.code, no.clause, no.facts, `files.${at}.proof`)
  }
  const line = { serviceId: held.service.id, scope: held.scope }
  const recorded = { recordedBy: actor.accountId, recordedAt: now }
  await visits.insertDelivery(tx, { ...line, ...recorded, id: newId(), title, resultNo, deliveredOn })
  const proofs = body.files.map((one, at) => ({ ...one, field: `files.${at}.fileId` }))
  await bindEvidence(tx, acting, line, proofs)
  return saveStep(tx, acting, held, after, 'service.delivered', { delivery: body })
})
