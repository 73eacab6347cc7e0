import { measureGrounds, measureKindList, measureKinds } from '../../../../policy/money/measure-grounds.ts'
import { measureLevels, measureStateList, measureStates } from '../../../../policy/money/measures.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { DayText, InstantText, Money } from '../../../../ui/Values.tsx'
import { listAllMeasures } from '../list-contract.ts'
import { words } from '../words.ts'
import { MeasureTags } from './MeasureParts.tsx'

/** The measures of the reader's county, or of the province (G5.3). */
export function AllMeasuresPage() {
  const t = useWords(words)
  const say = useText()
  const table = useTableSearch(listAllMeasures, { pageSize: 50 })
  const view = useView(listAllMeasures, { search: table.search }, { keepPrevious: true })
  return (
    <Page title={t.title}>
      <Async view={view}>
        {({ measures, total }) => (
          <DataTable
            label={t.title}
            rows={measures}
            rowKey={(row) => row.measureId}
            table={table}
            total={total}
            loading={view.isPlaceholderData}
            empty={t.none}
            filters={[
              {
                kind: 'select',
                name: 'kind',
                label: t.kind,
                options: measureKindList.map((value) => ({ value, text: say(measureKinds[value]) })),
              },
              {
                kind: 'select',
                name: 'state',
                label: t.state,
                options: measureStateList.map((value) => ({ value, text: say(measureStates[value]) })),
              },
            ]}
            columns={[
              {
                key: 'parkName',
                title: t.park,
                show: (row) => <AppLink to={`/pilots/${row.pilotId}/measures`}>{row.parkName}</AppLink>,
              },
              { key: 'countyName', title: t.county },
              { key: 'batchName', title: t.batch },
              { key: 'kind', title: t.kind, show: (row) => say(measureKinds[row.kind]) },
              {
                key: 'ground',
                title: t.ground,
                show: (row) => `${say(measureGrounds[row.ground])} · ${say(measureLevels[row.level])}`,
              },
              { key: 'amountFen', title: t.amount, align: 'right', show: (row) => <Money fen={row.amountFen} /> },
              { key: 'dueOn', title: t.dueOn, show: (row) => <DayText day={row.dueOn} /> },
              { key: 'decidedAt', title: t.decidedAt, show: (row) => <InstantText at={row.decidedAt} /> },
              { key: 'state', title: t.state, show: (row) => <MeasureTags state={row.state} claim={row.claim} /> },
            ]}
          />
        )}
      </Async>
    </Page>
  )
}
