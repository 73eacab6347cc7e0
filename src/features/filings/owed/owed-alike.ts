import { sql } from 'kysely'
import { day, instant, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import { knownDays } from '../../../policy/calendar/known-days.ts'
import { latenessOf } from '../../../policy/calendar/lateness.ts'
import { editionOf, obligationOf } from '../../../policy/editions/edition.ts'
import type { ObligationId } from '../../../policy/editions/edition-rules.ts'
import { type FilingState, isDone } from '../../../policy/filings/filing.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import { dayIn } from './filed-on.ts'
import { type Moment, movedTo, onceBegun, standingAt } from './filing-days.ts'
import { isDoable } from './owed.ts'

/** `countyId`: the county whose pilots are told one by one. */
type Asked = {
  readonly batchId: string | null
  readonly countyId: string | null
  readonly kinds: readonly ObligationId[]
}

/** Pilots of a county and batch that joined on one day and whose plans are in force since one day. */
const pilotsIn = ({ batchId, countyId }: Asked) => sql`
  (select p.id, p.batch_id, p.county_id, p.admitted_on, first.in_force_from as plan_on,
          case when p.county_id = ${countyId}::uuid then p.id end as told
     from pilots p left join baselines first on first.pilot_id = p.id and first.no = 1
    where not p.standing and (${batchId}::uuid is null or p.batch_id = ${batchId}::uuid)) p`
const groupShape = {
  batchId: uuid,
  countyId: uuid,
  joinedOn: day,
  planOn: day.nullable(),
  pilotId: uuid.nullable(),
  n: int,
}
const groupColumns = sql`
  p.batch_id as "batchId", p.county_id as "countyId", p.admitted_on as "joinedOn", p.plan_on as "planOn", p.told as "pilotId",
  count(*)::int as n`
const alike = sql`p.batch_id, p.county_id, p.admitted_on, p.plan_on, p.told`
const sample: Asked = { batchId: null, countyId: null, kinds: [] }

const pilotsAlike = statement(
  groupShape,
  (asked: Asked) => sql`select ${groupColumns} from ${pilotsIn(asked)} group by ${alike}`,
  [sample],
)

/** In time is until the end of a day, unless the filing names its hour: those of one day stand alike. */
const filingsAlike = statement(
  {
    ...groupShape,
    kind: wordsOf('filings.kind'),
    period: text,
    state: wordsOf('filings.state'),
    dueOn: day,
    dueAt: instant.nullable(),
    filedAt: instant.nullable(),
  },
  (asked: Asked) => sql`
    select ${groupColumns}, f.kind, f.period, f.state, f.due_on as "dueOn", f.due_at as "dueAt", min(f.filed_at) as "filedAt"
      from ${pilotsIn(asked)} join filings f on f.pilot_id = p.id
     where f.kind = any (${asked.kinds})
     group by ${alike}, f.kind, f.period, f.state, f.due_on, f.due_at, ${dayIn(sql`f.filed_at`)},
              case when f.due_at is not null then f.filed_at end`,
  [sample],
)

/**
 * So many duties of one kind and period, of pilots of a county, that stand alike. `pilotId`: where its county was asked for one by
 * one. `isLate`: filed late, or not filed and past its day, whether or not an exception holds it open.
 */
export type OwedAlike = {
  readonly countyId: string
  readonly pilotId: string | null
  readonly kind: ObligationId
  readonly opensOn: Day
  /** Null while nobody has begun. */
  readonly state: FilingState | null
  readonly isLate: boolean
  readonly isDone: boolean
  readonly n: number
}

type Batch = { readonly batchId: string; readonly edition: string; readonly firstYear: number }
type Group = Omit<ResultRow<typeof pilotsAlike>, 'n'>

/** What `owedIn` tells of the dated duties of all pilots in scope, counted: a row for what stands alike, not one for each pilot. */
export async function owedAlike(tx: Tx, batches: readonly Batch[], asked: Asked, now: Date): Promise<OwedAlike[]> {
  const filings = Map.groupBy(await filingsAlike(tx, asked), (row) => `${groupKey(row)} ${row.kind} ${row.period}`)
  const calendar = await workCalendarOf(tx)
  const moment = { now, calendar, unfiled: new Map() }
  const known = new Map(batches.map((batch) => [batch.batchId, batch]))
  return (await pilotsAlike(tx, asked)).flatMap((group) => {
    const batch = known.get(group.batchId)
    return batch ? owedInGroup({ group, batch, kinds: asked.kinds, filings, moment }) : []
  })
}

function groupKey({ batchId, countyId, joinedOn, planOn, pilotId }: Group): string {
  return `${batchId} ${countyId} ${joinedOn} ${planOn} ${pilotId}`
}

type GroupFacts = {
  readonly group: ResultRow<typeof pilotsAlike>
  readonly batch: Batch
  readonly kinds: readonly ObligationId[]
  readonly filings: ReadonlyMap<string, readonly ResultRow<typeof filingsAlike>[]>
  readonly moment: Moment
}

function owedInGroup({ group, batch, kinds, filings, moment }: GroupFacts): OwedAlike[] {
  const { countyId, pilotId, joinedOn, planOn, n } = group
  const edition = editionOf(batch.edition)
  const days = knownDays(edition, batch.firstYear, moment.calendar, joinedOn)
  return days
    .filter(({ of, kind }) => of === 'pilot' && kinds.includes(kind))
    .flatMap((day) => {
      const { kind, period, opensOn } = day
      const rule = obligationOf(edition, kind)
      const onDayOf = movedTo(day, rule)
      const begun = filings.get(`${groupKey(group)} ${kind} ${period}`) ?? []
      const of = { countyId, pilotId, kind, opensOn }
      const owed = begun.map(({ state, filedAt, n: alikeThere, ...due }): OwedAlike => {
        const stands = standingAt({ ...onDayOf(due), opensOn: onceBegun }, { filedAt }, moment)
        return { ...of, state, isLate: isLate(stands), isDone: isDone({ rule, state }), n: alikeThere }
      })
      const left = n - begun.reduce((sum, one) => sum + one.n, 0)
      if (left === 0 || !isDoable({ kind, day, pilots: [{ planOn }] }, dayOf(moment.now))) return owed
      const stands = standingAt(day, { filedAt: null }, moment)
      return [...owed, { ...of, state: null, isLate: isLate(stands), isDone: false, n: left }]
    })
}

function isLate(stands: Parameters<typeof latenessOf>[0][number]): boolean {
  const { late, overdue } = latenessOf([stands])
  return late + overdue > 0
}
