import { AlertOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import {
  incidentGrades,
  incidentKinds,
  incidentStateList,
  incidentStates,
} from '../../../../policy/oversight/incidents.ts'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import type { Column } from '../../../../ui/table-column.ts'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { useGo } from '../../../../ui/url.ts'
import { InstantText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { DueAt, useServerTime } from './Clock.tsx'
import { GradeTag, StateTag } from './tags.tsx'

/** Every incident for those who deal with them or oversee it, for everybody else what they told of. */
export function IncidentsPage() {
  const t = useWords(words)
  const go = useGo()
  const { permissions } = useMe()
  const isWide = permissions.includes('incident.view')
  return (
    <Page
      title={t.title}
      subtitle={isWide ? t.subtitle : t.ownSubtitle}
      actions={
        <Button type="primary" icon={<AlertOutlined aria-hidden />} onClick={() => go('/incidents/new')}>
          {t.notice}
        </Button>
      }
    >
      {isWide ? <All /> : <Own />}
    </Page>
  )
}

function All() {
  const t = useWords(words)
  const say = useText()
  const table = useTableSearch(contract.listIncidents)
  const view = useView(contract.listIncidents, { search: table.search }, { keepPrevious: true })
  const now = useServerTime(view.data?.now)
  const columns: Column<contract.IncidentRow>[] = [
    {
      key: 'what',
      title: t.what,
      fixed: true,
      width: 280,
      show: ({ what }) => <span className="clamped">{what}</span>,
    },
    { key: 'noticedAt', title: t.noticedAt, width: 150, show: (row) => <InstantText at={row.noticedAt} /> },
    { key: 'unitName', title: t.unit, width: 170 },
    { key: 'state', title: t.state, width: 110, show: (row) => <StateTag state={row.state} /> },
    { key: 'grade', title: t.grade, width: 110, show: (row) => <GradeTag grade={row.grade} /> },
    {
      key: 'kind',
      title: t.kind,
      width: 150,
      show: (row) => (row.kind ? say(incidentKinds[row.kind]) : <span className="faint">—</span>),
    },
    { key: 'dueAt', title: t.due, width: 250, show: (row) => <DueAt at={row.dueAt} now={now} /> },
  ]
  const states = incidentStateList.map((value) => ({ value, text: say(incidentStates[value]) }))
  return (
    <DataTable
      label={t.title}
      columns={columns}
      rows={view.data?.incidents}
      total={view.data?.total ?? 0}
      table={table}
      filters={[{ kind: 'select', name: 'state', label: t.state, options: states }]}
      failed={view}
      loading={view.isFetching}
      rowKey={(row) => row.incidentId}
      rowTo={(row) => `/incidents/${row.incidentId}`}
      empty={t.empty}
    />
  )
}

function Own() {
  const t = useWords(words)
  const say = useText()
  const table = useTableSearch(contract.ownIncidents)
  const view = useView(contract.ownIncidents, { search: table.search }, { keepPrevious: true })
  const columns: Column<contract.OwnIncident>[] = [
    {
      key: 'what',
      title: t.what,
      fixed: true,
      width: 320,
      show: ({ what }) => <span className="clamped">{what}</span>,
    },
    { key: 'noticedAt', title: t.noticedAt, width: 150, show: (row) => <InstantText at={row.noticedAt} /> },
    { key: 'state', title: t.state, width: 120, show: (row) => <StateTag state={row.state} /> },
    {
      key: 'grade',
      title: t.grade,
      width: 120,
      show: (row) => (row.grade ? say(incidentGrades[row.grade]) : t.undecided),
    },
  ]
  return (
    <DataTable
      label={t.title}
      columns={columns}
      rows={view.data?.incidents}
      total={view.data?.total ?? 0}
      table={table}
      failed={view}
      loading={view.isFetching}
      rowKey={(row) => row.incidentId}
      rowTo={(row) => `/incidents/${row.incidentId}`}
      empty={t.empty}
    />
  )
}
