import type ExcelJS from 'exceljs'
import { bodyRows, type FormColumn, mostLines } from './form-body.ts'
import { linesOf, piecesOf, spansOf, totalWidth } from './form-layout.ts'
import { bodyFont, grid, headFont, lineHeight, middle, newWorkbook } from './form-look.ts'
import { sheetName } from './sheets.ts'
import { cleanText, type ExportValue } from './values.ts'

export type OfficialForm = {
  readonly sheet: string
  readonly title: string
  /** Small above the title: the programme, or that it is a draft. */
  readonly above?: string
  /** Below the title: who files (left), for when (centre), in which unit of money (right). */
  readonly subtitle: { readonly left: string; readonly centre?: string; readonly right: string }
  /** The head of the form as pairs of label and value, three to a line. */
  readonly facts?: readonly (readonly [string, string])[]
  readonly columns: readonly FormColumn[]
  readonly rows: readonly (readonly ExportValue[])[]
  readonly notes?: readonly string[]
  /** `填报人：` and the like, spread over the width above the grid, on the first page. */
  readonly signatures: readonly string[]
  /** Printed small on every page: version and hash of what is shown, and the page number as `第 &P 页 共 &N 页`. */
  readonly footer: { readonly left: string; readonly page: string }
  readonly orientation?: 'landscape' | 'portrait'
}

const titleFont = { name: '方正小标宋简体', size: 22 }

/** A form in the official layout, ready to print on A4: title, head, grid, signatures; the grid's head repeats on every page. */
export async function writeOfficialForm(form: OfficialForm): Promise<Buffer> {
  return writeOfficialForms([form])
}

/** Several forms, one sheet each. */
export async function writeOfficialForms(forms: readonly OfficialForm[]): Promise<Buffer> {
  const workbook = await newWorkbook()
  for (const form of forms) addForm(workbook, form)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function addForm(workbook: ExcelJS.Workbook, form: OfficialForm): void {
  const page = workbook.addWorksheet(sheetName(form.sheet))
  page.columns = form.columns.map(({ width }) => ({ width }))
  const last = form.columns.length
  if (form.above) {
    spread(page, page.addRow([]), form.columns, [form.above], { font: headFont, horizontal: 'center', height: 22 })
  }
  spread(page, page.addRow([]), form.columns, [form.title], {
    font: titleFont,
    horizontal: 'center',
    // a character of the title is twice as wide as one in the grid
    height: 44 * linesOf(form.title, totalWidth(form.columns) / 2),
  })
  const { left, centre = '', right } = form.subtitle
  spread(page, page.addRow([]), form.columns, centre ? [left, centre, right] : [left, right], {
    font: { ...bodyFont, size: 12 },
    height: 24,
    outward: true,
  })
  // Below the grid they would stand alone on a page whenever it ends near the foot of one, and no setting of Excel prevents it.
  if (form.signatures.length > 0) {
    spread(page, page.addRow([]), form.columns, form.signatures, {
      font: { ...bodyFont, size: 12 },
      horizontal: 'left',
      height: 30,
    })
  }
  factRows(page, form)
  const head = headRows(page, form.columns)
  bodyRows(page, form.columns, form.rows)
  const notes = (form.notes ?? []).flatMap((note) => piecesOf(note, totalWidth(form.columns), mostLines))
  for (const note of notes) {
    const lines = linesOf(note, totalWidth(form.columns))
    spread(page, page.addRow([]), form.columns, [note], {
      font: bodyFont,
      horizontal: 'left',
      height: lines * lineHeight + 4,
    })
  }
  const bottom = page.rowCount
  page.pageSetup = {
    paperSize: 9,
    orientation: form.orientation ?? 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.6, right: 0.6, top: 0.75, bottom: 0.7, header: 0.3, footer: 0.35 },
    printTitlesRow: `${head.first}:${head.last}`,
    printArea: `A1:${page.getColumn(last).letter}${bottom}`,
  }
  const small = '&"仿宋_GB2312,Regular"&9 '
  page.headerFooter = { oddFooter: `&L${small}${form.footer.left.replaceAll('&', '&&')}&R${small}${form.footer.page}` }
  page.views = [{ state: 'frozen', ySplit: head.last, showGridLines: false }]
}

