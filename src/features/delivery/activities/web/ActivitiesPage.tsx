import { serviceKinds, universalKinds } from '../../../../policy/records/service-kinds.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import type { Filter } from '../../../../ui/TableToolbar.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { useGo, usePathParam } from '../../../../ui/url.ts'
import { DayText } from '../../../../ui/Values.tsx'
import { usePilotTabs } from '../../../programme/pilots/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

/** The universal services of a park (G1.2), newest first. */
export function ActivitiesPage() {
  const t = useWords(words)
  const say = useText()
  const go = useGo()
  const me = useMe()
  const pilotId = usePathParam('pilotId')
  const tabs = usePilotTabs(pilotId)
  const table = useTableSearch(contract.listActivities, { pageSize: 50 })
  const view = useView(contract.listActivities, { params: { pilotId }, search: table.search }, { keepPrevious: true })
  const columns: readonly Column<contract.ActivityRow>[] = [
    { key: 'title', title: t.name, width: 280, fixed: true },
    { key: 'kind', title: t.kind, width: 130, show: (row) => say(serviceKinds[row.kind]) },
    { key: 'heldOn', title: t.heldOn, width: 120, show: (row) => <DayText day={row.heldOn} /> },
    { key: 'place', title: t.place, width: 180, card: 'hide' },
    { key: 'enterprises', title: t.enterprises, align: 'right', width: 120 },
    { key: 'people', title: t.people, align: 'right', width: 100 },
    { key: 'proofs', title: t.proofs, align: 'right', width: 100, card: 'hide' },
    {
      key: 'countedOn',
      title: t.counted,
      width: 120,
      show: (row) =>
        row.countedOn ? (
          <DayText day={row.countedOn} />
        ) : (
          <span className="faint">{row.withdrawn ? t.withdrawn : t.countedNo}</span>
        ),
    },
  ]
  const filters: readonly Filter[] = [
    {
      name: 'kind',
      label: t.kind,
      kind: 'select',
      options: universalKinds.map((value) => ({ value, text: say(serviceKinds[value]) })),
    },
    {
      name: 'counted',
      label: t.counted,
      kind: 'select',
      options: [
        { value: 'yes', text: t.countedYes },
        { value: 'no', text: t.countedNo },
      ],
    },
  ]
  const record = view.data && me.unitKind === 'park' ? abilityFor(view.data.actions, 'record') : undefined
  return (
    <Page
      title={t.title}
      subtitle={view.data?.parkName}
      tabs={tabs}
      actions={
        <ActionButton type="primary" action={record} onClick={() => go(`/pilots/${pilotId}/activities/new`)}>
          {t.record}
        </ActionButton>
      }
    >
      <Async view={view}>
        {(data) => (
          <DataTable
            label={t.title}
            columns={columns}
            rows={data.activities}
            rowKey={(row) => row.activityId}
            rowTo={(row) => `/activities/${row.activityId}`}
            table={table}
            total={data.total}
            placed={data.placed}
            filters={filters}
            empty={t.none}
            loading={view.isPlaceholderData}
          />
        )}
      </Async>
    </Page>
  )
}
