import { parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { faultOfText } from './cell-faults.ts'
import type { Column } from './columns.ts'
import { matchedTitles } from './header.ts'
import { WorkbookRefused } from './refused.ts'
import { type CellFault, isBlank, trimRow, type Workbook, type WorkbookRow, workbookLimits } from './sheets.ts'
import { tooManyColumns, tooManyRows } from './too-many.ts'

export const csvSheetName = 'CSV'

const relaxed = { relax_column_count: true, relax_quotes: true, skip_empty_lines: false } as const

/**
 * Reads text whose cells are separated by commas, tabs, semicolons or bars; the separator is the one under which a line is the header
 * of `columns`. The encoding is found by trying, as Excel and WPS here write GBK.
 */
export async function readCsv(data: Buffer, columns: readonly Column[]): Promise<Workbook> {
  const text = decodeText(data)
  const rows: WorkbookRow[] = []
  let number = 0
  const records = parse(text, { ...relaxed, delimiter: delimiterOf(text, columns), max_record_size: 1_000_000 })
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      number++
      if (record.length > workbookLimits.columns && trimRow(record.slice(workbookLimits.columns)))
        throw tooManyColumns(csvSheetName)
      const row = rowOf(number, record)
      if (row && rows.push(row) > workbookLimits.rows) throw tooManyRows()
    }
  } catch (error) {
    if (error instanceof WorkbookRefused) throw error
    throw new WorkbookRefused(
      'broken',
      {
        zh: `CSV 文件第 ${number + 1} 行附近格式有误（引号未成对或单行过长）。`,
        en: `The CSV file is malformed near row ${number + 1} (an open quotation mark, or a line too long).`,
      },
      { row: number + 1 },
    )
  } finally {
    records.destroy()
  }
  return { format: 'csv', sheets: [{ name: csvSheetName, rows }] }
}

function rowOf(number: number, record: readonly string[]): WorkbookRow | null {
  const cells = trimRow(record.map(unwrap))
  if (!cells) return null
  const faults = new Map<number, CellFault>()
  for (const [at, cell] of cells.entries()) {
    const fault = faultOfText(cell)
    if (fault) faults.set(at, fault)
  }
  return { number, cells, fields: record.length, ...(faults.size > 0 && { faults }) }
}

/** `="00123"`, the usual trick to keep leading zeros, is the text within. */
function unwrap(cell: string): string {
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell
}

/** In the order in which they are preferred. */
const delimiters = [',', '\t', ';', '|', '，', '；']
const headLength = 100_000

function delimiterOf(text: string, columns: readonly Column[]): string {
  const titled = (records: readonly string[][]) => Math.max(0, ...records.map((cells) => matchedTitles(cells, columns)))
  const byTitles = delimiters.map((delimiter) => ({ delimiter, score: titled(headOf(text, delimiter)) }))
  const best = byTitles.reduce((most, each) => (each.score > most.score ? each : most))
  if (best.score > 1) return best.delimiter
  // no header of the table: the one that cuts the lines into most pieces
  const pieces = (records: readonly string[][]) => records.reduce((sum, cells) => sum + cells.length - 1, 0)
  return delimiters
    .slice(0, 3)
    .map((delimiter) => ({ delimiter, score: pieces(headOf(text, delimiter)) }))
    .reduce((most, each) => (each.score > most.score ? each : most)).delimiter
}

function headOf(text: string, delimiter: string): string[][] {
  const head = text.slice(0, headLength)
  try {
    return parseAtOnce(head, { ...relaxed, delimiter, to: workbookLimits.headRows })
  } catch {
    // an open quotation mark, or a record cut at the end of the head
    const lines = head.split(/\r?\n/, workbookLimits.headRows)
    return lines.filter((line) => !isBlank(line)).map((line) => line.split(delimiter))
  }
}

export function decodeText(data: Buffer): string {
  const mark = data.toString('hex', 0, 2)
  const encodings = mark === 'fffe' ? ['utf-16le'] : mark === 'feff' ? ['utf-16be'] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(data)
      if (!text.slice(0, 100_000).includes('\0')) return text
    } catch {
      // not in this encoding
    }
  }
  throw new WorkbookRefused('unknown-text', {
    zh: '无法识别文件内容。请上传 .xlsx，或 UTF-8、GBK 编码的 .csv。',
    en: 'The content is not recognised. Upload .xlsx, or .csv in UTF-8 or GBK.',
  })
}
