export { disbursementPlan } from './disbursement-plan.ts'
export { formPaperOf } from './form-paper.ts'
export { halfYearSummary } from './half-year-summary.ts'
export { liaisonList } from './liaison-list.ts'
