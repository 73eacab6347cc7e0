import { PassThrough, type Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import { keepEscapes } from './cell-faults.ts'
import { sheetName } from './sheets.ts'

export type CellKind = 'text' | 'number' | 'yuan' | 'percent' | 'day'

export type ExportColumn = {
  readonly title: string
  /** `yuan` takes whole fen; `percent` takes 30 for 30 %; `day` takes `YYYY-MM-DD`. */
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
  percent: '0.00%',
  day: 'yyyy-mm-dd',
}

/** A number with decimals shows two at most; in one without, the same format would leave its point standing. */
export function cellFormat(kind: CellKind, value: ExportValue): string {
  const hasDecimals = kind === 'number' && typeof value === 'number' && Math.round(value * 100) % 100 !== 0
  return hasDecimals ? '#,##0.##' : cellFormats[kind]
}

/** One page wide on A4, as many pages long as it takes. */
export const landscapeA4: Partial<ExcelJS.PageSetup> = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
}

export const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Writes rows as they come; an error of the source or of the reader ends the stream with it. */
export function exportRows(sheet: ExportSheet): Readable {
  const output = new PassThrough({ highWaterMark: 256 * 1024 })
  write(sheet, output).catch((error: unknown) =>
    output.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return output
}

async function write(sheet: ExportSheet, output: PassThrough): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: true,
    useSharedStrings: false,
    zip: { zlib: { level: 3 } },
  })
  const page = workbook.addWorksheet(sheetName(sheet.title), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { ...landscapeA4, printTitlesRow: '1:1' },
  })
  page.columns = sheet.columns.map(({ kind, width, title }) => ({
    width: width ?? Math.max(12, title.length * 2 + 4),
    style: { numFmt: cellFormats[kind], font: { name: '宋体', size: 11 } },
  }))
  const header = page.addRow(sheet.columns.map((each) => each.title))
  for (let at = 1; at <= sheet.columns.length; at++) header.getCell(at).style = headerStyle
  header.commit()
  const sums = sheet.columns.map(() => 0)
  let count = 0
  for await (const row of sheet.rows) {
    addLine(page, sheet.columns, row)
    for (const [at, value] of row.entries()) sums[at] = (sums[at] ?? 0) + (typeof value === 'number' ? value : 0)
    // lets the zip and the reader keep up, so that memory stays flat
    if (++count % 200 === 0) await breathe(output)
    if (output.destroyed) return
  }
  // the filter ends above the sums, so that filtering leaves them in place
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: count + 1, column: sheet.columns.length } }
  if (count > 0 && sheet.columns.some((one) => one.isSummed)) addSums(page, sheet, sums)
  page.commit()
  const about = workbook.addWorksheet(sheetName(sheet.about.title), {
    pageSetup: { ...landscapeA4, orientation: 'portrait' },
  })
  about.columns = [{ width: 24 }, { width: 64, style: { alignment: { wrapText: true } } }]
  const top = { vertical: 'top', wrapText: true } as const
  for (const line of [...sheet.about.lines, [sheet.about.countLabel, String(count)]]) {
    const row = about.addRow(line.map(cleanText))
    row.eachCell((cell) => Object.assign(cell, { alignment: top, numFmt: '@' }))
    row.commit()
  }
  about.commit()
  await workbook.commit()
}

function addLine(page: ExcelJS.Worksheet, columns: readonly ExportColumn[], values: readonly ExportValue[]): void {
  const row = page.addRow(columns.map(({ kind }, at) => cellValue(kind, values[at] ?? null)))
  for (const [at, { kind }] of columns.entries()) {
    const format = cellFormat(kind, values[at] ?? null)
    if (format !== cellFormats[kind]) row.getCell(at + 1).numFmt = format
  }
  row.commit()
}

/** A last row in bold; its label stands left of the first sum. */
function addSums(page: ExcelJS.Worksheet, { columns, totalLabel = '' }: ExportSheet, sums: readonly number[]): void {
  const first = columns.findIndex((one) => one.isSummed)
  const row = page.addRow(
    columns.map(({ kind, isSummed }, at) =>
      isSummed ? cellValue(kind, sums[at] ?? 0) : at === Math.max(0, first - 1) ? totalLabel : null,
    ),
  )
  for (let at = 1; at <= columns.length; at++) {
    const cell = row.getCell(at)
    cell.font = { name: '宋体', size: 11, bold: true }
    cell.border = { top: { style: 'thin' } }
    cell.numFmt = cellFormat(columns[at - 1]?.kind ?? 'text', sums[at - 1] ?? null)
  }
  row.commit()
}

function breathe(output: PassThrough): Promise<void> {
  return new Promise((resolve) => {
    if (!output.writableNeedDrain) {
      setImmediate(resolve)
      return
    }
    const done = () => {
      output.off('drain', done)
      output.off('close', done)
      resolve()
    }
    output.once('drain', done)
    output.once('close', done)
  })
}

export function cellValue(kind: CellKind, value: ExportValue): string | number | Date | null {
  if (value === null || value === '') return null
  if (kind === 'text') return cleanText(String(value))
  if (kind === 'day')
    return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
      ? new Date(`${value}T00:00:00Z`)
      : cleanText(String(value))
  if (typeof value === 'string') return cleanText(value)
  return kind === 'yuan' || kind === 'percent' ? value / 100 : value
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are not allowed in XML
const notInXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

/** Characters that XML cannot carry would make the file unreadable. */
export function cleanText(text: string): string {
  return keepEscapes(text.replace(notInXml, '').slice(0, 32_767).toWellFormed())
}

const headerStyle: Partial<ExcelJS.Style> = {
  font: { name: '宋体', size: 11, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } },
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  border: { bottom: { style: 'thin' } },
}
