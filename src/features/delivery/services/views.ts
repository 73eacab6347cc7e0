import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import { isPost, permits } from '../../../policy/people/roles.ts'
import { fileProofs } from '../../../policy/services/evidence.ts'
import { countFiles, type Evidence, proofsNeeded } from '../../../policy/services/service-counts.ts'
import { type DatedStep, datedSteps, daysFor, earliestDay } from '../../../policy/services/service-days.ts'
import { restOf } from '../../../policy/services/service-steps.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { fileById, shownFile } from '../../programme/files/public.ts'
import { type Pilot, requirePilot } from '../../programme/pilots/public.ts'
import { countableEvidence, evidenceOf, findingsOf } from '../evidence/public.ts'
import { abilitiesOn } from './abilities.ts'
import type { ServiceView } from './contract.ts'
import { paidShares } from './contract-money.ts'
import { countingOf } from './counting.ts'
import { shownCourse } from './course.ts'
import { correctionsOf } from './day-store.ts'
import * as parts from './part-views.ts'
import { load, type StoredService } from './store.ts'

/** Everything about one service that its reader may see. */
export async function serviceView(tx: Tx, id: string, actor: Actor, now: Date): Promise<ServiceView> {
  const held = await load(tx, id)
  if (!held) throw notFound({ zh: '服务', en: 'service' })
  const pilot = await requirePilot(tx, held.pilotId)
  const { service } = held
  const mayFind = isPost(actor.post) && permits(actor.post, 'finding.view')
  const [head, counting, evidence] = [
    await headOf(tx, id),
    await countingOf(tx, held, pilot),
    await evidenceOf(tx, { serviceId: id }),
  ]
  const { kind, state, need, openedOn, cancelReason } = service
  return {
    serviceId: id,
    no: held.no,
    pilotId: held.pilotId,
    parkName: pilot.parkName,
    kind,
    state,
    need,
    openedOn,
    cancelReason,
    countedOn: held.countedOn,
    ...head,
    selection: await parts.selectionOf(tx, service),
    signed: await signedOf(tx, held),
    rest: restOf(service, await paidShares(tx, id)),
    visits: await parts.visitsOf(tx, id),
    deliveries: await parts.deliveriesOf(tx, id),
    dispute: disputeOf(service),
    link: state === 'delivered' ? await parts.linkOf(tx, id, now) : null,
    invoices: service.invoices.map(({ number, issuedOn, sumFen }) => ({ number, issuedOn, totalFen: sumFen })),
    payments: await parts.paymentsOf(tx, id),
    evidence,
    proofs: proofsOf(held, pilot, await countableEvidence(tx, { serviceId: id })),
    missing: counting.missing.map(({ text, clause, proof, have, need }) => ({ text, clause, proof, have, need })),
    findings: mayFind ? await findingsOf(tx, { serviceId: id }) : [],
    course: shownCourse(service),
    days: daysOf(held, pilot, dayOf(now)),
    daysSince: Object.fromEntries(
      datedSteps.map((one) => [one, earliestDay(service, one)]),
    ) as ServiceView['daysSince'],
    dayCorrections: await correctionsOf(tx, id),
    history: await parts.historyOf(tx, id),
    actions: abilitiesOn(actor, held),
  }
}

function daysOf({ service }: StoredService, { edition, firstYear }: Pilot, today: Day): ServiceView['days'] {
  const when = { period: batchPeriod(edition, firstYear), today }
  const day = (step: DatedStep) => daysFor(service, step, when)
  return { select: day('select'), contract: day('contract'), visit: day('visit'), deliver: day('deliver') }
}

/** What the enterprise disputed last and has not confirmed since. */
function disputeOf({ confirmation, lastDispute }: StoredService['service']): ServiceView['dispute'] {
  if (confirmation?.verdict === 'confirm') return null
  return confirmation ? { comment: confirmation.comment, on: confirmation.on } : lastDispute
}

async function headOf(tx: Tx, id: string) {
  const found = await tx
    .selectFrom('services as s')
    .innerJoin('pilotEnterprises as e', 'e.id', 's.enterpriseId')
    .innerJoin('diagnoses as d', 'd.id', 's.diagnosisId')
    .innerJoin('accounts as a', 'a.id', 's.openedBy')
    .select([
      'e.id as enterpriseId',
      'e.name',
      'e.uscc',
      'd.diagnosedOn',
      's.updatedAt',
      's.recordedAt',
      'a.name as openedBy',
    ])
    .where('s.id', '=', id)
    .executeTakeFirstOrThrow()
  const { enterpriseId, name, uscc, diagnosedOn, updatedAt, recordedAt, openedBy } = found
  const at = { updatedAt: updatedAt.toISOString(), recordedAt: recordedAt.toISOString() }
  return { enterprise: { enterpriseId, name, uscc }, diagnosedOn, ...at, openedBy }
}

async function signedOf(tx: Tx, { service }: StoredService): Promise<ServiceView['signed']> {
  const signed = service.contract
  const file = signed && (await fileById(tx, signed.fileId))
  if (!signed || !file) return null
  const { number, signedOn, priceFen, provincialFen, parkFen, enterpriseFen, fundLineId } = signed
  const line =
    fundLineId === null
      ? undefined
      : await tx.selectFrom('fundLines').select('purpose').where('id', '=', fundLineId).executeTakeFirst()
  const { recordedAt } = await tx
    .selectFrom('contracts')
    .select('recordedAt')
    .where('serviceId', '=', service.id)
    .executeTakeFirstOrThrow()
  const shares = { priceFen, provincialFen, parkFen, enterpriseFen }
  return {
    contractNo: number,
    signedOn,
    recordedAt: recordedAt.toISOString(),
    ...shares,
    purpose: line?.purpose ?? null,
    file: shownFile(file),
  }
}

/** Papers that can be added, with how many there are and how many the edition asks for. */
function proofsOf({ service }: StoredService, pilot: Pilot, evidence: readonly Evidence[]): ServiceView['proofs'] {
  const needed = proofsNeeded(service, pilot.edition)
  return fileProofs(service.kind, pilot.edition).map((proof) => {
    const rule = needed.find((one) => one.proof === proof)
    const files = new Set(evidence.filter((one) => one.proof === proof).map((one) => one.fileId))
    return { proof, have: rule ? countFiles(evidence, rule).days.length : files.size, need: rule?.min ?? 0 }
  })
}
