import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { County, Park } from '../../../../database/demo/programme.ts'
import { fundedPilot, judge, recommend, uploadVoucher } from '../../../../tests/support/funded.ts'
import { noticePilot, publish, underWay } from '../../../../tests/support/tranches.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as notices from '../notices/contract.ts'
import * as contract from './contract.ts'

const economy = '嘉善县经信局·经办'
const finance = '嘉善县财政局·经办'
let world: World
let county: County & { park: Park }
beforeAll(async () => {
  world = await startWorld()
  county = await fundedPilot(world)
})
afterAll(() => world.stop())

/** The bank paid on that day; keyed in now. */
async function pay(of: Park, no: number, paidOn: string) {
  const voucherFileId = await uploadVoucher(world, finance)
  const body = { voucherNo: `补录-${of.name}-${no}`, voucherFileId, paidOn }
  return (await world.as(finance)).call(contract.releaseTranche, { params: { pilotId: of.pilotId, no }, body })
}

describe('a gate is held against the day of the voucher, not the day it is keyed in (G4.2)', () => {
  it('names every closed gate at once', async () => {
    const answer = await (await world.as(economy)).call(contract.recommendTranche, {
      params: { pilotId: county.park.pilotId, no: 2 },
      body: { amountFen: 0, recommendation: '' },
    })
    expect(answer.body.error).toMatchObject({ code: 'funds.enterprises-not-diagnosed', clause: 'G1.3' })
    for (const part of ['诊断', '还没有服务实际开展', '经信部门、财政部门尚未判断']) {
      expect(answer.body.error.zh).toContain(part)
    }
    expect(answer.body.error.fields.map(({ field }) => field)).toEqual(['amountFen'])
  })

  it('refuses a payment inside the public notice or beside an objection then open (H10)', async () => {
    const park = await noticePilot(world, county)
    await recommend(world, park, 1)
    world.setClock('2026-04-02')
    const noticeId = await publish(world, park, 1)
    await world.stranger().done(notices.fileObjection, { params: { noticeId }, body: { content: '金额与方案不符' } })
    world.setClock('2026-04-08')
    const answered = { params: { noticeId, no: 1 }, body: { text: '金额与方案一致', withheld: false } }
    await (await world.as(economy)).done(notices.answerObjection, answered)
    world.setClock('2026-04-20')
    for (const [paidOn, parts] of [
      ['2026-04-01', ['公示尚未发布']],
      ['2026-04-03', ['公示至 2026-04-10 止', '1 条公示异议']],
      ['2026-04-10', ['公示至 2026-04-10 止']],
    ] as const) {
      const { status, body } = await pay(park, 1, paidOn)
      expect([status, body.error?.code, body.error?.clause]).toEqual([422, 'funds.closed-on-that-day', 'H10'])
      expect(body.error.fields.map(({ field }) => field)).toEqual(['paidOn'])
      for (const part of [paidOn, ...parts]) expect(body.error.zh).toContain(part)
    }
    expect((await pay(park, 1, '2026-04-11')).status).toBe(200)
  })

  it('refuses a payment on a day when a bureau said that nothing was under way', async () => {
    const { park } = county
    await underWay(world, park)
    world.setClock('2026-08-03')
    await judge(world, park, 2)
    await recommend(world, park, 2)
    world.setClock('2026-08-05')
    const say = async (underWay: boolean) =>
      (await world.as(finance)).done(contract.judgeTranche, {
        params: { pilotId: park.pilotId, no: 2 },
        body: { underWay, reason: '现场核查' },
      })
    await say(false)
    world.setClock('2026-08-07')
    await say(true)
    world.setClock('2026-08-10')
    const early = await pay(park, 2, '2026-08-02')
    expect(early.body.error.code).toBe('funds.paid-before-recommendation')
    expect(early.body.error.zh).toContain('尚未判断')
    const wrong = await pay(park, 2, '2026-08-06')
    expect(wrong.body.error).toMatchObject({ code: 'funds.closed-on-that-day', fields: [{ field: 'paidOn' }] })
    expect(wrong.body.error.zh).toContain('财政部门判断服务尚未实际开展')
    expect((await pay(park, 2, '2026-08-04')).status).toBe(200)
  })
})
