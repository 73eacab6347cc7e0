import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { bigint, bool, int, jsonb, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { begunStates, type ServicesByState, type TrancheFacts } from '../../../policy/money/tranche-facts.ts'
import { serviceStates } from '../../../policy/services/service.ts'
import { addDays, type Day, startOfDay } from '../../../shared/dates.ts'
import type { Fen } from '../../../shared/money.ts'
import { evaluationsOf } from './evaluation-facts.ts'

/** What the records of one pilot say. */
export type RecordedFacts = Pick<
  TrancheFacts,
  'planApproved' | 'mechanism' | 'enterprisesDiagnosed' | 'services' | 'evaluation' | 'deductedFen'
>

const countedServices = sql`
  (select coalesce(jsonb_object_agg(c.state, c.n), '{}') from pilot_service_counts c where c.pilot_id = p.id and c.n > 0)`

/** Enterprises of a plan and how many of them are diagnosed: as the database keeps it, or counted for a day that is past. */
const kept = sql`(select baseline_id, n as "all", diagnosed as done from enterprise_counts)`
const recounted = (by: Day) => sql`
  (select e.baseline_id, count(*)::int as "all", count(d.id)::int as done
     from pilot_enterprises e left join diagnoses d on d.enterprise_id = e.id and d.diagnosed_on <= ${by}::date
    group by e.baseline_id)`

/** What measures have taken off the award: as the database keeps it, or by the entries of a day that is past. */
const deductedNow = sql`(select m.deducted_fen from pilot_money m where m.pilot_id = p.id)`
const deductedBy = (by: Day) => sql`
  (select sum(lp.amount_fen) from ledger_accounts la
     join ledger_postings lp on lp.account_id = la.id
     join ledger_entries le on le.id = lp.entry_id and le.booked_on <= ${by}::date
    where la.pilot_id = p.id and la.key = 'deducted')`

const seen = { approved: bool, controls: bool, all: int, done: int, deductedFen: bigint }
/** Of the plan in force, `b`, and its counted enterprises, `n`. */
const seenColumns = sql`
  b.id is not null as approved, coalesce(b.has_controls, false) as controls, coalesce(n."all", 0) as "all", coalesce(n.done, 0) as done`

type Asked = { readonly pilotIds: readonly string[]; readonly by: Day | null }

const recordedFacts = statement(
  { id: uuid, ...seen, services: jsonb(z.partialRecord(z.enum(serviceStates), z.number())) },
  ({ pilotIds, by }: Asked) => sql`
    select p.id, ${seenColumns}, coalesce(${by === null ? deductedNow : deductedBy(by)}, 0)::bigint as "deductedFen",
           ${countedServices} as services
      from pilots p
      left join lateral (select id, has_controls from baselines
                          where pilot_id = p.id and (${by}::date is null or (locked_at at time zone interval '8 hours')::date <= ${by}::date)
                          order by no desc limit 1) b on true
      left join ${by === null ? kept : recounted(by)} n on n.baseline_id = b.id
     where p.id = any (${pilotIds})`,
  [
    { pilotIds: [], by: null },
    { pilotIds: [], by: '2026-01-01' },
  ],
)

/** Services that had begun when a day ended: visited by then, and not cancelled by then. */
const begunBy = statement(
  { id: uuid, n: int },
  ({ pilotIds, by }: { readonly pilotIds: readonly string[]; readonly by: Day }) => sql`
    select s.pilot_id as id, count(*)::int as n from services s
     where s.pilot_id = any (${pilotIds})
       and exists (select from visits v where v.service_id = s.id and v.visited_on <= ${by}::date)
       and (s.state <> 'cancelled' or (s.updated_at at time zone interval '8 hours')::date > ${by}::date)
     group by s.pilot_id`,
)

type Seen = {
  readonly approved: boolean
  readonly controls: boolean
  readonly all: number
  readonly done: number
  readonly deductedFen: Fen
}

type Evaluated = RecordedFacts['evaluation']

function factsFrom(
  { approved, controls, all, done, deductedFen }: Seen,
  services: ServicesByState,
  evaluation: Evaluated,
): RecordedFacts {
  return {
    planApproved: approved,
    mechanism: { controlFile: controls },
    enterprisesDiagnosed: { done, all },
    services,
    evaluation,
    deductedFen,
  }
}

/**
 * Read from the records themselves: the locked baseline, its fund-control rules, the diagnoses, the services by state. `by`: as it
 * stood when that day ended; null: now.
 */
export async function factsOf(tx: Tx, { pilotIds, by }: Asked): Promise<Map<string, RecordedFacts>> {
  const found = await recordedFacts(tx, { pilotIds, by })
  const begun = by === null ? [] : await begunBy(tx, { pilotIds, by })
  const evaluated = await evaluationsOf(tx, pilotIds, by === null ? null : startOfDay(addDays(by, 1)))
  const services = (row: (typeof found)[number]): ServicesByState =>
    by === null ? row.services : { 'under-way': begun.find(({ id }) => id === row.id)?.n ?? 0 }
  return new Map(found.map((row) => [row.id, factsFrom(row, services(row), evaluated.get(row.id) ?? null)]))
}

/** What a gate sees of every pilot at once: a row of `factTables`, where `p` is a pilot. */
export const factShape = { ...seen, begun: bool }
export type FactRow = Seen & { readonly begun: boolean }

export function factColumns(): RawBuilder<unknown> {
  return sql`${seenColumns}, coalesce(${deductedNow}, 0)::bigint as "deductedFen", p.id in (
               select c.pilot_id from pilot_service_counts c where c.n > 0 and c.state = any (${[...begunStates]})) as begun`
}

export const factTables: RawBuilder<unknown> = sql`
  left join baselines b
    on b.pilot_id = p.id and not exists (select from baselines l where l.pilot_id = b.pilot_id and l.no > b.no)
  left join ${kept} n on n.baseline_id = b.id`

const begun: ServicesByState = { 'under-way': 1 }
const notBegun: ServicesByState = {}

/** Of the services only whether one is under way, which is all that a gate sees. */
export function factsSeen(row: FactRow, evaluation: Evaluated): RecordedFacts {
  return factsFrom(row, row.begun ? begun : notBegun, evaluation)
}
