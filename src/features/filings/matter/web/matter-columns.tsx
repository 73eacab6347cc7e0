import { filingStateNames, filingStates } from '../../../../policy/filings/filing.ts'
import { seatNames } from '../../../../policy/people/roles.ts'
import { matterKinds } from '../../../../policy/plan/matter.ts'
import { urgencyOf } from '../../../../policy/plan/matter-clock.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { InstantText, StatusTag } from '../../../../ui/Values.tsx'
import { stateTones } from '../../course/web/public.ts'
import type { MatterRow } from '../contract.ts'
import { words } from '../words.ts'
import { ClockTag } from './Clocks.tsx'

/** The columns of a list of matters; of one pilot, without its name. */
export function useMatterColumns({ ofPilot }: { ofPilot: boolean }): Column<MatterRow>[] {
  const t = useWords(words)
  const say = useText()
  const where: Column<MatterRow>[] = ofPilot ? [] : [{ key: 'countyName', title: t.county, width: 110 }]
  return [
    {
      key: 'no',
      sort: ({ no, parkName }) => `${no} ${parkName}`,
      title: t.number,
      width: ofPilot ? 100 : 190,
      // Every park counts its own, so a number alone names nothing.
      show: ({ no, parkName }) => (ofPilot ? no : `${no} · ${parkName}`),
    },
    ...where,
    { key: 'kind', title: t.kind, width: 130, show: (row) => say(matterKinds[row.kind]) },
    { key: 'occurredAt', title: t.occurred, width: 150, show: (row) => <InstantText at={row.occurredAt} /> },
    {
      key: 'state',
      sort: ({ state }) => filingStates.indexOf(state),
      title: t.state,
      width: 200,
      show: (row) => (
        <>
          <StatusTag tone={stateTones[row.state]}>{say(filingStateNames[row.state])}</StatusTag>{' '}
          {row.waitingFor[0] ? (
            <span className="soft">
              {t.turn} {say(seatNames[row.waitingFor[0]])}
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: 'clock',
      sort: ({ clock }) => urgencyOf(clock),
      title: t.clocks,
      width: 210,
      show: (row) => (
        <span className="matter-clocks">
          <ClockTag name={t.reportBy} state={row.clock.reported} />
          {row.clock.passedOn ? <ClockTag name={t.passOn} state={row.clock.passedOn} /> : null}
        </span>
      ),
    },
    {
      key: 'outcome',
      sort: ({ madeNo, asksChange }) => madeNo ?? (asksChange ? 0 : -1),
      title: t.outcome,
      width: 130,
      show: (row) =>
        row.madeNo ? (
          <AppLink to={`/pilots/${row.pilotId}/baselines?version=${row.madeNo}`}>{t.madeVersion(row.madeNo)}</AppLink>
        ) : (
          <span className="soft">{row.asksChange ? t.asksChange : t.reportOnly}</span>
        ),
    },
  ]
}
