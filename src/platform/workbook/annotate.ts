import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import type { Language } from '../../shared/words.ts'
import type { Remark } from './account.ts'
import { cellAddress } from './addresses.ts'
import { readWorkbook } from './read.ts'
import { sheetName, type Workbook } from './sheets.ts'
import { tableWords } from './table-words.ts'
import { cleanText, landscapeA4 } from './write.ts'

const red: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } }
const mark = '✗ '
/** Notes are drawings: beyond this many only the list names the cells. */
const maxNotes = 1000

const words = {
  head: { zh: ['工作表', '单元格', '列', '填写内容', '问题'], en: ['Sheet', 'Cell', 'Column', 'Content', 'Remark'] },
}

/**
 * A copy of the texts of the uploaded workbook with every problem on its place (red, with a note) and in a list of its own.
 * Formats, formulas and validations of the original are not copied: exceljs would have to parse what a stranger made.
 */
export async function annotateWorkbook(data: Buffer, problems: readonly Remark[], language: Language): Promise<Buffer> {
  return copyTexts(await readWorkbook(data), marksOf(problems, language), problems, language)
}

type Marks = ReadonlyMap<string, ReadonlyMap<string, { readonly texts: readonly string[]; readonly withNote: boolean }>>

/** By sheet, then by cell. */
function marksOf(problems: readonly Remark[], language: Language): Marks {
  const sheets = new Map<string, Map<string, { texts: string[]; withNote: boolean }>>()
  let notes = 0
  for (const problem of problems) {
    const cells = sheets.get(problem.sheet) ?? new Map()
    const entry = cells.get(problem.cell) ?? { texts: [], withNote: notes++ < maxNotes }
    entry.texts.push(problem[language])
    cells.set(problem.cell, entry)
    sheets.set(problem.sheet, cells)
  }
  return sheets
}

/** Writes row by row, so that memory stays flat. */
async function copyTexts(
  content: Workbook,
  marks: Marks,
  problems: readonly Remark[],
  language: Language,
): Promise<Buffer> {
  const output = new PassThrough()
  const chunks: Buffer[] = []
  output.on('data', (chunk: Buffer) => chunks.push(chunk))
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false })
  for (const sheet of content.sheets) {
    const page = workbook.addWorksheet(sheet.name)
    const marked = Map.groupBy(marks.get(sheet.name) ?? [], ([address]) => cellAddress(address)?.row)
    const rows =
      sheet.rows.length > 0 ? [...sheet.rows].sort((a, b) => a.number - b.number) : [{ number: 1, cells: [''] }]
    for (const [done, { number, cells }] of rows.entries()) {
      const row = page.getRow(number)
      for (const [at, text] of cells.entries()) {
        const cell = row.getCell(at + 1)
        if (text !== '') cell.value = cleanText(text)
        cell.numFmt = '@'
      }
      for (const [address, texts] of marked.get(number) ?? []) markCell(row.getCell(address.replace(/\d+$/, '')), texts)
      row.commit()
      if (done % 200 === 0) await setImmediate()
    }
    page.commit()
  }
  addProblems(workbook, problems, language).commit()
  await workbook.commit()
  return Buffer.concat(chunks)
}

function markCell(cell: ExcelJS.Cell, { texts, withNote }: { texts: readonly string[]; withNote: boolean }): void {
  // cells that look alike share one style object, so it is replaced, never changed
  cell.style = { ...cell.style, fill: red }
  if (withNote) cell.note = { texts: [{ text: texts.map((text) => mark + text).join('\n') }] }
}

function addProblems(workbook: ExcelJS.Workbook, problems: readonly Remark[], language: Language): ExcelJS.Worksheet {
  const page = workbook.addWorksheet(sheetName(tableWords.problems[language]), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: landscapeA4,
  })
  page.columns = [{ width: 18 }, { width: 10 }, { width: 22 }, { width: 30 }, { width: 80 }]
  page.addRow(words.head[language]).font = { name: '宋体', size: 11, bold: true }
  for (const problem of problems) {
    const row = page.addRow(
      [problem.sheet, problem.cell, problem.column, problem.value, problem[language]].map(cleanText),
    )
    for (let at = 1; at <= 5; at++)
      row.getCell(at).style = { numFmt: '@', font: { name: '宋体', size: 11 }, alignment: { wrapText: at === 5 } }
    const target = `#'${problem.sheet.replaceAll("'", "''")}'!${problem.cell}`
    row.getCell(2).value = { text: problem.cell, hyperlink: target }
    row.getCell(2).font = { name: '宋体', size: 11, underline: true, color: { argb: 'FF1F4E79' } }
  }
  return page
}
