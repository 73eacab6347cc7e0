export { PlanChanges } from './PlanChanges.tsx'
export { PlanTables } from './PlanTables.tsx'
export { PlanVersion } from './PlanVersion.tsx'
export { useGridColumns } from './plan-columns.ts'
