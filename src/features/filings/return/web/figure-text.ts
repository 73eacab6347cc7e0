import { formatYuan } from '../../../../shared/money.ts'
import type { RecordView } from '../contract.ts'

/** A figure as it stands in the table: `1,234.5`; a dash where there is none. */
export function figureText(value: number | null): string {
  return value === null ? '—' : value.toLocaleString('en-US', { maximumFractionDigits: 2 })
}

/** With its sign, for what is more or less than something else. */
export function signed(value: number | null): string {
  return value !== null && value > 0 ? `+${figureText(value)}` : figureText(value)
}

/** What a record adds: money in yuan, everything else as it is; of a ratio its part, its whole, or both; of a mean its own figure. */
export function valueText({ kind, value, of }: Pick<RecordView, 'kind' | 'value' | 'of'>): string {
  const text = kind === 'payment' || kind === 'tranche' ? formatYuan : figureText
  if (kind === 'register-entry' && of !== null) return `${signed(value * 100)}%`
  if (of === null || of === 0) return text(value)
  return kind === 'tranche' ? `÷ ${text(of)}` : `${text(value)} ÷ ${text(of)}`
}

/** A whole figure as the quotient it is. */
export function quotientText(kind: RecordView['kind'], value: number, of: number): string {
  if (kind === 'register-entry') return `${signed(value * 100)}% ÷ ${figureText(of)}`
  const text = kind === 'payment' || kind === 'tranche' ? formatYuan : figureText
  return `${text(value)} ÷ ${text(of)}`
}
