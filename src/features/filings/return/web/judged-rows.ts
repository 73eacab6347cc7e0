import { isSigned } from '../../../../policy/editions/indicator-kinds.ts'
import { acceptRow, mayLift } from '../../../../policy/returns/returns.ts'
import { afterReductions, figureOf, standingIn } from '../../../../policy/returns/standing.ts'
import type { PeriodCode } from '../../../../shared/periods.ts'
import type { Refusal } from '../../../../shared/refusal.ts'
import { isRefusal } from '../../../../shared/refusal.ts'
import type { Lift, Reduction, ReductionView, ReturnHead, ReturnRow } from '../contract.ts'

/** What the county writes beside one row: a lower figure, as typed, and why; and why it lifts earlier reductions, by their ids. */
export type Judged = {
  readonly accepted: number | null
  readonly reason: string
  readonly lifts: Readonly<Record<string, string>>
}

/** A judgment as it is sent. */
export type Altered = { readonly reductions: readonly Reduction[]; readonly lifts: readonly Lift[] }

type Head = Pick<ReturnHead, 'period' | 'clause'>

export const untouched: Judged = { accepted: null, reason: '', lifts: {} }

/** The reductions of earlier tables that stand in this one: each may be lifted. */
export function carriedInto(period: PeriodCode, row: Pick<ReturnRow, 'reductions'>): ReductionView[] {
  return standingIn(period, row.reductions).filter((one) => one.period < period)
}

/** The total that stands, and is accepted if nobody goes lower: after every reduction that is not being lifted. */
export function highestOf(period: PeriodCode, row: ReturnRow, lifts: Judged['lifts']): number | null {
  const standing = standingIn(period, row.reductions).filter(({ id }) => lifts[id] === undefined)
  return row.parts && figureOf(afterReductions(row.kind, period, row.parts, standing).total)
}

/** Everything that is wrong with what is written beside one row. */
export function wrongIn({ period, clause }: Head, row: ReturnRow, judged: Judged): Refusal[] {
  const { accepted, reason, lifts } = judged
  const { indicator, decimals } = row
  const computed = highestOf(period, row, lifts)
  const answer =
    accepted === null
      ? null
      : acceptRow({ indicator, computed, decimals, signed: isSigned(row.kind) }, accepted, reason, clause)
  const ofLifts = carriedInto(period, row).flatMap((one) => {
    const why = lifts[one.id]
    if (why === undefined) return []
    return mayLift({ ...one, indicator }, { period, reason: why, clause, field: liftField(one.id) }) ?? []
  })
  return [...(answer && isRefusal(answer) ? [answer] : []), ...ofLifts]
}

export function liftField(reductionId: string): string {
  return `lifts.${reductionId}`
}

/** What is sent: figures that are left as they stand are not named. */
export function alteredBy(period: PeriodCode, rows: readonly ReturnRow[], of: (indicator: string) => Judged): Altered {
  const reductions: Reduction[] = []
  const lifts: Lift[] = []
  for (const row of rows) {
    const judged = of(row.indicator)
    for (const { id } of carriedInto(period, row)) {
      const reason = judged.lifts[id]
      if (reason !== undefined) lifts.push({ reductionId: id, reason })
    }
    const { accepted, reason } = judged
    if (accepted !== null && accepted !== highestOf(period, row, judged.lifts))
      reductions.push({ indicator: row.indicator, accepted, reason })
  }
  return { reductions, lifts }
}

/** Of a judgment as it was sent; nothing of an opinion without one. */
export function alteredIn(judgment: unknown): Altered {
  const { reductions = [], lifts = [] } = (judgment as Partial<Altered> | null | undefined) ?? {}
  return { reductions, lifts }
}

/** What was sent once, as it stands beside each row again. */
export function judgedAgain(rows: readonly ReturnRow[], { reductions, lifts }: Altered): Record<string, Judged> {
  return Object.fromEntries(
    rows.map((row) => {
      const { accepted = null, reason = '' } = reductions.find(({ indicator }) => indicator === row.indicator) ?? {}
      const own = lifts.filter(({ reductionId }) => row.reductions.some(({ id }) => id === reductionId))
      return [
        row.indicator,
        { accepted, reason, lifts: Object.fromEntries(own.map((one) => [one.reductionId, one.reason])) },
      ]
    }),
  )
}
