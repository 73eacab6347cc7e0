import type { CellKind, ExportValue } from '../workbook/values.ts'

const twoPlaces = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 })
const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

/** A value as it is read on a paper; `yuan` takes fen, `points` hundredths. */
export function valueText(kind: CellKind, value: ExportValue): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (kind === 'yuan' || kind === 'points') return twoPlaces.format(value / 100)
  return kind === 'percent' ? `${plain.format(value)}%` : plain.format(value)
}
