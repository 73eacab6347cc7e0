import { columnLetters } from './addresses.ts'
import { keepEscapes } from './cell-faults.ts'
import { linesOf } from './form-layout.ts'
import { escapeXml } from './xml-edit.ts'

/** A sheet of texts, to be added to a workbook. */
export type TextSheet = {
  readonly rows: Iterable<{ readonly number: number; readonly cells: readonly string[] }>
  /** Number of the cell style, by row and column from 0. */
  readonly style: (row: number, column: number) => number
  readonly widths?: readonly number[]
  /** Where cells lead to: `'表'!A2`. */
  readonly links?: readonly { readonly cell: string; readonly target: string }[]
  readonly frozenHeader?: boolean
}

const frozen =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
/** What a spreadsheet takes. */
const maxLinks = 60_000

/** One page wide on A4. */
export function textSheetXml(namespace: string, sheet: TextSheet): string {
  const widths = (sheet.widths ?? []).map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  const rows: string[] = []
  for (const { number, cells } of sheet.rows) {
    const texts = cells.map((text, at) =>
      text === '' ? '' : textCell(`${columnLetters(at)}${number}`, text, sheet.style(number, at)),
    )
    rows.push(`<row r="${number}"${heightOf(cells, sheet.widths)}>${texts.join('')}</row>`)
  }
  const links = (sheet.links ?? [])
    .slice(0, maxLinks)
    .map(({ cell, target }) => `<hyperlink ref="${cell}" location="${escapeXml(target)}"/>`)
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${namespace}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    sheet.frozenHeader ? frozen : '',
    '<sheetFormatPr defaultColWidth="20" defaultRowHeight="15"/>',
    widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '',
    `<sheetData>${rows.join('')}</sheetData>`,
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('')
}

/** Spreadsheets do not always make room for wrapped lines by themselves. */
function heightOf(cells: readonly string[], widths: readonly number[] | undefined): string {
  const lines = widths ? Math.max(...cells.map((text, at) => linesOf(text, widths[at] ?? 20))) : 1
  return lines > 1 ? ` ht="${Math.min(lines * 15, 400)}" customHeight="1"` : ''
}

function textCell(address: string, text: string, style: number): string {
  const escaped = escapeXml(keepEscapes(text.slice(0, 32_767)))
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`
}
