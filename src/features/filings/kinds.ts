import type { FormKind } from '../../policy/forms.ts'
import { disbursementPlanHooks } from './disbursement-plan.ts'
import { halfYearSummaryHooks } from './half-year-summary.ts'
import type { KindHooks } from './kind-hooks.ts'
import { liaisonListHooks } from './liaison-list.ts'

/** What each kind of form adds to the one mechanism. */
export const kindHooks: Readonly<Record<FormKind, KindHooks>> = {
  'liaison-list': liaisonListHooks,
  'disbursement-plan': disbursementPlanHooks,
  'half-year-summary': halfYearSummaryHooks,
}
