import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { County, Park } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { fundedPilot } from '../../../../tests/support/funded.ts'
import { confirm, decide, decidedId, provinceHands } from '../../../../tests/support/measures.ts'
import { said } from '../../../../tests/support/opinions.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { requireSigning } from '../../filings/course/act-contract.ts'
import { showInbox } from '../../oversight/inbox/contract.ts'
import { discardPrepared, signPrepared } from '../../programme/signing/contract.ts'
import * as funds from '../funds/contract.ts'
import * as contract from './contract.ts'

// A measure in a county that asks for two persons: each bureau prepares and signs its own step (decisions 0035, 0053).

const [economy, economyLeader] = ['嘉善县经信局·经办', '嘉善县经信局·负责人']
const [finance, financeLeader] = ['嘉善县财政局·经办', '嘉善县财政局·负责人']
let world: World
let county: County & { park: Park }
let pilotId = ''
let measureId = ''
beforeAll(async () => {
  world = await startWorld()
  county = await fundedPilot(world)
  pilotId = county.park.pilotId
  for (const leader of [economyLeader, financeLeader])
    await (await world.as(leader)).done(requireSigning, { body: { required: true } })
})
afterAll(() => world.stop())

const page = async (by: string) => (await world.as(by)).done(contract.listMeasures, { params: { pilotId } })
const measure = async (by = economy) => {
  const found = (await page(by)).measures.find((one) => one.measureId === measureId)
  if (!found) throw new Error('no measure')
  return found
}
const moneyOf = async () => (await (await world.as(economy)).done(funds.showFunds, { params: { pilotId } })).money
const sign = async (by: string, preparedId: string) =>
  (await world.as(by)).call(signPrepared, { params: { preparedId } })
const inbox = async (by: string) =>
  (await (await world.as(by)).done(showInbox)).mine.tasks
    .filter(({ subject }) => subject === 'signature' || subject === 'measure')
    .map(({ task }) => task)
const rows = async () => (await world.sql('select id from measures')).length
const reason = { reason: '金额核对有误，撤销后重新办理' }

describe('a deduction in a county that asks for two persons (G5.3)', () => {
  it('is prepared by the officer, and is no measure before the leader of the bureau has signed it', async () => {
    expect((await page(economy)).takesTwo).toEqual(['measure'])
    expect(said(await decide(world, county.park, {}, economyLeader))).toBe('review.officer-prepares')
    expect((await decide(world, county.park)).body).toEqual({ toSign: true })
    expect(said(await decide(world, county.park))).toBe('review.waits-for-signature')
    const { prepared, measures, actions } = await page(economyLeader)
    expect([measures, prepared]).toMatchObject([[], [{ act: 'measure', body: { kind: 'deduction' }, refused: [] }]])
    expect(abilityIn(actions, 'decide')).toMatchObject({ allowed: false, clause: 'G5.3' })
    // Neither the other bureau nor the park knows of it.
    expect((await page(finance)).prepared).toEqual([])
    expect((await page(`${county.park.name}·负责人`)).prepared).toEqual([])
    expect(await inbox(economyLeader)).toEqual(['signature.measure'])
    expect([await rows(), await inbox(finance)]).toEqual([0, []])
    const id = prepared[0]?.preparedId ?? ''
    expect(said(await sign(economy, id))).toBe('review.leader-signs')
    expect(said(await sign(financeLeader, id))).toBe('review.nothing-to-sign')
    const twice = await Promise.all([sign(economyLeader, id), sign(economyLeader, id)])
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 422])
    measureId = (await page(economy)).measures[0]?.measureId ?? ''
    expect(await measure()).toMatchObject({
      state: 'decided',
      decided: { name: economyLeader, preparedBy: economy },
    })
  })

  it('moves nothing in the ledger until finance has signed its confirmation too, by two persons of its own', async () => {
    expect(await inbox(finance)).toEqual(['measure.confirm-county'])
    expect((await confirm(world, measureId)).body).toEqual({ toSign: true })
    expect(await inbox(finance)).toEqual([])
    expect(await inbox(financeLeader)).toEqual(['signature.measure-confirmation'])
    expect(await moneyOf()).toMatchObject({ deductedFen: 0, undisbursedFen: 350_000_000 })
    expect(await measure()).toMatchObject({ state: 'decided', confirmed: null })
    const { prepared, actions } = await measure(financeLeader)
    expect(abilityIn(actions, 'confirm')).toMatchObject({ allowed: false })
    const id = prepared[0]?.preparedId ?? ''
    expect(said(await sign(finance, id))).toBe('review.leader-signs')
    expect((await sign(financeLeader, id)).status).toBe(200)
    expect(await moneyOf()).toMatchObject({ deductedFen: 30_000_000, undisbursedFen: 320_000_000 })
    expect(await measure()).toMatchObject({
      state: 'confirmed',
      confirmed: { name: financeLeader, preparedBy: finance },
    })
  })

  it('is reversed by two persons as well, who may be the same two; nothing moves before', async () => {
    const client = await world.as(finance)
    const asked = () => client.call(contract.reverseMeasure, { params: { measureId }, body: reason })
    expect((await asked()).body).toEqual({ toSign: true })
    const [first] = (await measure(financeLeader)).prepared
    const back = { params: { preparedId: first?.preparedId ?? '' }, body: { reason: '请补充核对记录' } }
    await (await world.as(financeLeader)).done(discardPrepared, back)
    expect((await measure(finance)).unsigned).toMatchObject([{ ended: 'sent-back', reason: '请补充核对记录' }])
    expect((await asked()).body).toEqual({ toSign: true })
    expect((await moneyOf()).deductedFen).toBe(30_000_000)
    const [again] = (await measure(financeLeader)).prepared
    expect((await sign(financeLeader, again?.preparedId ?? '')).status).toBe(200)
    expect((await moneyOf()).deductedFen).toBe(0)
    expect(await measure()).toMatchObject({
      state: 'reversed',
      ended: { name: financeLeader, preparedBy: finance, reason: reason.reason },
    })
  })

  it('lapses with the measure, when that is withdrawn before its confirmation is signed', async () => {
    await decide(world, county.park)
    await sign(economyLeader, (await page(economyLeader)).prepared[0]?.preparedId ?? '')
    measureId = (await page(economy)).measures.find(({ state }) => state === 'decided')?.measureId ?? ''
    await confirm(world, measureId)
    await (await world.as(economy)).done(contract.withdrawMeasure, { params: { measureId }, body: reason })
    expect((await measure(finance)).unsigned).toMatchObject([{ act: 'measure-confirmation', ended: 'lapsed' }])
    expect(await inbox(financeLeader)).toEqual([])
  })

  it('asks every gate again when it is signed, and tells before what has changed', async () => {
    expect((await decide(world, county.park, { amountFen: 350_000_000 })).body).toEqual({ toSign: true })
    // Meanwhile the province deducts, of whose departments one person each is enough.
    const other = await decidedId(world, county.park, { amountFen: 100 }, provinceHands.decides)
    expect((await confirm(world, other, provinceHands.confirms)).status).toBe(200)
    const { prepared } = await page(economyLeader)
    expect(prepared[0]?.refused).toMatchObject([{ clause: 'G5.3' }])
    expect(said(await sign(economyLeader, prepared[0]?.preparedId ?? ''))).toBe('measures.deducts-too-much')
  })
})

