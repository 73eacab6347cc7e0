export { finalReport, midTermReport } from './report-kind.ts'
export { type WaitingEvaluation, waitingEvaluations } from './waiting.ts'
