import { sql } from 'kysely'
import type { Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { workCalendar } from '../../platform/work-calendar.ts'
import { type FilingException, locksOn, type Standing, standing } from '../../policy/deadlines.ts'
import type { FilingState } from '../../policy/filing.ts'
import { namesOf, nextSeats } from '../../policy/filing-posts.ts'
import { type Seat, seatNames } from '../../policy/roles.ts'
import { type Day, dayOf, programmeZone } from '../../shared/dates.ts'
import type { Text } from '../../shared/words.ts'
import { keyOf, openExceptions } from '../calendar/public.ts'
import { dueOfForm, formKindList, owedForms } from './duties.ts'
import type { Duty } from './kind-hooks.ts'

/** A form that somebody has begun. */
export type FiledForm = {
  id: string
  batchId: string
  unitId: string
  kind: string
  period: string
  state: FilingState
  dueOn: Day
  recordNo: string | null
  /** The day of the first submission that was not taken back. */
  filedOn: Day | null
  /** Seats that have spoken on the version submitted last. */
  spoken: Seat[]
  /** When it came into its state. */
  since: Date
}

/** A duty with what has become of it; `filed`: null while nobody has begun. */
export type OwedForm = {
  readonly duty: Duty
  readonly dueOn: Day
  readonly filed: FiledForm | null
  readonly standing: Standing
}

/** Every form that is owed by now in the reader's scope, begun or not, batch by batch. */
export async function owedAndFiled(
  tx: Tx,
  reader: Pick<Actor, 'scope'>,
  now: Date,
  batchId?: string,
): Promise<OwedForm[]> {
  const filed = new Map((await filedForms(tx, batchId)).map((row) => [keyOf(row), row]))
  const exceptions = await openExceptions(tx, dayOf(now))
  return (await owedForms(tx, reader, now, batchId)).map((duty) => {
    const { batch, unit, kind, period } = duty
    const key = keyOf({ batchId: batch.id, unitId: unit.id, kind, period })
    const found = filed.get(key) ?? null
    const dueOn = found?.dueOn ?? dueOfForm(duty)
    const exception = exceptions.get(key) ?? null
    const state = standingOf(duty, { dueOn, filedOn: found?.filedOn ?? null, exception }, now)
    return { duty, filed: found, dueOn, standing: state }
  })
}

/** Where a duty stands by the calendar: due, on time, late, overdue, locked. */
export function standingOf(
  { rule }: Pick<Duty, 'rule'>,
  { dueOn, filedOn, exception }: { dueOn: Day; filedOn: Day | null; exception: FilingException | null },
  now: Date,
): Standing {
  const deadline = { dueOn, opensOn: '', locksOn: locksOn(rule, dueOn) }
  return standing(deadline, { filedOn, exception }, dayOf(now), workCalendar)
}

/** Who has to act on it next, in words; nobody once it is over. */
export function waitedFor(
  { rule }: Pick<Duty, 'rule'>,
  filed: { readonly state: FilingState; readonly spoken: readonly Seat[] } | null,
): Text[] {
  switch (filed?.state) {
    case 'submitted':
      return nextSeats(rule, filed.spoken).map((seat) => seatNames[seat])
    case 'approved':
      return rule.records.length > 0 ? [namesOf(rule.records)] : []
    case 'recorded':
      return []
    default:
      return [namesOf(rule.by)]
  }
}

async function filedForms(tx: Tx, batchId?: string): Promise<FiledForm[]> {
  const found = await sql<FiledForm>`
    select f.id, f.batch_id as "batchId", f.unit_id as "unitId", f.kind, f.period, f.state, f.due_on as "dueOn", f.record_no as "recordNo",
           (select (min(n.submitted_at) at time zone ${programmeZone})::date from filing_versions n
             where n.filing_id = f.id
               and ((n.no = f.version_no and f.state in ('submitted', 'approved', 'recorded'))
                 or exists (select from filing_opinions o where o.version_id = n.id))) as "filedOn",
           coalesce((select array_agg(o.level || '-' || o.bureau) from filing_opinions o where o.version_id = v.id), '{}') as spoken,
           coalesce((select max(o.given_at) from filing_opinions o where o.version_id = v.id), v.submitted_at, f.opened_at) as since
      from filings f
      left join filing_versions v on v.filing_id = f.id and v.no = f.version_no
     where f.kind = any(${formKindList})
       and (${batchId ?? null}::uuid is null or f.batch_id = ${batchId ?? null}::uuid)`.execute(tx)
  return found.rows
}
