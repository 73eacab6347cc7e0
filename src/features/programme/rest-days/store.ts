import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { jsonb, text } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { calendarOf, type KnownCalendars, knownCalendars, type YearList } from '../../../policy/calendar/rest-days.ts'
import type { WorkCalendar } from '../../../policy/calendar/working-days.ts'
import type { Day } from '../../../shared/dates.ts'

/** One announced list as it stands on record. `publishedOn`, `enteredBy` null: from the package that a database begins with. */
export type RecordedList = YearList & {
  readonly id: string
  readonly version: number
  readonly source: string
  readonly publishedOn: Day | null
  readonly enteredBy: string | null
  readonly enteredAt: Date
}

export async function insertList(tx: Tx, { days, ...list }: RecordedList): Promise<void> {
  await tx.insertInto('restDayLists').values(list).execute()
  const rows = days.map((day) => ({ listId: list.id, year: list.year, ...day }))
  await tx.insertInto('restDays').values(rows).execute()
}

/** Every version ever recorded, the newest year and version first. */
export async function allLists(tx: Tx): Promise<RecordedList[]> {
  const lists = await tx
    .selectFrom('restDayLists')
    .selectAll()
    .orderBy('year', 'desc')
    .orderBy('version', 'desc')
    .execute()
  const days = await tx.selectFrom('restDays').select(['listId', 'day', 'kind', 'name']).orderBy('day').execute()
  const of = Map.groupBy(days, ({ listId }) => listId)
  return lists.map((list) => ({ ...list, days: (of.get(list.id) ?? []).map(({ listId: _, ...day }) => day) }))
}

/** The list that counts for each year: its newest version. */
export function newestOf<List extends Pick<RecordedList, 'year' | 'version'>>(lists: readonly List[]): List[] {
  return lists.filter((one) => !lists.some(({ year, version }) => year === one.year && version > one.version))
}

/** Names the lists that a reader sees: two readers with the same name see the same calendar, whatever was rolled back between. */
const revision = sql`(select coalesce(md5(string_agg(id::text, '' order by id)), '') from rest_day_lists)`

const seen = statement({ revision: text }, (): RawBuilder<unknown> => sql`select ${revision} as revision`)

const dayShape = z.object({ day: z.string(), kind: z.enum(['rest', 'worked']), name: z.string() })

const listShape = z.object({
  year: z.number(),
  version: z.number(),
  enteredAt: z.string().nullable(),
  days: z.array(dayShape),
})

const loaded = statement(
  { revision: text, lists: jsonb(z.array(listShape)) },
  (): RawBuilder<unknown> => sql`
    select ${revision} as revision, coalesce(jsonb_agg(jsonb_build_object('year', l.year, 'version', l.version,
             'enteredAt', case when l.entered_by is not null then l.entered_at end, 'days', (select coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'kind', d.kind, 'name', d.name) order by d.day), '[]')
                from rest_days d where d.list_id = l.id)) order by l.entered_at, l.year, l.version), '[]') as lists
      from rest_day_lists l`,
)

type Loaded = {
  readonly revision: string
  readonly lists: readonly YearList[]
  readonly calendar: WorkCalendar
  readonly known: KnownCalendars
}

/** The newest calendar that this process has seen; another process may know a newer one, so it is asked for by its name. */
let newest: Loaded | null = null

const known = new WeakMap<Tx, Promise<Loaded>>()

/** The lists that count and the working days by them, the same for the whole transaction. */
export function calendarIn(tx: Tx): Promise<Loaded> {
  const before = known.get(tx)
  if (before) return before
  const asked = load(tx)
  known.set(tx, asked)
  return asked
}

async function load(tx: Tx): Promise<Loaded> {
  const [current] = await seen(tx)
  if (newest !== null && newest.revision === current?.revision) return newest
  const [found] = await loaded(tx)
  if (!found) throw new Error('the calendar answers with one row')
  const all = found.lists.map((one) => ({ ...one, enteredAt: one.enteredAt === null ? null : new Date(one.enteredAt) }))
  const lists = newestOf(all)
  newest = { revision: found.revision, lists, calendar: calendarOf(lists), known: knownCalendars(all) }
  return newest
}

const key = 20260103

/** Holds the lists as they are until the transaction ends: for whoever writes down a day that they decide. */
export async function holdCalendar(tx: Tx): Promise<WorkCalendar> {
  await sql`select pg_advisory_xact_lock_shared(${key})`.execute(tx)
  known.delete(tx)
  return (await calendarIn(tx)).calendar
}

/** Waits for all who write down such days, and holds them off, until the transaction ends: for whoever adds a list. */
export async function lockCalendar(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${key})`.execute(tx)
  known.delete(tx)
}
