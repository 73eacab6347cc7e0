import { command } from '../../../platform/command.ts'
import { allRefusals } from '../../../policy/guide/refuse.ts'
import * as evidence from '../../../policy/services/evidence.ts'
import * as policy from '../../../policy/services/service-steps.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { bindEvidence } from '../evidence/public.ts'
import { lockService, saveStep } from './public.ts'
import * as contract from './visit-contract.ts'
import { withField } from './visit-fields.ts'
import * as visits from './visit-store.ts'

export const deliver = command(contract.deliver, async ({ params, body }, acting) => {
  const { tx, actor, now, newId } = acting
  const held = await lockService(tx, params.serviceId)
  const { title, resultNo, remedy, deliveredOn } = body
  const today = dayOf(now)
  const given = { on: deliveredOn, summary: title, remedy, by: actor.accountId, period: held.period, today }
  const after = withField(policy.deliver(held.service, given), { on: 'deliveredOn', summary: 'title' })
  const no = allRefusals(
    isRefusal(after) ? after : null,
    evidence.allFit(held.service.kind, body.files, held.pilot.edition, 'files'),
  )
  if (no || isRefusal(after)) throw no
  const line = { serviceId: held.service.id, scope: held.scope }
  const recorded = { recordedBy: actor.accountId, recordedAt: now }
  await visits.insertDelivery(tx, { ...line, ...recorded, id: newId(), title, resultNo, remedy, deliveredOn })
  const proofs = body.files.map((one, at) => ({ ...one, field: `files.${at}.fileId` }))
  await bindEvidence(tx, acting, { ...line, day: deliveredOn }, proofs)
  return saveStep(tx, acting, held, after, 'service.delivered', { delivery: body })
})
