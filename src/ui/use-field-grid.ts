import { useState } from 'react'
import { cleanCode } from '../shared/clean.ts'
import { keepable, type TypedText } from '../shared/typed-text.ts'
import type { Text } from '../shared/words.ts'
import { type GridKind, type GridOption, readCell, writeCell } from './grid-cell.ts'
import { afterTyping, type GridStep, lastStep, withStep } from './grid-steps.ts'
import { type PastedBlock, type PastedCell, readPasted } from './pasted-block.ts'
import type { PastedColumn } from './pasted-columns.ts'
import { changesWhose } from './pasted-key.ts'
import { useTypedStore } from './typed-texts.tsx'

export type GridColumn<Row> = {
  /** The row's property, and the last part of the field's name. */
  readonly key: keyof Row & string
  /** In both languages, whichever is shown: what is pasted may bear either. */
  readonly title: Text
  /** Other titles that people give it. */
  readonly names?: readonly string[]
  readonly kind: GridKind
  readonly options?: readonly GridOption[] | ((row: Row) => readonly GridOption[])
  readonly width?: number
  readonly required?: boolean
  readonly readOnly?: boolean
  /** Shows a value computed from the row instead of a field; written as the kind is (money: fen). */
  readonly show?: (row: Row) => string | number | null
  /** Shows the column's sum under the rows. */
  readonly sum?: boolean
  /** Characters of a text at most. */
  readonly most?: number
  /** The figures it takes; money in fen. */
  readonly min?: number
  readonly max?: number
  readonly whole?: boolean
  /** What its figures are counted in, known behind them, in titles and above a pasted block; null where every row has its own. */
  readonly unit?: string | null
  /** No two rows hold the same. */
  readonly unique?: boolean
  /** What else may stand behind a figure. */
  readonly units?: readonly string[] | ((row: Row) => readonly string[])
  /** A text of several lines: the cell grows with it. */
  readonly long?: boolean
}

type GridOptions<Row> = {
  name: string
  columns: readonly GridColumn<Row>[]
  rows: readonly Row[]
  onChange: (rows: Row[]) => void
  newRow: () => Row
  maxRows: number
}

/**
 * How many rows a paste touched, how many found no room, what else of the block was not taken, and the titles of the columns that
 * were cleared, by row from 1, where a row became that of somebody else.
 */
export type Pasted = Omit<PastedBlock, 'rows'> & {
  readonly rows: number
  readonly over: number
  readonly cleared: readonly Cleared[]
}

type Cleared = { readonly row: number; readonly titles: readonly Text[] }

