import { type Edition, indicatorOf } from '../../../policy/editions/edition.ts'
import type { IndicatorRow } from '../../../policy/returns/indicators.ts'
import type { Text } from '../../../shared/words.ts'
import type { ReturnRow } from './contract.ts'
import type { FrozenHead, FrozenRow } from './store.ts'
import type { LiveTable } from './table.ts'

const same = (text: string): Text => ({ zh: text, en: text })
const qualitative = 'qualitative' as const

type Names = Pick<ReturnRow, 'l1' | 'l2' | 'name' | 'unit' | 'formula' | 'kind' | 'computed' | 'source'>

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
    }
  }
  const { zh, en, l1, l2, formula, kind, computed, figureFrom: source } = rule
  const named = { l1, l2, name: { zh, en }, unit: rule.unit.zh === unit ? rule.unit : same(unit) }
  return { ...named, formula, kind, computed, source }
}

type Figures = Omit<IndicatorRow, 'kind' | 'computed' | 'unit'>

function figuresOf(row: Figures): Figures {
  const { indicator, baseline, target, yearTarget, thisPeriod, thisYear, total, rate, timeProgress, gap, proofs } = row
  return { indicator, baseline, target, yearTarget, thisPeriod, thisYear, total, rate, timeProgress, gap, proofs }
}

/** Rows of an open return, as they would be submitted now. */
export function liveRows(edition: Edition, table: LiveTable, reasons: Readonly<Record<string, string>>): ReturnRow[] {
  return table.rows.map((row) => ({
    ...namesOf(edition, row),
    ...figuresOf(row),
    previous: previousOf(table.previous, row.indicator, table.corrections.get(row.indicator)?.difference ?? null),
    reason: reasons[row.indicator] ?? '',
    accepted: null,
    reducedTo: null,
    reductionReason: '',
  }))
}

type Previous = { readonly head: FrozenHead; readonly rows: readonly FrozenRow[] } | null

/** Rows as they were frozen, with what the county made of them once it has judged. */
export function frozenRows(
  edition: Edition,
  rows: readonly FrozenRow[],
  previous: Previous,
  accepted: boolean,
): ReturnRow[] {
  return rows.map((row) => ({
    ...namesOf(edition, row),
    ...figuresOf(row),
    previous: previousOf(previous, row.indicator, row.correction),
    reason: row.reason,
    accepted: accepted ? (row.reducedTo ?? row.total) : null,
    reducedTo: row.reducedTo,
    reductionReason: row.reductionReason,
  }))
}

function previousOf(previous: Previous, indicator: string, correction: number | null): ReturnRow['previous'] {
  const row = previous?.rows.find((one) => one.indicator === indicator)
  if (!previous || !row) return null
  return {
    period: previous.head.period,
    reported: row.total,
    accepted: row.reducedTo ?? row.total,
    reductionReason: row.reductionReason,
    correction,
  }
}
