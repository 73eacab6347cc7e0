import { command } from '../../platform/command.ts'
import * as policy from '../../policy/filing.ts'
import { isRefusal } from '../../shared/refusal.ts'
import * as contract from './contract.ts'
import { contentOf, gapsOf, lockForm, whyNotPreparer, whyTooLate } from './form-filing.ts'
import { freezeVersion, saveState } from './store.ts'

export const submitFiling = command(contract.submitFiling, async ({ params }, { tx, actor, now, newId, record }) => {
  const form = await lockForm(tx, actor, params.filingId)
  const { row, filing, duty } = form
  const no = whyNotPreparer(duty, actor) ?? (await whyTooLate(tx, duty, row, now))
  if (no) throw no
  const after = policy.submitFiling(filing, { by: actor.accountId, gaps: await gapsOf(tx, form) })
  if (isRefusal(after)) throw after
  const version = (row.version?.no ?? 0) + 1
  const content = contentOf(duty, row)
  const hash = await freezeVersion(tx, row, { id: newId(), content, by: actor.accountId, at: now })
  await saveState(tx, row.id, after.state, after.openSections)
  record('filing.submitted', {
    subject: row.id,
    scope: row.scope,
    before: { state: filing.state },
    after: { state: after.state, no: version, hash },
  })
  return { no: version, hash }
})
