import { command } from '../../platform/command.ts'
import { invalid, stale } from '../../platform/errors.ts'
import type { Clause } from '../../policy/clauses.ts'
import { refuse } from '../../policy/refuse.ts'
import { mayAcceptReturn } from '../../policy/return-steps.ts'
import { type AcceptedRow, acceptRow } from '../../policy/returns.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { addOpinion, saveState } from '../filings/public.ts'
import * as contract from './contract.ts'
import { lockReturn } from './return-filing.ts'
import { type FrozenRow, insertReductions, rowsOf } from './store.ts'

/** The county economy bureau accepts a return: each figure as it is, or lower with a reason; never higher (G3.5). */
export const acceptReturn = command(
  contract.acceptReturn,
  async ({ params, body }, { tx, actor, now, newId, record }) => {
    const { pilot, row, state } = await lockReturn(tx, params.filingId)
    const { clause } = pilot.edition.returns
    const after = mayAcceptReturn(state, { by: actor.accountId, makers: row.makers, clause })
    if (isRefusal(after)) throw after
    const { version, scope } = row
    if (!version) throw new Error(`return ${row.id} was submitted without a version`)
    if (version.no !== body.versionNo)
      throw stale(version.submittedByName, version.submittedAt, { revision: version.no })
    const judged = judge(await rowsOf(tx, version.id), body.reductions, clause)
    const reductions = judged.flatMap(({ indicator, computed, accepted, reason }) =>
      accepted !== null && accepted !== computed
        ? [{ versionId: version.id, indicator, acceptedValue: accepted, reason, scope }]
        : [],
    )
    await insertReductions(tx, reductions)
    const opinion = {
      seat: 'county-economy',
      verdict: 'approve',
      marks: [],
      accountId: actor.accountId,
      at: now.toISOString(),
    } as const
    await addOpinion(tx, newId(), row, opinion)
    await saveState(tx, row.id, 'approved', [])
    record('return.accepted', {
      subject: row.id,
      scope,
      before: { state },
      after: { state: after, reductions: judged },
    })
    return { state: after, reduced: reductions.length }
  },
  { filing_opinions_version_id_seat_key: () => refuse('returns.accepted-before', 'G3.5') },
)

/** What the county says of the rows it names. @throws Refusal of the first it may not say */
function judge(rows: readonly FrozenRow[], reductions: readonly contract.Reduction[], clause: Clause): AcceptedRow[] {
  const seen = new Set<string>()
  return reductions.map(({ indicator, accepted, reason }, at) => {
    const row = rows.find((one) => one.indicator === indicator)
    const field = `reductions.${at}.indicator`
    if (!row) throw invalid([{ field, zh: `没有指标 ${indicator}`, en: `There is no indicator ${indicator}` }])
    if (seen.has(indicator))
      throw invalid([{ field, zh: `指标 ${indicator} 出现两次`, en: `Indicator ${indicator} stands twice` }])
    seen.add(indicator)
    const judged = acceptRow({ indicator, computed: row.total }, accepted, reason, clause)
    if (isRefusal(judged)) throw judged
    return judged
  })
}
