import type { County } from '../../database/demo/programme.ts'
import * as contract from '../../src/features/oversight/sampling/contract.ts'
import { fundedPilot } from './funded.ts'
import { serviceAt } from './services.ts'
import type { World } from './world.ts'

export const economy = '嘉善县经信局·经办'
export const finance = '嘉善县财政局·经办'

/** A county with a thousand and two services of one park, half of them under contract. */
export async function manyServices(world: World): Promise<County> {
  const { park, ...county } = await fundedPilot(world)
  await serviceAt(world, park, 'contracted')
  await serviceAt(world, park, 'needed', { kind: 'intellectual-property' })
  // A thousand more like them, half of them under contract.
  await world.sql(
    `insert into services (id, no, pilot_id, enterprise_id, diagnosis_id, service_kind, state, need, opened_on, opened_by, recorded_at, updated_at, scope)
     select gen_random_uuid(), 'FW2026-' || 100000 + n, s.pilot_id, s.enterprise_id, s.diagnosis_id, s.service_kind, s.state, s.need,
            s.opened_on, s.opened_by, s.recorded_at, s.updated_at, s.scope
       from generate_series(1, 1000) n join lateral (select * from services where no < 'FW2026-1') s on (s.state = 'needed') = (n > 500)`,
  )
  await world.sql(
    `insert into contracts (service_id, pilot_id, contract_no, agency_id, product_id, signed_on, price_fen, provincial_fen, park_fen, enterprise_fen,
                            file_id, recorded_by, recorded_at, scope)
     select s.id, s.pilot_id, s.no, c.agency_id, c.product_id, c.signed_on, p.fen, 0, 0, p.fen, c.file_id, c.recorded_by, c.recorded_at, s.scope
       from services s, contracts c, lateral (select c.price_fen + right(s.no, 4)::int * 1000 as fen) p where s.no between 'FW2026-100001' and 'FW2026-100500'`,
  )
  return county
}

/** The acts on samples of the county, as its two bureaus do them. */
export function sampling(world: World, batchId: string) {
  const body = (more: object = {}) => ({
    batchId,
    purpose: '四季度服务抽查',
    method: 'simple-random' as const,
    size: 12,
    seed: '2026-Q4',
    parkIds: [] as string[],
    openedFrom: '2026-01-01',
    openedTo: '2026-12-31',
    states: [],
    countedOnly: false,
    weights: { fewCandidates: 0, disputed: 0, dayCorrected: 0 },
    ...more,
  })
  const propose = async (more: object = {}, who = economy) =>
    (await world.as(who)).call(contract.proposeSamplingPlan, { body: body(more) })
  const proposed = async (more: object = {}) => ({ planId: (await propose(more)).body.planId })
  const show = async (params: { planId: string }, who = economy) =>
    (await world.as(who)).done(contract.showSamplingPlan, { params })
  const approve = async (params: { planId: string }, who: string) =>
    (await world.as(who)).call(contract.approveSamplingPlan, { params })
  const withdraw = async (params: { planId: string }, reason: string, who = finance) =>
    (await world.as(who)).call(contract.withdrawSamplingPlan, { params, body: { reason } })
  const draw = async (params: { planId: string }, who = economy) =>
    (await world.as(who)).call(contract.drawSample, { params })
  const add = async (params: { planId: string }, no: string, reason = '群众反映价格偏高，补充核查') =>
    (await world.as(economy)).call(contract.addToSample, { params, body: { no, reason } })
  async function approved(more: object = {}) {
    const params = await proposed(more)
    await approve(params, economy)
    await approve(params, finance)
    return params
  }
  async function drawn(more: object = {}) {
    const params = await approved(more)
    await (await world.as(economy)).done(contract.drawSample, { params })
    return params
  }
  return { propose, proposed, show, approve, withdraw, draw, add, approved, drawn }
}