/** The rows of a grid and the texts in it that are no values (yet); a cell's text is kept by the id of its row. */
export function useFieldGrid<Row extends { readonly id: string }>(options: GridOptions<Row>) {
  const { name, columns, rows, onChange, newRow, maxRows } = options
  const store = useTypedStore()
  const [steps, setSteps] = useState<readonly GridStep<Row>[]>([])
  const last = lastStep(steps, rows)
  const cellOf = (row: Row, { key }: GridColumn<Row>) => `${name}.${row.id}.${key}`

  const optionsOf = (column: GridColumn<Row>, row: Row) =>
    typeof column.options === 'function' ? column.options(row) : (column.options ?? [])

  const unitsOf = ({ unit, units = [] }: GridColumn<Row>, row: Row) => [
    ...(unit ? [unit] : []),
    ...(typeof units === 'function' ? units(row) : units),
  ]

  function textOf(row: Row, column: GridColumn<Row>): string {
    if (column.show) return writeCell(column.kind, column.show(row))
    return store.of(cellOf(row, column))?.text ?? writeCell(column.kind, row[column.key], optionsOf(column, row))
  }

  function write(index: number, column: GridColumn<Row>, text: string): void {
    const row = rows[index]
    if (steps.length > 0) setSteps(afterTyping(steps))
    if (row) put(index, [[[columns.indexOf(column), text]]])
  }

  /** Writes rows from a row on, adding some as needed; returns how many it touched, what stands there now, and what stood there. */
  function put(fromRow: number, block: readonly (readonly PastedCell[])[]) {
    const next = [...rows]
    const texts: Record<string, TypedText | null> = {}
    const former: Record<string, TypedText | null> = {}
    const used = block.slice(0, Math.max(0, maxRows - fromRow))
    const cleared: Cleared[] = []
    const isBlock = block.length > 1 || (block[0]?.length ?? 0) > 1
    for (const [down, cells] of used.entries()) {
      const standing = next[fromRow + down]
      let row = standing ?? newRow()
      if (standing && isBlock && changesWhose(cells, columns, (column) => textOf(standing, column))) {
        const others = columns.filter((column, at) => !column.show && !cells.some(([place]) => place === at))
        const filled = others.filter((column) => !['', textOf(newRow(), column)].includes(textOf(standing, column)))
        if (filled.length > 0) cleared.push({ row: fromRow + down + 1, titles: filled.map(({ title }) => title) })
        for (const column of others) {
          former[cellOf(row, column)] = store.of(cellOf(row, column)) ?? null
          texts[cellOf(row, column)] = null
        }
        row = { ...newRow(), id: row.id }
      }
      for (const [at, text] of cells) {
        const column = columns[at]
        if (!column || column.readOnly || column.show) continue
        const reading = readCell(column.kind, text, optionsOf(column, row), { ...column, units: unitsOf(column, row) })
        former[cellOf(row, column)] = store.of(cellOf(row, column)) ?? null
        texts[cellOf(row, column)] = 'problem' in reading ? keepable(text, reading) : null
        row = { ...row, [column.key]: 'problem' in reading ? nothingOf(column.kind) : reading.value }
      }
      next[fromRow + down] = row
    }
    store.keep(texts)
    onChange(next)
    return { used: used.length, cleared, over: { before: rows, after: next, texts: former } }
  }

  return {
    optionsOf,
    textOf,
    write,
    problemOf: (row: Row, column: GridColumn<Row>) => store.of(cellOf(row, column)),
    pasteText: (fromRow: number, fromColumn: number, text: string): Pasted => {
      const { rows: block, ...told } = readPasted(text, columns.map(pastedColumn), fromColumn)
      const done = told.unclear.length + told.otherUnits.length > 0 ? null : put(fromRow, block)
      if (done) setSteps(withStep(steps, done.over))
      const used = done?.used ?? 0
      return { ...told, rows: used, over: block.length - used, cleared: done?.cleared ?? [] }
    },
    /** The last paste or removed row that can be taken back, one after the other; null where none can. */
    undo: last
      ? {
          /** From 1, of a row that was taken away; null for a paste. */
          rowNo: last.step.removed ? last.step.removed.index + 1 : null,
          isNext: last.isNext,
          run: () => {
            setSteps(last.left)
            store.keep(last.step.texts)
            onChange(last.rows)
          },
        }
      : null,
    add: () => onChange([...rows, newRow()]),
    remove: (index: number) => {
      const row = rows[index]
      if (!row) return
      const fields = columns.map((column) => cellOf(row, column))
      const texts = Object.fromEntries(fields.map((field) => [field, store.of(field) ?? null]))
      const after = rows.filter((_, at) => at !== index)
      setSteps(withStep(steps, { before: rows, after, texts, removed: { row, index } }))
      store.keep(Object.fromEntries(fields.map((field) => [field, null])))
      onChange(after)
    },
  }
}

function pastedColumn<Row>({ title, names, kind, readOnly, show, ...column }: GridColumn<Row>): PastedColumn {
  const unit = kind === 'money' ? '元' : column.unit
  const told = { ...(names ? { names } : {}), ...(unit === undefined ? {} : { unit }) }
  return { title, kind, closed: Boolean(readOnly || show), ...told }
}

/** The place of the first row above it that holds the same in a column where no two may; by the ids of the rows. */
export function repeatedRows<Row extends { readonly id: string }>(
  rows: readonly Row[],
  { key, unique }: GridColumn<Row>,
): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  const repeated = new Map<string, number>()
  if (!unique) return repeated
  for (const [at, row] of rows.entries()) {
    const value = cleanCode(String(row[key] ?? ''))
    const before = first.get(value)
    if (value !== '' && before === undefined) first.set(value, at)
    else if (before !== undefined) repeated.set(row.id, before)
  }
  return repeated
}

/** What a cell holds while its text cannot be read. */
function nothingOf(kind: GridKind): null | '' | readonly string[] {
  if (['uscc', 'text', 'name', 'code'].includes(kind)) return ''
  return kind === 'choices' || kind === 'list' ? [] : null
}
