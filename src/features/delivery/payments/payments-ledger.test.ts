import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  approve,
  approvedPilot,
  type County,
  demoCounty,
  draftPlan,
  type Park,
  submitPlan,
} from '../../../../database/demo/programme.ts'
import { samplePlan } from '../../../../database/demo/sample-plan.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { receive, recommend, release } from '../../../../tests/support/funded.ts'
import {
  approvePrepared,
  invoice,
  paymentBody,
  prepare,
  receiptBody,
  shown,
} from '../../../../tests/support/payments.ts'
import { fundOf, managerOf, serviceAt } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import type { ServiceKind } from '../../../policy/records/service-kinds.ts'
import * as contract from './contract.ts'

const price = 40_000_000
const provincial = price - 200_000
const cash = 150_000_000

let world: World
let county: County & { park: Park }
let park: Park
beforeAll(async () => {
  world = await startWorld()
  const all = await demoCounty(world)
  park = all.first
  county = { ...all, park }
  const plan = samplePlan(park.name)
  const dear = plan.agencies.products.map((one) => ({ ...one, agreedPriceFen: price, marketPriceFen: price }))
  await draftPlan(world, park, { ...plan, agencies: { ...plan.agencies, products: dear } })
  await submitPlan(world, park)
  for (const officer of ['嘉善县经信局·经办', '嘉善县财政局·经办']) await approve(world, park, officer)
  for (const step of [recommend, release, receive]) await step(world, park, 1)
  world.setClock('2026-06-10')
})
afterAll(() => world.stop())

async function invoiced(kind: ServiceKind, enterprise: number): Promise<string> {
  const serviceId = await serviceAt(world, park, 'confirmed', { kind, enterprise })
  await invoice(world, park, serviceId)
  return serviceId
}

/** Where the money is, and where the one line of this service stands. */
async function book(lineId = '') {
  const rows = await world.sql<{ key: string; fen: string }>(
    'select key, balance_fen as fen from ledger_accounts where pilot_id = $1',
    [park.pilotId],
  )
  const all = Object.fromEntries(rows.map(({ key, fen }) => [key, Number(fen)]))
  const line = (kind: string) => all[`${kind}:${lineId}`] ?? 0
  return {
    cash: all.cash ?? 0,
    payable: all.payable ?? 0,
    expenditure: all.expenditure ?? 0,
    committed: line('line-committed'),
    spent: line('line-spent'),
  }
}

async function lineOf(serviceId: string): Promise<string> {
  const rows = await world.sql<{ lineId: string }>('select line_id as "lineId" from contracts where service_id = $1', [
    serviceId,
  ])
  return rows[0]?.lineId ?? ''
}

it('books every step of a payment, and nothing else (G3.6)', async () => {
  const serviceId = await serviceAt(world, park, 'confirmed', { kind: 'management-upgrade' })
  const line = await lineOf(serviceId)
  const start = { cash, payable: 0, expenditure: 0, committed: provincial, spent: 0 }
  expect(await book(line)).toEqual(start)
  await invoice(world, park, serviceId)
  expect(await book(line)).toEqual(start)
  const first = await prepare(world, park, serviceId)
  expect(await book(line)).toEqual(start)
  await approvePrepared(world, park, first)
  expect(await book(line)).toEqual({ ...start, cash: cash - provincial, payable: provincial })
  const fund = await world.as(fundOf(park))
  await fund.done(contract.cancelPayment, { params: { paymentId: first }, body: { reason: '账号有误' } })
  expect(await book(line)).toEqual(start)
  const second = await prepare(world, park, serviceId)
  await approvePrepared(world, park, second)
  const body = await receiptBody(world, park)
  await fund.done(contract.recordReceipt, { params: { paymentId: second }, body })
  const end = { cash: cash - provincial, payable: 0, expenditure: provincial, committed: 0, spent: provincial }
  expect(await book(line)).toEqual(end)
  const entries = await world.sql<{ kind: string; memo: string; amountFen: string }>(
    `select e.kind, e.memo, sum(p.amount_fen) filter (where p.amount_fen > 0) as "amountFen"
       from ledger_entries e join ledger_postings p on p.entry_id = e.id
      where e.subject = any($1::uuid[]) group by e.id order by e.seq`,
    [[first, second]],
  )
  const { no } = await shown(world, park, serviceId)
  expect(entries.map(({ kind, memo }) => [kind, memo])).toEqual([
    ['approve-payment', no],
    ['cancel-payment', '账号有误'],
    ['approve-payment', no],
    ['pay', body.receiptNo],
  ])
  const twice = await fund.call(contract.recordReceipt, {
    params: { paymentId: second },
    body: await receiptBody(world, park),
  })
  expect(twice.status).toBe(422)
  expect(await book(line)).toEqual(end)
})

