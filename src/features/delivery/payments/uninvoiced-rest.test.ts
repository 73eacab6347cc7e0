import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '../../../../database/demo/programme.ts'
import { approvePrepared, invoiceBody, invoicedPark } from '../../../../tests/support/payments.ts'
import { fundOf, officerOf, serviceAt } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { showFunds } from '../../money/funds/contract.ts'
import { showService } from '../services/contract.ts'
import * as orders from '../services/order-contract.ts'
import * as contract from './contract.ts'

let world: World
let park: Park
let paying: Awaited<ReturnType<typeof invoicedPark>>['paying']
beforeAll(async () => {
  world = await startWorld()
  ;({ park, paying } = await invoicedPark(world))
})
afterAll(() => world.stop())

describe('a contract that is not invoiced in full (G3.6)', () => {
  const funds = async () => {
    const view = await (await world.as(fundOf(park))).done(showFunds, { params: { pilotId: park.pilotId } })
    return view.lines.reduce((sum, line) => sum + line.committedFen, 0)
  }

  it('is closed with a reason, and what it still holds goes back to its fund line', async () => {
    const free = await funds()
    const on = await serviceAt(world, park, 'confirmed', { kind: 'talent', enterprise: 2, complete: true })
    await (await world.as(fundOf(park))).done(contract.recordInvoice, {
      params: { serviceId: on },
      body: { ...(await invoiceBody(world, park, on)), sumFen: 1_100_000 },
    })
    expect(await funds()).toBe(free + 1_800_000)
    const paymentId = (await paying.draw(on, { provincialFen: 1_000_000, parkFen: 100_000 })).body.paymentId
    await approvePrepared(world, park, paymentId)
    await paying.receive(paymentId)
    const officer = await world.as(officerOf(park))
    const params = { serviceId: on }
    expect(await officer.done(showService, { params })).toMatchObject({
      state: 'paid',
      rest: { uninvoicedFen: 900_000, unpaidFen: 800_000, heldFen: 800_000 },
    })
    const silent = await officer.call(orders.closeService, { params, body: {} })
    expect(silent.body.error).toMatchObject({ code: 'services.rest-without-reason', clause: 'G3.6' })
    const end = (state: string) => world.sql('update services set state = $2 where id = $1', [on, state])
    for (const state of ['closed', 'cancelled']) {
      await expect(end(state)).rejects.toThrow('still holds money')
    }
    await officer.done(orders.closeService, { params, body: { reason: '机构减免余款' } })
    expect(await funds()).toBe(free)
    const { history } = await officer.done(showService, { params })
    const kinds = history.map(({ kind }) => kind).filter((kind) => /^payment|paid$|closed$/.test(kind))
    expect(kinds).toEqual(['payment.prepared', 'payment.approved', 'service.paid', 'service.closed'])
    const [entry] = await world.sql<{ memo: string }>(
      "select memo from ledger_entries where subject = $1 and kind = 'uncommit'",
      [on],
    )
    expect(entry?.memo).toBe('机构减免余款')
  })
})
