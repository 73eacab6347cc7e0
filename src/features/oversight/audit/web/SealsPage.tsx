import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { InstantText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import './audit.css'

/** The heads of the seals, to be printed, signed and kept elsewhere. */
export function SealsPage() {
  const t = useWords(words)
  const table = useTableSearch(contract.listSeals, { pageSize: 50 })
  const view = useView(contract.listSeals, { search: table.search }, { keepPrevious: true })
  const columns: Column<contract.SealView>[] = [
    { key: 'no', title: t.seal, width: 100, show: ({ no }) => t.sealed(no) },
    {
      key: 'sealedAt',
      title: t.sealedAt,
      width: 170,
      show: ({ sealedAt }) => <InstantText at={sealedAt} />,
      sort: null,
    },
    { key: 'events', title: t.events, width: 80, align: 'right' },
    {
      key: 'sm3',
      title: `${t.sm3} · ${t.sha256}`,
      sort: null,
      show: ({ sm3, sha256 }) => (
        <span className="audit-hash">
          {sm3}
          <br />
          {sha256}
        </span>
      ),
    },
  ]
  return (
    <Page title={t.seals} subtitle={t.sealsNote} back={{ text: t.title, to: '/audit' }} actions={<PrintButton />}>
      <DataTable
        label={t.seals}
        columns={columns}
        rows={view.data?.seals}
        failed={view}
        rowKey={(row) => String(row.no)}
        table={table}
        placed={view.data?.placed}
        total={view.data?.total ?? 0}
        empty={t.noSeals}
        loading={view.isFetching}
      />
      <p className="audit-signature">{t.signature}</p>
    </Page>
  )
}
