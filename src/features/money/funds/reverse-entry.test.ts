import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, type County, draftPlan, type Park, submitPlan } from '../../../../database/demo/programme.ts'
import { fundedPilot, receive, recommend, release } from '../../../../tests/support/funded.ts'
import { inside } from '../../../../tests/support/inside.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'
import type { entryKinds } from './entry-contract.ts'
import { postEntry } from './public.ts'
import { fileDisbursement } from './tranche-contract.ts'

const finance = '嘉善县财政局·经办'
const manager = '嘉善归谷智造园·负责人'
const reason = '银行退票，账号有误'
let world: World
let county: County & { park: Park }
beforeAll(async () => {
  world = await startWorld()
  county = await fundedPilot(world)
})
afterAll(() => world.stop())

type Kind = (typeof entryKinds)[number]

async function entries(kind?: Kind, by = finance) {
  const client = await world.as(by)
  const search = kind ? { kind } : {}
  return (await client.done(contract.listEntries, { params: { pilotId: county.park.pilotId }, search })).entries
}

async function reverse(by: string, entryId: string, why = reason) {
  return (await world.as(by)).call(contract.reverseEntry, { params: { entryId }, body: { reason: why } })
}

const newest = async (kind: Kind) => (await entries(kind))[0]?.entryId ?? ''
const tranche = async (no: number) => {
  const client = await world.as(finance)
  const { tranches } = await client.done(contract.showFunds, { params: { pilotId: county.park.pilotId } })
  return tranches[no - 1]
}
const money = async () => {
  const client = await world.as(finance)
  return (await client.done(contract.showFunds, { params: { pilotId: county.park.pilotId } })).money
}

