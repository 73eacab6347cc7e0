import { command } from '../../../platform/command.ts'
import { holdKey } from '../../../platform/database/hold.ts'
import { notFound } from '../../../platform/errors.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import { allRefusals } from '../../../policy/guide/refuse.ts'
import { recordedBefore } from '../../../policy/records/recorded-before.ts'
import * as policy from '../../../policy/services/service-choice.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { holdPlan, pilotEnterprises } from '../../programme/baselines/public.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { diagnosisOf } from '../diagnoses/public.ts'
import * as contract from './order-contract.ts'
import * as orders from './order-store.ts'

export const openNeed = command(contract.openNeed, async ({ body }, { tx, actor, now, newId, record }) => {
  const pilot = await requirePilot(tx, body.pilotId)
  await holdPlan(tx, pilot.id)
  const enterprise = (await pilotEnterprises(tx, pilot.id)).find((one) => one.id === body.enterpriseId)
  if (!enterprise) throw notFound({ zh: '试点企业', en: 'pilot enterprise' })
  const today = dayOf(now)
  const service = policy.openNeed({
    id: newId(),
    kind: body.kind,
    need: body.need,
    enterprise: { id: enterprise.id, pilot: true, diagnosis: await diagnosisOf(tx, enterprise.id) },
    on: body.openedOn ?? today,
    period: batchPeriod(pilot.edition, pilot.firstYear),
    today,
    by: actor.accountId,
  })
  await holdKey(tx, 'need', enterprise.id)
  const standing = await orders.needsOf(tx, enterprise.id, body.kind)
  const no = allRefusals(isRefusal(service) ? service : null, recordedBefore('need', [body.need], standing))
  if (no || isRefusal(service)) throw no
  const number = `FW${today.slice(0, 4)}-${String(await orders.nextNumber(tx)).padStart(6, '0')}`
  const { scope } = enterprise
  await orders.insertService(tx, service, { no: number, pilotId: pilot.id, scope, now })
  record('service.opened', {
    subject: service.id,
    scope,
    after: { no: number, state: service.state, kind: service.kind, need: service.need, openedOn: service.openedOn },
  })
  return { serviceId: service.id, no: number, state: service.state, countedOn: null }
})
