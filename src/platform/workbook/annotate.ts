import ExcelJS from 'exceljs'
import type { Language } from '../../shared/words.ts'
import { bytesOf } from '../files/zip.ts'
import { readCsv } from './csv.ts'
import type { Problem } from './problems.ts'
import { sheetName, type Workbook } from './sheets.ts'
import { tableWords } from './table-words.ts'
import { cleanText, landscapeA4 } from './write.ts'
import { readXlsx } from './xlsx.ts'

const red = 'FFFFC7CE'
const mark = '✗ '
/** Notes are drawings: beyond this many only the list names the cells. */
const maxNotes = 1000
const maxExpansion = 200_000

const words = {
  head: { zh: ['工作表', '单元格', '列', '填写内容', '问题'], en: ['Sheet', 'Cell', 'Column', 'Content', 'Problem'] },
}

/**
 * A copy of the uploaded workbook with every problem on its place (red, with a note) and in a list of its own. Where the
 * original cannot be kept safely (CSV, or ranges over whole columns) the copy has its texts only.
 */
export async function annotateWorkbook(
  data: Buffer,
  problems: readonly Problem[],
  language: Language,
): Promise<Buffer> {
  const workbook = await openCopy(data)
  for (const name of Object.values(tableWords.problems)) {
    const old = workbook.getWorksheet(name)
    if (old) workbook.removeWorksheet(old.id)
  }
  for (const page of workbook.worksheets) clearMarks(page)
  for (const [index, { sheet, cell, texts }] of byCell(problems, language).entries()) {
    const page = workbook.getWorksheet(sheet)
    if (page) markCell(page.getCell(cell), texts, index < maxNotes)
  }
  listProblems(workbook, problems, language)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

async function openCopy(data: Buffer): Promise<ExcelJS.Workbook> {
  if (data.toString('latin1', 0, 2) !== 'PK') return rebuilt(await readCsv(data))
  const { workbook: content, expansion } = await readXlsx(bytesOf(data))
  if (expansion > maxExpansion) return rebuilt(content)
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(data as unknown as ExcelJS.Buffer)
    return content.sheets.every((sheet) => workbook.getWorksheet(sheet.name)) ? workbook : rebuilt(content)
  } catch {
    return rebuilt(content)
  }
}

function rebuilt(content: Workbook): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook()
  for (const sheet of content.sheets) {
    const page = workbook.addWorksheet(sheet.name)
    for (const { number, cells } of sheet.rows) {
      for (const [at, text] of cells.entries()) {
        if (text === '') continue
        const cell = page.getCell(number, at + 1)
        cell.value = cleanText(text)
        cell.numFmt = '@'
      }
    }
  }
  return workbook
}

function byCell(problems: readonly Problem[], language: Language) {
  const cells = new Map<string, { sheet: string; cell: string; texts: string[] }>()
  for (const problem of problems) {
    const key = `${problem.sheet}\n${problem.cell}`
    const entry = cells.get(key) ?? { sheet: problem.sheet, cell: problem.cell, texts: [] }
    entry.texts.push(problem[language])
    cells.set(key, entry)
  }
  return [...cells.values()]
}

/** Marks of an earlier round, from a copy that was corrected and uploaded again. */
function clearMarks(page: ExcelJS.Worksheet): void {
  page.eachRow((row) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      const fill = cell.fill
      if (fill?.type !== 'pattern' || fill.fgColor?.argb !== red) return
      const { fill: _, ...style } = cell.style
      cell.style = style
      if (noteText(cell.note).startsWith(mark)) removeNote(cell)
    })
  })
}

function noteText(note: string | ExcelJS.Comment | undefined): string {
  return typeof note === 'object' ? (note.texts ?? []).map((each) => each.text).join('') : (note ?? '')
}

/** exceljs can set a note but has no way to take it away: it is kept on the cell and once more in its model. */
function removeNote(cell: ExcelJS.Cell): void {
  const kept = cell as unknown as { _comment?: unknown; model: { comment?: unknown } }
  delete kept._comment
  delete kept.model.comment
}

function markCell(cell: ExcelJS.Cell, texts: readonly string[], withNote: boolean): void {
  // cells that look alike share one style object, so it is replaced, never changed
  cell.style = { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: red } } }
  if (withNote) cell.note = { texts: [{ text: texts.map((text) => mark + text).join('\n') }] }
}

function listProblems(workbook: ExcelJS.Workbook, problems: readonly Problem[], language: Language): void {
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
}
