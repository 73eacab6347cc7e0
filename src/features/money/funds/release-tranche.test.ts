import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  approve,
  approvedPilot,
  type County,
  draftPlan,
  type Park,
  submitPlan,
} from '../../../../database/demo/programme.ts'
import { receive, recommend, release, uploadVoucher } from '../../../../tests/support/funded.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { showFile } from '../../programme/files/contract.ts'
import * as contract from './contract.ts'

const economy = '嘉善县经信局·经办'
const finance = '嘉善县财政局·经办'
let world: World
let county: County & { park: Park }
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
})
afterAll(() => world.stop())

const at = (no: number, park = county.park) => ({ pilotId: park.pilotId, no })
const funds = async (by: string, park = county.park) =>
  (await world.as(by)).done(contract.showFunds, { params: { pilotId: park.pilotId } })
const body = { amountFen: 150_000_000, recommendation: '方案已审核通过' }

describe('recommending a tranche (G4.2)', () => {
  it('is for the economy bureau alone', async () => {
    for (const other of [finance, '嘉善归谷智造园·负责人', '省经信厅·处室']) {
      const answer = await (await world.as(other)).call(contract.recommendTranche, { params: at(1), body })
      expect(answer.status).toBe(403)
    }
  })

  it('takes 30 % to the fen and not a fen more or less', async () => {
    const client = await world.as(economy)
    for (const amountFen of [149_999_999, 150_000_001, 0, -150_000_000, 9_007_199_254_740_991]) {
      const answer = await client.call(contract.recommendTranche, { params: at(1), body: { ...body, amountFen } })
      expect(answer.status).toBe(422)
      expect(answer.body.error).toMatchObject({ clause: 'G4.2', fields: [{ field: 'amountFen' }] })
    }
    const wrong = await client.call(contract.recommendTranche, { params: at(1), body: { ...body, amountFen: 1.5 } })
    expect(wrong.body.error.fields.map((one) => one.field)).toEqual(['amountFen'])
  })

  it('refuses what the gate does not open, with the clause that is missing', async () => {
    const client = await world.as(economy)
    const second = await client.call(contract.recommendTranche, { params: at(2), body })
    expect(second.body.error).toMatchObject({ code: 'funds.previous-not-received', clause: 'G4.2' })
    const unplanned = await client.call(contract.recommendTranche, { params: at(1, county.second), body })
    expect(unplanned.body.error).toMatchObject({ code: 'funds.plan-not-approved', clause: 'G3.1' })
    expect((await client.call(contract.recommendTranche, { params: at(7), body })).status).toBe(404)
  })

  it('is recorded once, may be withdrawn, and then be made again', async () => {
    const client = await world.as(economy)
    await client.done(contract.recommendTranche, { params: at(1), body })
    const again = await client.call(contract.recommendTranche, { params: at(1), body })
    expect(again.body.error).toMatchObject({ code: 'common.not-in-state', clause: 'G4.2' })
    const silent = await client.call(contract.withdrawRecommendation, { params: at(1), body: { reason: ' ' } })
    expect(silent.body.error).toMatchObject({ code: 'common.reason-missing', fields: [{ field: 'reason' }] })
    const why = { params: at(1), body: { reason: '金额有误' } }
    expect(await client.done(contract.withdrawRecommendation, why)).toEqual({ state: 'waiting' })
    const withdrawals = [{ amountFen: 150_000_000, reason: '金额有误', by: { name: economy } }]
    for (const reader of [economy, finance]) {
      expect((await funds(reader)).tranches[0]).toMatchObject({
        state: 'waiting',
        amountFen: null,
        recommended: null,
        withdrawals,
      })
    }
    await expect(world.sql(`update tranche_withdrawals set reason = 'x'`)).rejects.toThrow('append-only')
    await client.done(contract.recommendTranche, { params: at(1), body })
    expect((await funds(finance)).tranches[0]).toMatchObject({
      state: 'recommended',
      amountFen: 150_000_000,
      recommended: { name: economy },
    })
  })
})

