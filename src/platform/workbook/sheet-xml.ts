import { type Area, areasOf, cellAddress } from './addresses.ts'
import { type NumberKind, numberText } from './cell-text.ts'
import { type Sheet, trimRow, type WorkbookRow, workbookLimits } from './sheets.ts'
import { tooManyColumns } from './too-many.ts'
import { XmlBroken, type XmlHandler } from './xml.ts'

export type SheetContext = {
  readonly strings: readonly string[]
  readonly styles: readonly NumberKind[]
  readonly from1904: boolean
}

/** Reads one sheet; `countRow` is told of every row that is not blank and may throw. */
export async function readSheet(
  name: string,
  scan: (handler: XmlHandler) => Promise<void>,
  context: SheetContext,
  countRow: () => void,
): Promise<Sheet> {
  const rows: WorkbookRow[] = []
  const merged: Area[] = []
  let number = 0
  let cells: string[] = []
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let formula = ''
  let reading: 'value' | 'formula' | null = null
  let phonetic = false

  function finishCell(): void {
    const text = cellText(type, value, style, context)
    if (text === '' && formula === '') return
    if (column >= workbookLimits.columns) throw tooManyColumns(name)
    // a formula that was never calculated must not pass for a blank cell
    cells[column] = text === '' && type !== 'str' ? `=${formula}` : text
  }

  await scan({
    open(tag, attribute) {
      reading = null
      if (tag === 'c') {
        const address = cellAddress(attribute('r') ?? '')
        column = address ? address.column : column + 1
        type = attribute('t') ?? 'n'
        style = Number(attribute('s') ?? 0)
        value = ''
        formula = ''
      } else if (tag === 'v' || (tag === 't' && !phonetic)) reading = 'value'
      else if (tag === 'f') reading = 'formula'
      else if (tag === 'rPh') phonetic = true
      else if (tag === 'row') {
        number = Number(attribute('r') ?? number + 1)
        if (!(number >= 1 && number <= 1_048_576)) throw new XmlBroken('row')
        cells = []
        column = -1
      } else if (tag === 'mergeCell') merged.push(...areasOf(attribute('ref') ?? ''))
    },
    close(tag) {
      reading = null
      if (tag === 'c') finishCell()
      else if (tag === 'rPh') phonetic = false
      else if (tag === 'row') {
        const trimmed = trimRow(cells)
        if (!trimmed) return
        countRow()
        rows.push({ number, cells: trimmed })
      }
    },
    text(text) {
      if (reading === 'value') value += text
      else if (reading === 'formula') formula += text
    },
  })
  return { name, rows: spreadMerged(rows, merged) }
}

function cellText(type: string, value: string, style: number, context: SheetContext): string {
  if (type === 's') return context.strings[Number(value)] ?? ''
  if (type === 'b') return value === '' ? '' : value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return value.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ')
  if (type !== 'n' || value.trim() === '') return type === 'n' ? '' : value
  const number = Number(value)
  return Number.isFinite(number) ? numberText(number, context.styles[style] ?? 'number', context.from1904) : value
}

const maxSpread = 300_000

/** Gives every cell of a merged range the text that stands in its first one, as it looks to a reader; only in rows that exist. */
function spreadMerged(rows: WorkbookRow[], merged: readonly Area[]): WorkbookRow[] {
  if (merged.length === 0) return rows
  const indexes = new Map(rows.map((row, index) => [row.number, index]))
  const spread = new Map<number, string[]>()
  let budget = maxSpread
  for (const area of merged) {
    const text = rows[indexes.get(area.top) ?? -1]?.cells[area.left] ?? ''
    if (text === '') continue
    const right = Math.min(area.right, workbookLimits.columns - 1)
    for (let number = area.top; number <= area.bottom && budget > 0; number++, budget--) {
      const index = indexes.get(number)
      if (index === undefined) continue
      const cells = spread.get(index) ?? [...(rows[index]?.cells ?? [])]
      for (let column = area.left; column <= right; column++, budget--) {
        while (cells.length < column) cells.push('')
        if ((cells[column] ?? '') === '') cells[column] = text
      }
      spread.set(index, cells)
    }
  }
  return rows.map((row, index) => {
    const cells = spread.get(index)
    return cells ? { number: row.number, cells } : row
  })
}
