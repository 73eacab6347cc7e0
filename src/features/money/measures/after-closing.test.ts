import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import {
  confirm,
  countyHands,
  decide,
  decidedId,
  inForce,
  payBack,
  provinceHands,
} from '../../../../tests/support/measures.ts'
import { closePilot, settledPilot } from '../../../../tests/support/settled.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { showInbox } from '../../oversight/inbox/contract.ts'
import * as funds from '../funds/contract.ts'
import * as contract from './contract.ts'

// What is still written about a closed pilot: money that a fact found later asks back, and what follows from it (G5.3, G4.4).

let world: World
let park: Park
/** Decided and paid while the pilot was open. */
let early = ''
beforeAll(async () => {
  world = await startWorld()
  ;({ park } = await settledPilot(world))
  early = await inForce(world, park, { kind: 'recovery', amountFen: 200_000, dueOn: '2028-04-30' })
  await payBack(world, early, { amountFen: 200_000, ownFen: 200_000 })
  await closePilot(world, park)
  world.setClock('2028-09-04')
}, 300_000)
afterAll(() => world.stop())

const misused = {
  ...{ kind: 'recovery' as const, ground: 'money-misused' as const, provenOn: '2028-08-30', dueOn: '2028-10-31' },
  ...{ amountFen: 500_000, reason: '审计发现一笔付款用于园区自身办公' },
}
const economy = countyHands.decides
const shown = async (by = economy) =>
  (await world.as(by)).done(contract.listMeasures, { params: { pilotId: park.pilotId } })
const find = async (measureId: string, by = economy) =>
  (await shown(by)).measures.find((one) => one.measureId === measureId)
const moneyOf = async () =>
  (await (await world.as(economy)).done(funds.showFunds, { params: { pilotId: park.pilotId } })).money
const undo = { reason: '金额核对有误，撤销后重新办理' }
const errorOf = ({ status, body }: { status: number; body: unknown }) => {
  const { code, clause } = (body as { error: { code: string; clause: string | null } }).error
  return [status, code, clause]
}
const reissue = async (measureId: string, amountFen: number, documentNo: string) =>
  (await world.as(provinceHands.confirms)).call(contract.recordReissue, {
    params: { measureId },
    body: { amountFen, issuedOn: '2028-09-04', documentNo, reason: '并入当年专项资金再安排' },
  })

