import { sql } from 'kysely'
import { z } from 'zod'
import { bool, int, jsonb, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { WorkCalendar } from '../../../policy/calendar/working-days.ts'
import type { Edition } from '../../../policy/editions/edition.ts'
import { noticeFacts } from '../../../policy/money/notices.ts'
import { begunStates, seenByGate, type TrancheFacts } from '../../../policy/money/tranche-facts.ts'
import { isOut } from '../../../policy/money/tranche-states.ts'
import { type TrancheGate, trancheGate } from '../../../policy/money/tranches.ts'
import { serviceStates } from '../../../policy/services/service.ts'
import { addDays, type Day, dayOf, startOfDay } from '../../../shared/dates.ts'
import { sumFen } from '../../../shared/money.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import { type NoticeRow, objectionsOpenOn, standingNotices } from '../notices/public.ts'
import { evaluationsOf } from './evaluation-facts.ts'
import { asJudgments, type JudgmentRow, standingJudgments } from './judgment-store.ts'
import { disbursementPlanOf } from './planned-store.ts'
import type { MoneySteps, TrancheRow } from './store.ts'

type Facts = Pick<TrancheFacts, 'planApproved' | 'mechanism' | 'enterprisesDiagnosed' | 'services' | 'evaluation'>
type GatedPilot = Pick<Pilot, 'id' | 'awardFen' | 'edition'>
type Gated = {
  readonly pilot: GatedPilot
  readonly tranches: readonly MoneySteps[]
  /** The only tranche that is asked about; left out, all of them. */
  readonly only?: number
}

/** What the records of many pilots say, and what was said about their tranches. `by`: as it stood when that day ended; null: now. */
type GateFacts = {
  readonly by: Day | null
  readonly facts: ReadonlyMap<string, Facts>
  /** By tranche, as are the others. */
  readonly judgments: ReadonlyMap<string, readonly JudgmentRow[]>
  readonly notices: ReadonlyMap<string, NoticeRow>
  readonly openObjections: ReadonlyMap<string, number>
  readonly today: Day
  readonly calendar: WorkCalendar
}

/** A tranche's gate with what it was opened or closed by. */
export type GateView = {
  readonly gate: TrancheGate
  readonly facts: TrancheFacts
  readonly judgments: readonly JudgmentRow[]
  readonly notice: NoticeRow | null
}

/** `counted`: how many services stand in each state; otherwise only whether one is under way, which is all that a gate sees. */
type Asked = { readonly pilotIds: readonly string[]; readonly by: Day | null; readonly counted: boolean }

const countedServices = sql`
  (select coalesce(jsonb_object_agg(c.state, c.n), '{}') from pilot_service_counts c where c.pilot_id = p.id and c.n > 0)`
const anyService = sql`
  (case when exists (select from pilot_service_counts c where c.pilot_id = p.id and c.n > 0 and c.state = any (${[...begunStates]}))
        then '{"under-way": 1}' else '{}' end)::jsonb`

/** Enterprises of a plan and how many of them are diagnosed: as the database keeps it, or counted for a day that is past. */
const kept = sql`(select baseline_id, n as "all", diagnosed as done from enterprise_counts)`
const recounted = (by: Day) => sql`
  (select e.baseline_id, count(*)::int as "all", count(d.id)::int as done
     from pilot_enterprises e left join diagnoses d on d.enterprise_id = e.id and d.diagnosed_on <= ${by}::date
    group by e.baseline_id)`

const recordedFacts = statement(
  {
    id: uuid,
    approved: bool,
    controls: bool,
    all: int,
    done: int,
    services: jsonb(z.partialRecord(z.enum(serviceStates), z.number())),
  },
  ({ pilotIds, by, counted }: Asked) => sql`
    select p.id, b.id is not null as approved,
           coalesce(b.has_controls, false) as controls,
           coalesce(n."all", 0) as "all", coalesce(n.done, 0) as done, ${counted ? countedServices : anyService} as services
      from pilots p
      left join lateral (select id, has_controls from baselines
                          where pilot_id = p.id and (${by}::date is null or (locked_at at time zone interval '8 hours')::date <= ${by}::date)
                          order by no desc limit 1) b on true
      left join ${by === null ? kept : recounted(by)} n on n.baseline_id = b.id
     where p.id = any (${pilotIds})`,
  [
    { pilotIds: [], by: null, counted: true },
    { pilotIds: [], by: null, counted: false },
    { pilotIds: [], by: '2026-01-01', counted: true },
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

/** Read from the records themselves: the locked baseline, its fund-control rules, the diagnoses, the services by state. */
async function factsOf(tx: Tx, { pilotIds, by, counted }: Asked): Promise<Map<string, Facts>> {
  const found = await recordedFacts(tx, { pilotIds, by, counted })
  const begun = by === null ? [] : await begunBy(tx, { pilotIds, by })
  const evaluated = await evaluationsOf(tx, pilotIds, by === null ? null : startOfDay(addDays(by, 1)))
  return new Map(
    found.map(({ id, approved, controls, all, done, services }) => [
      id,
      {
        planApproved: approved,
        mechanism: { controlFile: controls },
        enterprisesDiagnosed: { done, all },
        services: by === null ? services : { 'under-way': begun.find((row) => row.id === id)?.n ?? 0 },
        evaluation: evaluated.get(id) ?? null,
      },
    ]),
  )
}

async function known(
  tx: Tx,
  all: readonly Gated[],
  today: Day,
  { by = null, counted = true }: { readonly by?: Day | null; readonly counted?: boolean } = {},
): Promise<GateFacts> {
  const ids = all.flatMap(({ tranches, only }) =>
    tranches.flatMap(({ id, no }) => (only === undefined || only === no ? [id] : [])),
  )
  const pilotIds = all.map(({ pilot }) => pilot.id)
  const until = by === null ? null : startOfDay(addDays(by, 1))
  return {
    by,
    facts: await factsOf(tx, { pilotIds, by, counted }),
    judgments: Map.groupBy(await standingJudgments(tx, ids, until), ({ trancheId }) => trancheId),
    notices: new Map((await standingNotices(tx, ids, until)).map((row) => [row.trancheId, row])),
    openObjections: await objectionsOpenOn(tx, ids, until),
    today,
    calendar: await workCalendarOf(tx),
  }
}

/** The gate of each tranche now; the caller has locked `tranches` when it is going to act on the answer. */
export async function gatesOf(
  tx: Tx,
  pilot: GatedPilot,
  tranches: readonly TrancheRow[],
  now: Date,
): Promise<Map<number, GateView>> {
  const plan = await disbursementPlanOf(tx, pilot.id)
  return gatesBy({ pilot, tranches }, await known(tx, [{ pilot, tranches }], dayOf(now)), plan)
}

/** The gate of each tranche as it stood when `day` ended, for what happened on it and is keyed in later. */
export async function gatesOn(
  tx: Tx,
  pilot: GatedPilot,
  tranches: readonly TrancheRow[],
  day: Day,
): Promise<Map<number, GateView>> {
  return gatesBy({ pilot, tranches }, await known(tx, [{ pilot, tranches }], day, { by: day }), null)
}

/** The gates of many pilots in one question, without the county's plan: it closes none. Those with the same facts share one. */
export async function gatesOfAll(
  tx: Tx,
  all: readonly Gated[],
  now: Date,
): Promise<Map<string, Map<number, GateView>>> {
  const seen = await known(tx, all, dayOf(now), { counted: false })
  const alike = new Map<string, TrancheGate>()
  const shared = (edition: Edition, no: number, asked: TrancheFacts): TrancheGate => {
    const facts = seenByGate(asked)
    const key = JSON.stringify([edition.id, no, facts])
    const gate = alike.get(key) ?? trancheGate(edition, no, facts)
    alike.set(key, gate)
    return gate
  }
  return new Map(all.map((one) => [one.pilot.id, gatesBy(one, seen, null, shared)]))
}

function gatesBy(
  { pilot: { id, edition, awardFen }, tranches, only }: Gated,
  { facts, judgments, notices, openObjections, today, calendar, by }: GateFacts,
  plan: TrancheFacts['plan'],
  gateBy = trancheGate,
): Map<number, GateView> {
  const base = facts.get(id)
  const gates = new Map<number, GateView>()
  if (!base) return gates
  for (const { no } of edition.tranches) {
    if (only !== undefined && only !== no) continue
    // Later ones too: an edition may let them go in any order.
    const others = tranches.filter((tranche) => tranche.no !== no)
    const previous = tranches.find((tranche) => tranche.no === no - 1)
    const trancheId = tranches.find((tranche) => tranche.no === no)?.id ?? ''
    const own = judgments.get(trancheId) ?? []
    const notice = notices.get(trancheId) ?? null
    const all: TrancheFacts = {
      ...base,
      judgments: asJudgments(own, trancheId),
      notice: notice && noticeFacts(notice, today, calendar),
      openObjections: openObjections.get(trancheId) ?? 0,
      plan,
      awardFen,
      releasedFen: sumFen(others.filter(isOut).map((tranche) => tranche.amountFen ?? 0)),
      previousReceived: no === 1 || (previous !== undefined && receivedBy(previous, by)),
    }
    gates.set(no, { gate: gateBy(edition, no, all), facts: all, judgments: own, notice })
  }
  return gates
}

function receivedBy({ state, receivedOn }: Pick<TrancheRow, 'state' | 'receivedOn'>, by: Day | null): boolean {
  return state === 'received' && (by === null || (receivedOn !== null && receivedOn <= by))
}
