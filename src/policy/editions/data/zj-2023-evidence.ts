import type { ProofKind } from '../../records/proofs.ts'
import type { EditionRules, ProofNeed, ProofRule } from '../edition-rules.ts'

/** A row of the inferred annex 1. */
function need(proof: ProofKind, min = 1, when: ProofNeed = 'always', moments = false): ProofRule {
  return { proof, min, need: when, moments, clause: 'GA1', source: 'inferred' }
}

/** Rows the guide itself names: contract, photo, ledger, invoice. */
function official(proof: ProofKind, min = 1, when: ProofNeed = 'always', moments = false): ProofRule {
  return { ...need(proof, min, when, moments), clause: 'G3.4', source: 'official' }
}

/** Which proofs a service needs before it counts (annex 1, inferred; minimum counts inferred throughout). */
export const zj2023Evidence: EditionRules['evidence'] = {
  common: {
    tailored: [
      { ...need('diagnosis'), clause: 'G1.3', source: 'official' },
      need('selection-record', 1, 'from-threshold'),
      official('contract'),
      need('scheme', 1, 'from-threshold'),
      official('process-record'),
      official('photo', 2, 'always', true),
      need('deliverable'),
      need('confirmation'),
      need('rating'),
      official('invoice', 1, 'when-paid'),
      need('bank-receipt', 1, 'when-paid'),
    ],
    universal: [need('notice'), official('photo', 2), need('materials')],
  },
  own: {
    'policy-briefing': [need('agenda'), need('sign-in-sheet'), need('survey')],
    'government-affairs': [need('item-list')],
    recruitment: [need('enterprise-list')],
    training: [need('agenda'), need('sign-in-sheet'), need('survey')],
    'trade-fair': [need('enterprise-list')],
    'work-safety': [need('hazard-list'), need('closure-photo')],
    'financing-matchmaking': [need('enterprise-list'), need('intent-list')],
    'management-upgrade': [need('before-after-list')],
    'system-certification': [need('certificate')],
    'intellectual-property': [need('ip-notice')],
    talent: [need('employment-proof')],
    financing: [need('loan-contract'), need('arrival-proof')],
    'research-matching': [need('university-agreement')],
    'supply-chain': [need('supply-agreement')],
    'digital-transformation': [need('system-acceptance')],
    standardisation: [need('standard-declaration')],
  },
}
