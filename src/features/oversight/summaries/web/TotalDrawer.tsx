import { Drawer } from 'antd'
import { factText } from '../../../../policy/filings/form-values.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Figure } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useUrl } from '../../../../ui/url.ts'
import { useIsPhone } from '../../../../ui/use-media.ts'
import type { CountySummary } from '../contract.ts'
import { words } from '../words.ts'
import { partOfTotal, type Total } from './merged.ts'

type Props = { totals: readonly Total[]; counties: readonly CountySummary[] }

/** What each county on record gave to the total named in the address (`?behind=services`), each with the way to its summary. */
export function TotalDrawer({ totals, counties }: Props) {
  const t = useWords(words)
  const say = useText()
  const phone = useIsPhone()
  const { search, setSearch } = useUrl()
  const total = totals.find(({ id }) => id === search.behind)
  const part = (county: CountySummary) => (total ? partOfTotal(county, total.id) : null)
  const columns: Column<CountySummary>[] = [
    { key: 'unitName', title: t.county, sort: ({ scope }) => scope },
    {
      key: 'value',
      title: total ? say(total) : '',
      align: 'right',
      width: 200,
      sort: (county) => part(county)?.value ?? null,
      show: (county) => {
        const fact = part(county)
        return fact ? <Figure to={`/filings/${county.filingId}`}>{say(factText(fact))}</Figure> : '—'
      },
    },
  ]
  return (
    <Drawer
      open={total !== undefined}
      title={total ? say(total) : ''}
      size={phone ? '100%' : 520}
      onClose={() => setSearch({ behind: null })}
    >
      <DataTable
        label={total ? say(total) : ''}
        columns={columns}
        rows={counties}
        rowKey={(county) => county.unitId}
        sums={total ? { value: say(factText(total)) } : undefined}
      />
    </Drawer>
  )
}
