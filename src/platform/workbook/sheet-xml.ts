import { type Area, areasOf, cellAddress } from './addresses.ts'
import { decodeEscapes, faultOfText } from './cell-faults.ts'
import { spreadMerged } from './merged.ts'
import { shownNumber, showsNothing } from './number-format.ts'
import { isStrike, richRuns } from './rich-text.ts'
import { type CellFault, type RichText, type Sheet, trimRow, type WorkbookRow, workbookLimits } from './sheets.ts'
import type { CellStyle } from './styles.ts'
import { tooManyColumns } from './too-many.ts'
import { XmlBroken, type XmlHandler } from './xml.ts'

export type SheetContext = {
  readonly strings: readonly string[]
  /** The numbers of the strings with a struck-out part. */
  readonly struck: ReadonlySet<number>
  readonly rich: ReadonlyMap<number, RichText>
  readonly styles: readonly CellStyle[]
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
  struck: boolean
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
  let row = emptyRow(0, false)
  let column = -1
  let cell: Cell | null = null
  let reading: 'value' | 'formula' | null = null
  let phonetic = false
  const runs = richRuns()

  function finishCell(read: Cell): void {
    const { column: at } = read
    const { text, fault } = shownIn(read, context)
    const rich = runs.take() ?? (read.type === 's' ? context.rich.get(Number(read.value)) : undefined)
    if (text === '') return
    if (at >= workbookLimits.columns) {
      if (countRow) throw tooManyColumns(name)
      return
    }
    row.cells[at] = text
    if (fault) row.faults.set(at, fault)
    if (rich) row.rich.set(at, rich)
    if (isStruck(read, context)) row.struck.add(at)
    if (isFaint(read, context)) row.faint.add(at)
  }

  function finishRow(): void {
    const cells = trimRow(row.cells)
    if (!cells) return
    countRow?.()
    const { number, hidden, faults, struck, faint, rich } = row
    const marks = {
      ...(faults.size > 0 && { faults }),
      ...(struck.size > 0 && { struck }),
      ...(faint.size > 0 && { faint }),
      ...(rich.size > 0 && { rich }),
    }
    if (!countRow && rows.length === workbookLimits.headRows) return
    rows.push({ number, cells, ...(hidden && { hidden }), ...marks })
  }

  await scan({
    open(tag, attribute) {
      reading = null
      if (cell) runs.open(tag, attribute)
      if (tag === 'c') {
        const address = cellAddress(attribute('r') ?? '')
        column = address ? address.column : column + 1
        const style = Number(attribute('s') ?? 0)
        const rich = attribute('vm') !== null
        cell = { column, type: attribute('t') ?? 'n', style, rich, value: null, formula: null, struck: false }
      } else if (cell && (tag === 'v' || (tag === 't' && !phonetic))) {
        reading = 'value'
        cell.value ??= ''
      } else if (cell && tag === 'f') {
        reading = 'formula'
        cell.formula ??= ''
      } else if (cell && isStrike(tag, attribute)) cell.struck = true
      else if (tag === 'rPh') phonetic = true
      else if (tag === 'row') {
        const number = Number(attribute('r') ?? row.number + 1)
        if (!(number >= 1 && number <= 1_048_576)) throw new XmlBroken('row')
        row = emptyRow(number, isHidden(attribute, 'ht'))
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
      if (cell && reading === 'value') runs.text(text)
    },
  })
  return { name, rows: spreadMerged(rows, areas), ...(hiddenColumns.length > 0 && { hiddenColumns }) }
}

function emptyRow(number: number, hidden: boolean) {
  const marks = {
    faults: new Map<number, CellFault>(),
    struck: new Set<number>(),
    faint: new Set<number>(),
    rich: new Map<number, RichText>(),
  }
  return { number, hidden, cells: [] as string[], ...marks }
}

function isStruck({ type, style, value, struck }: Cell, context: SheetContext): boolean {
  const inText = type === 's' && context.struck.has(Number(value))
  return struck || inText || (context.styles[style]?.struck ?? false)
}

function isFaint({ type, style, value }: Cell, { styles }: SheetContext): boolean {
  const known = styles[style]
  if (!known) return false
  return known.faint || showsNothing(type === 'n' ? Number(value) : null, known.format)
}

/** Heights in points, widths in characters, below which no letter is seen. */
const leastSize = { ht: 3, width: 0.5 } as const

function isHidden(attribute: (name: string) => string | null, size: keyof typeof leastSize): boolean {
  const given = attribute(size)
  return ['1', 'true'].includes(attribute('hidden') ?? '') || (given !== null && Number(given) < leastSize[size])
}

type Shown = { readonly text: string; readonly fault: CellFault | null }

function shownIn({ type, style, rich, value, formula }: Cell, context: SheetContext): Shown {
  const { text, fault } = cellText(type, value ?? '', style, context)
  if (formula !== null && faultOfText(formula) === 'picture') return { text: `=${formula}`, fault: 'picture' }
  // a formula that was never calculated must not pass for a blank cell; one that gives no text has an empty value
  if (formula !== null && text === '' && (type !== 'str' || value === null))
    return { text: `=${formula}`, fault: 'uncalculated' }
  if (rich && type === 'e') return { text, fault: 'picture' }
  if (fault) return { text, fault }
  if (text === '' || (type === 'n' && formula === null)) return { text, fault: null }
  return { text, fault: type === 'e' ? 'error' : faultOfText(text) }
}

function cellText(
  type: string,
  value: string,
  style: number,
  context: SheetContext,
): { text: string; fault?: CellFault } {
  if (type === 'n' && value.trim() !== '' && Number.isFinite(Number(value))) {
    const format = context.styles[style]?.format
    return shownNumber(Number(value), format ?? general, context.from1904)
  }
  return { text: plainText(type, value, context) }
}

const general = { kind: 'number', sections: [] } as const

function plainText(type: string, value: string, context: SheetContext): string {
  if (type === 's') return context.strings[Number(value)] ?? ''
  if (type === 'b') return value === '' ? '' : value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return value.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ')
  if (type === 'n') return value.trim() === '' ? '' : value
  return decodeEscapes(value)
}
