import { filingStateNames, filingStates } from '../../../../policy/filings/filing.ts'
import { matterKindList, matterKinds } from '../../../../policy/plan/matter.ts'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useTableSearch } from '../../../../ui/table-search.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { useMatterColumns } from './matter-columns.tsx'
import './matters.css'

const reached = filingStates.filter((state) => state !== 'recorded')

/** Every major matter in the reader's reach, newest first. */
export function MattersPage() {
  const t = useWords(words)
  const say = useText()
  const table = useTableSearch(contract.listMatters, { pageSize: 50 })
  const view = useView(contract.listMatters, { search: table.search }, { keepPrevious: true })
  const columns = useMatterColumns({ ofPilot: false })
  return (
    <Page title={t.title} subtitle={t.lede}>
      <Async view={view}>
        {(data) => (
          <DataTable
            label={t.title}
            columns={columns}
            rows={data.matters}
            total={data.total}
            rowKey={(row) => row.filingId}
            rowTo={(row) => `/matters/${row.filingId}`}
            table={table}
            loading={view.isFetching}
            filters={[
              {
                kind: 'select',
                name: 'state',
                label: t.state,
                options: reached.map((state) => ({ value: state, text: say(filingStateNames[state]) })),
              },
              {
                kind: 'select',
                name: 'kind',
                label: t.kind,
                options: matterKindList.map((kind) => ({ value: kind, text: say(matterKinds[kind]) })),
              },
            ]}
            empty={<p>{t.none}</p>}
          />
        )}
      </Async>
    </Page>
  )
}
