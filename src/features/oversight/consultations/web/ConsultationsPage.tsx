import { PlusOutlined } from '@ant-design/icons'
import { Segmented } from 'antd'
import { consultationWays } from '../../../../policy/oversight/consultations.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import type { Column } from '../../../../ui/table-column.ts'
import { type TableSearch, useTableSearch } from '../../../../ui/table-search.ts'
import { useGo, useUrl } from '../../../../ui/url.ts'
import { DayText, StatusTag } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import './consultations.css'

type Show = '' | 'open' | 'late'

/** The consultations the reader recorded, took part in or has something to do after. */
export function ConsultationsPage() {
  const t = useWords(words)
  const go = useGo()
  const { permissions } = useMe()
  const { search, setSearch } = useUrl()
  const show: Show = search.show === 'open' || search.show === 'late' ? search.show : ''
  const table = useTableSearch(contract.listConsultations, { pageSize: 50 })
  const view = useView(
    contract.listConsultations,
    { search: { ...table.search, show: show || undefined } },
    { keepPrevious: true },
  )
  return (
    <Page
      title={t.title}
      subtitle={t.subtitle}
      actions={
        permissions.includes('consultation.record') ? (
          <ActionButton
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            action={abilityFor(view.data?.actions ?? [], 'record')}
            onClick={() => go('/consultations/new')}
          >
            {t.record}
          </ActionButton>
        ) : undefined
      }
    >
      <Segmented<Show>
        aria-label={t.show}
        className="consultation-show"
        value={show}
        onChange={(next) => setSearch({ show: next, page: null })}
        options={[
          { value: '', label: t.all },
          { value: 'open', label: t.withOpen },
          { value: 'late', label: t.withLate },
        ]}
      />
      <Async view={view}>{(data) => <List rows={data.consultations} total={data.total} table={table} />}</Async>
    </Page>
  )
}

type ListProps = { rows: contract.ConsultationRow[]; total: number; table: TableSearch<unknown> }

function List({ rows, total, table }: ListProps) {
  const t = useWords(words)
  const say = useText()
  const columns: Column<contract.ConsultationRow>[] = [
    { key: 'topic', title: t.topic, fixed: true, width: 280 },
    { key: 'heldOn', title: t.heldOn, width: 120, show: (row) => <DayText day={row.heldOn} /> },
    { key: 'way', title: t.way, width: 110, show: (row) => say(consultationWays[row.way]) },
    { key: 'unitName', title: t.by, width: 130 },
    { key: 'participants', title: t.participants, width: 140, show: (row) => t.participantCount(row.participants) },
    { key: 'state', title: t.decisions, width: 170, show: (row) => <Tasks row={row} /> },
    { key: 'batchName', title: t.batch, width: 130 },
  ]
  return (
    <DataTable
      label={t.title}
      columns={columns}
      rows={rows}
      total={total}
      table={table}
      rowKey={(row) => row.consultationId}
      rowTo={(row) => `/consultations/${row.consultationId}`}
      empty={t.empty}
    />
  )
}

function Tasks({ row }: { row: contract.ConsultationRow }) {
  const t = useWords(words)
  if (row.decisions === 0) return <span className="faint">{t.noTasks}</span>
  return (
    <>
      {row.late > 0 ? <StatusTag tone="bad">{t.lateCount(row.late)}</StatusTag> : null}{' '}
      {row.open > 0 ? (
        <StatusTag tone="active">{t.openCount(row.open)}</StatusTag>
      ) : (
        <StatusTag tone="good">{t.allClosed}</StatusTag>
      )}
    </>
  )
}
