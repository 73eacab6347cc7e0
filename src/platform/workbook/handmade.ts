import { makeZip } from '../files/zip-maker.ts'

/** For tests: a workbook of one sheet from raw XML, with prefixed names as some writers have them. */
export function handmade(
  sheet: string,
  workbook = '<sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets>',
): Buffer {
  const declared = `<x:workbook xmlns:x="x">${workbook.replace(/<(\/?)(sheet)/g, '<$1x:$2')}</x:workbook>`
  return packed('xl/', declared, [sheet], [])
}

/** A text, a number, nothing, or the XML within `<c r="…" …>`, with its attributes in front: `t="e"><v>#N/A</v>`. */
export type HandmadeCell = string | number | null | { readonly xml: string }
export type HandmadeRow =
  | readonly HandmadeCell[]
  | { readonly attributes: string; readonly cells: readonly HandmadeCell[] }
export type HandmadeSheet = {
  readonly name?: string
  readonly state?: 'hidden' | 'veryHidden'
  /** By row number less one; null for a row that is not there. */
  readonly rows: readonly (HandmadeRow | null)[]
  /** XML before and after the cells: widths of columns, merged ranges, filters. */
  readonly before?: string
  readonly after?: string
}

export type HandmadeOptions = {
  /** Where the parts lie; `xl/` if not given, the root if empty. */
  readonly folder?: string
  /** Where texts stand: in the cell, in the table of strings, or as the value of a formula. */
  readonly texts?: 'inline' | 'shared' | 'formula'
  readonly from1904?: boolean
  /** How relations write the names of parts, given them as the container does. */
  readonly target?: (name: string) => string
  /** Contents of the part of styles. */
  readonly styles?: string
}

/** For tests: a workbook as writers other than ours would have it, texts not escaped but for XML. */
export function handmadeBook(sheets: readonly HandmadeSheet[], options: HandmadeOptions = {}): Buffer {
  const strings: string[] = []
  const text = (value: string): string => {
    const xml = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    if (options.texts === 'shared') return `t="s"><v>${strings.push(xml) - 1}</v>`
    if (options.texts === 'formula') return `t="str"><f>T("x")</f><v>${xml}</v>`
    return `t="inlineStr"><is><t xml:space="preserve">${xml}</t></is>`
  }
  const cell = (value: HandmadeCell, at: number, row: number): string => {
    if (value === null) return ''
    const address = `${String.fromCharCode(65 + at)}${row}`
    const inner = typeof value === 'string' ? text(value) : typeof value === 'number' ? `><v>${value}</v>` : value.xml
    return `<c r="${address}" ${inner}</c>`
  }
  const parts = sheets.map(({ rows, before = '', after = '' }) => {
    const lines = rows.map((row, at) => {
      if (row === null) return ''
      const { attributes, cells } = 'cells' in row ? row : { attributes: '', cells: row }
      return `<row r="${at + 1}" ${attributes}>${cells.map((value, column) => cell(value, column, at + 1)).join('')}</row>`
    })
    return `<worksheet xmlns="${main}">${before}<sheetData>${lines.join('')}</sheetData>${after}</worksheet>`
  })
  const names = sheets.map(
    ({ name = `表${sheets.length}`, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" ${state ? `state="${state}"` : ''} r:id="r${at + 1}"/>`,
  )
  const calendar = options.from1904 ? '<workbookPr date1904="1"/>' : ''
  const workbook = `<workbook xmlns="${main}" xmlns:r="${relations}">${calendar}<sheets>${names.join('')}</sheets></workbook>`
  const others: [string, string][] = [
    ['sharedStrings', `<sst>${strings.map((xml) => `<si><t xml:space="preserve">${xml}</t></si>`).join('')}</sst>`],
  ]
  if (options.styles) others.push(['styles', `<styleSheet xmlns="${main}">${options.styles}</styleSheet>`])
  return packed(options.folder ?? 'xl/', workbook, parts, others, options.target)
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

function packed(
  folder: string,
  workbook: string,
  sheets: readonly string[],
  others: readonly (readonly [type: string, xml: string])[],
  target = (name: string) => name,
): Buffer {
  const part = (name: string, text: string) => ({ name, data: Buffer.from(`<?xml version="1.0"?>${text}`) })
  const relation = (id: string, type: string, name: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target(name)}"/>`
  const links = (all: readonly string[]) =>
    `<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`
  return makeZip([
    part('[Content_Types].xml', `<Types xmlns="${packages}/content-types"/>`),
    part('_rels/.rels', links([relation('a', 'officeDocument', `/${folder}workbook.xml`)])),
    part(`${folder}workbook.xml`, workbook),
    part(
      `${folder}_rels/workbook.xml.rels`,
      links([
        ...sheets.map((_, at) => relation(`r${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
        ...others.map(([type]) => relation(type, type, `${type}.xml`)),
      ]),
    ),
    ...sheets.map((xml, at) => part(`${folder}worksheets/sheet${at + 1}.xml`, xml)),
    ...others.map(([type, xml]) => part(`${folder}${type}.xml`, xml)),
  ])
}
