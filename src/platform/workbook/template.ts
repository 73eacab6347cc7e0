import type ExcelJS from 'exceljs'
import type { Language, Text } from '../../shared/words.ts'
import { columnLetters } from './addresses.ts'
import type { Column, Table } from './columns.ts'
import { landscapeA4, newWorkbook } from './form-look.ts'
import { sheetName } from './sheets.ts'
import { tableWords } from './table-words.ts'
import { cleanText } from './values.ts'

export type TemplateOptions = {
  readonly language: Language
  /** Printed in the instructions: which rules this template was made from, where it was made from any. */
  readonly rules?: Text
  /** What already is entered, by column key, so that it can be corrected and read back. */
  readonly rows?: readonly Readonly<Record<string, string | number | null>>[]
}

const words = {
  title: { zh: '填写说明', en: 'How to fill in this table' },
  rules: { zh: '规则版本', en: 'Rules' },
  keep: {
    zh: '请勿改动表头文字；列的顺序可以调整。带 * 的列必填。空行会被跳过。填写后直接上传本文件。',
    en: 'Leave the header texts as they are; columns may be moved. Columns with * are required. Blank rows are skipped.',
  },
  column: { zh: '列', en: 'Column' },
  required: { zh: '必填', en: 'Required' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  hint: { zh: '填写要求', en: 'What belongs here' },
  example: { zh: '示例', en: 'Example' },
  choices: { zh: '可选项', en: 'Choices' },
  choose: { zh: '请从下拉列表中选择。', en: 'Choose from the list.' },
} satisfies Record<string, Text>

const lastRow = 2000
const optionsSheet = 'options'

/** An empty workbook for the table, with lists to choose from and instructions made from the same declaration. */
export async function makeTemplate(table: Table, options: TemplateOptions): Promise<Buffer> {
  const workbook = await newWorkbook()
  const page = workbook.addWorksheet(sheetName(table.title[options.language]), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { ...landscapeA4, printTitlesRow: '1:1' },
  })
  page.columns = table.columns.map((each) => ({ width: each.width ?? 16 }))
  const header = page.getRow(1)
  header.height = 30
  for (const [index, each] of table.columns.entries()) {
    page.getColumn(index + 1).style = {
      numFmt: each.numeric ? 'General' : '@',
      font: { name: '宋体', size: 11 },
      alignment: { vertical: 'middle', wrapText: true },
    }
    headerCell(header.getCell(index + 1), each, options.language)
  }
  for (const row of options.rows ?? []) {
    page.addRow(
      table.columns.map(({ key }) => (typeof row[key] === 'string' ? cleanText(row[key]) : (row[key] ?? null))),
    )
  }
  instructions(workbook, table, options)
  addChoices(workbook, page, table.columns, options.language)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function headerCell(cell: ExcelJS.Cell, column: Column, language: Language): void {
  cell.value = column.title[language] + (column.required ? ' *' : '')
  cell.style = {
    numFmt: '@',
    font: { name: '宋体', size: 11, bold: true, color: { argb: 'FFFFFFFF' } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: column.required ? 'FF1F4E79' : 'FF5B7A99' } },
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
    border: { top: thin, left: thin, bottom: thin, right: thin },
  }
  const example = column.example === undefined ? '' : `${words.example[language]}: ${column.example}`
  const note = [column.hint?.[language] ?? '', example].filter((line) => line !== '').join('\n')
  if (note !== '') cell.note = { texts: [{ text: note }] }
}

const thin: ExcelJS.Border = { style: 'thin', color: { argb: 'FFBFBFBF' } }

function instructions(workbook: ExcelJS.Workbook, table: Table, { language, rules }: TemplateOptions): void {
  const page = workbook.addWorksheet(tableWords.instructions[language], { pageSetup: landscapeA4 })
  page.columns = [{ width: 24 }, { width: 10 }, { width: 52 }, { width: 28 }, { width: 60 }]
  const made = rules ? [`${words.rules[language]}: ${rules[language]}`] : []
  for (const line of [words.title[language], ...made, words.keep[language]]) {
    const row = page.addRow([line])
    page.mergeCells(row.number, 1, row.number, 5)
    row.height = row.number === 1 ? 26 : 18
    row.getCell(1).style = { font: { name: '宋体', size: row.number === 1 ? 14 : 11, bold: row.number === 1 } }
  }
  const head = page.addRow(
    [words.column, words.required, words.hint, words.example, words.choices].map((each) => each[language]),
  )
  head.eachCell((cell) => {
    cell.style = {
      font: { name: '宋体', size: 11, bold: true },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } },
      border: { bottom: thin },
    }
  })
  for (const each of table.columns) {
    const choices = each.options?.map((option) => option[language]).join(language === 'zh' ? '、' : ', ') ?? ''
    const required = (each.required ? words.yes : words.no)[language]
    const row = page.addRow([each.title[language], required, each.hint?.[language] ?? '', each.example ?? '', choices])
    row.eachCell((cell, at) => {
      const grey = at === 4 ? { color: { argb: 'FF808080' }, italic: true } : {}
      cell.style = {
        numFmt: '@',
        font: { name: '宋体', size: 11, ...grey },
        alignment: { vertical: 'top', wrapText: true },
      }
    })
  }
}

/** Lists stand on a sheet of their own: written into the validation itself they may not exceed 255 characters. */
function addChoices(
  workbook: ExcelJS.Workbook,
  page: ExcelJS.Worksheet,
  columns: readonly Column[],
  language: Language,
): void {
  if (!columns.some((each) => each.options)) return
  const lists = workbook.addWorksheet(optionsSheet, { state: 'veryHidden' })
  for (const [index, { options }] of columns.entries()) {
    if (!options || options.length === 0) continue
    const letters = columnLetters(index)
    for (const [at, option] of options.entries()) lists.getCell(at + 1, index + 1).value = option[language]
    validationsOf(page).add(`${letters}2:${letters}${lastRow}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`${optionsSheet}!$${letters}$1:$${letters}$${options.length}`],
      showErrorMessage: true,
      error: words.choose[language],
    })
  }
}

/** exceljs has validations by range, but does not declare them. */
function validationsOf(page: ExcelJS.Worksheet): { add(range: string, validation: ExcelJS.DataValidation): void } {
  return (page as unknown as { dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void } })
    .dataValidations
}
