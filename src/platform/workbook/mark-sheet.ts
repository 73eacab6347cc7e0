import { type CellPlace, cellAddress, columnLetters } from './addresses.ts'
import type { MarkStyles } from './mark-styles.ts'
import { editXml, outlineXml, prefixOf, type XmlEdit, type XmlElement } from './xml-edit.ts'

/** Always true; it tells our marks from rules of the workbook, so that a copy of a copy has its old marks taken off. */
const ours = 'N("yuanqitong")=0'
const isOurs = /yuanqitong/

/** Addresses (`C5`) to be shown as problems and as warnings. */
export type Marks = { readonly problems: readonly string[]; readonly warnings: readonly string[] }

/** Children of a worksheet that stand before its conditional formats. */
const before = new Set([
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
])

/**
 * Colours cells by a conditional format and takes off the marks of an earlier copy. No cell, style or row is touched, so that
 * everything the sheet holds stays as it is.
 */
export function markSheet(xml: string, marks: Marks, styles: MarkStyles): string {
  const root = outlineXml(xml, ['conditionalFormatting'])
  const edits = root.children
    .filter((each) => each.name === 'conditionalFormatting')
    .flatMap((each) => unmark(xml, each))
  const at = root.children.find((each) => !before.has(each.name))?.start ?? root.close
  const p = prefixOf(root)
  const rules = [
    ...ruleFor(p, marks.problems, styles.problem, 1),
    ...ruleFor(p, marks.warnings, styles.warning, 2),
  ].join('')
  return editXml(xml, rules === '' ? edits : [{ from: at, to: at, text: rules }, ...edits])
}

function unmark(xml: string, element: XmlElement): XmlEdit[] {
  const rules = element.children.filter((each) => isOurs.test(xml.slice(each.start, each.end)))
  if (rules.length === 0) return []
  const gone = rules.length === element.count ? [element] : rules
  return gone.map(({ start, end }) => ({ from: start, to: end, text: '' }))
}

/** Ranges in one rule; spreadsheets take some thousand characters. */
const maxRanges = 500

function ruleFor(p: string, addresses: readonly string[], style: number, priority: number): string[] {
  const ranges = rangesOf(addresses)
  const rules: string[] = []
  for (let at = 0; at < ranges.length; at += maxRanges) {
    const sqref = ranges.slice(at, at + maxRanges).join(' ')
    rules.push(
      `<${p}conditionalFormatting sqref="${sqref}"><${p}cfRule type="expression" dxfId="${style}" priority="${priority}"><${p}formula>${ours}</${p}formula></${p}cfRule></${p}conditionalFormatting>`,
    )
  }
  return rules
}

/** Neighbours in a column as one range. */
function rangesOf(addresses: readonly string[]): string[] {
  const cells = addresses.map(cellAddress).filter((each): each is CellPlace => each !== null)
  const runs: { column: number; from: number; to: number }[] = []
  for (const { column, row } of cells.sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs.at(-1)
    if (last && last.column === column && row <= last.to + 1) last.to = row
    else runs.push({ column, from: row, to: row })
  }
  return runs.map(({ column, from, to }) => {
    const letters = columnLetters(column)
    return from === to ? `${letters}${from}` : `${letters}${from}:${letters}${to}`
  })
}
