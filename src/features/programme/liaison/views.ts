import { sql } from 'kysely'
import type { Actor } from '../../../platform/command.ts'
import { day as dayColumn, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { byName, newestBatchFirst } from '../../../platform/database/ordered.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import { dueOn } from '../../../policy/calendar/deadlines.ts'
import type { WorkCalendar } from '../../../policy/calendar/working-days.ts'
import { editionOf, obligationOf, owes } from '../../../policy/editions/edition.ts'
import { seatChanges } from '../../../policy/filings/liaison.ts'
import { inScope } from '../../../policy/people/roles.ts'
import { personal } from '../../../policy/people/unmasking.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { workCalendarOf } from '../rest-days/public.ts'
import type { CountyOfficers, OfficerChange, OfficerView } from './contract.ts'
import { inForce, type RecordedOfficer, recordedListsOf } from './store.ts'

type Search = { batchId?: string | undefined; countyId?: string | undefined; day?: Day | undefined }

/** Who is liaison officer on a day, county by county, and who was replaced before (G5.1). */
export async function showLiaisonView(tx: Tx, asked: Search, actor: Actor, now: Date) {
  const today = dayOf(now)
  const day = asked.day ?? today
  // An edition may know no such list; its counties then have nothing to show.
  const all = (await countiesSeen(tx)).filter(({ edition }) => owes(editionOf(edition), 'liaison-list'))
  const wanted = all.filter(
    ({ batchId, countyId }) =>
      (asked.batchId === undefined || batchId === asked.batchId) &&
      (asked.countyId === undefined || countyId === asked.countyId),
  )
  const listsOf = await recordedListsOf(tx, wanted)
  const calendar = await workCalendarOf(tx)
  const counties = wanted.map((one) => countyView(one, listsOf(one), { day, actor, calendar }))
  const batches = new Map(all.map(({ batchId, batchName }) => [batchId, { batchId, name: batchName }]))
  return { today, day, batches: [...batches.values()], counties }
}

const countiesSeen = statement(
  {
    batchId: uuid,
    batchName: text,
    edition: text,
    firstYear: int,
    countyId: uuid,
    countyName: text,
    countyScope: text,
    joinedOn: dayColumn,
    filingId: uuid.nullable(),
    keptDue: dayColumn.nullable(),
    state: wordsOf('filings.state').nullable(),
  },
  () => sql`
    select distinct on (b.first_year, ${byName('b.name')}, county.scope)
           b.id as "batchId", b.name as "batchName", b.edition, b.first_year as "firstYear",
           county.id as "countyId", county.name as "countyName", county.scope as "countyScope",
           min(p.admitted_on) over (partition by b.id, county.id) as "joinedOn", f.id as "filingId", f.due_on as "keptDue", f.state
      from pilots p
      join batches b on b.id = p.batch_id
      join units county on county.id = p.county_id
      left join filings f on f.batch_id = b.id and f.unit_id = county.id and f.kind = 'liaison-list'
     where not p.standing
     order by ${newestBatchFirst}, county.scope`,
)

type Seen = ResultRow<typeof countiesSeen>

type Asking = { readonly day: Day; readonly actor: Actor; readonly calendar: WorkCalendar }

function countyView(seen: Seen, all: readonly RecordedOfficer[][], { day, actor, calendar }: Asking): CountyOfficers {
  const { batchId, batchName, countyId, countyName, filingId, state } = seen
  const edition = editionOf(seen.edition)
  const lists = all.filter((list) => (list[0]?.recordedOn ?? '') <= day)
  return {
    batchId,
    batchName,
    countyId,
    countyName,
    clause: obligationOf(edition, 'liaison-list').clause,
    dueOn: seen.keptDue ?? (inScope(actor.scope, seen.countyScope) ? dueDayOf(seen, calendar) : null),
    filing: filingId !== null && state !== null ? { filingId, state } : null,
    recordedOn: lists.at(-1)?.[0]?.recordedOn ?? null,
    officers: inForce(lists, day).map((officer) => officerView(officer, actor)),
    changes: changesOf(lists),
  }
}

/** The day of a list that nobody has begun; a park does not see since when its county takes part. */
function dueDayOf({ edition, firstYear, joinedOn }: Seen, calendar: WorkCalendar): Day {
  return dueOn(editionOf(edition), firstYear, 'liaison-list', '', calendar, joinedOn)
}

/** Numbers whole for the officer's own unit, masked for everybody else (GA3). */
function officerView(officer: RecordedOfficer, { scope }: Actor): OfficerView {
  const { id, unitScope, unitKind, unit, name, office, duty, phone, mobile, seat, from, until, remark } = officer
  const isOwn = unitScope === scope
  const said = { unitKind, unit, name, office, duty, seat, from, until, remark }
  return {
    officerId: id,
    ...said,
    phone: personal('officer-phone', phone, isOwn),
    mobile: personal('officer-mobile', mobile, isOwn),
  }
}

function changesOf(lists: readonly RecordedOfficer[][]): OfficerChange[] {
  return lists
    .flatMap((list, at) => {
      const before = lists[at - 1]
      if (!before) return []
      return seatChanges(before, list).flatMap((change) => {
        const officer = change.after ?? change.before
        if (!officer) return []
        const { unit, unitKind, seat } = officer
        const on = list[0]?.recordedOn ?? ''
        return [{ on, unit, unitKind, seat, before: change.before?.name ?? null, after: change.after?.name ?? null }]
      })
    })
    .reverse()
}