describe('the database', () => {
  it('refuses a measure of one person, a preparer who prepared nothing, and one person for both', async () => {
    const copy = (changes: object) =>
      world.sql(
        `insert into measures (id, pilot_id, level, kind, ground, clause, amount_fen, due_on, proven_on, reason, file_id, decided_by,
           decision_prepared_by, decided_at, scope)
         select gen_random_uuid(), n.pilot_id, n.level, n.kind, n.ground, n.clause, n.amount_fen, n.due_on, n.proven_on, n.reason,
                n.file_id, n.decided_by, n.decision_prepared_by, n.decided_at, n.scope
           from measures m, jsonb_populate_record(m, $1) n where m.id = $2`,
        [JSON.stringify(changes), measureId],
      )
    const [{ by } = { by: '' }] = await world.sql<{ by: string }>(`select id as by from accounts where name = $1`, [
      economy,
    ])
    await expect(copy({ decision_prepared_by: null })).rejects.toMatchObject({ constraint: 'acts_signed' })
    await expect(copy({ decided_by: by, decision_prepared_by: by })).rejects.toMatchObject({
      constraint: expect.stringMatching(/measures_prepared_by_another|acts_prepared_and_signed/),
    })
    const confirmed = `update measures set state = 'confirmed', confirmed_by = (select id from accounts where name = $2),
      confirmed_at = now() where id = $1`
    await decide(world, county.park, { kind: 'criticism', amountFen: null })
    const [waits] = (await page(economyLeader)).prepared
    await (await world.as(economyLeader)).done(discardPrepared, {
      params: { preparedId: waits?.preparedId ?? '' },
      body: { reason: '请先核对' },
    })
    await decide(world, county.park, { kind: 'criticism', amountFen: null })
    await sign(economyLeader, (await page(economyLeader)).prepared[0]?.preparedId ?? '')
    const open = (await page(economy)).measures.find(({ state }) => state === 'decided')?.measureId
    await expect(world.sql(confirmed, [open, financeLeader])).rejects.toMatchObject({ constraint: 'acts_signed' })
  })
})