describe('a pilot that is closed', () => {
  it('knows no criticism, no deduction and no weak result any more (G5.3)', async () => {
    const nothing = { provenOn: null, ground: 'targets-missed' as const }
    for (const [said, clause] of [
      [{ ...misused, ...nothing }, 'G5.3'],
      [{ ...misused, kind: 'criticism' as const, amountFen: null, dueOn: null }, 'G4.4'],
      [{ ...misused, ground: 'unspent' as const, provenOn: null }, 'G3.6'],
    ] as const)
      expect(errorOf(await decide(world, park, said))).toEqual([422, 'measures.after-closing', clause])
    const deduction = await decide(world, park, { ...misused, kind: 'deduction', dueOn: null })
    expect(errorOf(deduction)).toEqual([422, 'measures.after-closing', 'G4.4'])
    expect(await shown()).toMatchObject({ closedOn: '2028-04-10', measures: [{ measureId: early }] })
  })

  it('keeps what was entered before it was closed (G3.6)', async () => {
    const { receipts = [], actions = [] } = (await find(early)) ?? {}
    expect(abilityIn(actions, 'reverse')).toMatchObject({ allowed: false })
    const receiptId = receipts[0]?.receiptId ?? ''
    const leader = await world.as('嘉善县财政局·负责人')
    const back = await leader.call(contract.reverseReceipt, { params: { measureId: early, receiptId }, body: undo })
    expect(errorOf(back)).toEqual([422, 'measures.sealed', 'G5.3'])
    const whole = await leader.call(contract.reverseMeasure, { params: { measureId: early }, body: undo })
    expect(errorOf(whole)).toEqual([422, 'measures.sealed', 'G5.3'])
  })

  it('gives out again in a later year what came back before (G5.3)', async () => {
    expect((await reissue(early, 200_000, '浙财企〔2028〕30号')).status).toBe(200)
    expect(await find(early)).toMatchObject({ claim: { reissuedFen: 200_000 } })
  })

  it('is asked for money back on a proven fact, which is confirmed, paid in two parts and given out again (G4.4)', async () => {
    const measureId = await decidedId(world, park, misused)
    const inbox = async (by: string) =>
      (await (await world.as(by)).done(showInbox)).mine.tasks.filter(({ subject }) => subject === 'measure')
    expect(await inbox(countyHands.confirms)).toMatchObject([{ task: 'measure.confirm-county', clause: 'G4.4' }])
    expect((await confirm(world, measureId)).status).toBe(200)
    expect(await inbox(`${park.name}·资金专员`)).toMatchObject([{ task: 'measure.pay', dueOn: '2028-10-31' }])
    expect((await payBack(world, measureId, { amountFen: 300_000, ownFen: 300_000 })).status).toBe(200)
    // Nothing is left in the separate account of a closed pilot.
    const banked = await payBack(world, measureId, { amountFen: 200_000, ownFen: 0 })
    expect(errorOf(banked)).toEqual([422, 'measures.more-than-banked', 'G4.4'])
    expect((await payBack(world, measureId, { amountFen: 200_000, ownFen: 200_000 })).status).toBe(200)
    expect((await reissue(measureId, 500_000, '浙财企〔2028〕31号')).status).toBe(200)
    expect(await moneyOf()).toMatchObject({ claimedFen: 0, recoveredFen: 700_000, cashFen: 0, disbursedFen: 3_000_000 })
    expect(await find(measureId)).toMatchObject({ claim: { state: 'paid', reissuedFen: 500_000 } })
  })

  it('corrects what was entered since (G3.6)', async () => {
    const measureId = await inForce(world, park, { ...misused, amountFen: 1_000 })
    const { receiptId } = (await payBack(world, measureId, { amountFen: 1_000, ownFen: 1_000 })).body
    const leader = await world.as('嘉善县财政局·负责人')
    await leader.done(contract.reverseReceipt, { params: { measureId, receiptId }, body: undo })
    await leader.done(contract.reverseMeasure, { params: { measureId }, body: undo })
    expect(await find(measureId)).toMatchObject({ state: 'reversed' })
    const second = await decidedId(world, park, { ...misused, amountFen: 1_000 })
    await (await world.as(economy)).done(contract.withdrawMeasure, { params: { measureId: second }, body: undo })
  })

  it('is guarded by the database in the same way, for its owner too (G3.6)', async () => {
    const copy = (
      changes: string,
    ) => `insert into measures (id, pilot_id, level, kind, ground, clause, amount_fen, due_on, proven_on, reason,
        file_id, decided_by, decided_at, scope)
      select gen_random_uuid(), n.pilot_id, n.level, n.kind, n.ground, n.clause, n.amount_fen, n.due_on, n.proven_on, n.reason, n.file_id,
             n.decided_by, n.decided_at, n.scope
        from measures m, jsonb_populate_record(m, '${changes}') n where m.ground = 'money-misused' limit 1`
    const refused = [
      copy('{"kind": "deduction", "due_on": null}'),
      copy('{"ground": "targets-missed", "proven_on": null}'),
      copy('{"decided_at": "2028-04-01T00:00:00Z", "proven_on": "2028-03-01"}'),
      `update measures set state = 'reversed', reversed_by = decided_by, reversed_at = now(), end_reason = 'x' where id = '${early}'`,
      `update measure_receipts set reversed_by = recorded_by, reversed_at = now(), reversal_reason = 'x' where measure_id = '${early}'`,
      `delete from measure_receipts where measure_id = '${early}'`,
      // An entry is of a measure since, and moves the accounts of measures alone.
      `insert into ledger_entries (id, pilot_id, kind, booked_on, at, account_id, subject, scope)
       select gen_random_uuid(), pilot_id, 'claim', booked_on, at, account_id, '${early}', scope from ledger_entries where kind = 'claim' limit 1`,
      `update ledger_accounts set balance_fen = balance_fen where key = 'cash' and pilot_id = '${park.pilotId}'`,
    ]
    for (const text of refused) await expect(world.sql(text), text).rejects.toThrow('the pilot is closed')
  })
})
