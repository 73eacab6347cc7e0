import { command } from '../../platform/command.ts'
import * as policy from '../../policy/filing.ts'
import { isRefusal } from '../../shared/refusal.ts'
import * as contract from './contract.ts'
import { lockForm, whyNotPreparer } from './form-filing.ts'
import { lastOpened } from './reopening-store.ts'
import { saveState } from './store.ts'

export const withdrawFiling = command(contract.withdrawFiling, async ({ params }, { tx, actor, record }) => {
  const { row, filing, duty } = await lockForm(tx, actor, params.filingId)
  const no = whyNotPreparer(duty, actor)
  if (no) throw no
  // A resubmission taken back opens again what had come back, and nothing more.
  const after = policy.withdrawFiling(filing, await lastOpened(tx, row.id))
  if (isRefusal(after)) throw after
  await saveState(tx, row.id, after.state, after.openSections)
  record('filing.withdrawn', {
    subject: row.id,
    scope: row.scope,
    before: { state: filing.state },
    after: { state: after.state, openSections: after.openSections },
  })
  return {}
})