type SpreadStyle = {
  readonly font: Partial<ExcelJS.Font>
  readonly height: number
  readonly horizontal?: 'left' | 'center' | 'right'
  /** First text to the left, last to the right, the rest centred. */
  readonly outward?: boolean
}

/** Sets texts side by side over the whole width, each in merged cells of about equal width. */
function spread(
  page: ExcelJS.Worksheet,
  row: ExcelJS.Row,
  columns: readonly FormColumn[],
  texts: readonly string[],
  style: SpreadStyle,
): void {
  row.height = style.height
  const spans = spansOf(
    columns,
    texts.map(() => 1),
  )
  for (const [index, text] of texts.entries()) {
    const span = spans[index]
    if (!span) continue
    if (span.to > span.from) page.mergeCells(row.number, span.from, row.number, span.to)
    const outward = index === 0 ? 'left' : index === texts.length - 1 ? 'right' : 'center'
    const cell = row.getCell(span.from)
    cell.value = cleanText(text)
    cell.style = {
      font: style.font,
      numFmt: '@',
      alignment: {
        horizontal: style.outward ? outward : (style.horizontal ?? 'left'),
        vertical: 'middle',
        wrapText: !style.outward,
      },
    }
  }
}

function factRows(page: ExcelJS.Worksheet, { facts = [], columns }: OfficialForm): void {
  const spans = spansOf(columns, [2, 3, 2, 3, 2, 3])
  for (let at = 0; at < facts.length; at += 3) {
    const row = page.addRow([])
    let lines = 1
    for (const [index, span] of spans.entries()) {
      const fact = facts[at + Math.floor(index / 2)]
      const label = index % 2 === 0
      const text = fact?.[label ? 0 : 1] ?? ''
      for (let column = span.from; column <= span.to; column++) row.getCell(column).border = grid
      if (span.to > span.from) page.mergeCells(row.number, span.from, row.number, span.to)
      const cell = row.getCell(span.from)
      cell.value = cleanText(text)
      cell.style = {
        font: label ? headFont : bodyFont,
        numFmt: '@',
        border: grid,
        alignment: middle(label ? 'center' : 'left'),
      }
      lines = Math.max(lines, linesOf(text, totalWidth(columns.slice(span.from - 1, span.to))))
    }
    row.height = Math.min(lines, mostLines * 2) * lineHeight + 6
  }
}

/** One row of headings, or two where columns are grouped; their numbers, for repeating. */
function headRows(page: ExcelJS.Worksheet, columns: readonly FormColumn[]): { first: number; last: number } {
  const grouped = columns.some((each) => each.group !== undefined)
  const first = page.rowCount + 1
  const last = grouped ? first + 1 : first
  for (let number = first; number <= last; number++) {
    const row = page.getRow(number)
    for (const [index, each] of columns.entries()) {
      const cell = row.getCell(index + 1)
      cell.value = cleanText(number === first && each.group !== undefined ? each.group : each.title)
      cell.style = { font: headFont, border: grid, alignment: middle('center') }
    }
    const deepest = Math.max(
      ...columns.map((each) =>
        number === first && grouped ? groupLines(columns, each) : linesOf(each.title, each.width),
      ),
    )
    row.height = deepest * lineHeight + 8
  }
  if (!grouped) return { first, last }
  for (let from = 1; from <= columns.length; ) {
    const group = columns[from - 1]?.group
    let to = from
    while (group !== undefined && to < columns.length && columns[to]?.group === group) to++
    if (group === undefined) page.mergeCells(first, from, last, from)
    else if (to > from) page.mergeCells(first, from, first, to)
    from = to + 1
  }
  return { first, last }
}

/** Lines that the common heading of a column takes over all that stands under it; a column without one stands in both rows. */
function groupLines(columns: readonly FormColumn[], { group }: FormColumn): number {
  if (group === undefined) return 1
  return linesOf(group, totalWidth(columns.filter((one) => one.group === group)))
}
