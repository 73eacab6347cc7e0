import { type Edition, indicatorOf } from '../../../policy/editions/edition.ts'
import { whatCounts } from '../../../policy/records/measures.ts'
import { type IndicatorRow, withFigures } from '../../../policy/returns/indicators.ts'
import { type Figures, figureOf, standingIn } from '../../../policy/returns/standing.ts'
import type { PeriodCode } from '../../../shared/periods.ts'
import type { Text } from '../../../shared/words.ts'
import type { ReductionView, ReturnRow } from './contract.ts'
import type { StoredReduction } from './reduction-store.ts'
import type { FrozenHead, FrozenRow } from './store.ts'

const same = (text: string): Text => ({ zh: text, en: text })
const qualitative = 'qualitative' as const

type Names = Pick<ReturnRow, 'l1' | 'l2' | 'name' | 'unit' | 'formula' | 'kind' | 'computed' | 'source' | 'counts'>

/** What the edition says about an indicator; its unit as the plan wrote it where that differs. */
export function namesOf(edition: Edition, { indicator, unit }: { indicator: string; unit: string }): Names {
  const rule = indicatorOf(edition, indicator)
  if (!rule) {
    const unknown = same(indicator)
    return {
      l1: unknown,
      l2: unknown,
      name: unknown,
      unit: same(unit),
      formula: unknown,
      kind: qualitative,
      computed: false,
      source: 'park',
      counts: 'records',
    }
  }
  const { zh, en, l1, l2, formula, kind, computed, figureFrom: source } = rule
  const named = { l1, l2, name: { zh, en }, unit: rule.unit.zh === unit ? rule.unit : same(unit) }
  return { ...named, formula, kind, computed, source, counts: whatCounts(rule) }
}

type Previous = { readonly head: FrozenHead; readonly rows: readonly FrozenRow[] } | null

type Drawn = {
  readonly edition: Edition
  readonly period: PeriodCode
  /** As they were frozen, or would be now. */
  readonly rows: readonly FrozenRow[]
  /** Every one of the pilot's tables. */
  readonly reductions: readonly StoredReduction[]
  readonly previous: Previous
  readonly accepted: boolean
}

/** The rows of a table, frozen or open: what the records made, and the figures after what stands against them. */
export function drawnRows({ edition, period, rows, reductions, previous, accepted }: Drawn): ReturnRow[] {
  return rows.map((row) => {
    const own = reductions.filter((one) => one.indicator === row.indicator)
    const { baseline, yearTarget, proofs, decimals, reason } = row
    const { thisPeriod, thisYear, total, rate, gap, target, timeProgress, parts } = standingRow(
      edition,
      period,
      row,
      own,
    )
    return {
      ...namesOf(edition, row),
      indicator: row.indicator,
      baseline,
      target,
      yearTarget,
      ...{ thisPeriod, thisYear, total, rate, timeProgress, gap },
      proofs,
      decimals,
      parts,
      previous: previousOf(edition, previous, row, own),
      reason,
      accepted: accepted ? total : null,
      reductions: shownIn(period, own).map(reductionView),
    }
  })
}

/** A row with its figures after what stands against it in the table of a period. */
export function standingRow(
  edition: Edition,
  period: PeriodCode,
  row: FrozenRow,
  reductions: readonly StoredReduction[],
): FrozenRow & Figures & Pick<IndicatorRow, 'left'> {
  const { kind = qualitative, direction = 'at-least' } = indicatorOf(edition, row.indicator) ?? {}
  const own = reductions.filter((one) => one.indicator === row.indicator)
  return withFigures({ ...row, kind, direction }, period, standingIn(period, own))
}

/** Those that stand in the table of a period, and those that its own judge lifted. */
function shownIn(period: PeriodCode, reductions: readonly StoredReduction[]): StoredReduction[] {
  const standing = standingIn(period, reductions)
  return reductions.filter((one) => standing.includes(one) || one.lift?.period === period)
}

function reductionView(one: StoredReduction): ReductionView {
  const { id, period, amount, accepted, reason, level, bureau, byName, at, lift } = one
  const lifted = lift && { ...lift, at: lift.at.toISOString() }
  return {
    id,
    period,
    amount,
    accepted,
    reason,
    seat: `${level}-${bureau}`,
    byName,
    at: at.toISOString(),
    lift: lifted,
  }
}

function previousOf(
  edition: Edition,
  previous: Previous,
  { indicator, correction }: FrozenRow,
  reductions: readonly StoredReduction[],
): ReturnRow['previous'] {
  const row = previous?.rows.find((one) => one.indicator === indicator)
  if (!previous || !row) return null
  const { period } = previous.head
  const { parts, total } = standingRow(edition, period, row, reductions)
  return { period, reported: parts && figureOf(parts.total), accepted: total, correction }
}
