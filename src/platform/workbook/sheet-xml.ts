import { type Area, areasOf, cellAddress } from './addresses.ts'
import { decodeEscapes, faultOfText } from './cell-faults.ts'
import { type NumberKind, numberText } from './cell-text.ts'
import { spreadMerged } from './merged.ts'
import { type CellFault, type Sheet, trimRow, type WorkbookRow, workbookLimits } from './sheets.ts'
import { tooManyColumns } from './too-many.ts'
import { XmlBroken, type XmlHandler } from './xml.ts'

export type SheetContext = {
  readonly strings: readonly string[]
  readonly styles: readonly NumberKind[]
  readonly from1904: boolean
}

type Cell = {
  readonly column: number
  readonly type: string
  readonly style: number
  /** It carries a value of a richer kind, such as a picture; what stands in it is a stand-in. */
  readonly rich: boolean
  value: string | null
  formula: string | null
}

/** Reads one sheet; `countRow` is told of every row that is not blank and may throw. Without it only the head is kept. */
export async function readSheet(
  name: string,
  scan: (handler: XmlHandler) => Promise<void>,
  context: SheetContext,
  countRow?: () => void,
): Promise<Sheet> {
  const rows: WorkbookRow[] = []
  const areas: Area[] = []
  const hiddenColumns: [number, number][] = []
  let row = { number: 0, hidden: false, cells: [] as string[], faults: new Map<number, CellFault>() }
  let column = -1
  let cell: Cell | null = null
  let reading: 'value' | 'formula' | null = null
  let phonetic = false

  function finishCell({ column: at, ...read }: Cell): void {
    const { text, fault } = shownIn(read, context)
    if (text === '') return
    if (at >= workbookLimits.columns) {
      if (countRow) throw tooManyColumns(name)
      return
    }
    row.cells[at] = text
    if (fault) row.faults.set(at, fault)
  }

  function finishRow(): void {
    const cells = trimRow(row.cells)
    if (!cells) return
    countRow?.()
    const { number, hidden, faults } = row
    if (!countRow && rows.length === workbookLimits.headRows) return
    rows.push({ number, cells, ...(hidden && { hidden }), ...(faults.size > 0 && { faults }) })
  }

  await scan({
    open(tag, attribute) {
      reading = null
      if (tag === 'c') {
        const address = cellAddress(attribute('r') ?? '')
        column = address ? address.column : column + 1
        const style = Number(attribute('s') ?? 0)
        const rich = attribute('vm') !== null
        cell = { column, type: attribute('t') ?? 'n', style, rich, value: null, formula: null }
      } else if (cell && (tag === 'v' || (tag === 't' && !phonetic))) {
        reading = 'value'
        cell.value ??= ''
      } else if (cell && tag === 'f') {
        reading = 'formula'
        cell.formula ??= ''
      } else if (tag === 'rPh') phonetic = true
      else if (tag === 'row') {
        const number = Number(attribute('r') ?? row.number + 1)
        if (!(number >= 1 && number <= 1_048_576)) throw new XmlBroken('row')
        row = { number, hidden: isHidden(attribute, 'ht'), cells: [], faults: new Map() }
        column = -1
      } else if (tag === 'col' && isHidden(attribute, 'width')) {
        hiddenColumns.push([Number(attribute('min')) - 1, Number(attribute('max')) - 1])
      } else if (tag === 'mergeCell') areas.push(...areasOf(attribute('ref') ?? ''))
    },
    close(tag) {
      reading = null
      if (tag === 'c' && cell) {
        finishCell(cell)
        cell = null
      } else if (tag === 'rPh') phonetic = false
      else if (tag === 'row') finishRow()
    },
    text(text) {
      if (cell && reading) cell[reading] += text
    },
  })
  return { name, rows: spreadMerged(rows, areas), ...(hiddenColumns.length > 0 && { hiddenColumns }) }
}

function isHidden(attribute: (name: string) => string | null, size: 'ht' | 'width'): boolean {
  return ['1', 'true'].includes(attribute('hidden') ?? '') || Number(attribute(size) ?? 1) === 0
}

function shownIn(
  { type, style, rich, value, formula }: Omit<Cell, 'column'>,
  context: SheetContext,
): { text: string; fault: CellFault | null } {
  const text = cellText(type, value ?? '', style, context)
  if (formula !== null && faultOfText(formula) === 'picture') return { text: `=${formula}`, fault: 'picture' }
  // a formula that was never calculated must not pass for a blank cell; one that gives no text has an empty value
  if (formula !== null && text === '' && (type !== 'str' || value === null))
    return { text: `=${formula}`, fault: 'uncalculated' }
  if (rich && type === 'e') return { text, fault: 'picture' }
  if (text === '' || (type === 'n' && formula === null)) return { text, fault: null }
  return { text, fault: type === 'e' ? 'error' : faultOfText(text) }
}

function cellText(type: string, value: string, style: number, context: SheetContext): string {
  if (type === 's') return context.strings[Number(value)] ?? ''
  if (type === 'b') return value === '' ? '' : value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return value.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ')
  if (type !== 'n' || value.trim() === '') return type === 'n' ? '' : decodeEscapes(value)
  const number = Number(value)
  return Number.isFinite(number) ? numberText(number, context.styles[style] ?? 'number', context.from1904) : value
}
