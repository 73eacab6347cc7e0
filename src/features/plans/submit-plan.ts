import { command } from '../../platform/command.ts'
import * as policy from '../../policy/filing.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { freezeVersion, saveState } from '../filings/public.ts'
import * as contract from './contract.ts'
import { gapsOf, lockPlan } from './plan-filing.ts'
import { contentOf } from './store.ts'

export const submitPlan = command(contract.submitPlan, async ({ params }, { tx, actor, now, newId, record }) => {
  const plan = await lockPlan(tx, params.pilotId)
  const { row, filing } = plan
  const after = policy.submitFiling(filing, { by: actor.accountId, gaps: gapsOf(plan) })
  if (isRefusal(after)) throw after
  const no = (row.version?.no ?? 0) + 1
  const content = contentOf(row)
  const hash = await freezeVersion(tx, row, { id: newId(), content, by: actor.accountId, at: now })
  await saveState(tx, row.id, after.state, after.openSections)
  record('plan.submitted', {
    subject: row.id,
    scope: row.scope,
    before: { state: filing.state },
    after: { state: after.state, no, hash },
  })
  return { no, hash }
})
