import { useState } from 'react'
import { type GridKind, type GridOption, readBlock, readCell, type Unreadable, writeCell } from './grid-cell.ts'

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
  readonly maxLength?: number
  /** A text of several lines: the cell grows with it. */
  readonly long?: boolean
}

type GridOptions<Row> = {
  columns: readonly GridColumn<Row>[]
  rows: readonly Row[]
  onChange: (rows: Row[]) => void
  newRow: () => Row
  maxRows: number
}

type Unread = { readonly text: string; readonly problem: Unreadable }

/** The rows of a grid and the texts in it that are no values (yet). */
export function useFieldGrid<Row extends object>({ columns, rows, onChange, newRow, maxRows }: GridOptions<Row>) {
  const [unread, setUnread] = useState<ReadonlyMap<string, Unread>>(new Map())

  const optionsOf = (column: GridColumn<Row>, row: Row) =>
    typeof column.options === 'function' ? column.options(row) : (column.options ?? [])

  function textOf(row: Row, index: number, column: GridColumn<Row>): string {
    if (column.show) return writeCell(column.kind, column.show(row))
    return unread.get(`${index}.${column.key}`)?.text ?? writeCell(column.kind, row[column.key], optionsOf(column, row))
  }

  function write(index: number, column: GridColumn<Row>, text: string): void {
    const row = rows[index]
    if (row) paste(index, columns.indexOf(column), [[text]])
  }

  /** Writes a block from a cell on, adding rows as needed; returns how many rows it touched. */
  function paste(fromRow: number, fromColumn: number, block: readonly (readonly string[])[]): number {
    const next = [...rows]
    const texts = new Map(unread)
    const used = block.slice(0, Math.max(0, maxRows - fromRow))
    used.forEach((cells, down) => {
      const index = fromRow + down
      let row = next[index] ?? newRow()
      cells.forEach((text, right) => {
        const column = columns[fromColumn + right]
        if (!column || column.readOnly || column.show) return
        const reading = readCell(column.kind, text, optionsOf(column, row))
        const cell = `${index}.${column.key}`
        // a resident's number is kept nowhere, not even in the field
        const isSecret = 'problem' in reading && reading.problem === 'personalNumber'
        if ('problem' in reading) texts.set(cell, { text: isSecret ? '' : text, problem: reading.problem })
        else texts.delete(cell)
        row = { ...row, [column.key]: 'problem' in reading ? nothingOf(column.kind) : reading.value }
      })
      next[index] = row
    })
    setUnread(texts)
    onChange(next)
    return used.length
  }

  return {
    optionsOf,
    textOf,
    write,
    problemOf: (index: number, column: GridColumn<Row>) => unread.get(`${index}.${column.key}`)?.problem ?? null,
    pasteText: (fromRow: number, fromColumn: number, text: string) => paste(fromRow, fromColumn, readBlock(text)),
    add: () => onChange([...rows, newRow()]),
    remove: (index: number) => {
      setUnread(withoutRow(unread, index))
      onChange(rows.filter((_, at) => at !== index))
    },
  }
}

/** What a cell holds while its text cannot be read. */
function nothingOf(kind: GridKind): null | '' | readonly string[] {
  if (kind === 'uscc') return ''
  return kind === 'choices' || kind === 'list' ? [] : null
}

function withoutRow(unread: ReadonlyMap<string, Unread>, index: number): Map<string, Unread> {
  const left = new Map<string, Unread>()
  for (const [cell, entry] of unread) {
    const [row = '', ...key] = cell.split('.')
    const at = Number(row)
    if (at !== index) left.set(`${at > index ? at - 1 : at}.${key.join('.')}`, entry)
  }
  return left
}
