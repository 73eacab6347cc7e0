import { columnLetters } from './addresses.ts'
import { sheetName } from './sheets.ts'
import {
  type CellKind,
  cellFormat,
  cleanText,
  type ExportColumn,
  type ExportSheet,
  type ExportValue,
  inUnits,
} from './values.ts'
import { escapeXml } from './xml-edit.ts'

/** The parts of an exported workbook as text. Hand-written because a library makes an object of every cell first, which costs
 * five times the time and all of the memory. */

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org'
const main = `${office}/spreadsheetml/2006/main`
const relations = `${office}/officeDocument/2006/relationships`
const packaged = `${office}/package/2006`
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What a style shows, in the order of its fonts and borders in the part below. */
type Look = 'plain' | 'head' | 'sum' | 'wrapped' | 'top'
const looks: Readonly<Record<Look, string>> = {
  plain: 'fontId="1" fillId="0" borderId="0"',
  head: 'fontId="2" fillId="2" borderId="1"',
  sum: 'fontId="2" fillId="0" borderId="2"',
  wrapped: 'fontId="0" fillId="0" borderId="0"',
  top: 'fontId="0" fillId="0" borderId="0"',
}
const alignments: Partial<Record<Look, string>> = {
  head: '<alignment horizontal="center" vertical="center" wrapText="1"/>',
  wrapped: '<alignment wrapText="1"/>',
  top: '<alignment vertical="top" wrapText="1"/>',
}

const kinds: readonly CellKind[] = ['text', 'number', 'yuan', 'points', 'percent', 'day']
const formats = [...new Set([...kinds.map((kind) => cellFormat(kind, null)), cellFormat('number', 0.5)])]
/** Own formats begin here. */
const firstFormat = 164

const styles: { readonly look: Look; readonly format: string | null }[] = [
  { look: 'head', format: null },
  { look: 'wrapped', format: null },
  { look: 'top', format: cellFormat('text', null) },
  ...(['plain', 'sum'] as const).flatMap((look) => formats.map((format) => ({ look, format }))),
]
/** The first style is the one of cells without any. */
const styleOf = new Map(styles.map(({ look, format }, at) => [`${look} ${format ?? ''}`, at + 1]))

function style(look: Look, format = ''): number {
  return styleOf.get(`${look} ${format}`) ?? 0
}

const plainStyles = Object.fromEntries(kinds.map((kind) => [kind, style('plain', cellFormat(kind, null))]))

const stylesPart = [
  `${head}<styleSheet xmlns="${main}"><numFmts count="${formats.length}">`,
  ...formats.map((format, at) => `<numFmt numFmtId="${firstFormat + at}" formatCode="${escapeXml(format)}"/>`),
  '</numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><sz val="11"/><name val="宋体"/></font>',
  '<font><b/><sz val="11"/><name val="宋体"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/></patternFill></fill></fills>',
  '<borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="thin"/><diagonal/></border>',
  '<border><left/><right/><top style="thin"/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${styles.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
  ...styles.map(({ look, format }) => {
    const number = format === null ? 0 : firstFormat + formats.indexOf(format)
    const alignment = alignments[look]
    const applied = `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${alignment ? ' applyAlignment="1"' : ''}`
    return `<xf numFmtId="${number}" ${looks[look]} xfId="0" ${applied}${alignment ? `>${alignment}</xf>` : '/>'}`
  }),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('')

/** Everything but the two sheets, by name. */
export function fixedParts(sheet: ExportSheet): readonly (readonly [name: string, xml: string])[] {
  const names = [sheetName(sheet.title), sheetName(sheet.about.title)]
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`
  const override = (name: string, type: string) =>
    `<Override PartName="/xl/${name}" ContentType="${media}.${type}+xml"/>`
  const titles = `'${names[0]?.replaceAll("'", "''")}'!$1:$1`
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}` +
        `${override('worksheets/sheet1.xml', 'worksheet')}${override('worksheets/sheet2.xml', 'worksheet')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packaged}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>` +
        names.map((name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('') +
        `</sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${escapeXml(titles)}</definedName></definedNames></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packaged}/relationships">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}` +
        `${relation(2, 'worksheet', 'worksheets/sheet2.xml')}${relation(3, 'styles', 'styles.xml')}</Relationships>`,
    ],
    ['xl/styles.xml', stylesPart],
  ]
}

