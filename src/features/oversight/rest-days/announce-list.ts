import { type Acting, command } from '../../../platform/command.ts'
import { invalid } from '../../../platform/errors.ts'
import { dayOf } from '../../../shared/dates.ts'
import { moveDueDays } from '../../filings/owed/public.ts'
import { lockResults, moveResults } from '../../filings/publications/public.ts'
import { lockDisplays, moveDisplays } from '../../money/notices/public.ts'
import { allLists, insertList, lockCalendar, newestOf, type RecordedList } from '../../programme/rest-days/public.ts'
import * as contract from './contract.ts'
import { type Moves, movesBy, movesView } from './moves.ts'
import { words } from './words.ts'

/** A list comes into force: the open days that it moves are moved with it, and those whom it concerns can see so. */
export const announceRestDays = command(contract.announceRestDays, async ({ body }, acting) => {
  const { tx, actor, now, newId, record } = acting
  const { year } = body
  await lockCalendar(tx)
  await lockDisplays(tx, dayOf(now))
  await lockResults(tx, dayOf(now))
  const before = newestOf(await allLists(tx)).find((one) => one.year === year)
  const days = body.days.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const moves = await movesBy(tx, actor, body, now)
  const said = ({ source, publishedOn, days: all }: Pick<RecordedList, 'source' | 'publishedOn' | 'days'>) =>
    JSON.stringify([source, publishedOn, all.map(({ day, kind, name }) => [day, kind, name])])
  if (before && said(before) === said({ ...body, days })) throw invalid([{ field: 'days', ...words.unchanged }])
  const version = (before?.version ?? 0) + 1
  const list = { ...body, days, id: newId(), version, enteredBy: actor.accountId, enteredAt: now }
  await insertList(tx, list)
  record('rest-days.announced', { subject: list.id, scope: actor.scope, before: before ?? null, after: list })
  await move(acting, list.id, moves)
  return { listId: list.id, version, moves: movesView(moves) }
})

async function move({ tx, now, newId, record }: Acting, listId: string, moves: Moves): Promise<void> {
  await moveDueDays(tx, moves.duties)
  await moveDisplays(tx, moves.displays)
  await moveResults(tx, moves.results)
  const at = { listId, movedAt: now }
  const duties = moves.duties.map(({ owed: { batch, unit, kind, period }, what, from, to }) => {
    const of = { batchId: batch.id, unitId: unit.id, kind, period, scope: unit.scope, about: null }
    return { id: newId(), ...at, ...of, what, fromOn: from, toOn: to }
  })
  const handedOn = moves.handedOn.map(({ owed: { batch, unit, kind, period, filing }, from, to }) => {
    const of = { batchId: batch.id, unitId: unit.id, kind, period, scope: unit.scope, about: filing?.filingId ?? null }
    return { id: newId(), ...at, ...of, what: 'handing-on' as const, fromOn: from, toOn: to }
  })
  const displays = moves.displays.flatMap(({ batchId, parkId: unitId, trancheNo, scope, untilOn, to }) => {
    const of = { batchId, unitId, kind: 'notice' as const, period: String(trancheNo), scope, about: null }
    return untilOn === to ? [] : [{ id: newId(), ...at, ...of, what: 'display' as const, fromOn: untilOn, toOn: to }]
  })
  const results = moves.results.flatMap(({ batchId, unitId, kind, scope, untilOn, to }) => {
    const of = { batchId, unitId, kind, period: '', scope, about: null }
    return untilOn === to ? [] : [{ id: newId(), ...at, ...of, what: 'display' as const, fromOn: untilOn, toOn: to }]
  })
  const rows = [...duties, ...handedOn, ...displays, ...results]
  // A statement takes 65,535 values.
  for (let first = 0; first < rows.length; first += 1000)
    await tx
      .insertInto('calendarMoves')
      .values(rows.slice(first, first + 1000))
      .execute()
  for (const { owed, what, from, to } of moves.duties)
    if (owed.filing && what === 'due')
      record('filing.due-day-moved', {
        subject: owed.filing.filingId,
        scope: owed.unit.scope,
        before: { dueOn: from },
        after: { dueOn: to, listId },
      })
  for (const { noticeId, scope, untilOn, provisional, to, willBeProvisional } of moves.displays)
    record('notice.last-day-moved', {
      subject: noticeId,
      scope,
      before: { untilOn, provisional },
      after: { untilOn: to, provisional: willBeProvisional, listId },
    })
  for (const { publicationId, scope, untilOn, provisional, to, willBeProvisional } of moves.results)
    record('evaluation.publication-moved', {
      subject: publicationId,
      scope,
      before: { untilOn, provisional },
      after: { untilOn: to, provisional: willBeProvisional, listId },
    })
}
