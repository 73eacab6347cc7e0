import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Park } from '../../../../database/demo/programme.ts'
import { fundedPilot } from '../../../../tests/support/funded.ts'
import { approvePrepared, invoice, prepare, receiptBody } from '../../../../tests/support/payments.ts'
import { fundOf, managerOf, serviceAt } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as funds from '../../money/funds/contract.ts'
import * as contract from './contract.ts'

let world: World
let park: Park
beforeAll(async () => {
  world = await startWorld()
  park = (await fundedPilot(world)).park
})
afterAll(() => world.stop())

it('provincial money is not paid on a day on which it had not come, however much is there today (G3.6)', async () => {
  world.setClock('2026-05-10')
  const serviceId = await serviceAt(world, park, 'confirmed')
  await invoice(world, park, serviceId)
  world.setClock('2026-05-20')
  const manager = await world.as(managerOf(park))
  const { pilotId } = park
  const { entries } = await manager.done(funds.listEntries, { params: { pilotId }, search: { kind: 'receive' } })
  const params = { entryId: entries[0]?.entryId ?? '' }
  await manager.done(funds.reverseEntry, { params, body: { reason: '银行尚未入账' } })
  world.setClock('2026-05-25')
  const officer = await world.as(fundOf(park))
  await officer.done(funds.confirmReceipt, { params: { pilotId, no: 1 }, body: { receivedOn: '2026-05-22' } })
  const paymentId = await prepare(world, park, serviceId)
  await approvePrepared(world, park, paymentId)
  const body = await receiptBody(world, park)
  const pay = (paidOn: string) =>
    officer.call(contract.recordReceipt, { params: { paymentId }, body: { ...body, paidOn } })
  for (const paidOn of ['2026-05-15', '2026-05-21']) {
    const { error } = (await pay(paidOn)).body
    expect(error).toMatchObject({ code: 'payments.paid-before-money', clause: 'G3.6', fields: [{ field: 'paidOn' }] })
    expect(error.zh).toContain(`${paidOn} 账户中可付的省级资金为 0.00 元`)
  }
  expect((await pay('2026-05-22')).status).toBe(200)
})
