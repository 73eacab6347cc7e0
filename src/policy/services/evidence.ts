import { type Day, dayOf } from '../../shared/dates.ts'
import { type Refusal, refieldRefusal } from '../../shared/refusal.ts'
import type { Edition } from '../editions/edition.ts'
import { allRefusals, both, refuse } from '../guide/refuse.ts'
import { notInState } from '../lifecycle.ts'
import { type ProofKind, proofs } from '../records/proofs.ts'
import { type ServiceKind, serviceKinds } from '../records/service-kinds.ts'
import { type Service, serviceStateNames } from './service.ts'

const adding = { zh: '补充佐证', en: 'add evidence' }

/** Proofs that come with their own step and its checks: the contract, an invoice, a bank receipt. */
const withTheirStep: readonly ProofKind[] = ['contract', 'invoice', 'bank-receipt']

/** The proofs that files can be for a service kind (annex 1). */
export function fileProofs(kind: ServiceKind, edition: Edition): ProofKind[] {
  const { mode } = serviceKinds[kind]
  const rules = [...edition.evidence.common[mode], ...edition.evidence.own[kind]]
  return rules
    .map((rule) => rule.proof)
    .filter((proof) => proofs[proof].from === 'file' && !withTheirStep.includes(proof))
}

/**
 * Two photographs are one, saved again, up to this many of the 256 bits of their difference hash (G3.4). Smaller, recompressed or
 * marked copies of a photograph differ by up to 26, two different ones by 74 and more; papers all look alike and are not compared.
 */
export const samePictureBits = 26

/** Whether a file of this kind can prove the service now (G3.4, GA1); at any time unless it was called off. */
export function addEvidence(service: Service, proof: ProofKind, edition: Edition): Refusal | null {
  return mayTakeEvidence(service) ?? fits(service.kind, proof, edition)
}

export function mayTakeEvidence(service: Service): Refusal | null {
  return service.state === 'cancelled' ? notInState(serviceStateNames.cancelled, adding, 'G3.4') : null
}

/** Whether all these papers belong to a service kind; each that does not is told of at its place in the list `at`. */
export function allFit(
  kind: ServiceKind,
  papers: readonly { readonly proof: ProofKind }[],
  edition: Edition,
  at: string,
): Refusal | null {
  return allRefusals(
    ...papers.map(({ proof }, n) => {
      const no = fits(kind, proof, edition)
      return no && refieldRefusal(no, () => `${at}.${n}.proof`)
    }),
  )
}

/** Whether a proof belongs to a service kind at all. */
export function fits(kind: ServiceKind, proof: ProofKind, edition: Edition): Refusal | null {
  if (fileProofs(kind, edition).includes(proof)) return null
  const made = proofs[proof].from === 'record' || withTheirStep.includes(proof)
  if (made) return refuse('services.made-in-the-product', 'G3.4', both('proof', proofs[proof]), 'proof')
  const facts = { ...both('proof', proofs[proof]), ...both('kind', serviceKinds[kind]) }
  return refuse('services.proof-of-other-kind', 'GA1', facts, 'proof')
}

/** A photo whose own clock names another day than the line it proves (G3.4); a photo without a clock is not suspected. */
export function takenOnAnotherDay(capturedAt: Date | null, day: Day): boolean {
  return capturedAt !== null && dayOf(capturedAt) !== day
}
