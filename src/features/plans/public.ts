export {
  type Baseline,
  currentBaseline,
  fundLines,
  pilotEnterpriseById,
  pilotEnterprises,
  productsOf,
  targetsOf,
} from './baseline-store.ts'
export { lockBaseline } from './lock-baseline.ts'
export { openPlan } from './open-plan.ts'
