import { parse } from 'csv-parse'
import { WorkbookRefused } from './refused.ts'
import { trimRow, type Workbook, type WorkbookRow, workbookLimits } from './sheets.ts'
import { tooManyColumns, tooManyRows } from './too-many.ts'

export const csvSheetName = 'CSV'

/** Reads comma, tab or semicolon separated text; the encoding is found by trying, as Excel and WPS here write GBK. */
export async function readCsv(data: Buffer): Promise<Workbook> {
  const text = decodeText(data)
  const rows: WorkbookRow[] = []
  let number = 0
  const records = parse(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 1_000_000,
  })
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      number++
      if (record.length > workbookLimits.columns && trimRow(record.slice(workbookLimits.columns)))
        throw tooManyColumns(csvSheetName)
      const cells = trimRow(record.map(unwrap))
      if (!cells) continue
      if (rows.push({ number, cells }) > workbookLimits.rows) throw tooManyRows()
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

/** `="00123"`, the usual trick to keep leading zeros, is the text within. */
function unwrap(cell: string): string {
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell
}

function delimiterOf(text: string): string {
  const line =
    text
      .slice(0, 10_000)
      .split(/\r?\n/, 20)
      .find((each) => each.trim() !== '') ?? ''
  const count = (mark: string) => line.split(mark).length
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

function decodeText(data: Buffer): string {
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
