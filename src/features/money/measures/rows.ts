import { sql } from 'kysely'
import type { z } from 'zod'
import { bigint, day, instant, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { byBatch, byName, type Ordinals, orderOf } from '../../../platform/database/ordered.ts'
import { statement } from '../../../platform/database/statement.ts'
import { measureKindList } from '../../../policy/money/measure-grounds.ts'
import { measureStateList } from '../../../policy/money/measures.ts'
import type { listAllMeasures } from './list-contract.ts'

/** Every measure against a pilot with who took each step, the newest first. */
export function measuresOf(tx: Tx, pilotId: string) {
  return tx
    .selectFrom('measures as m')
    .innerJoin('accounts as d', 'd.id', 'm.decidedBy')
    .leftJoin('accounts as c', 'c.id', 'm.confirmedBy')
    .leftJoin('accounts as e', (join) => join.on(sql<boolean>`e.id = coalesce(m.reversed_by, m.withdrawn_by)`))
    .leftJoin('accounts as dp', 'dp.id', 'm.decisionPreparedBy')
    .leftJoin('accounts as cp', 'cp.id', 'm.confirmationPreparedBy')
    .leftJoin('accounts as rp', 'rp.id', 'm.reversalPreparedBy')
    .selectAll('m')
    .select(['d.name as decider', 'c.name as confirmer', 'e.name as ender'])
    .select(['dp.name as decisionPreparer', 'cp.name as confirmationPreparer', 'rp.name as reversalPreparer'])
    .where('m.pilotId', '=', pilotId)
    .orderBy('m.decidedAt', 'desc')
    .orderBy('m.id', 'desc')
    .execute()
}

/** All that came back on the recoveries of a pilot, by its day. */
export function receiptsOf(tx: Tx, pilotId: string) {
  return tx
    .selectFrom('measureReceipts as r')
    .innerJoin('accounts as a', 'a.id', 'r.recordedBy')
    .leftJoin('accounts as u', 'u.id', 'r.reversedBy')
    .selectAll('r')
    .select(['a.name as recorder', 'u.name as undoer'])
    .where('r.pilotId', '=', pilotId)
    .orderBy('r.paidOn')
    .orderBy('r.recordedAt')
    .orderBy('r.id')
    .execute()
}

/** All that was given out again of it, by its day. */
export function reissuesOf(tx: Tx, pilotId: string) {
  return tx
    .selectFrom('measureReissues as r')
    .innerJoin('accounts as a', 'a.id', 'r.recordedBy')
    .leftJoin('accounts as u', 'u.id', 'r.reversedBy')
    .selectAll('r')
    .select(['a.name as recorder', 'u.name as undoer'])
    .where('r.pilotId', '=', pilotId)
    .orderBy('r.issuedOn')
    .orderBy('r.recordedAt')
    .orderBy('r.id')
    .execute()
}

type Search = z.output<(typeof listAllMeasures)['search']>
const ordinals: Ordinals<Search> = {
  parkName: byName('u.name'),
  countyName: sql`c.scope`,
  batchName: byBatch,
  kind: sql`m.kind`,
  ground: sql`m.ground`,
  amountFen: sql`m.amount_fen`,
  dueOn: sql`m.due_on`,
  decidedAt: sql`m.decided_at`,
  state: sql`m.state`,
}

type Asked = Pick<Search, 'kind' | 'state' | 'sort'> & { readonly limit: number; readonly offset: number }

const received = sql`
  (select coalesce(sum(r.amount_fen), 0) from measure_receipts r where r.measure_id = m.id and r.reversed_by is null)`

/** Measures in scope, the newest first unless asked otherwise; `receivedFen`: what came back on each. */
export const measuresIn = statement(
  {
    measureId: uuid,
    pilotId: uuid,
    parkName: text,
    countyName: text,
    batchName: text,
    kind: wordsOf('measures.kind'),
    ground: wordsOf('measures.ground'),
    level: wordsOf('measures.level'),
    state: wordsOf('measures.state'),
    amountFen: bigint.nullable(),
    dueOn: day.nullable(),
    decidedAt: instant,
    receivedFen: bigint,
    total: int,
  },
  ({ kind, state, sort, limit, offset }: Asked) => sql`
    select m.id as "measureId", m.pilot_id as "pilotId", u.name as "parkName", c.name as "countyName", b.name as "batchName",
           m.kind, m.ground, m.level, m.state, m.amount_fen as "amountFen", m.due_on as "dueOn", m.decided_at as "decidedAt",
           ${received}::bigint as "receivedFen", (count(*) over ())::int as total
      from measures m
      join pilots p on p.id = m.pilot_id
      join batches b on b.id = p.batch_id
      join units u on u.id = p.park_id
      join units c on c.id = p.county_id
     where in_scope(m.scope)
       and (${kind ?? null}::text is null or m.kind = ${kind ?? null}::text)
       and (${state ?? null}::text is null or m.state = ${state ?? null}::text)
     order by ${orderOf(ordinals, sort, sql`m.decided_at desc, m.id desc`)}
     limit ${limit} offset ${offset}`,
  [
    { limit: 50, offset: 0 },
    { kind: measureKindList[0], state: measureStateList[0], sort: '-batchName', limit: 50, offset: 0 },
  ],
)

/** What waits for somebody: measures to be confirmed, and claims that are not paid; `since`: from when on. */
export const waitingRows = statement(
  {
    measureId: uuid,
    pilotId: uuid,
    parkName: text,
    kind: wordsOf('measures.kind'),
    level: wordsOf('measures.level'),
    state: wordsOf('measures.state'),
    clause: text,
    amountFen: bigint.nullable(),
    dueOn: day.nullable(),
    receivedFen: bigint,
    since: instant.nullsExcluded(),
  },
  () => sql`
    select m.id as "measureId", m.pilot_id as "pilotId", u.name as "parkName", m.kind, m.level, m.state, m.clause,
           m.amount_fen as "amountFen", m.due_on as "dueOn", ${received}::bigint as "receivedFen",
           coalesce(m.confirmed_at, m.decided_at) as since
      from measures m join pilots p on p.id = m.pilot_id join units u on u.id = p.park_id
     where in_scope(m.scope)
       and (m.state = 'decided' or (m.state = 'confirmed' and m.kind = 'recovery' and m.amount_fen > ${received}))
     order by since, m.id`,
)

/** What measures in force say was proven by a day, one row a fact. */
export const provenRows = statement(
  { id: uuid, ground: wordsOf('measures.ground'), provenOn: day.nullsExcluded(), reason: text },
  ({ pilotId, upTo }: { readonly pilotId: string; readonly upTo: string }) => sql`
    select distinct on (m.proven_on, m.ground) m.id, m.ground, m.proven_on as "provenOn", m.reason
      from measures m
     where m.pilot_id = ${pilotId} and m.state = 'confirmed' and m.proven_on <= ${upTo}::date
     order by m.proven_on, m.ground, m.decided_at, m.id`,
)

/** Measures of these kinds that are in force against these pilots, by the day they came into force. */
export const inForceRows = statement(
  { pilotId: uuid, kind: wordsOf('measures.kind'), confirmedAt: instant.nullsExcluded() },
  ({ pilotIds, kinds }: { readonly pilotIds: readonly string[]; readonly kinds: readonly string[] }) => sql`
    select m.pilot_id as "pilotId", m.kind, m.confirmed_at as "confirmedAt"
      from measures m
     where m.pilot_id = any (${pilotIds}::uuid[]) and m.kind = any (${kinds}::text[]) and m.state = 'confirmed'
     order by m.confirmed_at, m.id`,
)
