import { useState } from 'react'
import { keepable, type TypedText } from '../shared/typed-text.ts'
import { type GridKind, type GridOption, readCell, writeCell } from './grid-cell.ts'
import { readPasted } from './pasted-block.ts'
import { useTypedStore } from './typed-texts.tsx'

export type GridColumn<Row> = {
  /** The row's property, and the last part of the field's name. */
  readonly key: keyof Row & string
  readonly title: string
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
  /** What may stand behind a figure: `%`. */
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

type Removed<Row> = {
  readonly row: Row
  readonly index: number
  readonly texts: Readonly<Record<string, TypedText | null>>
}

/** The rows of a grid and the texts in it that are no values (yet); a cell's text is kept by the id of its row. */
export function useFieldGrid<Row extends { readonly id: string }>(options: GridOptions<Row>) {
  const { name, columns, rows, onChange, newRow, maxRows } = options
  const store = useTypedStore()
  const [removed, setRemoved] = useState<Removed<Row> | null>(null)
  const cellOf = (row: Row, { key }: GridColumn<Row>) => `${name}.${row.id}.${key}`

  const optionsOf = (column: GridColumn<Row>, row: Row) =>
    typeof column.options === 'function' ? column.options(row) : (column.options ?? [])

  const unitsOf = ({ units = [] }: GridColumn<Row>, row: Row) => (typeof units === 'function' ? units(row) : units)

  function textOf(row: Row, column: GridColumn<Row>): string {
    if (column.show) return writeCell(column.kind, column.show(row))
    return store.of(cellOf(row, column))?.text ?? writeCell(column.kind, row[column.key], optionsOf(column, row))
  }

  function write(index: number, column: GridColumn<Row>, text: string): void {
    const row = rows[index]
    if (row) paste(index, columns.indexOf(column), [[text]])
  }

  /** Writes a block from a cell on, adding rows as needed; returns how many rows it touched. */
  function paste(fromRow: number, fromColumn: number, block: readonly (readonly string[])[]): number {
    const next = [...rows]
    const texts: Record<string, TypedText | null> = {}
    const used = block.slice(0, Math.max(0, maxRows - fromRow))
    used.forEach((cells, down) => {
      const index = fromRow + down
      let row = next[index] ?? newRow()
      cells.forEach((text, right) => {
        const column = columns[fromColumn + right]
        if (!column || column.readOnly || column.show) return
        const reading = readCell(column.kind, text, optionsOf(column, row), { ...column, units: unitsOf(column, row) })
        texts[cellOf(row, column)] = 'problem' in reading ? keepable(text, reading) : null
        row = { ...row, [column.key]: 'problem' in reading ? nothingOf(column.kind) : reading.value }
      })
      next[index] = row
    })
    store.keep(texts)
    onChange(next)
    return used.length
  }

  return {
    optionsOf,
    textOf,
    write,
    problemOf: (row: Row, column: GridColumn<Row>) => store.of(cellOf(row, column)),
    /** Returns how many rows it touched, and the lines that are none. */
    pasteText: (fromRow: number, fromColumn: number, text: string) => {
      const titles = columns.slice(fromColumn).map(({ title }) => title)
      const block = readPasted(text, titles)
      return { rows: paste(fromRow, fromColumn, block.rows), left: block.left }
    },
    add: () => onChange([...rows, newRow()]),
    remove: (index: number) => {
      const row = rows[index]
      if (!row) return
      const fields = columns.map((column) => cellOf(row, column))
      setRemoved({ row, index, texts: Object.fromEntries(fields.map((field) => [field, store.of(field) ?? null])) })
      store.keep(Object.fromEntries(fields.map((field) => [field, null])))
      onChange(rows.filter((_, at) => at !== index))
    },
    /** The row that was taken away last, as long as nothing else was; puts it back where it stood. */
    removed:
      removed === null
        ? null
        : {
            no: removed.index + 1,
            restore: () => {
              setRemoved(null)
              store.keep(removed.texts)
              onChange(rows.toSpliced(Math.min(removed.index, rows.length), 0, removed.row))
            },
          },
  }
}

/** What a cell holds while its text cannot be read. */
function nothingOf(kind: GridKind): null | '' | readonly string[] {
  if (kind === 'uscc' || kind === 'text') return ''
  return kind === 'choices' || kind === 'list' ? [] : null
}
