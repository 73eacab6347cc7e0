import type { Day } from '../../../../shared/dates.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { planWords } from '../words.ts'

type PlanVersionProps = {
  pilotId: string
  plan: { readonly no: number; readonly inForceFrom: Day }
  /** Made under it and staying so (G5.5), or held to it as it stands now. */
  pinned: boolean
}

/** Which version of the plan something is held to, with the way there. */
export function PlanVersion({ pilotId, plan, pinned }: PlanVersionProps) {
  const t = useWords(planWords)
  return (
    <AppLink to={`/pilots/${pilotId}/baselines?version=${plan.no}`}>
      {pinned ? t.madeUnderPlan(plan.no) : t.planInForce(plan.no, plan.inForceFrom)}
    </AppLink>
  )
}
