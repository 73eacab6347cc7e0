import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import { day, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import {
  byBatch,
  byName,
  byPlace,
  newestBatchFirst,
  type Ordinals,
  orderOf,
} from '../../../platform/database/ordered.ts'
import { statement } from '../../../platform/database/statement.ts'
import { notFound } from '../../../platform/errors.ts'
import { anyReason } from '../../../policy/guide/reasons.ts'
import * as policy from '../../../policy/oversight/sampling-plans.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { dayOf, programmeZone } from '../../../shared/dates.ts'
import type { listSamplingPlans, PlanView, SampleItem } from './contract.ts'
import { missing } from './store.ts'

type Search = z.output<typeof listSamplingPlans.search>
const ordinals: Ordinals<Search> = {
  purpose: byName('p.purpose'),
  countyName: byPlace('u'),
  batchName: byBatch,
  method: sql`p.method`,
  size: sql`p.size`,
  state: sql`p.state`,
  preparedOn: sql`p.prepared_at`,
}

const plansSeen = statement(
  {
    planId: uuid,
    purpose: text,
    countyName: text,
    batchName: text,
    method: wordsOf('sampling_plans.method'),
    size: int,
    state: wordsOf('sampling_plans.state'),
    preparedOn: day,
    total: int,
  },
  ({ batchId, state, sort, page, pageSize }: Search) => sql`
    select p.id as "planId", p.purpose, u.name as "countyName", b.name as "batchName", p.method, p.size, p.state,
           (p.prepared_at at time zone ${programmeZone})::date as "preparedOn", (count(*) over ())::int as total
      from sampling_plans p
      join batches b on b.id = p.batch_id
      join units u on u.id = p.county_id
     where (${batchId ?? null}::uuid is null or p.batch_id = ${batchId ?? null}::uuid)
       and (${state ?? null}::text is null or p.state = ${state ?? null}::text)
     order by ${orderOf(ordinals, sort, sql`p.prepared_at desc, p.id desc`)}
     limit ${pageSize} offset ${(page - 1) * pageSize}`,
  [
    { page: 1, pageSize: 50 },
    { page: 1, pageSize: 50, sort: '-batchName' },
  ],
)

/** Plans of the reader's county, or of every county below; the newest first unless asked otherwise. */
export async function listPlansView(tx: Tx, asked: Search, actor: Actor) {
  const found = await plansSeen(tx, asked)
  return {
    plans: found.map(({ total: _, ...row }) => row),
    total: found[0]?.total ?? 0,
    actions: [abilityOf(actor, 'propose', 'sampling.plan', null)],
  }
}

/** Batches with the parks of the reader's scope, the newest first. */
export async function parksToSample(tx: Tx) {
  const rows = await tx
    .selectFrom('pilots as p')
    .innerJoin('batches as b', 'b.id', 'p.batchId')
    .innerJoin('units as u', 'u.id', 'p.parkId')
    .select(['b.id as batchId', 'b.name as batchName', 'u.id as parkId', 'u.name as parkName'])
    .where('b.standing', '=', false)
    .orderBy(newestBatchFirst)
    .orderBy('u.scope')
    .execute()
  return [...Map.groupBy(rows, ({ batchId }) => batchId)].map(([batchId, parks]) => ({
    batchId,
    name: parks[0]?.batchName ?? '',
    parks: parks.map(({ parkId, parkName }) => ({ parkId, name: parkName })),
  }))
}

const keptWeights = z.object({ fewCandidates: z.number(), disputed: z.number(), dayCorrected: z.number() })

/** Weights as a plan keeps them. */
export function weightsOf(kept: unknown): policy.RiskWeights {
  return keptWeights.parse(kept)
}

export async function showPlanView(tx: Tx, planId: string, actor: Actor): Promise<PlanView> {
  const found = await tx
    .selectFrom('samplingPlans as p')
    .innerJoin('batches as b', 'b.id', 'p.batchId')
    .innerJoin('units as u', 'u.id', 'p.countyId')
    .innerJoin('accounts as a', 'a.id', 'p.preparedBy')
    .leftJoin('accounts as w', 'w.id', 'p.withdrawnBy')
    .leftJoin('samplingDraws as d', 'd.planId', 'p.id')
    .leftJoin('accounts as da', 'da.id', 'd.drawnBy')
    .select(['p.purpose', 'p.method', 'p.size', 'p.seed', 'p.parkIds', 'p.openedFrom', 'p.openedTo', 'p.states'])
    .select(['p.countedOnly', 'p.weights', 'p.state', 'p.preparedAt', 'p.withdrawnAt', 'p.withdrawalReason'])
    .select(['b.name as batchName', 'u.name as countyName', 'a.name as preparedByName', 'w.name as withdrawnByName'])
    .select(['d.effectiveSeed', 'd.frameHash', 'd.frameSize', 'd.drawn', 'd.drawnAt', 'da.name as drawnByName'])
    .where('p.id', '=', planId)
    .executeTakeFirst()
  if (!found) throw notFound(missing)
  const { purpose, method, size, seed, openedFrom, openedTo, countedOnly, state, countyName, batchName } = found
  const approvals = await approvalsOf(tx, planId)
  const plan = { ...found, approvals: approvals.map(({ approvalId: id, ...one }) => ({ id, ...one })) }
  return {
    ...{ planId, purpose, method, size, seed, openedFrom, openedTo, countedOnly, state, countyName, batchName },
    preparedOn: dayOf(found.preparedAt),
    states: found.states as PlanView['states'],
    weights: weightsOf(found.weights),
    parks: await parkNames(tx, found.parkIds),
    prepared: { byName: found.preparedByName, at: found.preparedAt.toISOString() },
    approvals: approvals.map(({ approvedBy: _, ...approval }) => approval),
    withdrawal: found.withdrawnAt && {
      byName: found.withdrawnByName ?? '',
      at: found.withdrawnAt.toISOString(),
      reason: found.withdrawalReason,
    },
    draw: found.drawnAt && {
      byName: found.drawnByName ?? '',
      at: found.drawnAt.toISOString(),
      seed: found.effectiveSeed ?? '',
      hash: found.frameHash ?? '',
      frameSize: found.frameSize ?? 0,
      drawn: found.drawn ?? 0,
    },
    items: found.drawnAt ? await itemsOf(tx, planId) : [],
    actions: actionsOn(plan, actor),
  }
}

function actionsOn(plan: policy.SamplingPlan, actor: Actor): PlanView['actions'] {
  const by = { by: actor.accountId, bureau: actor.bureau ?? 'economy' }
  const adding = policy.addByHand(plan, { no: '', reason: anyReason }, { inFrame: true, inSample: false })
  return [
    abilityOf(actor, 'approve', 'sampling.approve', policy.approvePlan(plan, by)),
    abilityOf(actor, 'withdraw', 'sampling.approve', policy.withdrawPlan(plan, anyReason)),
    abilityOf(actor, 'draw', 'sampling.plan', policy.drawPlan(plan)),
    abilityOf(actor, 'add', 'sampling.plan', adding),
  ]
}

async function approvalsOf(tx: Tx, planId: string) {
  const rows = await tx
    .selectFrom('samplingApprovals as p')
    .innerJoin('accounts as a', 'a.id', 'p.approvedBy')
    .select(['p.id as approvalId', 'p.bureau', 'p.approvedBy', 'a.name as byName', 'p.approvedAt'])
    .where('p.planId', '=', planId)
    .orderBy('p.approvedAt')
    .orderBy('p.id')
    .execute()
  return rows.map(({ approvedAt, ...row }) => ({ ...row, at: approvedAt.toISOString() }))
}

async function parkNames(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('units')
    .select('name')
    .where('id', 'in', [...ids])
    .orderBy('scope')
    .execute()
  return rows.map(({ name }) => name)
}

async function itemsOf(tx: Tx, planId: string): Promise<SampleItem[]> {
  const rows = await tx
    .selectFrom('samplingItems as i')
    .innerJoin('samplingFrameRows as r', (join) => join.onRef('r.planId', '=', 'i.planId').onRef('r.no', '=', 'i.no'))
    .innerJoin('accounts as a', 'a.id', 'i.addedBy')
    .select([
      'i.no',
      'r.serviceId',
      'r.parkName',
      'r.serviceKind as kind',
      'r.enterpriseName',
      'r.priceFen',
      'r.weight',
    ])
    .select(['i.how', 'i.reason', 'a.name as addedByName', 'i.addedAt'])
    .where('i.planId', '=', planId)
    .orderBy('i.no')
    .execute()
  return rows.map(({ addedAt, ...row }) => ({ ...row, addedAt: addedAt.toISOString() }))
}