describe('releasing a tranche (G4.2)', () => {
  const voucher = { voucherNo: '财支2026-0001', paidOn: '2026-04-01' }

  it('is for the finance bureau alone: whoever recommends cannot release', async () => {
    const voucherFileId = await uploadVoucher(world, economy)
    for (const other of [economy, '嘉善县经信局·负责人', '嘉善归谷智造园·负责人', '省财政厅·处室']) {
      const answer = await (await world.as(other)).call(contract.releaseTranche, {
        params: at(1),
        body: { ...voucher, voucherFileId },
      })
      expect(answer.status).toBe(403)
    }
  })

  it('names what is missing or wrong, and writes nothing', async () => {
    const client = await world.as(finance)
    const voucherFileId = await uploadVoucher(world, finance)
    const tries = [
      [{ ...voucher, voucherFileId: null }, 'funds.voucher-file-missing', 'voucherFileId'],
      [{ ...voucher, voucherFileId, voucherNo: ' ' }, 'funds.voucher-number-missing', 'voucherNo'],
      [{ ...voucher, voucherFileId, paidOn: '2026-02-30' }, 'common.bad-day', 'paidOn'],
      [{ ...voucher, voucherFileId, paidOn: '2026-04-02' }, 'common.day-in-future', 'paidOn'],
      [{ ...voucher, voucherFileId, paidOn: '2026-03-31' }, 'funds.paid-before-recommendation', 'paidOn'],
      [{ ...voucher, voucherFileId: county.park.pilotId }, 'common.no-such-file', 'voucherFileId'],
    ] as const
    for (const [wrong, code, field] of tries) {
      const answer = await client.call(contract.releaseTranche, { params: at(1), body: wrong })
      expect(answer.status).toBe(422)
      expect(answer.body.error.code).toBe(code)
      expect(answer.body.error.fields.map((one) => one.field)).toEqual([field])
    }
    expect((await funds(finance)).money).toMatchObject({ disbursedFen: 0, undisbursedFen: 500_000_000 })
  })

  it('answers a replay with the first reply and moves the money once, even when both come together', async () => {
    const client = await world.as(finance)
    const given = {
      params: at(1),
      body: { ...voucher, voucherFileId: await uploadVoucher(world, finance) },
      idempotencyKey: 'release-one-1',
    }
    const both = await Promise.all([
      client.call(contract.releaseTranche, given),
      client.call(contract.releaseTranche, given),
    ])
    expect(both.map((answer) => answer.status)).toEqual([200, 200])
    expect(await client.done(contract.releaseTranche, given)).toEqual({ state: 'released' })
    const double = await client.call(contract.releaseTranche, { ...given, idempotencyKey: 'release-one-2' })
    expect(double.body.error.code).toBe('common.not-in-state')
    expect((await funds(finance)).money).toMatchObject({
      awardFen: 500_000_000,
      disbursedFen: 150_000_000,
      inTransitFen: 150_000_000,
      cashFen: 0,
      spentFen: 0,
    })
  })

  it('shows the park the voucher, and a foreign county nothing', async () => {
    const { tranches } = await funds('嘉善归谷智造园·资金专员')
    const fileId = tranches[0]?.voucherFile?.fileId ?? ''
    expect((await (await world.as('嘉善归谷智造园·资金专员')).call(showFile, { params: { fileId } })).status).toBe(200)
    expect((await (await world.as('海宁市财政局·经办')).call(showFile, { params: { fileId } })).status).toBe(404)
  })

  it('is confirmed by the park alone, once, with the day the bank booked it', async () => {
    world.setClock('2026-04-09')
    const body = { receivedOn: '2026-04-03' }
    expect((await (await world.as(finance)).call(contract.confirmReceipt, { params: at(1), body })).status).toBe(403)
    const officer = await world.as('嘉善归谷智造园·资金专员')
    for (const [receivedOn, code] of [
      ['2026-04-31', 'common.bad-day'],
      ['2026-04-10', 'common.day-in-future'],
      ['2026-03-31', 'funds.received-before-payment'],
    ] as const) {
      const { error } = (await officer.call(contract.confirmReceipt, { params: at(1), body: { receivedOn } })).body
      expect(error).toMatchObject({ code, fields: [{ field: 'receivedOn' }] })
    }
    expect(await officer.done(contract.confirmReceipt, { params: at(1), body })).toEqual({ state: 'received' })
    const again = await officer.call(contract.confirmReceipt, { params: at(1), body })
    expect(again.body.error.code).toBe('common.not-in-state')
    const { money, tranches } = await funds(economy)
    expect(money).toMatchObject({ inTransitFen: 0, cashFen: 150_000_000 })
    expect(tranches[0]).toMatchObject({
      receivedOn: '2026-04-03',
      sentence: { zh: expect.stringContaining('2026-04-03 到账') },
    })
    const forced = `update tranches set received_on = '2026-04-10' where no = 1 and pilot_id = $1`
    await expect(world.sql(forced, [county.first.pilotId])).rejects.toThrow(/tranches_happened_before/)
  })

  it('takes a voucher number once in the whole county, over all its parks', async () => {
    await draftPlan(world, county.second)
    await submitPlan(world, county.second)
    await approve(world, county.second, economy)
    await approve(world, county.second, finance)
    await recommend(world, county.second, 1)
    const client = await world.as(finance)
    const voucherFileId = await uploadVoucher(world, finance)
    const answer = await client.call(contract.releaseTranche, {
      params: at(1, county.second),
      body: { voucherNo: '财支2026-0001 ', paidOn: '2026-04-09', voucherFileId },
    })
    expect(answer.body.error).toMatchObject({ code: 'funds.voucher-number-taken', fields: [{ field: 'voucherNo' }] })
    await release(world, county.second, 1)
    await receive(world, county.second, 1)
    expect((await funds(economy, county.second)).money.cashFen).toBe(150_000_000)
  })

  it('left every step in the audit trail, with the state before and after', async () => {
    const rows = await world.sql<{ kind: string; n: number }>(
      `select kind, count(*)::int as n from audit_events where kind like 'tranche.%' and scope = $1
          and before ->> 'state' <> after ->> 'state' group by kind order by kind`,
      [county.park.scope],
    )
    expect(rows).toEqual([
      { kind: 'tranche.received', n: 1 },
      { kind: 'tranche.recommended', n: 2 },
      { kind: 'tranche.released', n: 1 },
      { kind: 'tranche.withdrawn', n: 1 },
    ])
  })
})
