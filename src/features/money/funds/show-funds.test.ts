import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  approve,
  type County,
  draftPlan,
  openAccount,
  type Park,
  submitPlan,
} from '../../../../database/demo/programme.ts'
import { samplePlan, sampleUscc } from '../../../../database/demo/sample-plan.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { fundedPilot, receive, recommend, release } from '../../../../tests/support/funded.ts'
import { said } from '../../../../tests/support/opinions.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { admitPilot } from '../../programme/pilots/contract.ts'
import { listUnits, registerUnit } from '../../programme/units/contract.ts'
import * as contract from './contract.ts'
import { setPayeeAccount } from './tranche-contract.ts'

let world: World
let county: County & { park: Park }
beforeAll(async () => {
  world = await startWorld()
  county = await fundedPilot(world)
})
afterAll(() => world.stop())

const funds = async (by: string, park: Pick<Park, 'pilotId'> = county.park) =>
  (await world.as(by)).done(contract.showFunds, { params: { pilotId: park.pilotId } })

describe('the money page', () => {
  it('says in one sentence per tranche what may be released now, or what is missing and by which clause (G4.2)', async () => {
    const { tranches } = await funds('嘉善县经信局·经办')
    expect(tranches.map(({ state, open, share }) => ({ state, open, share }))).toEqual([
      { state: 'received', open: true, share: { min: 30, max: 30 } },
      { state: 'waiting', open: false, share: { min: 50, max: 70 } },
      { state: 'waiting', open: false, share: null },
    ])
    expect(tranches[0]?.sentence).toEqual({
      zh: '第 1 期：1,500,000.00 元已于 2026-04-01 到账。',
      en: 'Tranche 1: 1,500,000.00 yuan arrived on 2026-04-01.',
    })
    expect(tranches[1]?.sentence.zh).toContain('0/5')
    expect(tranches[1]?.sentence.zh).toContain('G1.3')
    expect(tranches[1]?.conditions.map(({ condition, met }) => [condition, met])).toEqual([
      ['plan-approved', true],
      ['previous-received', true],
      ['mechanism-ready', true],
      ['enterprises-diagnosed', false],
      ['services-under-way', false],
      ['judged-under-way', false],
    ])
    expect(tranches[1]?.actions).toMatchObject([
      { action: 'recommend', allowed: false, clause: 'G1.3' },
      { action: 'judge' },
    ])
    expect(tranches[2]?.sentence.en).toContain('G5.3')
    expect(tranches[2]?.conditions.map(({ met, clause }) => [met, clause])).toEqual([
      [true, 'G3.1'],
      [false, 'G4.2'],
      [false, 'G5.3'],
    ])
  })

  it('tells a reader whose post may not act so, and by which clause', async () => {
    const { tranches } = await funds('嘉善县财政局·经办')
    const [action] = tranches[1]?.actions ?? []
    expect(action).toMatchObject({ action: 'recommend', allowed: false, clause: 'G4.2' })
    expect(action?.because?.zh).toContain('县财政经办')
    expect(abilityIn(tranches[0]?.actions ?? [], 'file')).toMatchObject({ allowed: false, clause: 'G4.3' })
  })

  it('keeps committed, disbursed and spent apart, and gives every line its own', async () => {
    const { money, lines, tailored } = await funds('省财政厅·处室')
    expect(money).toEqual({
      awardFen: 500_000_000,
      committedFen: 0,
      disbursedFen: 150_000_000,
      spentFen: 0,
      undisbursedFen: 350_000_000,
      inTransitFen: 0,
      cashFen: 150_000_000,
      payableFen: 0,
      ...{ deductedFen: 0, recoveredFen: 0, claimedFen: 0 },
      availableFen: 500_000_000,
      coveredFen: 500_000_000,
    })
    expect(lines).toHaveLength(10)
    expect(lines[0]).toMatchObject({
      provincialFen: 50_000_000,
      availableFen: 50_000_000,
      committedFen: 0,
      spentFen: 0,
    })
    expect(tailored).toMatchObject({
      plannedPercent: 90,
      committedPercent: null,
      spentPercent: null,
      minPercent: 80,
      clause: 'G4.4',
    })
  })

  it('explains the gates before there is a plan, with the ledger still closed', async () => {
    const { money, lines, tranches } = await funds('嘉善县经信局·经办', county.second)
    expect(money).toMatchObject({
      awardFen: 500_000_000,
      undisbursedFen: 500_000_000,
      disbursedFen: 0,
      availableFen: 0,
    })
    expect(lines).toEqual([])
    expect(tranches).toHaveLength(3)
    expect(tranches[0]?.sentence.zh).toContain('G3.1')
    const { entries, total } = await (await world.as('嘉善县经信局·经办')).done(contract.listEntries, {
      params: { pilotId: county.second.pilotId },
    })
    expect({ entries, total }).toEqual({ entries: [], total: 0 })
  })
})

