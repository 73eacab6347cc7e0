import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { invalid } from '../../../platform/errors.ts'
import { calendarOf, listProblems, withList } from '../../../policy/calendar/rest-days.ts'
import { saysSomething } from '../../../shared/clean.ts'
import { dayOf } from '../../../shared/dates.ts'
import { type DutyMove, type HandingOnMove, movedDays, movedHandingOns, owedIn } from '../../filings/owed/public.ts'
import { movedResults, type ResultsMove } from '../../filings/publications/public.ts'
import { type DisplayMove, movedDisplays } from '../../money/notices/public.ts'
import { calendarIn } from '../../programme/rest-days/public.ts'
import type { Announced, MoveView } from './contract.ts'
import { linesOf, type MoveLine } from './move-lines.ts'
import { noticeTitle, words } from './words.ts'

export type Moves = {
  readonly duties: readonly DutyMove[]
  readonly handedOn: readonly HandingOnMove[]
  readonly displays: readonly DisplayMove[]
  readonly results: readonly ResultsMove[]
}

/** What a list would move in the reader's area. @throws HttpError 422 with all that is wrong with its document and its days */
export async function movesBy(tx: Tx, reader: Pick<Actor, 'scope'>, list: Announced, now: Date): Promise<Moves> {
  const problems = [
    ...(list.publishedOn > dayOf(now) ? [{ field: 'publishedOn', ...words.publishedLater }] : []),
    ...(saysSomething(list.source) ? [] : [{ field: 'source', ...words.sourceVague }]),
    ...listProblems(list),
  ]
  if (problems.length > 0) throw invalid(problems)
  const { lists, calendar: before } = await calendarIn(tx)
  const after = calendarOf(withList(lists, list))
  const today = dayOf(now)
  const owed = await owedIn(tx, reader, { from: today }, now)
  return {
    duties: movedDays(owed, { before, after }, today),
    handedOn: await movedHandingOns(tx, reader, after, now),
    displays: await movedDisplays(tx, after, today),
    results: await movedResults(tx, after, today),
  }
}

/** The same for a reader. */
export function movesView({ duties, handedOn, displays, results }: Moves): MoveView[] {
  const lines: MoveLine[] = [
    ...duties.map(({ owed: { rule, period, batch, unit }, what, from, to }) => ({
      line: { what, title: { zh: rule.zh, en: rule.en }, period, batchName: batch.name, from, to },
      unit: unit.name,
    })),
    ...handedOn.map(({ owed: { rule, period, batch, unit }, from, to }) => ({
      line: {
        what: 'handing-on' as const,
        title: { zh: rule.zh, en: rule.en },
        period,
        batchName: batch.name,
        from,
        to,
      },
      unit: unit.name,
    })),
    ...displays.flatMap(({ trancheNo, batchName, untilOn: from, to, parkName }) => {
      const line = { what: 'display' as const, title: noticeTitle(trancheNo), period: '', batchName, from, to }
      return from === to ? [] : [{ line, unit: parkName }]
    }),
    ...results.flatMap(({ title, batchName, untilOn: from, to, unitName }) => {
      const line = { what: 'display' as const, title, period: '', batchName, from, to }
      return from === to ? [] : [{ line, unit: unitName }]
    }),
  ]
  return linesOf(lines)
}
