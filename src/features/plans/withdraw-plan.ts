import { command } from '../../platform/command.ts'
import * as policy from '../../policy/filing.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { saveState } from '../filings/public.ts'
import * as contract from './contract.ts'
import { lockPlan } from './plan-filing.ts'
import { marksOf } from './store.ts'

export const withdrawPlan = command(contract.withdrawPlan, async ({ params }, { tx, record }) => {
  const { row, filing } = await lockPlan(tx, params.pilotId)
  // A resubmission taken back opens again what had come back, and nothing more.
  const returned = [...new Set((await marksOf(tx, row.id)).map((mark) => mark.section))]
  const after = policy.withdrawFiling(filing, returned.length > 0 ? returned : undefined)
  if (isRefusal(after)) throw after
  await saveState(tx, row.id, after.state, after.openSections)
  record('plan.withdrawn', {
    subject: row.id,
    scope: row.scope,
    before: { state: filing.state },
    after: { state: after.state, openSections: after.openSections },
  })
  return {}
})
