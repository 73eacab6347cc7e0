export { bindEvidence, type NewProof, type ProvenLine } from './bind-evidence.ts'
export { findingsOf, papersOf } from './views.ts'
