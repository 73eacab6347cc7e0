import { isMoneyUnit, otherScale, unitsStated, withUnitBehind } from '../../shared/numbers.ts'
import type { Remark } from './account.ts'
import { cellAddress } from './addresses.ts'
import type { Column } from './columns.ts'
import type { Header } from './header.ts'
import type { ReadRow } from './parse-row.ts'
import type { Sheet, WorkbookRow } from './sheets.ts'
import { type Counted, type Stated, unitWords as words } from './unit-words.ts'

export function statedIn(row: WorkbookRow, sure: boolean): Stated[] {
  const seen = new Set<string>()
  return row.cells.flatMap((text, index) => {
    const units = seen.has(text) ? [] : unitsStated(withUnitBehind(row.cells, index))
    seen.add(text)
    return units.length > 0 ? [{ row: row.number, index, text: text.trim(), units, sure }] : []
  })
}

/** What is noted on cells: surely what figures are counted in where it is noted on the title of a column that is read. */
export function notedOn({ comments = [] }: Sheet, header: Header): Stated[] {
  const read = new Set(header.at.values())
  return comments.flatMap(({ cell, text }) => {
    const [at, units] = [cellAddress(cell), unitsStated(text)]
    if (!at || units.length === 0) return []
    const sure = [header.row.number, header.upper].includes(at.row) && read.has(at.column)
    return [{ row: at.row, index: at.column, text, units, sure }]
  })
}

type Account = { readonly problems: Remark[]; readonly warnings: Remark[] }

/**
 * What the units beside a table, and in its titles, say against those its columns are counted in. A figure is never converted: a
 * unit that plainly is another one is a problem, a note that may mean other figures and an amount of no said unit are warnings.
 */
export function unitDoubts(
  sheet: Sheet,
  header: Header,
  columns: readonly Column[],
  rows: readonly ReadRow[],
  stated: readonly Stated[],
): Account {
  const problems: Remark[] = header.otherUnits.map(({ column, index, unit }) =>
    words.otherUnitTitle(sheet.name, header.row, index, column, unit),
  )
  const warnings: Remark[] = []
  const counted = columns.flatMap((column) => unitsOf(column, header, rows))
  for (const each of stated) {
    for (const unit of each.units) {
      const against = counted.filter((one) => otherScale(unit, one.unit) && !each.units.includes(one.unit))
      if (against.length === 0) continue
      const remark = words.otherUnitStated(sheet.name, each, unit, against)
      ;(each.sure ? problems : warnings).push(each.sure ? remark : words.perhaps(remark))
    }
  }
  const said = stated.flatMap(({ units }) => units)
  for (const { column, index, aside } of header.asides)
    warnings.push(words.aside(sheet.name, header.row, index, column, aside))
  for (const { column, index } of header.unitless)
    if (!said.some(isMoneyUnit)) warnings.push(words.noUnit(sheet.name, header.row, index, column))
  return { problems, warnings }
}

function unitsOf(column: Column, header: Header, rows: readonly ReadRow[]): Counted[] {
  const { unit, key } = column
  if (unit === undefined || !header.at.has(key)) return []
  if (typeof unit === 'string') return [{ column, unit, rows: [] }]
  const byUnit = Map.groupBy(rows, ({ value }) => unit(value) ?? '')
  return [...byUnit].map(([of, those]) => ({ column, unit: of, rows: those.map(({ row }) => row) }))
}
