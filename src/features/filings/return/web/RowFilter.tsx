import { Segmented } from 'antd'
import { isCountedIn } from '../../../../policy/returns/standing.ts'
import type { PeriodCode } from '../../../../shared/periods.ts'
import { useWords } from '../../../../ui/language.tsx'
import { useUrl } from '../../../../ui/url.ts'
import type { ReturnRow } from '../contract.ts'
import { words } from '../words.ts'

type Show = 'all' | 'behind' | 'reduced'

type Rows = { readonly rows: readonly ReturnRow[]; readonly head: { readonly period: PeriodCode } }

/** The rows the address asks for: `?show=behind`, `?show=reduced` (as the list of tables counts them), else all. */
export function rowsShown({ rows, head: { period } }: Rows, show: string | undefined): readonly ReturnRow[] {
  if (show === 'behind') return rows.filter((row) => (row.gap ?? 0) < 0)
  if (show === 'reduced') return rows.filter((row) => row.reductions.some((one) => isCountedIn(period, one)))
  return rows
}

/** Narrows the table to what needs a look; says how many. */
export function RowFilter({ table }: { table: Rows }) {
  const t = useWords(words)
  const { search, setSearch } = useUrl()
  const count = (show: Show) => rowsShown(table, show).length
  const reduced = count('reduced')
  const options: { value: Show; label: string }[] = [
    { value: 'all', label: `${t.allRows} ${table.rows.length}` },
    { value: 'behind', label: `${t.onlyBehind} ${count('behind')}` },
    ...(reduced > 0 ? [{ value: 'reduced' as const, label: `${t.onlyReduced} ${reduced}` }] : []),
  ]
  const show: Show = search.show === 'behind' || (search.show === 'reduced' && reduced > 0) ? search.show : 'all'
  return (
    <Segmented<Show>
      className="return-filter"
      value={show}
      options={options}
      onChange={(next) => setSearch({ show: next === 'all' ? null : next })}
    />
  )
}
