import { command } from '../../../platform/command.ts'
import { allRefusals } from '../../../policy/guide/refuse.ts'
import { recordedBefore } from '../../../policy/records/recorded-before.ts'
import * as policy from '../../../policy/services/service-steps.ts'
import { dayOf, isDay } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { bindEvidence } from '../evidence/public.ts'
import { lockService, saveStep } from './public.ts'
import * as contract from './visit-contract.ts'
import { withField } from './visit-fields.ts'
import * as visits from './visit-store.ts'

export const recordVisit = command(contract.recordVisit, async ({ params, body }, acting) => {
  const { tx, actor, now, newId } = acting
  const held = await lockService(tx, params.serviceId)
  const { photos, ...visit } = body
  const id = newId()
  const { visitedOn, place, content } = visit
  const today = dayOf(now)
  const given = { id, on: visitedOn, place, content, by: actor.accountId }
  const after = withField(policy.recordVisit(held.service, given, { period: held.period, today }), { on: 'visitedOn' })
  const standing = isDay(visitedOn) ? await visits.visitsOf(tx, held.service.id, visit) : []
  const no = allRefusals(isRefusal(after) ? after : null, recordedBefore('visit', [place, content], standing))
  if (no || isRefusal(after)) throw no
  const line = { serviceId: held.service.id, scope: held.scope }
  await visits.insertVisit(tx, { ...visit, ...line, id, recordedBy: actor.accountId, recordedAt: now })
  const proofs = photos.map((fileId, at) => ({ fileId, proof: 'photo' as const, field: `photos.${at}` }))
  await bindEvidence(tx, acting, { ...line, visitId: id, day: visitedOn }, proofs)
  return saveStep(tx, acting, held, after, 'service.visited', { visit: { id, ...body } })
})
