export { lockBaseline, lockStanding } from './lock-baseline.ts'
export { enterprisesElsewhere } from './other-pilots.ts'
export { keepLicences, pilotIdOf, planChanges, planKind } from './plan-kind.ts'
export { planPaper } from './plan-paper.ts'
