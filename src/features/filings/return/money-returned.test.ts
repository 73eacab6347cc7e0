import { afterAll, beforeAll, expect, it } from 'vitest'
import { openReturn, type Served, servedPilot, showReturn } from '../../../../tests/support/returns.ts'
import { fundOf, paper } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { listPayments } from '../../delivery/payments/contract.ts'
import { reversePayment } from '../../delivery/payments/reversal-contract.ts'
import * as contract from './contract.ts'

let world: World
let served: Served
beforeAll(async () => {
  world = await startWorld()
  served = await servedPilot(world)
})
afterAll(() => world.stop())

it('what came back counts until that day, in the table and behind its figure alike (G3.5, G3.6)', async () => {
  const { park } = served
  const funds = await world.as(fundOf(park))
  const { payments } = await funds.done(listPayments, { params: { pilotId: park.pilotId } })
  const [later, first] = payments
  if (!later || !first) throw new Error('two payments are made')
  const give = async (paymentId: string, returnedOn: string) =>
    funds.done(reversePayment, {
      params: { paymentId },
      body: {
        kind: 'returned',
        receiptNo: `TH-${returnedOn}`,
        fileId: await paper(world, fundOf(park), '银行退款回单'),
        returnedOn,
        reason: '收款账号有误，银行退汇',
      },
    })
  world.setClock('2026-07-03')
  await give(later.paymentId, '2026-06-20')
  await give(first.paymentId, '2026-07-02')
  const q2 = await openReturn(world, park, '2026Q2')
  const { head, rows } = await showReturn(world, q2, fundOf(park))
  expect(head.spentFen).toBe(first.provincialFen)
  const params = { filingId: q2, indicator: 'F1' }
  const behind = await funds.done(contract.listRowRecords, { params, search: { span: 'total' } })
  expect(behind.value).toBe(first.provincialFen)
  expect(behind.records.filter(({ kind }) => kind === 'payment').map(({ value }) => value)).toEqual([
    -later.provincialFen,
    later.provincialFen,
    first.provincialFen,
  ])
  expect(behind.records.find(({ value }) => (value ?? 0) < 0)?.detail.zh).toContain('退回')
  expect(rows.find(({ indicator }) => indicator === 'F1')?.total).toBeCloseTo(
    (100 * first.provincialFen) / head.receivedFen,
    2,
  )
})
