import { command } from '../../platform/command.ts'
import * as policy from '../../policy/filing.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { saveState } from '../filings/public.ts'
import * as contract from './contract.ts'
import { marksOf } from './marks.ts'
import { lockMatter } from './matter-filing.ts'
import { saveMatter } from './store.ts'

export const withdrawMatter = command(contract.withdrawMatter, async ({ params }, { tx, record }) => {
  const { row, filing } = await lockMatter(tx, params.filingId)
  // A resubmission taken back opens again what had come back, and nothing more.
  const returned = [...new Set((await marksOf(tx, row.id)).map((mark) => mark.section))]
  const after = policy.withdrawFiling(filing, returned.length > 0 ? returned : undefined)
  if (isRefusal(after)) throw after
  await saveState(tx, row.id, after.state, after.openSections)
  await saveMatter(tx, row.id, { underReview: false })
  record('matter.withdrawn', {
    subject: row.id,
    scope: row.scope,
    before: { state: filing.state },
    after: { state: after.state, openSections: after.openSections },
  })
  return {}
})
