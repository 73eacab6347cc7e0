import { keepEscapes } from './cell-faults.ts'

export type CellKind = 'text' | 'number' | 'yuan' | 'points' | 'percent' | 'day'

export type ExportColumn = {
  readonly title: string
  /** `yuan` takes whole fen; `points` whole hundredths; `percent` takes 30 for 30 %; `day` takes `YYYY-MM-DD`. */
  readonly kind: CellKind
  readonly width?: number
  /** Added up in a last row. */
  readonly isSummed?: boolean
}

export type ExportValue = string | number | null

export type ExportSheet = {
  readonly title: string
  readonly columns: readonly ExportColumn[]
  readonly rows: Iterable<readonly ExportValue[]> | AsyncIterable<readonly ExportValue[]>
  /** Stands before the sums of the columns that are added up. */
  readonly totalLabel?: string
  /** Title and lines of a second sheet (filters, rule version); the count of rows is added with `countLabel`. */
  readonly about: {
    readonly title: string
    readonly countLabel: string
    readonly lines: readonly (readonly [string, string])[]
  }
}

const cellFormats: Readonly<Record<CellKind, string>> = {
  // as text, so that `=1+1` stays what somebody typed, even after a double click into the cell
  text: '@',
  number: '#,##0',
  yuan: '#,##0.00',
  points: '0.00',
  percent: '0.00%',
  day: 'yyyy-mm-dd',
}

/** A number with decimals shows two at most; in one without, the same format would leave its point standing. */
export function cellFormat(kind: CellKind, value: ExportValue): string {
  const hasDecimals = kind === 'number' && typeof value === 'number' && Math.round(value * 100) % 100 !== 0
  return hasDecimals ? '#,##0.##' : cellFormats[kind]
}

export const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function cellValue(kind: CellKind, value: ExportValue): string | number | Date | null {
  if (value === null || value === '') return null
  if (kind === 'text') return cleanText(String(value))
  if (kind === 'day')
    return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
      ? new Date(`${value}T00:00:00Z`)
      : cleanText(String(value))
  if (typeof value === 'string') return cleanText(value)
  return inUnits(kind, value)
}

/** The number that stands in the cell: yuan and points are kept in hundredths, and 30 % is 0.3. */
export function inUnits(kind: CellKind, value: number): number {
  return kind === 'yuan' || kind === 'points' || kind === 'percent' ? value / 100 : value
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are not allowed in XML
const notInXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

/** Characters that XML cannot carry would make the file unreadable. */
export function cleanText(text: string): string {
  return keepEscapes(text.replace(notInXml, '').slice(0, 32_767).toWellFormed())
}
