import { Tag } from 'antd'
import { filingStateNames, filingStates } from '../../../../policy/filings/filing.ts'
import { Async } from '../../../../ui/Async.tsx'
import { type Reply, useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Figure } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { Money, StatusTag } from '../../../../ui/Values.tsx'
import { listPilots, type PilotView } from '../contract.ts'
import { pilotFigures } from '../figures-contract.ts'
import { words } from '../words.ts'
import { planTones } from './plan-tones.ts'
import { ServicesCounted } from './ServicesCounted.tsx'

const states = filingStates.filter((state) => state !== 'recorded')
/** A handful of parks needs no filter. */
const few = 8

type Answer = Reply<typeof listPilots>
type Table = ReturnType<typeof useTableSearch<typeof listPilots>>

/** The pilots inside the reader's scope, with their money and where each stands. */
export function PilotListPage() {
  const t = useWords(words)
  const table = useTableSearch(listPilots, { pageSize: 50 })
  const view = useView(listPilots, { search: table.search }, { keepPrevious: true })
  return (
    <Page title={t.title} subtitle={t.yuan}>
      <Async view={view} isEmpty={({ total }) => total === 0 && !table.filtered} empty={t.empty}>
        {(answer) => <PilotTable {...answer} table={table} loading={view.isPlaceholderData} />}
      </Async>
    </Page>
  )
}

function PilotTable({
  pilots,
  total,
  sums,
  countyName,
  batchName,
  table,
  loading,
}: Answer & { table: Table; loading: boolean }) {
  const t = useWords(words)
  const say = useText()
  const narrowed = [countyName, batchName].filter(Boolean)
  const money = (key: 'awardFen' | 'committedFen' | 'disbursedFen' | 'spentFen', title: string): Column<PilotView> => ({
    key,
    title,
    align: 'right',
    show: (pilot) => (
      <Figure to={pilotFigures(pilot.pilotId)[key]}>
        <Money fen={pilot[key]} plain />
      </Figure>
    ),
  })
  const columns: Column<PilotView>[] = [
    { key: 'parkName', title: t.park },
    { key: 'countyName', title: t.county },
    { key: 'batchName', title: t.batch },
    {
      key: 'planState',
      title: t.plan,
      show: (pilot) => (
        <StatusTag tone={planTones[pilot.planState]}>{say(filingStateNames[pilot.planState])}</StatusTag>
      ),
    },
    money('awardFen', t.award),
    money('committedFen', t.committed),
    money('disbursedFen', t.disbursed),
    money('spentFen', t.spent),
    {
      key: 'services',
      title: t.services,
      align: 'right',
      show: (pilot) => <ServicesCounted pilot={pilot} />,
    },
  ]
  const sum = (key: 'awardFen' | 'committedFen' | 'disbursedFen' | 'spentFen') => <Money fen={sums[key]} plain />
  return (
    <DataTable
      label={t.title}
      columns={columns}
      rows={pilots}
      rowKey={(pilot) => pilot.pilotId}
      rowTo={(pilot) => `/pilots/${pilot.pilotId}`}
      table={table}
      total={total}
      loading={loading}
      filters={
        total > few || table.filtered
          ? [
              { name: 'q', label: t.search, kind: 'text' },
              {
                name: 'state',
                label: t.plan,
                kind: 'select',
                options: states.map((state) => ({ value: state, text: say(filingStateNames[state]) })),
              },
            ]
          : []
      }
      actions={
        narrowed.length > 0 ? (
          <Tag closable onClose={() => table.filter({ countyId: null, batchId: null })}>
            {narrowed.join(' · ')}
          </Tag>
        ) : undefined
      }
      sums={
        total > 1
          ? {
              awardFen: sum('awardFen'),
              committedFen: sum('committedFen'),
              disbursedFen: sum('disbursedFen'),
              spentFen: sum('spentFen'),
              services: <span className="number">{t.countedOf(sums.servicesCounted, sums.services)}</span>,
            }
          : undefined
      }
    />
  )
}
