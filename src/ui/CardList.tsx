import { Button } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { AppLink } from './AppLink.tsx'
import { fieldAwaited } from './focus-field.ts'
import { useWords } from './language.tsx'
import { SortChoice } from './Sorting.tsx'
import { type Column, cellOf } from './table-column.ts'
import type { ListOrder } from './table-search.ts'
import { words } from './words.ts'

type CardListProps<Row> = {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  rowTo?: (row: Row) => string | null
  sums?: Readonly<Record<string, ReactNode>>
  order: ListOrder
}

/** So many cards stand at first, and more at a tap: nobody scrolls through hundreds. */
const atOnce = 20

/** A table's rows as cards, for a phone. */
export function CardList<Row extends object>({ label, columns, rows, rowKey, rowTo, sums, order }: CardListProps<Row>) {
  const t = useWords(words)
  const [shown, setShown] = useState(atOnce)
  useEffect(() => {
    // At once, so that whoever looks for the field finds it.
    const showAll = () => flushSync(() => setShown(rows.length))
    window.addEventListener(fieldAwaited, showAll)
    return () => window.removeEventListener(fieldAwaited, showAll)
  }, [rows.length])
  const [title, ...others] = columns
  const lines = others.filter((column) => column.card !== 'hide')
  return (
    <>
      {rows.length > 1 ? <SortChoice columns={columns} order={order} /> : null}
      {rows.length > atOnce ? (
        <p className="cards-count" role="status">
          {t.shownOf(Math.min(shown, rows.length), rows.length)}
        </p>
      ) : null}
      <ul className="cards" aria-label={label}>
        {rows.slice(0, shown).map((row) => {
          const to = rowTo?.(row)
          const head = title ? cellOf(title, row) : null
          return (
            <li key={rowKey(row)} className="card">
              <div className="card-title">{to ? <AppLink to={to}>{head}</AppLink> : head}</div>
              <dl>
                {lines.map((column) =>
                  column.card === 'bare' ? (
                    <div key={column.key} className="card-bare">
                      <dt className="visually-hidden">{column.title}</dt>
                      <dd>{cellOf(column, row)}</dd>
                    </div>
                  ) : (
                    <div key={column.key}>
                      <dt>{column.title}</dt>
                      <dd>{cellOf(column, row)}</dd>
                    </div>
                  ),
                )}
              </dl>
            </li>
          )
        })}
        {rows.length > shown ? (
          <li>
            <Button block onClick={() => setShown(shown + atOnce)}>
              {t.showMore(rows.length - shown)}
            </Button>
          </li>
        ) : null}
        {sums ? (
          <li className="card card-sums">
            <dl>
              {columns.map((column) =>
                sums[column.key] === undefined ? null : (
                  <div key={column.key}>
                    <dt>{column.title}</dt>
                    <dd>{sums[column.key]}</dd>
                  </div>
                ),
              )}
            </dl>
          </li>
        ) : null}
      </ul>
    </>
  )
}
