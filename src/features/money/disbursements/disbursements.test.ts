import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, type County, draftPlan, type Park, submitPlan } from '../../../../database/demo/programme.ts'
import { fundedPilot, recommend, release, uploadVoucher } from '../../../../tests/support/funded.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { dayOf } from '../../../shared/dates.ts'
import * as inbox from '../../oversight/inbox/contract.ts'
import * as funds from '../funds/contract.ts'
import * as tranches from '../funds/tranche-contract.ts'
import * as contract from './contract.ts'

const economy = '嘉善县经信局·经办'
const finance = '嘉善县财政局·经办'
let world: World
let county: County & { park: Park }
beforeAll(async () => {
  world = await startWorld()
  county = await fundedPilot(world)
  world.setClock('2026-04-10')
})
afterAll(() => world.stop())

const filing = { number: 'ZJJX-2026-0001', name: '嘉善县首期资金备案', filedOn: '2026-04-08' }
const file = async (by: string, body: Partial<typeof filing> & { reason?: string } = {}, of = county.park, no = 1) =>
  (await world.as(by)).call(tranches.fileDisbursement, {
    params: { pilotId: of.pilotId, no },
    body: { ...filing, ...body },
  })
const list = async (by = economy, search = {}) =>
  (await (await world.as(by)).done(contract.listDisbursements, { search })).disbursements
const first = async () => {
  const { tranches } = await (await world.as(economy)).done(funds.showFunds, {
    params: { pilotId: county.park.pilotId },
  })
  return tranches[0] ?? expect.fail('no tranche')
}
const tasks = async (name: string) => (await (await world.as(name)).done(inbox.showInbox)).mine.tasks

