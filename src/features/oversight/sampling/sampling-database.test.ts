import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { County } from '../../../../database/demo/programme.ts'
import { inside } from '../../../../tests/support/inside.ts'
import { economy, finance, manyServices, sampling } from '../../../../tests/support/sampling.ts'
import { officerOf } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { drawFrom, frameHash, type SamplingMethod } from '../../../policy/oversight/sampling.ts'
import * as contract from './contract.ts'
import { readFrame } from './frame-file.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

let world: World
let county: County
let acts: ReturnType<typeof sampling>
beforeAll(async () => {
  world = await startWorld()
  county = await manyServices(world)
  acts = sampling(world, county.batchId)
})
afterAll(() => world.stop())

describe('the exported frame', () => {
  it.each<[SamplingMethod, object]>([
    ['simple-random', {}],
    ['monetary-unit', {}],
    ['stratified', {}],
    ['risk-weighted', { weights: { fewCandidates: 3, disputed: 9, dayCorrected: 1 } }],
  ])('draws the same sample from the file alone: %s', async (method, more) => {
    const params = await acts.drawn({ method, size: 30, ...more })
    const { draw: done, items } = await acts.show(params)
    const { raw } = await (await world.as(finance)).call(contract.samplingFrame, { params })
    const frame = readFrame(raw)
    expect(frame).toHaveLength(1002)
    expect(frameHash(frame, sha256)).toBe(done?.hash)
    const again = drawFrom(frame, { method, size: 30, seed: done?.seed ?? '' }, sha256)
    expect(again.map(({ id, certain }) => [id, certain ? 'certain' : 'drawn'])).toEqual(
      items.map(({ no, how }) => [no, how]),
    )
  })
})

describe('the database itself', () => {
  const refusal = (work: string, values: unknown[] = []) =>
    world.sql(work, values).then(
      () => null,
      (error: { code?: string; constraint?: string }) => error.constraint ?? error.code,
    )

  it('locks a drawn sample', async () => {
    const { planId } = await acts.drawn({ size: 2 })
    expect(await refusal(`update sampling_items set how = 'certain' where plan_id = $1`, [planId])).toBe('23001')
    expect(await refusal('delete from sampling_items where plan_id = $1', [planId])).toBe('23001')
    expect(await refusal('update sampling_frame_rows set price_fen = 1 where plan_id = $1', [planId])).toBe('23001')
    expect(await refusal('update sampling_draws set drawn = 1 where plan_id = $1', [planId])).toBe('23001')
    expect(await refusal(`update sampling_plans set seed = 'x' where id = $1`, [planId])).toBe('23001')
    expect(await refusal(`update sampling_plans set state = 'approved' where id = $1`, [planId])).toBe('23001')
    const copy = (how: string, reason: string) =>
      refusal(
        `insert into sampling_items (plan_id, no, how, reason, added_by, added_at, scope)
         select r.plan_id, r.no, $2, $3, p.prepared_by, now(), r.scope from sampling_frame_rows r join sampling_plans p on p.id = r.plan_id
          where r.plan_id = $1 and not exists (select from sampling_items i where i.plan_id = r.plan_id and i.no = r.no) limit 1`,
        [planId, how, reason],
      )
    expect(await copy('drawn', '')).toBe('23001')
    expect(await copy('by-hand', '')).toBe('sampling_items_by_hand_with_reason')
  })

  it('draws by no plan that is not approved, and by no other seed', async () => {
    const insert = (planId: string, seed: string) =>
      refusal(
        `insert into sampling_draws (plan_id, effective_seed, frame_hash, frame_size, drawn, drawn_by, drawn_at, scope)
         select id, $2, repeat('0', 64), 1, 1, prepared_by, now(), scope from sampling_plans where id = $1`,
        [planId, seed],
      )
    expect(await insert((await acts.proposed()).planId, 's')).toBe('23001')
    expect(await insert((await acts.approved()).planId, 's')).toBe('23001')
  })

  it('lets one person approve for one bureau, of the plan’s own county', async () => {
    const { planId } = await acts.proposed()
    const insert = (bureau: string, account: string) =>
      refusal(
        `insert into sampling_approvals (id, plan_id, bureau, approved_by, approved_at, scope)
         select gen_random_uuid(), p.id, $2, a.id, now(), p.scope from sampling_plans p, accounts a where p.id = $1 and a.name = $3`,
        [planId, bureau, account],
      )
    expect(await insert('finance', economy)).toMatch(/fkey|23503/)
    expect(await insert('economy', '海宁市经信局·经办')).toBe('sampling_own_county')
  })

  it('shows it to the county and the province, not to its parks nor to another county', async () => {
    const { planId } = await acts.drawn({ size: 2 })
    const rows = (scope: string) =>
      inside(
        world,
        scope,
        async (tx) => (await sql`select from sampling_items where plan_id = ${planId}`.execute(tx)).rows.length,
      )
    const [{ scope } = { scope: '' }] = await world.sql<{ scope: string }>('select scope from sampling_plans limit 1')
    expect([
      await rows(scope),
      await rows('33/'),
      await rows(county.first.scope),
      await rows(county.foreign.scope),
    ]).toEqual([2, 2, 0, 0])
    const as = async (who: string) =>
      (await (await world.as(who)).call(contract.showSamplingPlan, { params: { planId } })).status
    expect(await as(officerOf(county.first))).toBe(403)
    expect(await as('海宁市经信局·经办')).toBe(404)
    expect((await acts.draw({ planId }, '海宁市经信局·经办')).status).toBe(404)
    expect((await acts.approve({ planId }, '海宁市财政局·经办')).status).toBe(404)
    expect(await as('省经信厅·处室')).toBe(200)
  })
})
