import { command } from '../../platform/command.ts'
import { stale } from '../../platform/errors.ts'
import * as policy from '../../policy/filing.ts'
import { isPost } from '../../policy/roles.ts'
import { isRefusal } from '../../shared/refusal.ts'
import * as contract from './contract.ts'
import { bringIntoForce, contentOf, lockForm } from './form-filing.ts'
import { saveRecord } from './reopening-store.ts'

export const recordFiling = command(contract.recordFiling, async ({ params, body }, acting) => {
  const { tx, actor, now, record } = acting
  const form = await lockForm(tx, actor, params.filingId)
  const { row, filing, duty } = form
  if (!isPost(actor.post)) throw new Error(`no post: ${actor.post}`)
  if (row.version && row.version.no !== body.versionNo) {
    throw stale(row.version.submittedByName, row.version.submittedAt, { revision: row.version.no })
  }
  const after = policy.recordFiling(filing, { post: actor.post, by: actor.accountId })
  if (isRefusal(after)) throw after
  await saveRecord(tx, row.id, { no: body.recordNo, by: actor.accountId, at: now })
  await bringIntoForce(acting, form, contentOf(duty, row))
  record('filing.recorded', {
    subject: row.id,
    scope: row.scope,
    before: { state: filing.state },
    after: { state: after.state, no: row.version?.no, recordNo: body.recordNo },
  })
  return { state: after.state }
})
