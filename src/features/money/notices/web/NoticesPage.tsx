import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { Money } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { NoticePeriod, NoticeStateTag } from './NoticeFacts.tsx'

/** Notices of the reader's area, with what still has to be answered. */
export function NoticesPage() {
  const t = useWords(words)
  const table = useTableSearch(contract.listNotices, { pageSize: 50 })
  const view = useView(contract.listNotices, { search: table.search }, { keepPrevious: true })
  return (
    <Page title={t.title} actions={<AppLink to="/public/notices">{t.openOnPublicPage}</AppLink>}>
      <Async
        view={view}
        isEmpty={({ total, notices }) => total === 0 && notices.length === 0 && table.page === 1}
        empty={t.nothingHere}
      >
        {({ notices, total }) => (
          <DataTable
            label={t.title}
            rows={notices}
            rowKey={(row) => row.noticeId}
            table={table}
            total={total}
            loading={view.isPlaceholderData}
            rowTo={(row) => `/notices/${row.noticeId}`}
            columns={[
              { key: 'parkName', title: t.park },
              { key: 'countyName', title: t.county },
              { key: 'batchName', title: t.batch },
              { key: 'trancheNo', title: t.tranche, show: (row) => t.trancheNo(row.trancheNo) },
              { key: 'amountFen', title: t.amount, align: 'right', show: (row) => <Money fen={row.amountFen} /> },
              { key: 'period', title: t.period, show: (row) => <NoticePeriod notice={row} /> },
              { key: 'state', title: t.state, show: (row) => <NoticeStateTag state={row.state} /> },
              {
                key: 'objections',
                title: t.objectionsCount,
                show: (row) =>
                  row.openObjections > 0 ? `${row.objections} · ${t.openCount(row.openObjections)}` : row.objections,
              },
            ]}
          />
        )}
      </Async>
    </Page>
  )
}
