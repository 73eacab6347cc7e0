import { Input, Select, Tag } from 'antd'
import { filingStateNames, filingStates } from '../../../../policy/filings/filing.ts'
import { cleanName } from '../../../../shared/clean.ts'
import { sumFen } from '../../../../shared/money.ts'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Figure } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useUrl } from '../../../../ui/url.ts'
import { Money, StatusTag } from '../../../../ui/Values.tsx'
import { listPilots, type PilotView } from '../contract.ts'
import { pilotFigures } from '../figures-contract.ts'
import { words } from '../words.ts'
import { askedPilots } from './asked-pilots.ts'
import { planTones } from './plan-tones.ts'
import { ServicesCounted } from './ServicesCounted.tsx'

const states = filingStates.filter((state) => state !== 'recorded')
/** A handful of parks needs no filter. */
const few = 8

/** The pilots inside the reader's scope, with their money and where each stands. */
export function PilotListPage() {
  const t = useWords(words)
  const view = useView(listPilots)
  return (
    <Page title={t.title} subtitle={t.yuan}>
      <Async view={view} isEmpty={({ pilots }) => pilots.length === 0} empty={t.empty}>
        {({ pilots }) => <PilotTable pilots={pilots} />}
      </Async>
    </Page>
  )
}

function PilotTable({ pilots }: { pilots: readonly PilotView[] }) {
  const t = useWords(words)
  const say = useText()
  const { search, setSearch } = useUrl()
  const text = cleanName(search.q ?? '')
  const rows = askedPilots(pilots, search)
  const narrowed = [
    search.countyId && (pilots.find((one) => one.countyId === search.countyId)?.countyName ?? ''),
    search.batchId && (pilots.find((one) => one.batchId === search.batchId)?.batchName ?? ''),
  ].filter(Boolean)
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
    { key: 'countyName', title: t.county, sort: ({ scope }) => scope },
    { key: 'batchName', title: t.batch },
    {
      key: 'planState',
      title: t.plan,
      sort: ({ planState }) => filingStates.indexOf(planState),
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
      sort: ({ servicesCounted }) => servicesCounted,
    },
  ]
  const sum = (key: 'awardFen' | 'committedFen' | 'disbursedFen' | 'spentFen') => (
    <Money fen={sumFen(rows.map((pilot) => pilot[key]))} plain />
  )
  return (
    <DataTable
      label={t.title}
      columns={columns}
      rows={rows}
      rowKey={(pilot) => pilot.pilotId}
      rowTo={(pilot) => `/pilots/${pilot.pilotId}`}
      actions={
        pilots.length > few || narrowed.length > 0 ? (
          <>
            {narrowed.length > 0 ? (
              <Tag closable onClose={() => setSearch({ countyId: null, batchId: null })}>
                {narrowed.join(' · ')}
              </Tag>
            ) : null}
            <Input.Search
              allowClear
              aria-label={t.search}
              placeholder={t.search}
              defaultValue={text}
              onSearch={(q) => setSearch({ q: q.trim() || null })}
              style={{ width: 200 }}
            />
            <Select
              aria-label={t.plan}
              value={search.state ?? ''}
              onChange={(state: string) => setSearch({ state: state || null })}
              options={[
                { value: '', label: `${t.plan}: ${t.allStates}` },
                ...states.map((state) => ({ value: state, label: say(filingStateNames[state]) })),
              ]}
              style={{ width: 150 }}
            />
          </>
        ) : undefined
      }
      sums={
        rows.length > 1
          ? {
              awardFen: sum('awardFen'),
              committedFen: sum('committedFen'),
              disbursedFen: sum('disbursedFen'),
              spentFen: sum('spentFen'),
              services: (
                <span className="number">
                  {t.countedOf(
                    rows.reduce((all, pilot) => all + pilot.servicesCounted, 0),
                    rows.reduce((all, pilot) => all + pilot.services, 0),
                  )}
                </span>
              ),
            }
          : undefined
      }
    />
  )
}