describe('the number of the provincial platform (G4.3)', () => {
  it('is asked for in the inbox of the county economy bureau once the money is out', async () => {
    expect((await tasks(economy)).map((one) => one.task)).toContain('disbursement.file')
    expect((await tasks(finance)).map((one) => one.task)).not.toContain('disbursement.file')
  })

  it('is recorded by that bureau alone, after the release, with a name and a day that can be', async () => {
    for (const other of [finance, '嘉善归谷智造园·负责人', '省经信厅·处室'])
      expect((await file(other)).status).toBe(403)
    expect((await file('海宁市经信局·经办')).status).toBe(404)
    const wrong = [
      [{ number: ' ' }, 'disbursement.number-missing', 'number'],
      [{ name: '' }, 'disbursement.name-missing', 'name'],
      [{ filedOn: '2026-02-30' }, 'common.bad-day', 'filedOn'],
      [{ filedOn: '2026-04-11' }, 'common.day-in-future', 'filedOn'],
      [{ filedOn: '2026-03-31' }, 'disbursement.before-payment', 'filedOn'],
    ] as const
    for (const [body, code, field] of wrong) {
      const { error } = (await file(economy, body)).body
      expect(error).toMatchObject({ code, clause: 'G4.3', fields: [{ field }] })
    }
    expect((await file(economy, {}, county.park, 2)).body.error.code).toBe('disbursement.after-release')
    expect((await list())[0]?.filing).toBeNull()
  })

  it('is kept once in the province, shown on the tranche, and corrected with a reason', async () => {
    expect((await file(economy, { number: ' zjjx-2026-0001 ' })).body).toEqual({ number: 'ZJJX-2026-0001' })
    expect((await tasks(economy)).map((one) => one.task)).not.toContain('disbursement.file')
    const { tranches } = await (await world.as('嘉善归谷智造园·资金专员')).done(funds.showFunds, {
      params: { pilotId: county.park.pilotId },
    })
    expect(tranches[0]?.filing).toMatchObject({
      number: 'ZJJX-2026-0001',
      filedOn: '2026-04-08',
      by: { name: economy },
    })
    const other = county.second
    await draftPlan(world, other)
    await submitPlan(world, other)
    for (const by of [economy, finance]) await approve(world, other, by)
    await recommend(world, other, 1)
    await release(world, other, 1)
    const doubled = await file(economy, { filedOn: '2026-04-10' }, other)
    expect(doubled.body.error).toMatchObject({ code: 'disbursement.taken', fields: [{ field: 'number' }] })
    expect((await file(economy, { name: '更名' })).body.error).toMatchObject({
      code: 'disbursement.reason-missing',
      fields: [{ field: 'reason' }],
    })
    expect((await file(economy, { name: '更名', reason: '名称写错' })).status).toBe(200)
    expect((await list()).find((row) => row.parkName === county.park.name)?.filing).toMatchObject({ name: '更名' })
    await expect(world.sql('update disbursement_filings set name = name')).rejects.toThrow('append-only')
  })

  it('goes by hand: the adapter says so, and exports what the platform asks', async () => {
    const client = await world.as(economy)
    const { platform } = await client.done(contract.listDisbursements)
    expect(platform.how.zh).toContain('没有已知的接口')
    const { raw } = await client.send('GET', '/api/disbursements/export')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(raw as unknown as ExcelJS.Buffer)
    const rows = book.worksheets[0]?.getSheetValues().slice(2) as unknown[][]
    expect(rows).toHaveLength(2)
    const row = rows.find((one) => one.includes(county.park.name))
    expect(row?.slice(2, 8)).toEqual(['2026年批次', '嘉善县', county.park.name, county.park.uscc, 1, 1_500_000])
    expect(row?.[10]).toBe('ZJJX-2026-0001')
    expect(await list(economy, { filed: 'no' })).toMatchObject([{ parkName: county.second.name, filing: null }])
    expect((await list('嘉善归谷智造园·负责人')).map((one) => one.parkName)).toEqual([county.park.name])
    expect(await list('海宁市财政局·经办')).toEqual([])
    expect((await list('省财政厅·处室')).length).toBe(2)
  })

  it('belongs to the payment: after a reversal it is filed anew', async () => {
    const { voucherNo } = await first()
    for (const [kind, by] of [
      ['receive', '嘉善归谷智造园·负责人'],
      ['release', finance],
    ] as const) {
      const client = await world.as(by)
      const params = { pilotId: county.park.pilotId }
      const { entries } = await client.done(funds.listEntries, { params, search: { kind } })
      const entryId = entries[0]?.entryId ?? ''
      await client.done(funds.reverseEntry, { params: { entryId }, body: { reason: '银行退票' } })
    }
    const bank = await world.as(finance)
    await bank.done(funds.releaseTranche, {
      params: { pilotId: county.park.pilotId, no: 1 },
      body: {
        voucherNo: voucherNo ?? '',
        voucherFileId: await uploadVoucher(world, finance),
        paidOn: dayOf(world.now),
      },
    })
    const filed = { number: 'ZJJX-2026-0001', name: '更名', filedOn: '2026-04-08', voucherNo }
    expect(await first()).toMatchObject({ voucherNo, filing: null, formerFilings: [filed] })
    expect((await list()).find((row) => row.parkName === county.park.name)?.filing).toBeNull()
    expect((await tasks(economy)).filter((one) => one.task === 'disbursement.file')).toHaveLength(2)
    const early = await file(economy, { name: '' })
    expect(early.body.error.fields.map((one: { field: string }) => one.field)).toEqual(['number', 'name', 'filedOn'])
    expect((await file(economy, { number: 'ZJJX-2026-0009', filedOn: '2026-04-10' })).status).toBe(200)
    expect(await first()).toMatchObject({ filing: { number: 'ZJJX-2026-0009' }, formerFilings: [filed] })
    await expect(
      world.sql(
        `insert into disbursement_filings (id, tranche_id, payment, paid_on, voucher_no, number, name, filed_on, recorded_by,
                                           recorded_at, scope, repeats)
         select gen_random_uuid(), tranche_id, payment, paid_on, voucher_no, 'ZJJX-1', name, paid_on - 1, recorded_by, recorded_at,
                scope, false
           from disbursement_filings limit 1`,
      ),
    ).rejects.toThrow('disbursement_filings_after_payment')
  })
})
