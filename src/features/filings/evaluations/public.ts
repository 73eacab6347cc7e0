export { finalReport, midTermReport } from './report-kind.ts'
export { resultOf } from './results.ts'
export { evaluationOf } from './store.ts'
export { type WaitingEvaluation, waitingEvaluations } from './waiting.ts'
