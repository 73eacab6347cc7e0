import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import { isPost, permits } from '../../../policy/people/roles.ts'
import { fileProofs } from '../../../policy/services/evidence.ts'
import type { Service } from '../../../policy/services/service.ts'
import { countFiles, counts, type Evidence, proofsNeeded } from '../../../policy/services/service-counts.ts'
import { type DatedStep, datedSteps, daysFor, earliestDay } from '../../../policy/services/service-days.ts'
import { restOf } from '../../../policy/services/service-steps.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { fileById, shownFile } from '../../programme/files/public.ts'
import { type Pilot, requirePilot } from '../../programme/pilots/public.ts'
import { findingsOf, papersOf } from '../evidence/public.ts'
import { abilitiesOn } from './abilities.ts'
import type { ServiceView } from './contract.ts'
import { shownCourse } from './course.ts'
import { partsOfPage } from './part-views.ts'
import { load, type StoredService } from './store.ts'

/** Everything about one service that its reader may see. */
export async function serviceView(tx: Tx, id: string, actor: Actor, now: Date): Promise<ServiceView> {
  const held = await load(tx, id)
  if (!held) throw notFound({ zh: '服务', en: 'service' })
  const pilot = await requirePilot(tx, held.pilotId)
  const { service } = held
  const mayFind = isPost(actor.post) && permits(actor.post, 'finding.view')
  const parts = await partsOfPage(tx, id, now)
  if (!parts) throw notFound({ zh: '服务', en: 'service' })
  const papers = await papersOf(tx, { serviceId: id })
  const { missing } = counts(service, papers.countable, batchPeriod(pilot.edition, pilot.firstYear), pilot.edition)
  const { selection, signed, paid, asking, ...shown } = parts
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
    standing: pilot.edition.standing ?? false,
    ...shown,
    selection: selectionOf(service, selection),
    signed: await signedOf(tx, service, signed),
    rest: restOf(service, paid),
    dispute: disputeOf(service),
    invoices: service.invoices.map(({ number, issuedOn, sumFen }) => ({ number, issuedOn, totalFen: sumFen })),
    evidence: papers.shown,
    proofs: proofsOf(held, pilot, papers.countable),
    missing: missing.map(({ text, clause, proof, have, need }) => ({ text, clause, proof, have, need })),
    findings: mayFind ? await findingsOf(tx, { serviceId: id }) : [],
    course: shownCourse(service),
    days: daysOf(held, pilot, dayOf(now)),
    daysSince: Object.fromEntries(
      datedSteps.map((one) => [one, earliestDay(service, one)]),
    ) as ServiceView['daysSince'],
    actions: abilitiesOn(actor, held, asking),
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

type Parts = NonNullable<Awaited<ReturnType<typeof partsOfPage>>>

/** The record of choice with the products as they stood in the approved list (G3.3). */
function selectionOf({ selection }: Service, kept: Parts['selection']): ServiceView['selection'] {
  const product = kept?.products.find((one) => one.productId === selection?.productId)
  if (!selection || !kept || !product) return null
  const { reason, fewReason, on } = selection
  const { products: candidates, recordedAt, by } = kept
  return { product, candidates, reason, fewReason, on, recordedAt, by }
}

async function signedOf(tx: Tx, { contract }: Service, kept: Parts['signed']): Promise<ServiceView['signed']> {
  const file = contract && (await fileById(tx, contract.fileId))
  if (!contract || !kept || !file) return null
  const { number: contractNo, signedOn, priceFen, provincialFen, parkFen, enterpriseFen } = contract
  const shares = { priceFen, provincialFen, parkFen, enterpriseFen }
  return { contractNo, signedOn, ...kept, ...shares, file: shownFile(file) }
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