const page = (orientation: 'landscape' | 'portrait') =>
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
  `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/></worksheet>`
const sheetHead = `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`

/** What stands before the rows: the frozen head with the titles. */
export function beforeRows({ columns }: ExportSheet): string {
  const cols = columns.map(({ kind, width, title }, at) => {
    const wide = width ?? Math.max(12, title.length * 2 + 4)
    return `<col min="${at + 1}" max="${at + 1}" width="${wide}" style="${plainStyles[kind] ?? 0}" customWidth="1"/>`
  })
  const titles = columns.map(({ title }, at) => textCell(at, 1, title, style('head')))
  return (
    `${sheetHead}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols>` +
    `<sheetData><row r="1">${titles.join('')}</row>`
  )
}

/** One row of values; `number` as the spreadsheet numbers it. */
export function rowXml(columns: readonly ExportColumn[], values: readonly ExportValue[], number: number): string {
  let cells = ''
  for (let at = 0; at < columns.length; at++) {
    const kind = columns[at]?.kind ?? 'text'
    const value = values[at] ?? null
    if (value === null || value === '') continue
    const hasOwnFormat = kind === 'number' && !Number.isInteger(value)
    cells += cellXml(
      at,
      number,
      kind,
      value,
      hasOwnFormat ? style('plain', cellFormat(kind, value)) : (plainStyles[kind] ?? 0),
    )
  }
  return `<row r="${number}">${cells}</row>`
}

/** A last row in bold; its label stands left of the first sum. */
export function sumsXml({ columns, totalLabel = '' }: ExportSheet, sums: readonly number[], number: number): string {
  const label = Math.max(0, columns.findIndex((one) => one.isSummed) - 1)
  const cells = columns.map(({ kind, isSummed }, at) => {
    const bold = style('sum', cellFormat(kind, sums[at] ?? null))
    if (isSummed) return cellXml(at, number, kind, sums[at] ?? 0, bold)
    return at === label && totalLabel !== ''
      ? textCell(at, number, totalLabel, bold)
      : `<c r="${columnLetters(at)}${number}" s="${bold}"/>`
  })
  return `<row r="${number}">${cells.join('')}</row>`
}

/** What stands behind them. The filter ends above the sums, so that filtering leaves them in place. */
export function afterRows({ columns }: ExportSheet, count: number): string {
  return `</sheetData><autoFilter ref="A1:${columnLetters(columns.length - 1)}${count + 1}"/>${page('landscape')}`
}

/** The second sheet: what was asked for, by which rules, and how many rows came of it. */
export function aboutXml({ about }: ExportSheet, count: number): string {
  const rows = [...about.lines, [about.countLabel, String(count)]].map((line, at) => {
    const cells = line.map((text, column) => textCell(column, at + 1, text, style('top', cellFormat('text', null))))
    return `<row r="${at + 1}">${cells.join('')}</row>`
  })
  return (
    `${sheetHead}<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="24" customWidth="1"/>` +
    `<col min="2" max="2" width="64" style="${style('wrapped')}" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData>${page('portrait')}`
  )
}

const dayMs = 86_400_000
/** Day 0 of a spreadsheet. */
const dayZero = Date.UTC(1899, 11, 30)

function cellXml(at: number, row: number, kind: CellKind, value: string | number, s: number): string {
  if (typeof value === 'number' && kind !== 'text' && kind !== 'day') {
    const shown = inUnits(kind, value)
    return `<c r="${columnLetters(at)}${row}" s="${s}"><v>${shown}</v></c>`
  }
  if (kind === 'day' && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) {
    return `<c r="${columnLetters(at)}${row}" s="${s}"><v>${(Date.parse(value) - dayZero) / dayMs}</v></c>`
  }
  return textCell(at, row, String(value), s)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what most texts have nothing of
const needsCare = /[\0-\x1f&<>"_\ud800-\udfff\ufffe\uffff]/

function textCell(at: number, row: number, text: string, s: number): string {
  const plain = text.length > 32_767 || needsCare.test(text) ? escapeXml(cleanText(text)) : text
  return `<c r="${columnLetters(at)}${row}" s="${s}" t="str"><v>${plain}</v></c>`
}
