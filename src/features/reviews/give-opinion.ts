import { command } from '../../platform/command.ts'
import { notFound, stale } from '../../platform/errors.ts'
import * as policy from '../../policy/filing.ts'
import { refuse } from '../../policy/refuse.ts'
import { seatOf } from '../../policy/roles.ts'
import { dayOf } from '../../shared/dates.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { addOpinion, asPolicy, lockFiling, saveState } from '../filings/public.ts'
import { requirePilot } from '../pilots/public.ts'
import { lockBaseline, planContentOf } from '../plans/public.ts'
import * as contract from './contract.ts'

export const giveOpinion = command(
  contract.giveOpinion,
  async ({ params, body }, { tx, actor, now, newId, record }) => {
    const row = await lockFiling(tx, params.filingId)
    if (row?.kind !== 'plan') throw notFound({ zh: '方案', en: 'plan' })
    const pilot = await requirePilot(tx, row.pilotId ?? '')
    const filing = asPolicy(row, pilot.edition)
    const seat = seatOf(actor.unitKind, actor.bureau)
    if (seat === null) throw refuse('review.not-a-reviewer', filing.rule.clause)
    if (row.version && row.version.no !== body.versionNo) {
      throw stale(row.version.submittedByName, row.version.submittedAt, { revision: row.version.no })
    }
    const opinion = {
      seat,
      verdict: body.verdict,
      marks: body.marks,
      by: actor.accountId,
      at: now.toISOString(),
    }
    const after = policy.giveOpinion(filing, opinion)
    if (isRefusal(after)) throw after
    const given = after.opinions.at(-1)
    if (given) await addOpinion(tx, newId(), row, given)
    await saveState(tx, row.id, after.state, after.openSections)
    const baseline =
      after.state === 'approved' && row.version
        ? await lockBaseline(
            tx,
            pilot,
            {
              content: planContentOf(row),
              versionId: row.version.id,
              matterId: null,
              no: 1,
              inForceFrom: dayOf(now),
            },
            { newId, at: now, by: actor.accountId },
          )
        : null
    record('review.opinion-given', {
      subject: row.id,
      scope: row.scope,
      before: { state: filing.state },
      after: { state: after.state, opinion: given, baseline },
    })
    return { state: after.state }
  },
  {
    filing_opinions_version_id_account_id_key: () => refuse('review.one-person-two-bureaus', 'G3.1'),
  },
)
