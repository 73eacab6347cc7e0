import type { ReactNode } from 'react'
import { useWords } from './language.tsx'
import { words } from './words.ts'

export type FieldColumn<Row> = {
  /** The row's property, and the last part of the field's name. */
  readonly key: string
  readonly title: string
  readonly show: (row: Row, index: number) => ReactNode
  readonly width?: number
  /** Figures of equal width, at the right. */
  readonly figure?: boolean
}

export type RowMark = 'added' | 'removed' | null

type FieldTableProps<Row> = {
  /** The list's field name, as in `FieldGrid`: a jump finds the cells. */
  name: string
  label: string
  columns: readonly FieldColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Under the rows, by column key. */
  sums?: Readonly<Record<string, ReactNode>>
  /** Rows that came or went since the version before. */
  markOf?: (row: Row) => RowMark
  /** False where a column of the rows says their order itself. */
  isNumbered?: boolean
}

/** The read-only twin of `FieldGrid`: the same columns, texts that wrap and print; cards on a phone. */
export function FieldTable<Row extends object>({
  name,
  label,
  columns,
  rows,
  rowKey,
  sums,
  markOf,
  isNumbered = true,
}: FieldTableProps<Row>) {
  const t = useWords(words)
  if (rows.length === 0) return <p className="soft">{t.nothingHere}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled sideways, by keyboard too
    <section className="field-grid field-table" data-field={name} tabIndex={0} aria-label={label}>
      <table aria-label={label}>
        <thead>
          <tr>
            {isNumbered ? (
              <th scope="col" className="grid-index">
                #
              </th>
            ) : null}
            {columns.map((column) => (
              <th key={column.key} scope="col" style={{ minWidth: column.width }} className={figureClass(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const mark = markOf?.(row) ?? null
            return (
              <tr key={rowKey(row)} className={mark ? `row-${mark}` : undefined} data-field={`${name}.${index}`}>
                {isNumbered ? (
                  <th scope="row" className="grid-index" data-label={t.row(index + 1)}>
                    {index + 1}
                    {mark ? <div className="row-mark">{mark === 'added' ? t.rowAdded : t.rowRemoved}</div> : null}
                  </th>
                ) : null}
                {columns.map((column) => (
                  <td key={column.key} data-label={column.title} className={figureClass(column)}>
                    <div className="cell-text" data-field={`${name}.${index}.${column.key}`}>
                      {column.show(row, index)}
                    </div>
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
        {sums ? (
          <tfoot>
            <tr>
              <th scope="row" className="grid-index">
                <span className="grid-total">{t.total}</span>
              </th>
              {columns.map((column) => (
                <td
                  key={column.key}
                  data-label={column.title}
                  className={`${figureClass(column) ?? ''} ${column.key in sums ? '' : 'no-sum'}`}
                >
                  {sums[column.key]}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  )
}

function figureClass(column: { readonly figure?: boolean }): string | undefined {
  return column.figure ? 'grid-number' : undefined
}
