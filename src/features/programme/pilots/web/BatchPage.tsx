import { filingStateNames } from '../../../../policy/filings/filing.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { type Reply, useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Figure } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import type { Column } from '../../../../ui/table-column.ts'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { usePathParam, useUrl } from '../../../../ui/url.ts'
import { DayText, Money, StatusTag } from '../../../../ui/Values.tsx'
import { listPilots, type PilotView, showBatch } from '../contract.ts'
import { pilotFigures } from '../figures-contract.ts'
import { AdmitPark } from './AdmitPark.tsx'
import { BatchFrame } from './BatchFrame.tsx'
import { words } from './batch-words.ts'
import { planTones } from './plan-tones.ts'

/** The parks of a batch with their awards; the province admits more of them here. */
export function BatchPage() {
  const batchId = usePathParam('batchId')
  const view = useView(showBatch, { params: { batchId } })
  return <Async view={view}>{(batch) => <Parks batch={batch} />}</Async>
}

function Parks({ batch }: { batch: Reply<typeof showBatch> }) {
  const t = useWords(words)
  const say = useText()
  const me = useMe()
  const { search, setSearch } = useUrl()
  const isSeen = me.permissions.includes(listPilots.permission)
  const table = useTableSearch(listPilots, { pageSize: 50 })
  const asked = { ...table.search, batchId: batch.batchId }
  const view = useView(listPilots, { search: asked }, { keepPrevious: true, enabled: isSeen })
  const columns: Column<PilotView>[] = [
    { key: 'parkName', title: t.park },
    { key: 'countyName', title: t.countyShort },
    {
      key: 'planState',
      title: t.plan,
      show: ({ planState }) => <StatusTag tone={planTones[planState]}>{say(filingStateNames[planState])}</StatusTag>,
    },
    { key: 'admittedOn', title: t.admittedOn, show: ({ admittedOn }) => <DayText day={admittedOn} /> },
    {
      key: 'awardFen',
      title: t.award,
      align: 'right',
      show: ({ pilotId, awardFen }) => (
        <Figure to={pilotFigures(pilotId).awardFen}>
          <Money fen={awardFen} plain />
        </Figure>
      ),
    },
  ]
  return (
    <BatchFrame batch={batch}>
      <DataTable
        label={t.parks}
        columns={columns}
        rows={isSeen ? view.data?.pilots : []}
        failed={view}
        table={table}
        {...(isSeen ? { total: view.data?.total ?? 0 } : {})}
        loading={view.isPlaceholderData}
        rowKey={({ pilotId }) => pilotId}
        rowTo={({ pilotId }) => `/pilots/${pilotId}`}
        empty={isSeen ? t.noParks : t.parksHidden(batch.pilots)}
        sums={
          view.data && view.data.total > 1 ? { awardFen: <Money fen={view.data.sums.awardFen} plain /> } : undefined
        }
        actions={
          <ActionButton type="primary" action={batch.admit} onClick={() => setSearch({ act: 'admit' })}>
            {t.admit}
          </ActionButton>
        }
      />
      {search.act === 'admit' && batch.admit.allowed ? (
        <AdmitPark batch={batch} onClose={() => setSearch({ act: null })} />
      ) : null}
    </BatchFrame>
  )
}
