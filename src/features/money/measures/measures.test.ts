import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { County, Park } from '../../../../database/demo/programme.ts'
import { fundedPilot } from '../../../../tests/support/funded.ts'
import { inside } from '../../../../tests/support/inside.ts'
import { confirm, decide, decidedId, inForce, payBack, provinceHands } from '../../../../tests/support/measures.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as inbox from '../../oversight/inbox/contract.ts'
import * as funds from '../funds/contract.ts'
import * as contract from './contract.ts'
import { listAllMeasures } from './list-contract.ts'
import { provenFindings } from './public.ts'

const [economy, finance, leader] = ['嘉善县经信局·经办', '嘉善县财政局·经办', '嘉善县财政局·负责人']
const [provinceEconomy, provinceFinance] = ['省经信厅·处室', '省财政厅·处室']

let world: World
let county: County & { park: Park }
let pilotId = ''
beforeAll(async () => {
  world = await startWorld()
  county = await fundedPilot(world)
  pilotId = county.park.pilotId
})
afterAll(() => world.stop())

const decided = (said: Parameters<typeof decide>[2] = {}, by?: string) => decide(world, county.park, said, by)
const shown = async (by = economy) => (await world.as(by)).done(contract.listMeasures, { params: { pilotId } })
const find = async (measureId: string, by = economy) =>
  (await shown(by)).measures.find((one) => one.measureId === measureId)
const moneyOf = async () => (await (await world.as(economy)).done(funds.showFunds, { params: { pilotId } })).money
const waiting = async (by: string) =>
  (await (await world.as(by)).done(inbox.showInbox)).mine.tasks.filter(({ subject }) => subject === 'measure')
type Refused = { code: string; clause: string | null; fields: { field: string }[] }
/** Code, clause and fields of a refusal. */
const errorOf = (answer: { body: unknown }) => {
  const { code, clause, fields } = (answer.body as { error: Refused }).error
  return { code, clause, field: fields[0]?.field, fields: fields.map(({ field }) => field) }
}
const undo = { reason: '金额核对有误，撤销后重新办理' }

describe('a deduction (G5.3)', () => {
  let measureId = ''

  it('is decided by the economy bureau of the county and moves nothing yet; the park does not see it', async () => {
    for (const by of [finance, '嘉善归谷智造园·负责人']) expect((await decided({}, by)).status).toBe(403)
    measureId = await decidedId(world, county.park)
    expect(await moneyOf()).toMatchObject({ undisbursedFen: 350_000_000, deductedFen: 0 })
    expect(await find(measureId)).toMatchObject({ state: 'decided', clause: 'G5.3', level: 'county', claim: null })
    expect(await find(measureId, '嘉善归谷智造园·负责人')).toBeUndefined()
    expect(await waiting(finance)).toMatchObject([{ task: 'measure.confirm-county', clause: 'G5.3' }])
  })

  it('is confirmed by finance of the same level alone, and lowers what the gates let go', async () => {
    expect((await confirm(world, measureId, economy)).status).toBe(403)
    expect(errorOf(await confirm(world, measureId, provinceFinance))).toMatchObject({
      code: 'measures.other-level',
      clause: 'G5.3',
    })
    expect((await confirm(world, measureId)).status).toBe(200)
    expect(errorOf(await confirm(world, measureId))).toMatchObject({ code: 'common.not-in-state' })
    expect(await waiting(finance)).toEqual([])
    // The fund lines stay as planned; there is money for less.
    const lower = { availableFen: 500_000_000, coveredFen: 470_000_000 }
    expect(await moneyOf()).toMatchObject({ undisbursedFen: 320_000_000, deductedFen: 30_000_000, ...lower })
    const { tranches } = await (await world.as(economy)).done(funds.showFunds, { params: { pilotId } })
    expect(tranches.map(({ no, maxFen }) => [no, maxFen])).toEqual([
      [1, 150_000_000],
      [2, 320_000_000],
      [3, 320_000_000],
    ])
    expect(await find(measureId, '嘉善归谷智造园·负责人')).toMatchObject({ state: 'confirmed', amountFen: 30_000_000 })
  })

  it('is refused above what is left, with all else that is wrong, and nothing is written', async () => {
    const before = (await shown()).measures.length
    const answer = await decided({ amountFen: 320_000_001, dueOn: '2026-09-01', reason: '', fileId: null })
    expect(answer.status).toBe(422)
    expect(errorOf(answer)).toMatchObject({ code: 'measures.deducts-too-much', clause: 'G5.3', field: 'amountFen' })
    expect(errorOf(answer).fields).toEqual(['amountFen', 'dueOn', 'reason', 'fileId'])
    expect((await shown()).measures.length).toBe(before)
  })

  it('is reversed by another person than confirmed it, with a reason, and the money may be released again', async () => {
    const params = { measureId }
    const own = await (await world.as(finance)).call(contract.reverseMeasure, { params, body: undo })
    expect(errorOf(own)).toMatchObject({ code: 'measures.confirmer-reverses', clause: 'G5.3' })
    await (await world.as(leader)).done(contract.reverseMeasure, { params, body: undo })
    expect(await moneyOf()).toMatchObject({ undisbursedFen: 350_000_000, deductedFen: 0 })
    expect(await find(measureId)).toMatchObject({ state: 'reversed', ended: { name: leader, reason: undo.reason } })
  })

  it('is withdrawn with a reason while it is not confirmed', async () => {
    const second = await decidedId(world, county.park)
    const params = { measureId: second }
    const client = await world.as(finance)
    const silent = await client.call(contract.withdrawMeasure, { params, body: { reason: ' ' } })
    expect(errorOf(silent)).toMatchObject({ code: 'common.reason-missing', field: 'reason' })
    await client.done(contract.withdrawMeasure, { params, body: undo })
    expect(errorOf(await confirm(world, second))).toMatchObject({ code: 'common.not-in-state' })
  })
})

