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
}

export type ExportValue = string | number | null

export type ExportSheet = {
  readonly title: string
  readonly columns: readonly ExportColumn[]
  readonly rows: Iterable<readonly ExportValue[]> | AsyncIterable<readonly ExportValue[]>
  /** Title and lines of a second sheet (filters, rule version); the count of rows is added with `countLabel`. */
  readonly about: {
    readonly title: string
    readonly countLabel: string
    readonly lines: readonly (readonly [string, string])[]
  }
}

export const cellFormats: Readonly<Record<CellKind, string>> = {
  // as text, so that `=1+1` stays what somebody typed, even after a double click into the cell
  text: '@',
  number: '#,##0.##',
  yuan: '#,##0.00',
  percent: '0.00%',
  day: 'yyyy-mm-dd',
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
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: sheet.columns.length } }
  let count = 0
  for await (const row of sheet.rows) {
    page.addRow(sheet.columns.map(({ kind }, at) => cellValue(kind, row[at] ?? null))).commit()
    // lets the zip and the reader keep up, so that memory stays flat
    if (++count % 200 === 0) await breathe(output)
    if (output.destroyed) return
  }
  page.commit()
  const about = workbook.addWorksheet(sheetName(sheet.about.title))
  about.columns = [{ width: 24 }, { width: 80, style: { alignment: { wrapText: true } } }]
  for (const line of [...sheet.about.lines, [sheet.about.countLabel, String(count)]]) about.addRow([...line]).commit()
  about.commit()
  await workbook.commit()
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
  return keepEscapes(text.replace(notInXml, '').toWellFormed().slice(0, 32_767))
}

const headerStyle: Partial<ExcelJS.Style> = {
  font: { name: '宋体', size: 11, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } },
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  border: { bottom: { style: 'thin' } },
}
