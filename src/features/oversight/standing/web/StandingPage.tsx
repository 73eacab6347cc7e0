import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { useUrl } from '../../../../ui/url.ts'
import { Count, DayText, StatusTag } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { stateWords, words } from '../words.ts'
import { BeginDialog } from './BeginDialog.tsx'

type Row = contract.StandingPark

const tones = { serving: 'good', 'in-pilot': 'active', open: 'neutral' } as const

/** Every park of the reader's: where it serves without a pilot, and where that may begin (G6.1). */
export function StandingPage() {
  const t = useWords(words)
  const say = useText()
  const table = useTableSearch(contract.listStanding)
  const view = useView(contract.listStanding, { search: table.search }, { keepPrevious: true })
  const { act, park } = table.values
  const begun = view.data?.parks.find(({ parkId }) => parkId === park)
  const columns: readonly Column<Row>[] = [
    { key: 'parkName', title: t.park, fixed: true, width: 200 },
    { key: 'countyName', title: t.county, width: 130 },
    {
      key: 'state',
      title: t.state,
      width: 110,
      show: ({ state }) => <StatusTag tone={tones[state]}>{say(stateWords[state])}</StatusTag>,
    },
    { key: 'lastBatch', title: t.lastBatch, width: 130, show: ({ lastBatch }) => lastBatch ?? t.neverPilot },
    { key: 'since', title: t.since, width: 120, show: ({ since }) => (since ? <DayText day={since} /> : '—') },
    {
      key: 'services',
      title: t.services,
      align: 'right',
      width: 90,
      show: ({ pilotId, services }) =>
        pilotId ? (
          <AppLink to={`/pilots/${pilotId}/services`}>
            <Count value={services} />
          </AppLink>
        ) : (
          '—'
        ),
    },
    { key: 'actions', title: t.act, width: 190, show: (row) => <Begin row={row} /> },
  ]
  return (
    <Page title={t.title} subtitle={t.lede}>
      <DataTable
        label={t.title}
        columns={columns}
        rows={view.data?.parks}
        failed={view}
        rowKey={({ parkId }) => parkId}
        rowTo={({ pilotId }) => (pilotId ? `/pilots/${pilotId}` : null)}
        table={table}
        total={view.data?.total}
        filters={[
          { name: 'q', label: t.search, kind: 'text' },
          {
            name: 'state',
            label: t.state,
            kind: 'select',
            options: contract.standingStates.map((value) => ({ value, text: say(stateWords[value]) })),
          },
        ]}
        empty={t.noParks}
        loading={view.isPlaceholderData}
      />
      {begun ? (
        <BeginDialog
          parkId={begun.parkId}
          title={t.beginAt(begun.parkName)}
          offer={begun.lastBatch ? t.offer : t.offerWithout}
          open={act === 'standing' && abilityFor(begun.actions, 'open')?.allowed === true}
        />
      ) : null}
    </Page>
  )
}

/** What is left to do for a park: to begin, or to go where it serves; a park in a pilot serves there. */
function Begin({ row: { state, pilotId, parkId, actions } }: { row: Row }) {
  const t = useWords(words)
  const { setSearch } = useUrl()
  if (pilotId) return <AppLink to={`/pilots/${pilotId}`}>{t.goTo}</AppLink>
  if (state === 'in-pilot') return <span className="soft">—</span>
  return (
    <ActionButton
      size="small"
      action={abilityFor(actions, 'open')}
      onClick={() => setSearch({ act: 'standing', park: parkId }, { replace: false })}
    >
      {t.open}
    </ActionButton>
  )
}