it('refuses what the account does not hold, before and at the approval (G3.6)', async () => {
  await approvedPilot(world, county.second)
  const poor = await serviceAt(world, county.second, 'confirmed')
  await invoice(world, county.second, poor)
  const client = await world.as(fundOf(county.second))
  const body = await paymentBody(world, county.second, poor)
  const answer = await client.call(contract.preparePayment, { params: { serviceId: poor }, body })
  expect(answer.body.error).toMatchObject({ code: 'payments.above-cash', clause: 'G3.6', facts: { limit: '0.00' } })
  expect((await shown(world, county.second, poor)).payments).toEqual([])
})

const kinds: readonly ServiceKind[] = ['system-certification', 'intellectual-property', 'talent', 'financing']

it('two approvals at once on cash for one: exactly one, a hundred times, never below zero (G3.6)', async () => {
  const services: string[] = []
  for (const [i, kind] of kinds.entries()) services.push(await invoiced(kind, i))
  const [hog = '', ...rivals] = services
  // The first payment above has left 110.2 million fen; with this one held, 70.4 million are there: not twice 39.8.
  const held = await prepare(world, park, hog)
  await approvePrepared(world, park, held)
  const pair = rivals.slice(0, 2)
  const free = (await book()).cash
  expect(free).toBeGreaterThanOrEqual(provincial)
  expect(free).toBeLessThan(2 * provincial)
  const manager = await world.as(managerOf(park))
  const fund = await world.as(fundOf(park))
  const bodies = new Map<string, Awaited<ReturnType<typeof paymentBody>>>()
  for (const serviceId of pair) bodies.set(serviceId, await paymentBody(world, park, serviceId))
  const open = new Map<string, string>()
  for (let round = 0; round < 100; round++) {
    for (const serviceId of pair) {
      const body = bodies.get(serviceId)
      if (open.has(serviceId) || !body) continue
      const { paymentId } = await fund.done(contract.preparePayment, { params: { serviceId }, body })
      open.set(serviceId, paymentId)
    }
    const asked = round % 2 === 0 ? pair : pair.toReversed()
    const answers = await Promise.all(
      asked.map((serviceId) =>
        manager.call(contract.approvePayment, { params: { paymentId: open.get(serviceId) ?? '' } }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    const refused = answers.find(({ status }) => status === 422)
    expect(refused?.body.error).toMatchObject({ code: 'payments.above-cash', clause: 'G3.6' })
    expect((await book()).cash).toBe(free - provincial)
    for (const [serviceId, paymentId] of [...open]) {
      if (answers.find(({ status }) => status === 200)?.body.paymentId !== paymentId) continue
      await fund.done(contract.cancelPayment, { params: { paymentId }, body: { reason: '让路给别的' } })
      open.delete(serviceId)
    }
    expect((await book()).cash).toBe(free)
  }
  const below = await world.sql('select key from ledger_accounts where balance_fen < 0 and not overdraw')
  expect(below).toEqual([])
  const last = [...open.keys()][0] ?? ''
  const view = await shown(world, park, last, managerOf(park))
  expect(abilityIn(view.payments[0]?.actions, 'approve')).toMatchObject({ allowed: true })
}, 120_000)

it('two payments drawn up at once on one service: exactly one (G3.6)', async () => {
  const serviceId = await invoiced('standardisation', 4)
  const body = { ...(await paymentBody(world, park, serviceId)), provincialFen: 1_000 }
  const fund = await world.as(fundOf(park))
  for (let round = 0; round < 25; round++) {
    const answers = await Promise.all(
      [1, 2, 3].map(() => fund.call(contract.preparePayment, { params: { serviceId }, body })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422])
    for (const { status, body: refused } of answers)
      if (status === 422) expect(refused.error.code).toBe('payments.one-at-a-time')
    const paymentId = answers.find(({ status }) => status === 200)?.body.paymentId ?? ''
    await fund.done(contract.cancelPayment, { params: { paymentId }, body: { reason: '重新来过' } })
  }
}, 60_000)

it('an approval and a cancellation at once: the money is where the payment says (G3.6)', async () => {
  const serviceId = await invoiced('research-matching', 0)
  const body = { ...(await paymentBody(world, park, serviceId)), provincialFen: 5_000 }
  const [fund, manager] = [await world.as(fundOf(park)), await world.as(managerOf(park))]
  const free = (await book()).cash
  for (let round = 0; round < 25; round++) {
    const { paymentId } = await fund.done(contract.preparePayment, { params: { serviceId }, body })
    const params = { paymentId }
    const calls = [
      () => manager.call(contract.approvePayment, { params }),
      () => fund.call(contract.cancelPayment, { params, body: { reason: '同时取消' } }),
    ]
    await Promise.all((round % 2 === 0 ? calls : calls.toReversed()).map((act) => act()))
    const { payments } = await shown(world, park, serviceId)
    const state = payments.find((one) => one.paymentId === paymentId)?.state
    expect(state).toBe('cancelled')
    expect((await book()).cash).toBe(free)
  }
}, 60_000)
