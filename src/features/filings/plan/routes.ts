import { importPlanRows } from './import-plan-rows.ts'
import { planTemplate } from './plan-template.ts'

export const planRoutes = [importPlanRows, planTemplate]
