import { type PeriodCode, periodName } from '../../shared/periods.ts'
import type { Text } from '../../shared/words.ts'
import type { IndicatorKind } from '../editions/edition-rules.ts'
import { isQuotient } from '../editions/indicator-kinds.ts'
import { figureOf, type Part, type Spans } from './standing.ts'

/** A reduced row as its reader is told of it. */
export type ReducedRow = {
  readonly kind: IndicatorKind
  readonly parts: Spans<Part> | null
  readonly reductions: readonly {
    readonly period: PeriodCode
    readonly amount: number
    readonly accepted: number
    readonly reason: string
    readonly lift: { readonly period: PeriodCode; readonly reason: string } | null
  }[]
}

/** What the records make of the total before any reduction; null where it is not computed. */
export function reportedOf({ parts }: Pick<ReducedRow, 'parts'>): number | null {
  return parts && figureOf(parts.total)
}

/** What was taken off by one reduction, in words: of a ratio or a mean to what, of everything else by how much. */
export function reductionName(kind: IndicatorKind, one: ReducedRow['reductions'][number]): Text {
  const { zh, en } = periodName(one.period)
  if (isQuotient(kind)) return { zh: `${zh}核减为 ${one.accepted}`, en: `reduced to ${one.accepted} in ${en}` }
  return { zh: `${zh}核减 ${one.amount}`, en: `reduced by ${one.amount} in ${en}` }
}

/** Every reduction of a row with its reason, those that were lifted too: the one text of workbook, paper and print (G3.5). */
export function reductionText(row: ReducedRow): Text {
  const reported = reportedOf(row)
  if (row.reductions.length === 0 || reported === null) return { zh: '', en: '' }
  const lines = row.reductions.map((one): Text => {
    const name = reductionName(row.kind, one)
    const text = { zh: `${name.zh}：${one.reason}`, en: `${name.en}: ${one.reason}` }
    if (!one.lift) return text
    const lifted = periodName(one.lift.period)
    return {
      zh: `${text.zh}（${lifted.zh}恢复：${one.lift.reason}）`,
      en: `${text.en} (lifted in ${lifted.en}: ${one.lift.reason})`,
    }
  })
  return {
    zh: [`按记录为 ${reported}`, ...lines.map(({ zh }) => zh)].join('；'),
    en: [`records make ${reported}`, ...lines.map(({ en }) => en)].join('; '),
  }
}
