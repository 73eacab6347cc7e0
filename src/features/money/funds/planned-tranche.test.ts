import { afterAll, beforeAll, expect, it } from 'vitest'
import type { County, Park } from '../../../../database/demo/programme.ts'
import { fundedPilot, judge } from '../../../../tests/support/funded.ts'
import { underWay } from '../../../../tests/support/tranches.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'

const economy = '嘉善县经信局·经办'
let world: World
let county: County & { park: Park }
beforeAll(async () => {
  world = await startWorld()
  county = await fundedPilot(world)
  await underWay(world, county.park)
  await judge(world, county.park, 2)
})
afterAll(() => world.stop())

const second = async () => {
  const client = await world.as(economy)
  return (await client.done(contract.showFunds, { params: { pilotId: county.park.pilotId } })).tranches[1]
}
const recommend = async (amountFen: number, recommendation: string) =>
  (await world.as(economy)).call(contract.recommendTranche, {
    params: { pilotId: county.park.pilotId, no: 2 },
    body: { amountFen, recommendation },
  })

it('says at the gate that the plan of the county is missing, and closes nothing (G4.1)', async () => {
  const shown = await second()
  expect(shown).toMatchObject({ open: true, planned: null })
  expect(shown?.warnings.map((one) => one.clause)).toEqual(['G5.3', 'G4.1'])
})

it('holds the recommendation against the plan on record: another sum needs its reason in writing (G4.1)', async () => {
  await world.sql(
    `insert into planned_tranches (version_id, pilot_id, no, amount_fen, planned_on, in_force_at, scope)
     select b.version_id, p.id, 2, 250000000, '2026-10-10', now(), p.scope
       from pilots p join baselines b on b.pilot_id = p.id where p.id = $1`,
    [county.park.pilotId],
  )
  expect(await second()).toMatchObject({ planned: { amountFen: 250_000_000, plannedOn: '2026-10-10' } })
  const bare = await recommend(300_000_000, ' ')
  expect(bare.body.error).toMatchObject({
    code: 'funds.deviates-from-plan',
    clause: 'G4.1',
    facts: { planned: '2,500,000.00', asked: '3,000,000.00' },
    fields: [{ field: 'recommendation' }],
  })
  const beyond = await recommend(350_000_001, '多拨一分')
  expect(beyond.body.error).toMatchObject({ code: 'funds.amount-out-of-range', clause: 'G4.2' })
  expect((await second())?.state).toBe('waiting')
  expect((await recommend(300_000_000, '服务进度快于方案')).status).toBe(200)
  expect(await second()).toMatchObject({
    state: 'recommended',
    amountFen: 300_000_000,
    recommendation: '服务进度快于方案',
  })
})
