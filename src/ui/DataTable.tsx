import { Button, Skeleton, Table } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Placed } from '../shared/route.ts'
import { AppLink } from './AppLink.tsx'
import { EmptyState } from './Async.tsx'
import { CardList } from './CardList.tsx'
import { LoadFailed } from './LoadFailed.tsx'
import { useWords } from './language.tsx'
import { Pages } from './Pages.tsx'
import { pageWords } from './page-words.ts'
import { wayOf } from './Sorting.tsx'
import { type Filter, TableToolbar } from './TableToolbar.tsx'
import { type Column, cellOf } from './table-column.ts'
import type { ListOrder, TableSearch } from './table-search.ts'
import { useGo } from './url.ts'
import { useIsPhone } from './use-media.ts'
import { useOrder } from './use-order.ts'
import { words } from './words.ts'

type DataTableProps<Row> = {
  /** What the table lists, for a reader who hears the page. */
  label: string
  columns: readonly Column<Row>[]
  /** Undefined while they load. */
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => string
  /** From `useTableSearch`: the server pages, sorts and filters. Without it all rows are here. */
  table?: TableSearch<unknown>
  /** The server orders, and the page around it pages and filters. */
  order?: ListOrder
  /** Where the page lies, of a route whose pages are turned by key. */
  placed?: Placed | undefined
  /** All rows on the server; the number of `rows` if left out. */
  total?: number
  filters?: readonly Filter[]
  /** Opens a row's page: on click, and from the first column's link by keyboard. */
  rowTo?: (row: Row) => string | null
  exportTo?: string
  actions?: ReactNode
  /** What to do when there is nothing at all. */
  empty?: ReactNode
  /** Rows can be chosen for a bulk action. */
  selected?: { readonly keys: readonly string[]; readonly onChange: (keys: string[]) => void }
  /** A last row of sums, by column key. */
  sums?: Readonly<Record<string, ReactNode>>
  /** New rows are on their way while the former ones stand. */
  loading?: boolean
  /** The view that the rows come from: what is said where it failed. */
  failed?: { readonly error: unknown; readonly refetch: () => unknown }
}

const crowded = 200

/** A dense table; on a phone the rows become cards. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, rowKey, table, filters, exportTo, actions, empty, loading, failed } = props
  const { rows, ...order } = useOrder(columns, props.rows, props.order ?? table)
  const t = useWords(words)
  const pages = useWords(pageWords)
  const phone = useIsPhone()
  const total = props.total ?? rows?.length
  const bare = filters === undefined && exportTo === undefined && actions === undefined && !table
  return (
    <div className="data-table panel">
      {bare ? null : (
        <TableToolbar table={table} filters={filters} total={total} exportTo={exportTo} actions={actions} />
      )}
      {rows === undefined && failed?.error ? (
        <LoadFailed error={failed.error} onRetry={() => failed.refetch()} />
      ) : rows === undefined ? (
        <Skeleton active title={false} paragraph={{ rows: 8 }} />
      ) : rows.length === 0 ? (
        <EmptyState>
          {table && total ? (
            <>
              <p>{pages.beyondLastPage}</p>
              <Button onClick={() => table.turnTo(Math.ceil(total / table.pageSize), table.pageSize)}>
                {pages.lastPage}
              </Button>
            </>
          ) : table?.filtered ? (
            <>
              <p>{t.nothingMatches}</p>
              <Button onClick={table.clear}>{t.clearFilters}</Button>
            </>
          ) : (
            empty
          )}
        </EmptyState>
      ) : phone ? (
        <CardList
          columns={columns}
          rows={rows}
          rowKey={rowKey}
          rowTo={props.rowTo}
          sums={props.sums}
          label={props.label}
          order={order}
        />
      ) : (
        <WideTable {...props} rows={rows} order={order} loading={loading ?? false} />
      )}
      {table ? <Pages table={table} total={total} placed={props.placed} /> : null}
    </div>
  )
}

type WideTableProps<Row> = DataTableProps<Row> & {
  rows: readonly Row[]
  order: ListOrder
}

function WideTable<Row extends object>(props: WideTableProps<Row>) {
  const { columns, rows, rowKey, rowTo, order, selected, sums, loading, label } = props
  const go = useGo()
  const virtual = rows.length > crowded
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are an extra between the links, which work by themselves
    <div onKeyDown={moveBetweenRows}>
      <Table<Row>
        aria-label={label}
        size="small"
        columns={columns.map((column, index) => ({
          key: column.key,
          title: column.title,
          align: column.align ?? 'left',
          width: column.width,
          fixed: column.fixed ? 'start' : undefined,
          className: column.align === 'right' ? 'number' : undefined,
          sorter: order.sortable.has(column.key),
          sortOrder: wayOf(order.sort, column.key),
          render: (_: unknown, row: Row) => {
            const to = index === 0 ? rowTo?.(row) : null
            const cell = cellOf(column, row)
            return to ? (
              <AppLink to={to} className="row-link">
                {cell}
              </AppLink>
            ) : (
              cell
            )
          },
        }))}
        dataSource={rows as Row[]}
        rowKey={rowKey}
        loading={loading ?? false}
        pagination={false}
        sticky={virtual ? false : { offsetHeader: 52 }}
        virtual={virtual}
        scroll={virtual ? { x: totalWidth(columns), y: 620 } : { x: true }}
        showSorterTooltip={false}
        rowSelection={
          selected
            ? { selectedRowKeys: [...selected.keys], onChange: (keys) => selected.onChange(keys.map(String)) }
            : undefined
        }
        onChange={(_pages, _filters, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter
          order.orderBy(one?.order ? `${one.order === 'descend' ? '-' : ''}${String(one.columnKey)}` : null)
        }}
        onRow={(row) => {
          const to = rowTo?.(row)
          if (!to) return {}
          return {
            className: 'is-open',
            onClick: (event) => {
              const target = event.target as HTMLElement
              const choosing = window.getSelection()?.toString()
              if (!choosing && !target.closest('a, button, input, label')) go(to)
            },
          }
        }}
        summary={sums ? () => <SumRow columns={columns} sums={sums} offset={selected ? 1 : 0} /> : undefined}
      />
    </div>
  )
}

function SumRow<Row>({
  columns,
  sums,
  offset,
}: {
  columns: readonly Column<Row>[]
  sums: Readonly<Record<string, ReactNode>>
  offset: number
}) {
  const t = useWords(words)
  return (
    <Table.Summary.Row className="sum-row">
      {offset > 0 ? <Table.Summary.Cell index={0} /> : null}
      {columns.map((column, index) => (
        <Table.Summary.Cell key={column.key} index={index + offset} align={column.align ?? 'left'}>
          {sums[column.key] ?? (index === 0 ? t.total : null)}
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  )
}

function totalWidth<Row>(columns: readonly Column<Row>[]): number {
  return columns.reduce((sum, column) => sum + (column.width ?? 140), 0)
}

/** Arrow keys move between the rows' links. */
function moveBetweenRows(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.row-link')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  if (at < 0) return
  event.preventDefault()
  links[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
}
