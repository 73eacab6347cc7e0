import { command } from '../../platform/command.ts'
import * as policy from '../../policy/filing.ts'
import { refuse } from '../../policy/refuse.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { freezeVersion, saveState } from '../filings/public.ts'
import { lockPilotPlan } from '../plans/public.ts'
import * as contract from './contract.ts'
import { gapsOf, lockMatter } from './matter-filing.ts'
import { anotherUnderReview, saveMatter } from './store.ts'

const another = () => refuse('matter.another-change-open', 'G5.5')

export const submitMatter = command(
  contract.submitMatter,
  async ({ params }, { tx, actor, now, newId, record }) => {
    const matter = await lockMatter(tx, params.filingId)
    const { row, filing, report, change } = matter
    await lockPilotPlan(tx, matter.pilot.id)
    const after = policy.submitFiling(filing, { by: actor.accountId, gaps: await gapsOf(tx, matter, now) })
    if (isRefusal(after)) throw after
    if (change.content !== null && (await anotherUnderReview(tx, matter.pilot.id, row.id))) throw another()
    const no = (row.version?.no ?? 0) + 1
    const hash = await freezeVersion(tx, row, {
      id: newId(),
      content: { report, change },
      by: actor.accountId,
      at: now,
    })
    await saveState(tx, row.id, after.state, after.openSections)
    await saveMatter(tx, row.id, { underReview: true })
    record('matter.submitted', {
      subject: row.id,
      scope: row.scope,
      before: { state: filing.state },
      after: { state: after.state, no, hash },
    })
    return { no, hash }
  },
  { matters_one_change_at_a_time: another },
)
