import { notFound } from '../../../platform/errors.ts'
import type { PlanContent } from '../../../policy/plan/plan.ts'
import type { CourseFiling } from '../course/public.ts'

/** The filing as a plan. @throws HttpError 404 where it is of another kind */
export function requirePlan(filing: CourseFiling): CourseFiling<PlanContent> {
  if (filing.duty.kind !== 'plan') throw notFound({ zh: '方案', en: 'plan' })
  return filing as CourseFiling<PlanContent>
}
