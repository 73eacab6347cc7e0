export {
  type Baseline,
  baselineById,
  baselineContent,
  baselineOn,
  baselineVersions,
  currentBaseline,
  fundLines,
  fundLinesEver,
  holdPlan,
  lockPilotPlan,
  pilotEnterpriseById,
  pilotEnterprises,
  productsOf,
  targetsOf,
} from './baseline-store.ts'
export { lockBaseline } from './lock-baseline.ts'
export { openPlan } from './open-plan.ts'
export { contentOf as planContentOf } from './store.ts'
