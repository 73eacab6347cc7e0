import { command } from '../../platform/command.ts'
import { stale } from '../../platform/errors.ts'
import * as policy from '../../policy/filing.ts'
import { refuse } from '../../policy/refuse.ts'
import { isRefusal } from '../../shared/refusal.ts'
import * as contract from './contract.ts'
import { bringIntoForce, contentOf, lockForm, seatOfActor } from './form-filing.ts'
import { addOpinion, saveState } from './store.ts'

export const giveFilingOpinion = command(
  contract.giveFilingOpinion,
  async ({ params, body }, acting) => {
    const { tx, actor, now, newId, record } = acting
    const form = await lockForm(tx, actor, params.filingId)
    const { row, filing, duty } = form
    const seat = seatOfActor(duty, actor)
    if (seat === null) throw refuse('review.not-a-reviewer', duty.rule.clause)
    if (row.version && row.version.no !== body.versionNo) {
      throw stale(row.version.submittedByName, row.version.submittedAt, { revision: row.version.no })
    }
    const { verdict, marks } = body
    const after = policy.giveOpinion(filing, { seat, verdict, marks, by: actor.accountId, at: now.toISOString() })
    if (isRefusal(after)) throw after
    const given = after.opinions.at(-1)
    if (given) await addOpinion(tx, newId(), row, given)
    await saveState(tx, row.id, after.state, after.openSections)
    if (policy.isDone(after)) await bringIntoForce(acting, form, contentOf(duty, row))
    record('filing.opinion-given', {
      subject: row.id,
      scope: row.scope,
      before: { state: filing.state },
      after: { state: after.state, opinion: given },
    })
    return { state: after.state }
  },
  {
    filing_opinions_version_id_account_id_key: () => refuse('review.one-person-two-bureaus', null),
  },
)
