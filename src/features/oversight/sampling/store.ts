import { type Insertable, sql } from 'kysely'
import { bigint, bool, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type {
  SamplingApprovals,
  SamplingDraws,
  SamplingFrameRows,
  SamplingItems,
  SamplingPlans,
} from '../../../platform/database/types.ts'
import { notFound } from '../../../platform/errors.ts'

export const missing = { zh: '抽样计划', en: 'sampling plan' }

export async function insertPlan(tx: Tx, plan: Insertable<SamplingPlans>): Promise<void> {
  await tx.insertInto('samplingPlans').values(plan).execute()
}

/** Locked until the transaction ends, with its approvals. @throws HttpError 404 outside the reader's scope. */
export async function lockPlan(tx: Tx, planId: string) {
  const found = await tx.selectFrom('samplingPlans').selectAll().where('id', '=', planId).forUpdate().executeTakeFirst()
  if (!found) throw notFound(missing)
  const approvals = await tx
    .selectFrom('samplingApprovals')
    .select(['id', 'bureau', 'approvedBy'])
    .where('planId', '=', planId)
    .execute()
  return { ...found, approvals }
}

type Step =
  | { state: 'approved' | 'drawn' }
  | { state: 'withdrawn'; withdrawnBy: string; withdrawnAt: Date; withdrawalReason: string }

export async function saveStep(tx: Tx, planId: string, step: Step): Promise<void> {
  await tx.updateTable('samplingPlans').set(step).where('id', '=', planId).execute()
}

export async function insertApproval(tx: Tx, approval: Insertable<SamplingApprovals>): Promise<void> {
  await tx.insertInto('samplingApprovals').values(approval).execute()
}

export type FrameChoice = {
  readonly batchId: string
  readonly parkIds: readonly string[]
  readonly openedFrom: string
  readonly openedTo: string
  readonly states: readonly string[]
  readonly countedOnly: boolean
}

/** The services that a plan is about as they stand now, by number, each with the risks that it shows. */
export const servicesNow = statement(
  {
    serviceId: uuid,
    no: text,
    park: text,
    kind: wordsOf('services.service_kind'),
    enterprise: text,
    priceFen: bigint,
    fewCandidates: bool,
    disputed: bool,
    dayCorrected: bool,
  },
  ({ batchId, parkIds, openedFrom, openedTo, states, countedOnly }: FrameChoice) => sql`
    select s.id as "serviceId", s.no, u.name as park, s.service_kind as kind, e.name as enterprise, coalesce(s.price_fen, 0) as "priceFen",
           exists (select from service_selections c where c.service_id = s.id and c.few_reason <> '') as "fewCandidates",
           exists (select from confirmations c where c.service_id = s.id and c.verdict = 'disputed') as disputed,
           exists (select from service_day_corrections d where d.service_id = s.id) as "dayCorrected"
      from services s join pilots p on p.id = s.pilot_id join units u on u.id = p.park_id
      join pilot_enterprises e on e.id = s.enterprise_id
     where p.batch_id = ${batchId} and (${parkIds.length === 0} or p.park_id = any (${[...parkIds]}::uuid[]))
       and s.opened_on between ${openedFrom}::date and ${openedTo}::date
       and (${states.length === 0} or s.state = any (${[...states]}::text[])) and (${!countedOnly} or s.counted_on is not null)
     order by s.no`,
  [{ batchId: '', parkIds: [], openedFrom: '', openedTo: '', states: [], countedOnly: true }],
)

/** Few enough for one statement: PostgreSQL takes 65,535 values. */
const atOnce = 5000

export async function insertFrame(tx: Tx, rows: readonly Insertable<SamplingFrameRows>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce)
    await tx
      .insertInto('samplingFrameRows')
      .values(rows.slice(from, from + atOnce))
      .execute()
}

export async function insertItems(tx: Tx, items: readonly Insertable<SamplingItems>[]): Promise<void> {
  await tx
    .insertInto('samplingItems')
    .values([...items])
    .execute()
}

export async function insertDraw(tx: Tx, draw: Insertable<SamplingDraws>): Promise<void> {
  await tx.insertInto('samplingDraws').values(draw).execute()
}

/** The frozen frame, by number; empty while nothing was drawn. */
export function frameOf(tx: Tx, planId: string) {
  return tx
    .selectFrom('samplingFrameRows')
    .select(['no', 'parkName as park', 'serviceKind as kind', 'enterpriseName as enterprise', 'priceFen', 'weight'])
    .where('planId', '=', planId)
    .orderBy('no')
    .execute()
}

/** Whether a service stands in the frame of a plan, and in its sample. */
export async function placeOf(tx: Tx, planId: string, no: string) {
  const found = await tx
    .selectFrom('samplingFrameRows as r')
    .leftJoin('samplingItems as i', (join) => join.onRef('i.planId', '=', 'r.planId').onRef('i.no', '=', 'r.no'))
    .select(['r.no', 'i.how'])
    .where('r.planId', '=', planId)
    .where('r.no', '=', no)
    .executeTakeFirst()
  return { inFrame: found !== undefined, inSample: found?.how != null }
}

export async function countItems(tx: Tx, planId: string): Promise<number> {
  const { n } = await tx
    .selectFrom('samplingItems')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('planId', '=', planId)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Plans with something left to do, for the inbox. */
export async function waitingPlans(tx: Tx) {
  const rows = await tx
    .selectFrom('samplingPlans as p')
    .innerJoin('units as u', 'u.id', 'p.countyId')
    .innerJoin('batches as b', 'b.id', 'p.batchId')
    .leftJoin('samplingApprovals as a', 'a.planId', 'p.id')
    .select(['p.id as planId', 'p.purpose', 'p.state', 'b.name as batchName', 'u.name as countyName'])
    .select(['p.preparedAt', 'a.bureau', 'a.approvedAt'])
    .where('p.state', 'in', ['proposed', 'approved'])
    .orderBy('p.id')
    .execute()
  return [...Map.groupBy(rows, ({ planId }) => planId).values()].flatMap((of) => {
    const [plan] = of
    if (!plan || (plan.state !== 'proposed' && plan.state !== 'approved')) return []
    const { planId, purpose, state, countyName, batchName, preparedAt } = plan
    const approved = of.flatMap(({ bureau }) => bureau ?? [])
    const at = of.flatMap(({ approvedAt }) => approvedAt ?? [])
    const since = new Date(Math.max(preparedAt.getTime(), ...at.map((one) => one.getTime())))
    return [{ planId, purpose, state, countyName, batchName, approved, since }]
  })
}
