import type { Acting } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type FieldError, invalid, UnfitAndRefused } from '../../../platform/errors.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import { bureauOfSeat, type Seat } from '../../../policy/people/roles.ts'
import { type AcceptedRow, acceptRow, mayLift, periodFacts } from '../../../policy/returns/returns.ts'
import { amountTo, standingIn } from '../../../policy/returns/standing.ts'
import { isRefusal, type Refusal } from '../../../shared/refusal.ts'
import { pilotIdOf } from '../plan/public.ts'
import type { Lift, Reduction, TableJudgment } from './contract.ts'
import { insertJudgment, reductionsOf } from './reduction-store.ts'
import { standingRow } from './row-views.ts'
import { type FrozenRow, openedReturns, rowsOf } from './store.ts'
import type { TableFiling } from './table-filing.ts'

/** What a judgment comes to: the reductions it lifts, and the rows it names with what is taken off each. */
type Judged = { readonly lifts: readonly Lift[]; readonly rows: readonly (AcceptedRow & { readonly amount: number })[] }

/** Why a table cannot be judged now: one of an earlier period is not, and what it reduces stands in this one (G3.5). */
export async function whyNotJudged(tx: Tx, { duty, row }: TableFiling): Promise<Refusal | null> {
  const opened = await openedReturns(tx, pilotIdOf(duty))
  const before = opened.find(({ period, state }) => period < row.period && state === 'submitted')
  return before ? refuse('returns.one-before-not-accepted', duty.rule.clause, periodFacts(before.period)) : null
}

/** Checks a judgment whole. @throws Refusal of all it may not say, HttpError for what is not in the table */
export async function judgedTable(tx: Tx, { row, duty }: TableFiling, judgment: unknown): Promise<Judged> {
  // The shape is the kind's own, and checked before it comes here.
  const { reductions, lifts } = judgment as TableJudgment
  if (!row.version) throw new Error(`return ${row.id} was never submitted`)
  const { clause } = duty.rule
  const { period } = row
  const kept = await reductionsOf(tx, [pilotIdOf(duty)])
  const noLift = lifts.flatMap(({ reductionId, reason }, at) => {
    const twice = lifts.findIndex((one) => one.reductionId === reductionId) < at
    const reduction = twice ? undefined : kept.find((one) => one.id === reductionId)
    return mayLift(reduction, { period, reason, clause, field: `lifts.${reductionId}` }) ?? []
  })
  const standing = standingIn(period, kept).filter((one) => !lifts.some(({ reductionId }) => reductionId === one.id))
  const frozen = await rowsOf(tx, row.version.id)
  const unfit = reductions.flatMap((_, at) => misnamed(frozen, reductions, at) ?? [])
  const named = reductions.flatMap((one) => {
    const row = frozen.find(({ indicator }) => indicator === one.indicator)
    return row ? [{ ...one, row }] : []
  })
  const rows = named.map(({ row: found, accepted, reason }) => {
    const { total, left, decimals, signed } = standingRow(duty.batch.edition, period, found, standing)
    const answer = acceptRow(
      { indicator: found.indicator, computed: total, decimals, signed },
      accepted,
      reason,
      clause,
    )
    return isRefusal(answer) ? answer : { ...answer, amount: left ? amountTo(left.total, accepted) : 0 }
  })
  const no = allRefusals(...noLift, ...rows.filter(isRefusal))
  // A code that the table has not hides nothing that is wrong with the others.
  if (unfit.length > 0) throw new UnfitAndRefused(unfit, [no ?? invalid(unfit)])
  if (no) throw no
  return {
    lifts: lifts.map(({ reductionId, reason }) => ({ reductionId, reason: reason.trim() })),
    rows: rows.flatMap((one) => (isRefusal(one) ? [] : [one])),
  }
}

/** Checks and writes what a seat alters; returns what the event says about it. */
export async function judgeTable({ tx, newId }: Acting, filing: TableFiling, seat: Seat, judgment: unknown) {
  const { lifts, rows } = await judgedTable(tx, filing, judgment)
  const { version, scope } = filing.row
  const level = seat.startsWith('province-') ? ('province' as const) : ('county' as const)
  const spoken = { versionId: version?.id ?? '', level, bureau: bureauOfSeat(seat), scope }
  await insertJudgment(
    tx,
    lifts.map((one) => ({ ...one, ...spoken })),
    rows.flatMap(({ indicator, computed, accepted, amount, reason }) =>
      accepted === null || accepted === computed
        ? []
        : [{ id: newId(), indicator, amount, acceptedValue: accepted, reason, ...spoken }],
    ),
  )
  return { reductions: rows, lifts }
}

/** What is wrong with the code of a reduction: the table has none such, or it stands twice; null for neither. */
function misnamed(rows: readonly FrozenRow[], reductions: readonly Reduction[], at: number): FieldError | null {
  const { indicator } = reductions[at] ?? { indicator: '' }
  const field = `judgment.reductions.${at}.indicator`
  if (!rows.some((one) => one.indicator === indicator)) return noIndicator(field, indicator)
  if (reductions.findIndex((one) => one.indicator === indicator) === at) return null
  return { field, zh: `指标 ${indicator} 出现两次`, en: `Indicator ${indicator} stands twice` }
}

/** What is said of a code that the table does not have. */
export function noIndicator(field: string, code: string) {
  return { field, zh: `没有指标 ${code}`, en: `There is no indicator ${code}` }
}
