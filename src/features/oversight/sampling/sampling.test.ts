import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { County } from '../../../../database/demo/programme.ts'
import { economy, finance, manyServices, sampling } from '../../../../tests/support/sampling.ts'
import { officerOf } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as inbox from '../inbox/contract.ts'
import * as contract from './contract.ts'

let world: World
let county: County
let acts: ReturnType<typeof sampling>
beforeAll(async () => {
  world = await startWorld()
  county = await manyServices(world)
  acts = sampling(world, county.batchId)
})
afterAll(() => world.stop())

const waiting = async (who: string) =>
  (await (await world.as(who)).done(inbox.showInbox)).mine.tasks
    .map(({ task }) => task)
    .filter((task) => task.startsWith('sampling.'))

describe('a plan that is refused leaves nothing behind (G5.2)', () => {
  it.each([
    ['a period that ends before it begins', { openedTo: '2025-12-31' }, 'sampling.bad-period', 'openedTo'],
    ['a day that is none', { openedFrom: '2026-02-30' }, 'common.bad-day', 'openedFrom'],
    ['more than the frame holds', { size: 1000, openedTo: '2026-01-02' }, 'sampling.size-above-frame', 'size'],
    ['no weight by risk', { method: 'risk-weighted' }, 'sampling.weights-missing', 'weights'],
    [
      'weights for another method',
      { weights: { fewCandidates: 1, disputed: 0, dayCorrected: 0 } },
      'sampling.weights-not-asked',
      'weights',
    ],
    ['no seed', { seed: '' }, 'common.invalid', 'seed'],
    ['nothing to draw', { size: 0 }, 'common.invalid', 'size'],
  ])('%s', async (_, more, code, field) => {
    const answer = await acts.propose(more)
    expect(answer.status).toBe(422)
    expect(answer.body.error).toMatchObject({ code, fields: [{ field }] })
    if (code.startsWith('sampling.')) expect(answer.body.error.clause).toBe('G5.2')
    expect(await world.sql('select from sampling_plans')).toHaveLength(0)
  })

  it('by a post that may not, of a foreign park, of an unknown batch', async () => {
    expect((await acts.propose({}, finance)).status).toBe(403)
    expect((await acts.propose({}, officerOf(county.first))).status).toBe(403)
    expect((await acts.propose({ parkIds: [county.foreign.parkId] })).status).toBe(404)
    expect((await acts.propose({ batchId: county.countyId })).status).toBe(404)
    expect(await world.sql('select from sampling_plans')).toHaveLength(0)
  })
})

describe('from plan to sample (G5.2)', () => {
  let params = { planId: '' }

  it('waits for both bureaus in their inboxes, and is drawn by nobody before', async () => {
    params = await acts.proposed()
    expect([await waiting(economy), await waiting(finance)]).toEqual([
      ['sampling.approve-economy'],
      ['sampling.approve-finance'],
    ])
    expect((await acts.draw(params)).body.error).toMatchObject({ code: 'common.not-in-state', clause: 'G5.2' })
    expect((await acts.approve(params, economy)).body.state).toBe('proposed')
    expect((await acts.approve(params, economy)).body.error).toMatchObject({
      code: 'sampling.approved-before',
      clause: 'G5.2',
    })
    expect((await acts.draw(params)).body.error).toMatchObject({ code: 'common.not-in-state', clause: 'G5.2' })
    expect(await waiting(economy)).toEqual([])
    expect((await acts.approve(params, finance)).body.state).toBe('approved')
    expect(await waiting(economy)).toEqual(['sampling.draw'])
    expect((await acts.approve(params, finance)).body.error.code).toBe('common.not-in-state')
  })

  it('is no longer taken back once both have approved it: its seed is known', async () => {
    expect((await acts.withdraw(params, '换一个种子再抽')).body.error).toMatchObject({
      code: 'common.not-in-state',
      clause: 'G5.2',
    })
  })

  it('is drawn once from the thousand services of the frame, by a seed that neither bureau chose', async () => {
    expect((await acts.draw(params, finance)).status).toBe(403)
    const answer = await acts.draw(params)
    expect(answer.body).toMatchObject({ drawn: 12, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const { draw: done, approvals, items, state } = await acts.show(params)
    expect(state).toBe('drawn')
    expect(done).toMatchObject({ frameSize: 1002, drawn: 12, hash: answer.body.hash })
    expect(approvals.map(({ bureau }) => bureau)).toEqual(['economy', 'finance'])
    expect(done?.seed).toBe(`2026-Q4/${approvals[0]?.approvalId}/${approvals[1]?.approvalId}`)
    expect(items).toHaveLength(12)
    expect(await waiting(economy)).toEqual([])
    expect((await acts.draw(params)).body.error).toMatchObject({ code: 'common.not-in-state', clause: 'G5.2' })
  })

  it('takes additions from the frame alone, with a reason, marked as chosen by hand', async () => {
    const { items } = await acts.show(params)
    const inSample = items[0]?.no ?? ''
    const [{ no } = { no: '' }] = await world.sql<{ no: string }>(
      'select no from sampling_frame_rows r where plan_id = $1 and not exists (select from sampling_items i where i.plan_id = r.plan_id and i.no = r.no) limit 1',
      [params.planId],
    )
    expect((await acts.add(params, 'FW2020-000001')).body.error).toMatchObject({
      code: 'sampling.not-in-frame',
      clause: 'G5.2',
      fields: [{ field: 'no' }],
    })
    expect((await acts.add(params, inSample)).body.error).toMatchObject({
      code: 'sampling.in-sample-already',
      clause: 'G5.2',
    })
    expect((await acts.add(params, no, ' ')).body.error).toMatchObject({
      code: 'common.reason-missing',
      clause: 'G5.2',
    })
    expect((await acts.show(params)).items).toHaveLength(12)
    expect((await acts.add(params, no)).body).toEqual({ items: 13 })
    expect((await acts.show(params)).items.find((one) => one.no === no)).toMatchObject({
      how: 'by-hand',
      reason: '群众反映价格偏高，补充核查',
    })
  })

  it('stands on paper with seed, hash and sample', async () => {
    const { raw } = await (await world.as(finance)).call(contract.samplingWord, { params })
    expect(raw.subarray(0, 2).toString()).toBe('PK')
  })

  it('is withdrawn with a reason by either bureau before', async () => {
    const other = await acts.proposed({ purpose: '误填' })
    expect((await acts.withdraw(other, '')).body.error).toMatchObject({ code: 'common.reason-missing', clause: 'G5.2' })
    expect((await acts.withdraw(other, '范围填写有误')).body.state).toBe('withdrawn')
    expect((await acts.approve(other, economy)).body.error.code).toBe('common.not-in-state')
    expect((await acts.add(other, 'FW2026-100001')).body.error.code).toBe('common.not-in-state')
    expect(await acts.show(other)).toMatchObject({ withdrawal: { reason: '范围填写有误' }, items: [] })
  })

  it('draws nothing where nothing can be drawn', async () => {
    const unpriced = await acts.approved({ method: 'monetary-unit', states: ['needed'] })
    expect((await acts.draw(unpriced)).body.error).toMatchObject({ code: 'sampling.nothing-to-draw', clause: 'G5.2' })
    expect((await acts.show(unpriced)).state).toBe('approved')
  })
})
