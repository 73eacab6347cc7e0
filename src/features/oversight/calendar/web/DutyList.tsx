import { standingNames, standingStates } from '../../../../policy/calendar/deadlines.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { DayText, InstantText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { grantTo, keyText } from './links.ts'
import { Standing } from './StandingTag.tsx'
import { useDutyText } from './use-duty-text.ts'
import { useNarrowing } from './use-narrowing.ts'

/** Deadlines one by one, what is most urgent first; paged, filtered and ordered by the address. */
export function DutyList() {
  const t = useWords(words)
  const say = useText()
  const table = useTableSearch(contract.listCalendar, { pageSize: 50 })
  const view = useView(contract.listCalendar, { search: table.search }, { keepPrevious: true })
  const narrowing = useNarrowing(view.data)
  const columns = useColumns((view.data?.batches.length ?? 0) > 1)
  return (
    <Async view={view}>
      {(data) => (
        <DataTable
          label={t.list}
          columns={columns}
          rows={data.duties}
          rowKey={(row) => `${keyText(row)} ${row.handsOn?.pilotId}`}
          rowTo={(row) => row.href}
          table={table}
          total={data.total}
          loading={view.isPlaceholderData}
          filters={[
            ...narrowing,
            {
              name: 'standing',
              label: t.standing,
              kind: 'select',
              options: [
                { value: 'open', text: t.open },
                { value: 'missing', text: t.missing },
                { value: 'behind', text: t.behind },
                { value: 'owed', text: t.owed },
                ...standingStates.map((state) => ({ value: state, text: say(standingNames[state]) })),
              ],
            },
          ]}
          empty={t.nothing}
        />
      )}
    </Async>
  )
}

function useColumns(severalBatches: boolean): Column<contract.DutyView>[] {
  const t = useWords(words)
  const say = useText()
  const dutyText = useDutyText()
  return [
    {
      key: 'title',
      title: t.kind,
      show: dutyText,
    },
    {
      key: 'unitName',
      title: t.unit,
      show: ({ unitName, handsOn }) => (
        <>
          {unitName}
          {handsOn ? <span className="soft"> · {handsOn.parkName}</span> : null}
        </>
      ),
    },
    ...(severalBatches ? [{ key: 'batchName', title: t.batch }] : []),
    {
      key: 'dueOn',
      title: t.due,
      show: (row) => (
        <>
          {row.dueAt ? <InstantText at={row.dueAt} /> : <DayText day={row.dueOn} />}
          {row.dueSource === 'inferred' ? <span className="soft"> {t.inferredDay}</span> : null}
          {row.provisional ? (
            <span className="soft" title={t.provisional}>
              {' '}
              {t.provisionalShort}
            </span>
          ) : null}
        </>
      ),
    },
    { key: 'standing', title: t.standing, show: (row) => <Standing of={row} /> },
    { key: 'filedOn', title: t.filedOn, show: (row) => <DayText day={row.filedOn} /> },
    { key: 'locksOn', title: t.locksOn, show: (row) => <DayText day={row.locksOn} /> },
    { key: 'clause', title: t.basis, card: 'hide' },
    {
      key: 'grant',
      title: t.exceptions,
      card: 'bare',
      show: ({ grant, ...row }) =>
        grant?.allowed ? (
          <AppLink to={grantTo(row)}>{t.grant}</AppLink>
        ) : (
          <span className="soft">{say(grant?.because)}</span>
        ),
    },
  ]
}
