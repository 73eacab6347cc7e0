import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Park } from '../../../../database/demo/programme.ts'
import { fundedPilot } from '../../../../tests/support/funded.ts'
import { countyHands, inForce, payBack } from '../../../../tests/support/measures.ts'
import { payFor } from '../../../../tests/support/paid.ts'
import { serviceAt } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { dayOf } from '../../../shared/dates.ts'
import * as funds from '../funds/contract.ts'
import * as contract from './contract.ts'

// What was spent is paid back from the park's own money, what was not from the separate account, which never falls below zero (G3.6, G5.3).

let world: World
let park: Park
let spentFen = 0
beforeAll(async () => {
  world = await startWorld()
  park = (await fundedPilot(world)).park
  await payFor(world, park, await serviceAt(world, park, 'confirmed'))
  spentFen = (await money()).spentFen
})
afterAll(() => world.stop())

async function money() {
  const client = await world.as(countyHands.decides)
  return (await client.done(funds.showFunds, { params: { pilotId: park.pilotId } })).money
}

it('the whole award comes back: the account to its last fen, and own money for exactly what was spent', async () => {
  expect(spentFen).toBeGreaterThan(0)
  const all = 150_000_000
  const dueOn = dayOf(world.now)
  const measureId = await inForce(world, park, {
    kind: 'recovery',
    ground: 'money-misused',
    provenOn: dueOn,
    amountFen: all,
    dueOn,
  })
  const refused = async (ownFen: number) => {
    const { body } = await payBack(world, measureId, { amountFen: all, ownFen })
    return [body.error?.code, body.error?.clause, body.error?.fields[0]?.field]
  }
  expect(await refused(0)).toEqual(['measures.more-than-banked', 'G4.4', 'ownFen'])
  expect(await refused(spentFen - 1)).toEqual(['measures.more-than-banked', 'G4.4', 'ownFen'])
  expect(await refused(spentFen + 1)).toEqual(['measures.own-above-spent', 'G4.4', 'ownFen'])
  const { receiptId, openFen } = (await payBack(world, measureId, { amountFen: all, ownFen: spentFen })).body
  expect(openFen).toBe(0)
  expect(await money()).toMatchObject({ cashFen: 0, spentFen, recoveredFen: all, claimedFen: 0, disbursedFen: all })
  const finance = await world.as(countyHands.confirms)
  const body = { reason: '凭证金额录入有误，重新登记' }
  await finance.done(contract.reverseReceipt, { params: { measureId, receiptId }, body })
  expect(await money()).toMatchObject({ cashFen: all - spentFen, spentFen, recoveredFen: 0, claimedFen: all })
})
