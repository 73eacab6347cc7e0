import { sql } from 'kysely'
import { bigint, bool, day, instant, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { isInTime } from '../../../policy/calendar/deadlines.ts'
import type { Records } from '../../../policy/records/records.ts'
import { type Day, programmeZone } from '../../../shared/dates.ts'
import { dueAtOf, filedAt } from '../owed/public.ts'
import { summedPayments, summedServices } from './summed-records.ts'

/**
 * What the product accepts of a pilot now, in nine statements whatever its size. Which of it counts at a cut-off is for
 * `policy/records/measures.ts` to say.
 */
export async function recordsOf(tx: Tx, pilotId: string): Promise<Records> {
  return {
    services: await services(tx, pilotId),
    payments: await payments(tx, pilotId),
    ...(await fewRecordsOf(tx, pilotId)),
  }
}

/**
 * The same for figures alone: services and payments, of which there are thousands, come added up, those apart that one of the
 * days between them sets apart (`turningDays`).
 */
export async function summedRecordsOf(tx: Tx, pilotId: string, days: readonly Day[]): Promise<Records> {
  return {
    services: await summedServices(tx, pilotId, days),
    payments: await summedPayments(tx, pilotId, days),
    ...(await fewRecordsOf(tx, pilotId)),
  }
}

async function fewRecordsOf(tx: Tx, pilotId: string): Promise<Omit<Records, 'services' | 'payments'>> {
  return {
    diagnoses: await diagnoses(tx, pilotId),
    activities: await activities(tx, pilotId),
    agencies: await agencies(tx, pilotId),
    tranches: await tranches(tx, pilotId),
    filings: await filings(tx, pilotId),
    register: await register(tx, pilotId),
    practices: await practices(tx, pilotId),
  }
}

/** Services that are contracted or count, each once. */
const services = statement(
  {
    id: uuid,
    uscc: text,
    kind: text,
    cancelled: bool,
    countedOn: day.nullable(),
    signedOn: day.nullable(),
    priceFen: bigint.nullable(),
    marketPriceFen: bigint.nullable(),
    deliveredOn: day.nullable(),
    confirmationId: uuid.nullable(),
    confirmedOn: day.nullable(),
    rating: int.nullable(),
    proofs: int,
  },
  (pilotId: string) => sql`
    select m.service_id as id, e.uscc, m.service_kind as kind, m.cancelled, m.counted_on as "countedOn", m.signed_on as "signedOn",
           m.price_fen as "priceFen", m.market_price_fen as "marketPriceFen", m.delivered_on as "deliveredOn",
           m.confirmation_id as "confirmationId", m.confirmed_on as "confirmedOn", m.rating, m.proofs
      from measured_services m join pilot_enterprises e on e.id = m.enterprise_id
     where m.pilot_id = ${pilotId}
     order by m.service_id`,
)

async function diagnoses(tx: Tx, pilotId: string): Promise<Records['diagnoses']> {
  const rows = await tx
    .selectFrom('diagnoses as d')
    .innerJoin('pilotEnterprises as e', 'e.id', 'd.enterpriseId')
    .select(['d.id', 'e.uscc', 'd.diagnosedOn as on', 'd.reportFile'])
    .where('d.pilotId', '=', pilotId)
    .orderBy('d.id')
    .execute()
  return rows.map(({ reportFile, ...row }) => ({ ...row, proofs: reportFile === null ? 1 : 2 }))
}

const activitiesHeld = statement(
  {
    id: uuid,
    countedOn: day.nullsExcluded(),
    enterprises: int,
    proofs: int,
    on: day.nullable(),
    rated5: int.nullable(),
    rated4: int.nullable(),
    rated3: int.nullable(),
    rated2: int.nullable(),
    rated1: int.nullable(),
    papers: int,
  },
  (pilotId: string) => sql`
    select a.id, a.counted_on as "countedOn",
           (select count(*)::int from attendances t where t.activity_id = a.id and t.revision = a.revision) as enterprises,
           coalesce((select n from proof_counts where line_id = a.id), 0) as proofs,
           w.counts_from as "on", w.rated5, w.rated4, w.rated3, w.rated2, w.rated1,
           case when w.revision is null then 0 else (select count(*)::int from evidence e
             where e.activity_id = a.id and e.proof = 'survey' and e.withdrawn_at is null) end as papers
      from activities a
      left join lateral (select * from activity_answers n where n.activity_id = a.id order by n.revision desc limit 1) w on true
     where a.pilot_id = ${pilotId} and a.counted_on is not null
     order by a.id`,
)

/** Activities that count, each with how many enterprises came and what those who took part answered last. */
async function activities(tx: Tx, pilotId: string): Promise<Records['activities']> {
  return (await activitiesHeld(tx, pilotId)).map(({ id, countedOn, enterprises, proofs, on, papers, ...row }) => {
    const { rated5, rated4, rated3, rated2, rated1 } = row
    const none =
      on === null || rated5 === null || rated4 === null || rated3 === null || rated2 === null || rated1 === null
    const answers = none ? null : { on, rated: { rated5, rated4, rated3, rated2, rated1 }, papers }
    return { id, countedOn, enterprises, proofs, answers }
  })
}

/** The agencies of every locked version of the plan, each from the version it came with. */
async function agencies(tx: Tx, pilotId: string): Promise<Records['agencies']> {
  return tx
    .selectFrom('partnerAgencies as a')
    .innerJoin('baselines as b', 'b.id', 'a.enteredWith')
    .select(['a.id', sql<Day>`(b.locked_at at time zone ${programmeZone})::date`.as('listedOn')])
    .where('a.pilotId', '=', pilotId)
    .orderBy('a.id')
    .execute()
}

/** Provincial money that has left the account, with the kind of the service it paid for; what came back again, below zero. */
const payments = statement(
  { id: uuid, kind: text, provincialFen: bigint, paidOn: day.nullsExcluded() },
  (pilotId: string) => sql`
    select id, service_kind as kind, provincial_fen as "provincialFen", paid_on as "paidOn"
      from payments where pilot_id = ${pilotId} and state in ('paid', 'returned') and provincial_fen > 0
     union all
    select r.id, p.service_kind, -p.provincial_fen, r.returned_on
      from payment_reversals r join payments p on p.id = r.payment_id
     where r.pilot_id = ${pilotId} and r.kind = 'returned' and p.provincial_fen > 0
     order by id`,
)

/** Provincial money that has arrived. */
const tranches = statement(
  { id: uuid, amountFen: bigint.nullsExcluded(), receivedOn: day.nullsExcluded() },
  (pilotId: string) => sql`
    select id, amount_fen as "amountFen", received_on as "receivedOn"
      from tranches where pilot_id = ${pilotId} and state = 'received' order by no`,
)

/** What stands in the registers of the pilot's enterprises. */
const register = statement(
  {
    id: uuid,
    uscc: text,
    kind: wordsOf('register_entries.kind'),
    sort: wordsOf('register_entries.sort'),
    on: day,
    amountFen: bigint.nullable(),
    yearsOn: int.nullable(),
  },
  (pilotId: string) => sql`
    select r.id, r.uscc, r.kind, r.sort, r.dated_on as "on", r.amount_fen as "amountFen",
           case r.kind when 'yearly-figures' then r.number::int - b.first_year + 1 end as "yearsOn"
      from register_entries r join pilots p on p.id = r.pilot_id join batches b on b.id = p.batch_id
     where r.pilot_id = ${pilotId} and not r.withdrawn order by r.id`,
)

/** Documents that the county has adopted. */
const practices = statement(
  { id: uuid, on: day.nullsExcluded() },
  (pilotId: string) => sql`
    select id, adopted_on as "on" from practices where pilot_id = ${pilotId} and adopted_on is not null order by id`,
)

const filingsBegun = statement(
  { id: uuid, kind: wordsOf('filings.kind'), dueOn: day, dueAt: instant.nullable(), filedAt: instant.nullable() },
  (pilotId: string) => sql`
    select f.id, f.kind, f.due_on as "dueOn", f.due_at as "dueAt", ${filedAt} as "filedAt"
      from filings f where f.pilot_id = ${pilotId} order by f.kind, f.period`,
)

/** What the pilot has begun to file. None is skipped: without the plan there is no table, and without one table not the next. */
async function filings(tx: Tx, pilotId: string): Promise<Records['filings']> {
  return (await filingsBegun(tx, pilotId)).map(({ id, kind, dueOn, dueAt, filedAt: at }) => ({
    id,
    kind,
    dueOn,
    isFiled: at !== null,
    inTime: at !== null && isInTime(at, { dueAt: dueAtOf({ dueOn, dueAt }) }),
  }))
}
