import { Button } from 'antd'
import { eventName, eventSubjects } from '../../../../policy/oversight/event-words.ts'
import { isPost, posts } from '../../../../policy/people/roles.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { InstantText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { PackageButton } from './PackageButton.tsx'

type Row = contract.AuditEvent

/** The trail of the reader's scope with its filters, newest first; a row opens what changed. */
export function AuditPage() {
  const t = useWords(words)
  const say = useText()
  const table = useTableSearch(contract.listEvents, { pageSize: 50 })
  const view = useView(contract.listEvents, { search: table.search }, { keepPrevious: true })
  const columns: Column<Row>[] = [
    { key: 'at', title: t.at, width: 170, show: ({ at }) => <InstantText at={at} /> },
    { key: 'kind', title: t.what, show: ({ kind }) => say(eventName(kind)) },
    { key: 'by', title: t.by, show: (row) => <Doer row={row} /> },
    { key: 'unitName', title: t.unit, card: 'hide' },
    { key: 'address', title: t.address, width: 140, show: ({ address }) => address ?? '—' },
    { key: 'clause', title: t.clause, width: 90, show: ({ clause }) => clause ?? '—' },
    {
      key: 'seal',
      title: t.seal,
      width: 110,
      card: 'hide',
      show: ({ seal }) => (seal === null ? t.unsealed : t.sealed(seal)),
    },
  ]
  const from = view.data?.from
  const subjects = Object.entries(eventSubjects).map(([value, text]) => ({ value, text: say(text) }))
  return (
    <Page
      title={t.title}
      subtitle={table.values.subject ? t.ofRecord : t.note}
      actions={
        <>
          <PackageButton from={table.values.from} to={table.values.to} listedFrom={from} />
          <AppLink to="/audit/seals">
            <Button>{t.seals}</Button>
          </AppLink>
        </>
      }
    >
      {from && !table.values.from ? <p className="soft">{t.since(from)}</p> : null}
      <DataTable
        label={t.title}
        columns={columns}
        rows={view.data?.events}
        failed={view}
        rowKey={(row) => row.eventId}
        rowTo={(row) => `/audit/${row.eventId}`}
        table={table}
        placed={view.data?.placed}
        total={view.data?.total ?? 0}
        filters={[
          { name: 'by', label: t.byFilter, kind: 'text', width: 220 },
          { name: 'about', label: t.about, kind: 'select', options: subjects },
          { name: 'from', label: t.from, kind: 'text', width: 130 },
          { name: 'to', label: t.to, kind: 'text', width: 130 },
        ]}
        empty={t.none}
        loading={view.isFetching}
      />
    </Page>
  )
}

/** Who it was, at which post. */
export function Doer({ row }: { row: Pick<Row, 'by' | 'post'> }) {
  const t = useWords(words)
  const say = useText()
  if (row.by === null) return <span className="faint">{t.nobody}</span>
  const post = row.post !== null && isPost(row.post) ? say(posts[row.post]) : row.post
  return (
    <>
      {row.by}
      {post ? <div className="soft">{post}</div> : null}
    </>
  )
}