describe('reversing an entry (G3.6)', () => {
  it('is refused for what comes from the plan, by the clause that changes it', async () => {
    for (const kind of ['award', 'budget'] as const) {
      const answer = await reverse(finance, await newest(kind))
      expect(answer.body.error).toMatchObject({ code: 'funds.reverse-with-plan', clause: 'G5.5' })
    }
  })

  it('is for the one whose step it was, in order, and never for a foreign county', async () => {
    const [released, received] = [await newest('release'), await newest('receive')]
    expect((await reverse('嘉善县经信局·经办', released)).status).toBe(403)
    expect((await reverse('嘉善归谷智造园·资金专员', received)).status).toBe(403)
    expect((await reverse('海宁市财政局·经办', released)).status).toBe(404)
    expect((await reverse('嘉善大云精密园·负责人', received)).status).toBe(404)
    expect((await reverse(finance, received)).body.error.code).toBe('funds.reverse-by-park')
    expect((await reverse(manager, released)).body.error.code).toBe('funds.reverse-by-finance')
    expect((await reverse(finance, released)).body.error.code).toBe('funds.reverse-receipt-first')
    expect((await reverse(manager, received, ' ')).body.error).toMatchObject({
      code: 'common.reason-missing',
      fields: [{ field: 'reason' }],
    })
    expect((await reverse(finance, county.park.pilotId)).status).toBe(404)
  })

  it('mirrors the entry, takes the tranche one step back with it, and happens once', async () => {
    const received = await newest('receive')
    const both = await Promise.all([reverse(manager, received), reverse(manager, received)])
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 422])
    expect(both.find((answer) => answer.status === 422)?.body.error.code).toBe('funds.already-reversed')
    expect(await tranche(1)).toMatchObject({ state: 'released', received: null, amountFen: 150_000_000 })
    expect(await money()).toMatchObject({ disbursedFen: 150_000_000, inTransitFen: 150_000_000, cashFen: 0 })
    const released = await newest('release')
    const economy = await world.as('嘉善县经信局·经办')
    const filing = { number: 'ZJ-2026-1', name: '第一期', filedOn: '2026-04-01' }
    await economy.done(fileDisbursement, { params: { pilotId: county.park.pilotId, no: 1 }, body: filing })
    const { voucherNo } = (await tranche(1)) ?? {}
    expect((await reverse(finance, released)).status).toBe(200)
    expect(await tranche(1)).toMatchObject({ filing: null, formerFilings: [{ ...filing, voucherNo }] })
    expect(await tranche(1)).toMatchObject({ state: 'recommended', released: null, voucherNo: null, paidOn: null })
    expect(await money()).toMatchObject({ disbursedFen: 0, undisbursedFen: 500_000_000, inTransitFen: 0 })
    const [latest, before] = await entries()
    expect(latest).toMatchObject({
      kind: 'reverse',
      memo: reason,
      reverses: released,
      byName: finance,
      amountFen: 150_000_000,
    })
    expect(before).toMatchObject({ kind: 'reverse', reverses: received, byName: manager })
    expect((await entries('release'))[0]).toMatchObject({ reversedBy: latest?.entryId, actions: [{ allowed: false }] })
    expect((await reverse(finance, latest?.entryId ?? '')).body.error.code).toBe('funds.reversal-of-reversal')
  })

  it('leaves the way open to release and receive again', async () => {
    await release(world, county.park, 1)
    await receive(world, county.park, 1)
    expect(await tranche(1)).toMatchObject({
      state: 'received',
      filing: null,
      formerFilings: [{ number: 'ZJ-2026-1' }],
    })
    expect(await money()).toMatchObject({ disbursedFen: 150_000_000, cashFen: 150_000_000 })
    expect((await entries()).length).toBe(8)
  })

  it('is refused once a later tranche builds on it', async () => {
    await world.sql(
      `update tranches set state = 'recommended', amount_fen = 1, recommended_at = $2,
              recommended_by = (select id from accounts where name = '嘉善县经信局·经办')
        where pilot_id = $1 and no = 2`,
      [county.park.pilotId, world.now],
    )
    const answer = await reverse(manager, await newest('receive'))
    expect(answer.body.error).toMatchObject({ code: 'funds.later-tranche-started', facts: { no: 1, later: 2 } })
    const economy = await world.as('嘉善县经信局·经办')
    await economy.done(contract.withdrawRecommendation, {
      params: { pilotId: county.park.pilotId, no: 2 },
      body: { reason: '金额有误' },
    })
  })

  it('is refused when the money is no longer there, and writes nothing', async () => {
    const [account] = await world.sql<{ id: string }>('select id from accounts where name = $1', [manager])
    await inside(world, county.park.scope, (tx) =>
      postEntry(tx, {
        pilot: { id: county.park.pilotId, scope: county.park.scope },
        entry: { kind: 'approve-payment', amountFen: 1 },
        subject: county.park.pilotId,
        bookedOn: '2026-04-01',
        by: account?.id ?? '',
        at: world.now,
        newId: world.services.newId,
      }),
    )
    const before = await entries()
    const answer = await reverse(manager, await newest('receive'))
    expect(answer.body.error).toMatchObject({
      code: 'funds.below-zero',
      clause: 'G3.6',
      facts: { balance: '1,499,999.99', amount: '1,500,000.00' },
    })
    expect(await entries()).toEqual(before)
    expect(await tranche(1)).toMatchObject({ state: 'received' })
    const payment = await reverse(finance, await newest('approve-payment'))
    expect(payment.body.error).toMatchObject({ code: 'funds.reverse-with-payment', clause: 'G3.6' })
  })

  it('stays on record with reason, entry and tranche before and after', async () => {
    const rows = await world.sql<{ reason: string; state: string }>(
      `select after ->> 'reason' as reason, after -> 'tranche' ->> 'state' as state from audit_events
        where kind = 'ledger.reversed' order by at, id`,
    )
    expect(rows).toEqual([
      { reason, state: 'released' },
      { reason, state: 'recommended' },
    ])
  })
})

describe('double releases and receipts', () => {
  it('end in one entry each, twenty-five times', async () => {
    const park = county.second
    await draftPlan(world, park)
    await submitPlan(world, park)
    await approve(world, park, '嘉善县经信局·经办')
    await approve(world, park, finance)
    await recommend(world, park, 1)
    for (let i = 0; i < 25; i++) {
      const releases = await Promise.allSettled([
        release(world, park, 1),
        release(world, park, 1, '嘉善县财政局·负责人'),
      ])
      expect(releases.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
      const client = await world.as(finance)
      const params = { pilotId: park.pilotId }
      const { entries } = await client.done(contract.listEntries, { params, search: { kind: 'release' } })
      expect(entries.filter((entry) => entry.reversedBy === null)).toHaveLength(1)
      await client.done(contract.reverseEntry, { params: { entryId: entries[0]?.entryId ?? '' }, body: { reason } })
    }
  })
})
