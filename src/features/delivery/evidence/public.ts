export { bindEvidence, type NewProof, type ProvenLine } from './bind-evidence.ts'
export { insertFindings } from './store.ts'
export { findingsOf, papersOf } from './views.ts'
