export {
  type Baseline,
  baselineAt,
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
export { keepRegister, sure } from './register-store.ts'
