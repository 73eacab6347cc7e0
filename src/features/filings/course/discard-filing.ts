import { command } from '../../../platform/command.ts'
import * as policy from '../../../policy/filings/discard.ts'
import * as contract from './act-contract.ts'
import { lockCourseFiling, whyNotWriter } from './course-filing.ts'
import { deleteFiling } from './store.ts'

/** Drops a draft that was opened by mistake and never filed, by whoever could open it; what stood in it stays in the trail. */
export const discardFiling = command(contract.discardFiling, async ({ params, body }, { tx, actor, record }) => {
  const { row, filing, duty, content } = await lockCourseFiling(tx, actor, params.filingId)
  const no =
    whyNotWriter(duty, actor) ?? policy.discardFiling(filing, { filed: row.version !== null, reason: body.reason })
  if (no) throw no
  await deleteFiling(tx, row.id)
  record('filing.discarded', {
    subject: row.id,
    scope: row.scope,
    before: { kind: row.kind, period: row.period, dueOn: row.dueOn, content },
    after: { reason: body.reason.trim() },
  })
  return {}
})
