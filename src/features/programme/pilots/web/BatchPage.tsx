import { filingStateNames, filingStates } from '../../../../policy/filings/filing.ts'
import { sumFen } from '../../../../shared/money.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { type Reply, useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Figure } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import type { Column } from '../../../../ui/table-column.ts'
import { usePathParam, useUrl } from '../../../../ui/url.ts'
import { DayText, Money, StatusTag } from '../../../../ui/Values.tsx'
import { type PilotView, showBatch } from '../contract.ts'
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
  const columns: Column<PilotView>[] = [
    { key: 'parkName', title: t.park },
    { key: 'countyName', title: t.countyShort, sort: ({ scope }) => scope },
    {
      key: 'planState',
      title: t.plan,
      sort: ({ planState }) => filingStates.indexOf(planState),
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
  const sums =
    batch.parks.length > 1
      ? { awardFen: <Money fen={sumFen(batch.parks.map((one) => one.awardFen))} plain /> }
      : undefined
  return (
    <BatchFrame batch={batch}>
      <DataTable
        label={t.parks}
        columns={columns}
        rows={batch.parks}
        rowKey={({ pilotId }) => pilotId}
        rowTo={({ pilotId }) => `/pilots/${pilotId}`}
        empty={me.permissions.includes('pilot.view') ? t.noParks : t.parksHidden(batch.pilots)}
        {...(sums ? { sums } : {})}
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
