import { Tag } from 'antd'
import { serviceKinds, tailoredKinds } from '../../../../policy/records/service-kinds.ts'
import { serviceStateNames, serviceStates } from '../../../../policy/services/service.ts'
import { downloadUrl, useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useLanguage, useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import type { Filter } from '../../../../ui/TableToolbar.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { DayText, InstantText, Money, StatusTag } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { LoadFailed } from './LoadFailed.tsx'
import { listBegins } from './list-begins.ts'
import { stateTones } from './state-tone.ts'
import './services.css'

type ServiceTableProps = {
  /** One pilot's services; everything in scope if left out. */
  pilotId?: string
  actions?: React.ReactNode
  empty?: React.ReactNode
}

/** The list of services: page, order and filters in the address, export of exactly these rows. */
export function ServiceTable({ pilotId, actions, empty }: ServiceTableProps) {
  const t = useWords(words)
  const say = useText()
  const { language } = useLanguage()
  const table = useTableSearch(contract.listServices, listBegins)
  const search = pilotId ? { ...table.search, pilotId } : table.search
  const view = useView(contract.listServices, { search }, { keepPrevious: true })
  const { page: _page, pageSize: _size, place: _place, ...filters } = search
  const parkReader = useMe().unitKind === 'park'
  const columns: readonly Column<contract.ServiceRow>[] = [
    {
      key: 'no',
      title: t.no,
      width: 138,
      fixed: true,
      show: (row) => <span className="number nowrap">{row.no}</span>,
    },
    {
      key: 'state',
      title: t.state,
      width: 82,
      show: (row) => <StatusTag tone={stateTones[row.state]}>{say(serviceStateNames[row.state])}</StatusTag>,
    },
    {
      key: 'enterpriseName',
      title: t.enterprise,
      width: 210,
      show: (row) => <Clip text={row.enterpriseName} width={190} />,
    },
    { key: 'kind', title: t.kind, width: 100, show: (row) => <Clip text={say(serviceKinds[row.kind])} width={150} /> },
    pilotId || parkReader
      ? {
          key: 'agencyName',
          title: t.agency,
          width: 170,
          card: 'hide',
          show: (row) => <Clip text={row.agencyName ?? '—'} width={150} />,
        }
      : { key: 'parkName', title: t.park, width: 150, show: (row) => <Clip text={row.parkName} width={150} /> },
    { key: 'priceFen', title: t.price, align: 'right', width: 110, show: (row) => <Money fen={row.priceFen} /> },
    {
      key: 'countedOn',
      title: t.counted,
      width: 104,
      // A service of standing service never counts.
      show: (row) =>
        row.standing ? (
          <StatusTag>{t.standing}</StatusTag>
        ) : row.countedOn ? (
          <DayText day={row.countedOn} />
        ) : (
          <span className="faint">{t.countedNo}</span>
        ),
    },
    {
      key: 'openedOn',
      title: t.openedOn,
      width: 108,
      card: 'hide',
      show: (row) => <DayText day={row.openedOn} />,
    },
    {
      key: 'updatedAt',
      title: t.updatedAt,
      width: 138,
      show: (row) => <InstantText at={row.updatedAt} />,
    },
  ]
  const filterFields: readonly Filter[] = [
    { name: 'no', label: t.no, kind: 'text', width: 160 },
    { name: 'enterprise', label: t.enterprise, kind: 'text' },
    {
      name: 'state',
      label: t.state,
      kind: 'select',
      options: serviceStates.map((value) => ({ value, text: say(serviceStateNames[value]) })),
      width: 120,
    },
    {
      name: 'kind',
      label: t.kind,
      kind: 'select',
      options: tailoredKinds.map((value) => ({ value, text: say(serviceKinds[value]) })),
    },
    {
      name: 'counted',
      label: t.counted,
      kind: 'select',
      options: [
        { value: 'yes', text: t.countedYes },
        { value: 'no', text: t.countedNo },
      ],
      width: 120,
    },
  ]
  const total = view.data?.total
  const fits = total === undefined || total <= contract.mostExported
  if (view.error && !view.data) return <LoadFailed view={view} />
  return (
    <DataTable
      label={t.allServices}
      columns={columns}
      rows={view.data?.services}
      failed={view}
      rowKey={(row) => row.serviceId}
      rowTo={(row) => `/services/${row.serviceId}`}
      table={table}
      total={total}
      placed={view.data?.placed}
      filters={filterFields}
      exportTo={fits ? downloadUrl(contract.exportServices, {}, { ...filters, language }) : undefined}
      actions={
        <>
          {table.values.enterpriseId ? (
            <Tag closable onClose={() => table.filter({ enterpriseId: null })}>
              {view.data?.services[0]?.enterpriseName ?? t.enterprise}
            </Tag>
          ) : null}
          {fits ? null : <span className="soft">{t.exportTooMany(contract.mostExported.toLocaleString('en-US'))}</span>}
          {actions}
        </>
      }
      empty={empty ?? t.noServicesHere}
      loading={view.isPlaceholderData}
    />
  )
}

/** A text on one line, whole on hover. */
function Clip({ text, width }: { text: string; width: number }) {
  return (
    <span className="clip" title={text} style={{ maxWidth: width }}>
      {text}
    </span>
  )
}
