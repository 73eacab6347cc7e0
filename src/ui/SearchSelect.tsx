import { Button, Select } from 'antd'
import { useEffect, useState } from 'react'
import { cleanName } from '../shared/clean.ts'
import type { Route } from '../shared/route.ts'
import { type Args, type Reply, useView } from './api.ts'
import { asApiError } from './api-error.ts'
import type { FieldBinding } from './Field.tsx'
import { useText, useWords } from './language.tsx'
import { words } from './picker-words.ts'
import { words as shared } from './words.ts'

/** How many are offered at once. */
const offeredAtOnce = 100

type SearchSelectProps<R extends Route, Row> = {
  bind: FieldBinding
  /** A list that is paged and takes `q`, part of a name. */
  route: R
  /** What else narrows it; null where it cannot be asked yet. */
  within: object | null
  rowsOf: (reply: Reply<R>) => { readonly rows: readonly Row[]; readonly total: number }
  optionOf: (row: Row) => { readonly value: string; readonly label: string }
  /** The row that was chosen, whole: it need not be among those that are offered. */
  value: Row | null
  onChange: (row: Row) => void
}

/** One of many, found on the server by part of its name; the first hundred are offered before anything is typed. */
export function SearchSelect<R extends Route, Row>(props: SearchSelectProps<R, Row>) {
  // What was offered within something else is offered no longer.
  return <Searched key={JSON.stringify(props.within)} {...props} />
}

function Searched<R extends Route, Row>(props: SearchSelectProps<R, Row>) {
  const { bind, route, within, rowsOf, optionOf, value, onChange } = props
  const t = useWords(words)
  const { retry } = useWords(shared)
  const say = useText()
  const [text, setText] = useState('')
  const q = useRested(cleanName(text))
  const search = { ...within, ...(q === '' ? {} : { q }), pageSize: offeredAtOnce }
  const view = useView(route, { search } as unknown as Args<R>, { enabled: within !== null, keepPrevious: true })
  const { rows, total } = view.data === undefined || within === null ? { rows: [], total: 0 } : rowsOf(view.data)
  const offered = new Map(rows.map((row) => [optionOf(row).value, row]))
  const chosen = value === null ? null : optionOf(value)
  const options = rows.map(optionOf)
  return (
    <Select
      {...bind}
      loading={within !== null && view.isFetching}
      showSearch={{
        onSearch: setText,
        // Until the answer is there, what stands here is narrowed already, so that Enter takes nothing that was not typed.
        filterOption: (typed, option) => String(option?.label ?? '').includes(cleanName(typed)),
      }}
      value={chosen?.value ?? null}
      labelRender={({ label }) => label ?? chosen?.label}
      onChange={(next: string) => {
        const row = offered.get(next)
        if (row !== undefined) onChange(row)
      }}
      onOpenChange={(open) => {
        if (!open) setText('')
      }}
      options={options}
      notFoundContent={
        view.error ? (
          <div role="alert">
            <p>{say(asApiError(view.error).text)}</p>
            <Button onClick={() => void view.refetch()}>{retry}</Button>
          </div>
        ) : view.isFetching ? (
          t.searching
        ) : (
          t.notFound
        )
      }
      popupRender={(menu) => (
        <>
          {menu}
          {total > rows.length ? <p className="picker-note">{t.moreByName(rows.length, total)}</p> : null}
        </>
      )}
    />
  )
}

/** A text once it has not changed for a moment. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    if (text === rested) return
    const timer = setTimeout(() => setRested(text), 250)
    return () => clearTimeout(timer)
  })
  return rested
}