describe('a proven fact', () => {
  it('reaches the evaluation by itself, once for all measures that rest on it, from the day on which it was proven', async () => {
    const on = { ground: 'false-evidence' as const, provenOn: '2026-04-01' }
    const criticism = { kind: 'criticism' as const, amountFen: null }
    const first = await inForce(world, county.park, { ...on, ...criticism })
    await inForce(world, county.park, { ...on, amountFen: 100 }, provinceHands)
    const undecided = await decidedId(world, county.park, {
      ...criticism,
      ground: 'money-misused',
      provenOn: '2026-04-01',
    })
    const cases = (upTo: string) => inside(world, county.park.scope, (tx) => provenFindings(tx, pilotId, upTo))
    expect(await cases('2026-03-31')).toEqual({})
    expect(await cases('2026-04-01')).toMatchObject({ 'false-evidence': [{ id: first, day: '2026-04-01' }] })
    expect((await cases('2026-04-01'))['false-evidence']).toHaveLength(1)
    await confirm(world, undecided)
    expect(Object.keys(await cases('2026-04-01'))).toEqual(['false-evidence', 'money-misused'])
  })
})

describe('a recovery (G5.3)', () => {
  let measureId = ''
  const asked = { kind: 'recovery' as const, amountFen: 40_000_000, dueOn: '2026-05-31' }

  it('asks for no more than was released, by a day that is not past; unspent money lies in the account', async () => {
    expect(errorOf(await decided({ ...asked, amountFen: 150_000_001 }))).toMatchObject({
      ...{ code: 'measures.recovers-too-much', clause: 'G5.3', field: 'amountFen' },
    })
    const late = await decided({ ...asked, dueOn: '2026-03-01' })
    expect(errorOf(late)).toMatchObject({ code: 'measures.due-day-past', field: 'dueOn' })
    const unspent = await decided({ ...asked, ground: 'unspent', amountFen: 150_000_001 })
    expect(errorOf(unspent)).toMatchObject({ clause: 'G3.6' })
    measureId = await inForce(world, county.park, asked)
    expect(await moneyOf()).toMatchObject({ claimedFen: 40_000_000, recoveredFen: 0, cashFen: 150_000_000 })
    expect(await waiting('嘉善归谷智造园·资金专员')).toMatchObject([{ task: 'measure.pay', dueOn: '2026-05-31' }])
  })

  it('is paid back in parts, from the account, and the account falls; never above the claim, one voucher once', async () => {
    expect((await payBack(world, measureId, {}, '嘉善县经信局·经办')).status).toBe(403)
    const above = await payBack(world, measureId, { amountFen: 40_000_001, ownFen: 1 })
    expect(errorOf(above)).toMatchObject({ code: 'measures.receipt-above-claim', field: 'amountFen' })
    expect(errorOf(above).fields).toEqual(['amountFen', 'ownFen'])
    expect((await payBack(world, measureId, { voucherNo: '缴-0001' })).body).toMatchObject({ openFen: 30_000_000 })
    expect(errorOf(await payBack(world, measureId, { voucherNo: '缴-0001' }))).toMatchObject({
      code: 'measures.voucher-number-taken',
      field: 'voucherNo',
    })
    expect(await moneyOf()).toMatchObject({
      ...{ claimedFen: 30_000_000, recoveredFen: 10_000_000, cashFen: 140_000_000, disbursedFen: 150_000_000 },
    })
    const { availableFen, coveredFen, deductedFen, recoveredFen, claimedFen } = await moneyOf()
    expect(availableFen - coveredFen).toBe(deductedFen + recoveredFen + claimedFen)
    expect(await find(measureId)).toMatchObject({ claim: { state: 'part-paid', openFen: 30_000_000 } })
    const undone = await (await world.as(leader)).call(contract.reverseMeasure, { params: { measureId }, body: undo })
    expect(errorOf(undone)).toMatchObject({ code: 'measures.reverse-receipts-first' })
  })

  it('keeps one paper for one receipt', async () => {
    const { receipts = [] } = (await find(measureId)) ?? {}
    const bound = await payBack(world, measureId, { voucherNo: '缴-0002', voucherFileId: receipts[0]?.file.fileId })
    expect(errorOf(bound)).toMatchObject({ code: 'common.file-used', field: 'voucherFileId' })
  })

  it('is overdue for park and county when its day has gone by', async () => {
    world.setClock('2026-06-01')
    expect(await find(measureId)).toMatchObject({ claim: { state: 'overdue' } })
    expect(await waiting('嘉善归谷智造园·资金专员')).toMatchObject([{ task: 'measure.pay-overdue', isOverdue: true }])
    expect(await waiting(finance)).toMatchObject([{ task: 'measure.receive-county', isOverdue: true }])
    expect((await payBack(world, measureId, { voucherNo: '缴-0003', amountFen: 30_000_000 })).body).toMatchObject({
      openFen: 0,
    })
    expect(await waiting(finance)).toEqual([])
    expect(await find(measureId)).toMatchObject({ claim: { state: 'paid' } })
  })

  it('is given out again by a notice of the same fund, no more than came back, and nothing is negative', async () => {
    const params = { measureId }
    const body = {
      amountFen: 40_000_000,
      issuedOn: '2026-06-01',
      documentNo: '浙财企〔2026〕30号',
      reason: '并入当年专项资金再安排',
    }
    const call = async (more: object, by = provinceFinance) =>
      (await world.as(by)).call(contract.recordReissue, { params, body: { ...body, ...more } })
    expect((await call({}, finance)).status).toBe(403)
    expect(errorOf(await call({ amountFen: 40_000_001 }))).toMatchObject({ code: 'measures.reissue-above-recovered' })
    expect((await call({})).status).toBe(200)
    const [reissue] = (await find(measureId))?.reissues ?? []
    expect(reissue).toMatchObject({
      countyName: '嘉善县',
      awardYear: 2026,
      documentNo: '浙财企〔2026〕30号',
      amountFen: 40_000_000,
    })
    expect(reissue?.awardName).toContain('嘉善归谷智造园')
    const { receipts = [] } = (await find(measureId)) ?? {}
    const client = await world.as(finance)
    const receiptId = receipts[1]?.receiptId ?? ''
    const back = () => client.call(contract.reverseReceipt, { params: { measureId, receiptId }, body: undo })
    expect(errorOf(await back())).toMatchObject({ code: 'measures.reverse-reissue-first' })
    const reissueId = reissue?.reissueId ?? ''
    const province = await world.as(provinceFinance)
    await province.done(contract.reverseReissue, { params: { measureId, reissueId }, body: undo })
    expect((await back()).body).toEqual({ openFen: 30_000_000 })
    expect(errorOf(await back())).toMatchObject({ code: 'measures.reversed-before' })
    expect(await moneyOf()).toMatchObject({ claimedFen: 30_000_000, recoveredFen: 10_000_000, cashFen: 140_000_000 })
    // The number of a receipt that was entered wrongly is free again.
    expect((await payBack(world, measureId, { voucherNo: '缴-0003', amountFen: 30_000_000 })).body).toMatchObject({
      openFen: 0,
    })
  })

  it('stands in the lists of county and province, and in the ledger under its measure', async () => {
    for (const by of [economy, provinceEconomy]) {
      const client = await world.as(by)
      const { measures, total } = await client.done(listAllMeasures, { search: { kind: 'recovery' } })
      expect([total, measures[0]]).toMatchObject([
        1,
        { parkName: '嘉善归谷智造园', claim: { state: 'paid', openFen: 0 } },
      ])
    }
    const foreign = await world.as('海宁市经信局·经办')
    expect((await foreign.done(listAllMeasures, { search: {} })).total).toBe(0)
    const client = await world.as(economy)
    const { entries } = await client.done(funds.listEntries, { params: { pilotId }, search: { kind: 'pay-back' } })
    expect(entries.map(({ amountFen, subject }) => [amountFen, subject.kind])).toEqual([
      [30_000_000, 'measure'],
      [30_000_000, 'measure'],
      [10_000_000, 'measure'],
    ])
  })
})
