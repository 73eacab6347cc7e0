import { DownloadOutlined } from '@ant-design/icons'
import { anyCadence, cadenceWords } from '../../../../policy/returns/cadence-words.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { downloadUrl, type Reply, useCommand, useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useLanguage, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { useMe } from '../../../../ui/session.ts'
import type { Column } from '../../../../ui/table-column.ts'
import { useGo, usePathParam } from '../../../../ui/url.ts'
import { DayText, InstantText, usePeriodText } from '../../../../ui/Values.tsx'
import { showPilot } from '../../../programme/pilots/contract.ts'
import { usePilotTabs } from '../../../programme/pilots/web/public.ts'
import { openFiling } from '../../course/contract.ts'
import { filingSheets } from '../../papers/contract.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { InTime, TableState } from './StateTag.tsx'
import './returns.css'

/** Every period a pilot owes a return for: when it is due, where it stands, and the way in. */
export function ReturnsPage() {
  const t = useWords(words)
  const pilotId = usePathParam('pilotId')
  const view = useView(contract.listReturns, { params: { pilotId } })
  const c = useWords(view.data ? cadenceWords[view.data.cadence] : anyCadence)
  const tabs = usePilotTabs(pilotId)
  return (
    <Page
      title={c.returns}
      subtitle={t.listNote}
      crumbs={[
        { text: t.pilots, to: '/pilots' },
        { text: view.data?.parkName ?? '…', to: `/pilots/${pilotId}` },
      ]}
      tabs={tabs}
    >
      <Async view={view}>{(data) => <Periods data={data} />}</Async>
    </Page>
  )
}

function Periods({ data }: { data: Reply<typeof contract.listReturns> }) {
  const t = useWords(words)
  const c = useWords(cadenceWords[data.cadence])
  const go = useGo()
  const periodText = usePeriodText()
  const open = useCommand(openFiling, { onDone: ({ filingId }) => go(`/returns/${filingId}`) })
  const { today } = data
  const pilot = useView(showPilot, { params: { pilotId: data.pilotId } })
  const begin = (period: string) => {
    if (!pilot.data) return
    const { batchId, parkId: unitId } = pilot.data
    open.mutate({ body: { batchId, unitId, kind: 'target-table', period } })
  }
  const columns: Column<contract.OwedReturn>[] = [
    { key: 'period', title: c.period, width: 140, show: ({ period }) => <strong>{periodText(period)}</strong> },
    {
      key: 'state',
      title: t.state,
      width: 110,
      show: ({ state }) => <TableState state={state} cadence={data.cadence} />,
    },
    { key: 'dueOn', title: t.due, width: 120, show: ({ dueOn }) => <DayText day={dueOn} /> },
    {
      key: 'intime',
      title: t.intime,
      width: 140,
      sort: ({ standing }) => standing.days,
      show: (row) => <InTime of={row} today={today} />,
    },
    {
      key: 'submitted',
      title: t.submitted,
      width: 240,
      sort: ({ submittedAt }) => submittedAt,
      show: ({ submittedAt, submittedByName }) =>
        submittedAt ? (
          <>
            <InstantText at={submittedAt} />
            <div className="soft">{submittedByName}</div>
          </>
        ) : (
          <span className="faint">—</span>
        ),
    },
    {
      key: 'results',
      title: t.results,
      width: 220,
      sort: ({ behind }) => behind,
      show: (row) => <Results row={row} />,
    },
    {
      key: 'actions',
      title: t.actions,
      card: 'bare',
      width: 230,
      show: (row) =>
        row.filingId ? (
          <Ways row={row} filingId={row.filingId} />
        ) : row.state === 'owed' ? (
          <ActionButton
            type="primary"
            action={row.open}
            loading={open.isPending && open.variables?.body.period === row.period}
            onClick={() => begin(row.period)}
          >
            {t.open(c.return)}
          </ActionButton>
        ) : null,
    },
  ]
  return (
    <>
      <RefusalAlert error={open.error} />
      <DataTable
        label={c.returns}
        columns={columns}
        rows={data.periods}
        rowKey={(row) => row.period}
        rowTo={({ filingId }) => (filingId ? `/returns/${filingId}` : null)}
      />
    </>
  )
}

function Results({ row: { behind, reduced } }: { row: contract.OwedReturn }) {
  const t = useWords(words)
  if (behind === null) return <span className="faint">—</span>
  return (
    <>
      <div className={behind > 0 ? 'return-behind' : undefined}>
        {behind > 0 ? t.behindCount(behind) : t.noneBehind}
      </div>
      {reduced === null ? null : <div className="soft">{reduced > 0 ? t.reducedCount(reduced) : t.noneReduced}</div>}
    </>
  )
}

function Ways({ row, filingId }: { row: contract.OwedReturn; filingId: string }) {
  const t = useWords(words)
  const { language } = useLanguage()
  const me = useMe()
  const to = `/returns/${filingId}`
  const mine = (row.state === 'draft' || row.state === 'returned') && me.unitKind === 'park'
  const judge = row.state === 'submitted' && me.unitKind !== 'park' && me.permissions.includes('filing.give-opinion')
  return (
    <span className="return-ways">
      <AppLink to={to}>{mine ? t.fill : judge ? t.judge : t.view}</AppLink>
      <a href={downloadUrl(filingSheets, { filingId }, { language })} download>
        <DownloadOutlined aria-hidden /> {t.download}
      </a>
    </span>
  )
}