describe('the ledger', () => {
  const list = async (search: Record<string, unknown> = {}, by = '省财政厅·处室') =>
    (await world.as(by)).call(contract.listEntries, { params: { pilotId: county.park.pilotId }, search })

  it('lists every entry newest first with its postings, its subject, who and when', async () => {
    const { entries, total } = (await list()).body
    expect(total).toBe(4)
    expect(entries.map((entry) => entry.kind)).toEqual(['receive', 'release', 'budget', 'award'])
    for (const { postings } of entries) expect(postings.reduce((sum, one) => sum + one.amountFen, 0)).toBe(0)
    expect(entries[1]).toMatchObject({
      byName: '嘉善县财政局·经办',
      byPost: { zh: '县财政经办' },
      bookedOn: '2026-04-01',
      amountFen: 150_000_000,
      subject: { kind: 'tranche', trancheNo: 1 },
    })
    expect(entries[1]?.postings.map((one) => one.account.en)).toEqual(['money not yet disbursed', 'money in transit'])
    expect(entries[2]).toMatchObject({ subject: { kind: 'plan' }, amountFen: 500_000_000 })
    expect(entries[2]?.postings).toHaveLength(11)
  })

  it('is paged and filtered by kind and by fund line, and names a wrong search', async () => {
    const { entries, total } = (await list({ page: 2, pageSize: 3 })).body
    expect([entries.map((entry) => entry.kind), total]).toEqual([['award'], 4])
    expect((await list({ kind: 'release' })).body.total).toBe(1)
    const { lines } = await funds('省财政厅·处室')
    const ofLine = (await list({ lineId: lines[0]?.lineId })).body
    expect(ofLine.entries.map((entry) => entry.kind)).toEqual(['budget'])
    for (const wrong of [{ page: 0 }, { pageSize: 201 }, { kind: 'theft' }, { lineId: 'x' }, { other: 1 }]) {
      expect((await list(wrong)).status).toBe(422)
    }
  })
})

describe('foreign readers', () => {
  it('of another county or park find nothing', async () => {
    for (const name of [
      '海宁市经信局·经办',
      '海宁市财政局·负责人',
      '海宁皮革时尚园·负责人',
      '嘉善大云精密园·资金专员',
    ]) {
      const client = await world.as(name)
      const params = { pilotId: county.park.pilotId }
      expect((await client.call(contract.showFunds, { params })).status).toBe(404)
      expect((await client.call(contract.listEntries, { params })).status).toBe(404)
    }
    const foreign = await world.as('海宁市经信局·经办')
    const params = { pilotId: county.park.pilotId, no: 1 }
    const body = { amountFen: 150_000_000, recommendation: '' }
    expect((await foreign.call(contract.recommendTranche, { params, body })).status).toBe(404)
    expect((await world.stranger().call(contract.showFunds, { params: { pilotId: params.pilotId } })).status).toBe(401)
  })

  it('an enterprise of the park sees none of its money', async () => {
    const admin = await world.administrator()
    const { units } = await admin.done(listUnits, { search: { kind: 'enterprise', parentId: county.park.parkId } })
    const name = '试点企业·联系人'
    await openAccount(world, units[0]?.unitId ?? '', 'enterprise-contact', name)
    const client = await world.as(name)
    const params = { pilotId: county.park.pilotId }
    expect((await client.call(contract.showFunds, { params })).status).toBe(403)
    expect((await client.call(contract.listEntries, { params })).status).toBe(403)
  })
})

