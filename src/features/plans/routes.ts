import { query } from '../../platform/command.ts'
import * as contract from './contract.ts'
import { importPlanRows } from './import-plan-rows.ts'
import { planTemplate } from './plan-template.ts'
import { savePlanSection } from './save-plan-section.ts'
import { submitPlan } from './submit-plan.ts'
import { checkPlanView, showPlanView } from './views.ts'
import { withdrawPlan } from './withdraw-plan.ts'

export const planRoutes = [
  savePlanSection,
  submitPlan,
  withdrawPlan,
  importPlanRows,
  planTemplate,
  query(contract.showPlan, ({ params }, { tx, actor }) => showPlanView(tx, params.pilotId, actor)),
  query(contract.checkPlan, ({ params }, { tx }) => checkPlanView(tx, params.pilotId)),
]
