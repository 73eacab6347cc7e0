import { type Acting, command } from '../../platform/command.ts'
import { stale } from '../../platform/errors.ts'
import * as policy from '../../policy/filing.ts'
import { changeGaps, inForceFrom } from '../../policy/matter-change.ts'
import { both, refusalText, refuse } from '../../policy/refuse.ts'
import { seatOf } from '../../policy/roles.ts'
import { dayOf } from '../../shared/dates.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { addOpinion, saveState } from '../filings/public.ts'
import { lockBaseline, lockPilotPlan } from '../plans/public.ts'
import * as contract from './contract.ts'
import { changeFacts, lockMatter, type Matter, requireInForce } from './matter-filing.ts'
import { saveMatter } from './store.ts'

/** One seat's word, in turn; the last approval of a change makes the next version of the plan, in the same transaction (G5.5). */
export const giveMatterOpinion = command(
  contract.giveMatterOpinion,
  async ({ params, body }, acting) => {
    const { tx, actor, now, newId, record } = acting
    const matter = await lockMatter(tx, params.filingId)
    const { row, filing } = matter
    await lockPilotPlan(tx, matter.pilot.id)
    const seat = seatOf(actor.unitKind, actor.bureau)
    if (seat === null) throw refuse('review.not-a-reviewer', filing.rule.clause)
    if (row.version && row.version.no !== body.versionNo) {
      throw stale(row.version.submittedByName, row.version.submittedAt, { revision: row.version.no })
    }
    const { verdict, marks } = body
    const after = policy.giveOpinion(filing, { seat, verdict, marks, by: actor.accountId, at: now.toISOString() })
    if (isRefusal(after)) throw after
    if (verdict === 'approve') await checkAgain(acting, matter)
    const given = after.opinions.at(-1)
    if (given) await addOpinion(tx, newId(), row, given)
    await saveState(tx, row.id, after.state, after.openSections)
    if (after.state !== 'submitted') await saveMatter(tx, row.id, { underReview: false })
    const madeNo = after.state === 'approved' ? await makeVersion(acting, matter) : null
    record('matter.opinion-given', {
      subject: row.id,
      scope: row.scope,
      before: { state: filing.state },
      after: { state: after.state, opinion: given, planVersion: madeNo },
    })
    return { state: after.state, madeNo }
  },
  {
    filing_opinions_version_id_account_id_key: () => refuse('review.one-person-two-bureaus', 'G5.5'),
  },
)

/** Services and money go on while a change is looked at: what could be asked for then may be impossible now. */
async function checkAgain({ tx }: Acting, matter: Matter): Promise<void> {
  const gaps = changeGaps(matter.change, await changeFacts(tx, matter, null))
  const gap = gaps.find((one) => one.severity === 'error')
  if (gap) throw refuse('matter.no-longer-possible', gap.clause, both('because', refusalText(gap)))
}

async function makeVersion({ tx, actor, now, newId }: Acting, { row, pilot, change }: Matter): Promise<number | null> {
  if (change.content === null || !row.version) return null
  const former = await requireInForce(tx, pilot.id)
  const no = former.no + 1
  const version = {
    content: change.content,
    versionId: row.version.id,
    matterId: row.id,
    no,
    inForceFrom: inForceFrom(change, { approvedOn: dayOf(now), formerFrom: former.inForceFrom }),
  }
  await lockBaseline(tx, pilot, version, { newId, at: now, by: actor.accountId })
  return no
}
