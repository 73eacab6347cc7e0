import { DownloadOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { ButtonRow } from './ButtonRow.tsx'
import { useWords } from './language.tsx'
import type { TableSearch } from './table-search.ts'
import { words } from './words.ts'

export type Option = { readonly value: string; readonly text: string }

/** A filter of a list; `name` is its name in the address and in the route's search. */
export type Filter = { readonly name: string; readonly label: string; readonly width?: number } & (
  | { readonly kind: 'text' }
  | { readonly kind: 'select'; readonly options: readonly Option[] }
)

type TableToolbarProps = {
  table?: TableSearch<unknown>
  filters?: readonly Filter[]
  total?: number
  /** Address of the export of exactly these rows. */
  exportTo?: string
  actions?: ReactNode
}

/** Count, filters, export and further actions above a table. */
export function TableToolbar({ table, filters = [], total, exportTo, actions }: TableToolbarProps) {
  const t = useWords(words)
  return (
    <div className="toolbar">
      {table && filters.length > 0 ? (
        <search className="toolbar-filters">
          {filters.map((filter) => (
            <FilterField key={filter.name} filter={filter} table={table} />
          ))}
          {table.filtered ? (
            <Button type="link" onClick={table.clear}>
              {t.clearFilters}
            </Button>
          ) : null}
        </search>
      ) : null}
      <ButtonRow className="toolbar-end">
        {total === undefined ? null : (
          <span className="toolbar-count" role="status">
            {t.records(total)}
          </span>
        )}
        {actions}
        {exportTo ? (
          <Button href={exportTo} download icon={<DownloadOutlined aria-hidden />}>
            {t.exportExcel}
          </Button>
        ) : null}
      </ButtonRow>
    </div>
  )
}

function FilterField({ filter, table }: { filter: Filter; table: TableSearch<unknown> }) {
  const t = useWords(words)
  const id = useId()
  const value = table.values[filter.name] ?? ''
  return (
    <div className="filter" style={{ width: filter.width ?? (filter.kind === 'text' ? 200 : 150) }}>
      <label htmlFor={id}>{filter.label}</label>
      {filter.kind === 'text' ? (
        <TextFilter key={value} id={id} value={value} onChange={(text) => table.filter({ [filter.name]: text })} />
      ) : (
        <Select
          id={id}
          value={value}
          onChange={(next: string) => table.filter({ [filter.name]: next || null })}
          showSearch={filter.options.length > 8 ? { optionFilterProp: 'label' } : false}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: t.all },
            ...filter.options.map((one) => ({ value: one.value, label: one.text })),
          ]}
        />
      )}
    </div>
  )
}

/** Waits until the typing rests before it asks the server. */
function TextFilter({ id, value, onChange }: { id: string; value: string; onChange: (text: string | null) => void }) {
  const [text, setText] = useState(value)
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => onChange(text.trim() || null), 450)
    return () => clearTimeout(timer)
  })
  return (
    <Input
      id={id}
      value={text}
      allowClear
      onChange={(event) => setText(event.target.value)}
      onPressEnter={() => onChange(text.trim() || null)}
    />
  )
}
