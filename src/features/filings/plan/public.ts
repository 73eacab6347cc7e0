export { lockBaseline } from './lock-baseline.ts'
export { pilotIdOf, planChanges, planKind } from './plan-kind.ts'
export { planPaper } from './plan-paper.ts'
