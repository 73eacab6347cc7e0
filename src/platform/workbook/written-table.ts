import { type HandmadeCell, type HandmadeRow, type HandmadeSheet, handmadeBook } from './handmade.ts'
import { sampleTable } from './sample-table.ts'
import type { Book, Layout, Line } from './seen-table.ts'

/** For tests: the file of a generated table. */

export type Placed = { readonly row: number; readonly line: Line | 'above' }

/** The file, and in which row each line lies. */
export function written({ layout, lines, format }: Book): {
  readonly data: Buffer
  readonly placed: readonly Placed[]
} {
  const isSplit = layout.twoLines && format.is === 'xlsx'
  const above = layout.above.map((text) => [text])
  if (isSplit) above.push(upperHead(layout))
  const all: (Line | 'above')[] = [...above.map(() => 'above' as const), { is: 'header' }, ...lines]
  const placed = all.map((each, at) => ({ row: at + 1, line: each }))
  const rows = placed.map(({ row, line: each }) =>
    each === 'above' ? (above[row - 1] ?? []) : cellsOf(each, row, layout),
  )
  if (format.is === 'csv') return { data: encoded(csvOf(rows, format.separator), format.encoding), placed }
  const header = above.length
  if (isSplit) rows[header] = (rows[header] ?? []).map((text, at) => (isMergedDown(at, layout) ? '' : text))
  const first = layout.serial === 'none' ? 0 : 1
  const letter = (at: number) => String.fromCharCode(65 + first + at)
  const wide = placed.filter(({ line: each }) => each !== 'above' && each.is === 'left out' && each.wide)
  const areas = wide.map(({ row }) => `${letter(0)}${row}:${letter(5)}${row}`)
  if (isSplit) {
    areas.push(`${letter(4)}${header}:${letter(5)}${header}`)
    areas.push(...[0, 1, 2, 3].map((at) => `${letter(at)}${header}:${letter(at)}${header + 1}`))
  }
  const hiddenColumn = first + 7
  const sheet: HandmadeSheet = {
    name: '表',
    rows: rows.map((cells, at): HandmadeRow => {
      const each = placed[at]?.line
      const isHidden = each !== 'above' && each?.is === 'firm' && each.hidden
      const way = isHidden ? waysToHide[at % waysToHide.length] : ''
      return { attributes: way ?? '', cells: cells.map((text) => cellOf(text, way === waysToHide[2])) }
    }),
    before:
      layout.contact === 'hidden'
        ? `<cols><col min="${hiddenColumn}" max="${hiddenColumn}" width="9" hidden="1"/></cols>`
        : '',
    after:
      areas.length > 0 ? `<mergeCells>${areas.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '',
  }
  const others: HandmadeSheet[] = [
    { name: '旧', state: 'hidden', rows: [titlesOf(layout), ['AB9999', '旧厂', '工业', '1', '1']] },
    { name: '附', rows: [['随手记']] },
    { name: '填写说明', rows: [['说明']] },
  ]
  return { data: handmadeBook([sheet, ...(format.others ? others : [])], { ...format, styles: whiteStyle }), placed }
}

/** The third one: in white letters. */
const waysToHide = ['hidden="1"', 'ht="0.1" customHeight="1"', 'ht="15"']
const whiteStyle =
  '<fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills>' +
  '<cellXfs><xf fontId="0"/><xf fontId="1" fillId="0"/></cellXfs>'

function cellOf(text: string, isWhite: boolean): HandmadeCell {
  if (text === '') return null
  const xml = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return isWhite ? { xml: `s="1" t="inlineStr"><is><t xml:space="preserve">${xml}</t></is>` } : text
}

/** The upper line of a head of two: the titles that are merged down, and one over the last two columns. */
function upperHead(layout: Layout): string[] {
  const titles = titlesOf(layout)
  return [...(layout.serial === 'none' ? [] : ['']), ...titles.slice(0, 4), '基本情况']
}

function isMergedDown(at: number, { serial }: Layout): boolean {
  const first = serial === 'none' ? 0 : 1
  return at >= first && at < first + 4
}

function titlesOf({ order, titles }: Layout): string[] {
  return order.map((at) => {
    const column = sampleTable.columns[at]
    if (!column) return ''
    if (titles === 'dated') return `${column.key === 'revenue' ? '2025年' : ''}${column.title.zh}`
    return titles === 'marked' ? ` ${column.title.zh}＊ ` : column.title[titles]
  })
}

function cellsOf(each: Line, row: number, layout: Layout): string[] {
  const { order, serial, contact, thousands } = layout
  const beside = (own: readonly string[], number: string, person: string) => [
    ...(serial === 'none' ? [] : [number]),
    ...own,
    ...(contact === 'none' ? [] : [...Array<string>(6 - own.length).fill(''), person]),
  ]
  if (each.is === 'blank') return []
  if (each.is === 'serial') return serial === 'none' ? [] : [String(row)]
  if (each.is === 'header') return beside(titlesOf(layout), serial === 'titled' ? '序号' : '', '联系人')
  if (each.is === 'left out') return beside(each.texts, '', '')
  const { firm: own } = each
  const yuan = (own.revenue / 100).toFixed(2)
  const texts = [
    own.code,
    each.is === 'broken' ? each.fault : own.name,
    own.kind === 'factory' ? '工业' : '批发业',
    String(own.staff),
    thousands ? yuan.replace(/\B(?=(\d{3})+\.)/g, ',') : yuan,
    own.remark ?? '',
  ]
  return beside(
    order.map((at) => texts[at] ?? ''),
    String(row),
    '王五',
  )
}

function csvOf(rows: readonly (readonly HandmadeCell[])[], separator: string): string {
  const quoted = (text: string) =>
    text.includes(separator) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text
  return rows.map((cells) => cells.map((cell) => quoted(String(cell))).join(separator)).join('\r\n')
}

let gbkBytes: Map<string, Buffer> | null = null

function encoded(text: string, encoding: 'utf8' | 'bom' | 'utf16' | 'gbk'): Buffer {
  if (encoding === 'utf8') return Buffer.from(text)
  if (encoding === 'bom') return Buffer.from(`\ufeff${text}`)
  if (encoding === 'utf16') return Buffer.from(`\ufeff${text}`, 'utf16le')
  gbkBytes ??= allGbk()
  const known = gbkBytes
  return Buffer.concat([...text].map((letter) => known.get(letter) ?? Buffer.from(letter)))
}

function allGbk(): Map<string, Buffer> {
  const decoder = new TextDecoder('gbk')
  const bytes = new Map<string, Buffer>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const pair = Buffer.from([lead, trail])
      const letter = decoder.decode(pair)
      if (letter.length === 1 && letter !== '\ufffd') bytes.set(letter, pair)
    }
  return bytes
}