describe('an odd award', () => {
  it('is split to the fen: 30 % rounded down, and never more than the award in all', async () => {
    const admin = await world.administrator()
    const name = '嘉善零头园'
    const unit = await admin.done(registerUnit, {
      body: { kind: 'park', parentId: county.countyId, name, uscc: sampleUscc(9) },
    })
    await openAccount(world, unit.unitId, 'park-manager', `${name}·负责人`)
    await openAccount(world, unit.unitId, 'fund-officer', `${name}·资金专员`)
    const province = await world.as('省经信厅·处室')
    const awardFen = 123_456_789
    const body = { batchId: county.batchId, parkId: unit.unitId, awardFen }
    const { pilotId } = await province.done(admitPilot, { body })
    const park: Park = {
      batchId: county.batchId,
      parkId: unit.unitId,
      pilotId,
      name,
      scope: unit.scope,
      uscc: sampleUscc(9),
    }
    const plan = samplePlan(name)
    const rows = plan['fund-lines'].rows.map((line, i) => {
      const provincialFen = i === 0 ? awardFen - 9 * 12_000_000 : 12_000_000
      return { ...line, quantity: 1, unitPriceFen: provincialFen, provincialFen, parkFen: 0, enterpriseFen: 0 }
    })
    await draftPlan(world, park, { ...plan, 'fund-lines': { rows } })
    await submitPlan(world, park)
    await approve(world, park, '嘉善县经信局·经办')
    await approve(world, park, '嘉善县财政局·经办')
    const first = (await funds('嘉善县经信局·经办', park)).tranches[0]
    expect(first).toMatchObject({ open: true, minFen: 37_037_036, maxFen: 37_037_036 })
    await recommend(world, park, 1)
    await release(world, park, 1)
    await receive(world, park, 1)
    const { money, tranches } = await funds('嘉善县经信局·经办', park)
    expect(money).toMatchObject({ disbursedFen: 37_037_036, undisbursedFen: 86_419_753 })
    expect(tranches[1]).toMatchObject({ minFen: 61_728_395, maxFen: 86_419_753 })
  })
})

describe('the account that is paid to (G3.6)', () => {
  it('is named by the park alone, seen by who releases, and never overwritten', async () => {
    const account = { holder: county.park.name, bank: '农业银行', number: '1933 0101 0400 12345' }
    const set = async (by: string, body = account) =>
      (await world.as(by)).call(setPayeeAccount, { params: { pilotId: county.park.pilotId }, body })
    for (const by of ['嘉善县财政局·经办', '嘉善县经信局·负责人', `${county.park.name}·服务专员`])
      expect((await set(by)).status).toBe(403)
    expect(said(await set(`${county.park.name}·资金专员`, { ...account, number: '12' }))).toBe(
      'funds.payee-number-wrong',
    )
    expect((await funds('嘉善县财政局·经办')).payee).toMatchObject({ name: county.park.name, account: null })
    expect((await set(`${county.park.name}·资金专员`)).body).toEqual({ number: '19330101040012345' })
    expect((await set(`${county.park.name}·负责人`, { ...account, bank: '工商银行' })).status).toBe(200)
    expect((await funds('嘉善县财政局·经办')).payee.account).toMatchObject({
      bank: '工商银行',
      number: '1933****2345',
      setByName: `${county.park.name}·负责人`,
    })
    await expect(world.sql('delete from payee_accounts')).rejects.toThrow(/append-only/)
  })
})
