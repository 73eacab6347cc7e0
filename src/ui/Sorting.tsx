import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import { useWords } from './language.tsx'
import type { ListOrder } from './table-search.ts'
import { words } from './words.ts'

/** Which way a list is ordered by a column; null where it is not. */
export function wayOf(sort: string | null, key: string): 'ascend' | 'descend' | null {
  return sort === key ? 'ascend' : sort === `-${key}` ? 'descend' : null
}

type SortHeadProps = { order: ListOrder; name: string; className?: string; children: string }

/** The head of a column of a table that is no `DataTable`: rising, falling, the list's own order, as there. */
export function SortHead({ order: { sort, orderBy }, name, className, children }: SortHeadProps) {
  const way = wayOf(sort, name)
  const next = way === 'ascend' ? `-${name}` : way === 'descend' ? null : name
  return (
    <th
      scope="col"
      className={className}
      aria-sort={way === 'ascend' ? 'ascending' : way === 'descend' ? 'descending' : undefined}
    >
      <button type="button" className="sort-head" onClick={() => orderBy(next)}>
        {children}
        {way === 'ascend' ? <CaretUpOutlined aria-hidden /> : null}
        {way === 'descend' ? <CaretDownOutlined aria-hidden /> : null}
      </button>
    </th>
  )
}

type SortChoiceProps = { columns: readonly { readonly key: string; readonly title: string }[]; order: ListOrder }

/** The order of a list whose heads are not shown, on a phone. */
export function SortChoice({ columns, order: { sort, sortable, orderBy } }: SortChoiceProps) {
  const t = useWords(words)
  const offered = columns.filter(({ key }) => sortable.has(key))
  if (offered.length === 0) return null
  const options = offered.flatMap(({ key, title }) => [
    { value: key, label: `${title} · ${t.ascending}` },
    { value: `-${key}`, label: `${title} · ${t.descending}` },
  ])
  return (
    <Select
      className="sort-choice no-print"
      aria-label={t.sortBy}
      value={options.some(({ value }) => value === sort) ? (sort ?? '') : ''}
      options={[{ value: '', label: `${t.sortBy}: ${t.ownOrder}` }, ...options]}
      popupMatchSelectWidth={false}
      onChange={(next: string) => orderBy(next || null)}
    />
  )
}
