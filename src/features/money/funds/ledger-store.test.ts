import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { awardFen, type County, type Park } from '../../../../database/demo/programme.ts'
import { fundedPilot } from '../../../../tests/support/funded.ts'
import { inside } from '../../../../tests/support/inside.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { checkEntry, type Entry, post, totals } from '../../../policy/money/ledger.ts'
import { isRefusal, type Refusal } from '../../../shared/refusal.ts'
import { type FundLineView, showFunds } from './contract.ts'
import { balances, lineBalances, postEntry } from './public.ts'

let world: World
let county: County & { park: Park }
let by = ''
let line = ''
/** Fund lines of the pilot, with their provincial money. */
let lines: FundLineView[] = []
beforeAll(async () => {
  world = await startWorld()
  county = await fundedPilot(world)
  const [account] = await world.sql<{ id: string }>(`select id from accounts where name = '嘉善归谷智造园·资金专员'`)
  by = account?.id ?? ''
  const officer = await world.as('嘉善归谷智造园·资金专员')
  lines = (await officer.done(showFunds, { params: { pilotId: county.park.pilotId } })).lines
  line = lines[0]?.lineId ?? ''
})
afterAll(() => world.stop())

function about(park: Park) {
  const { newId } = world.services
  const pilot = { id: park.pilotId, scope: park.scope }
  return { pilot, subject: newId(), bookedOn: '2026-04-01', by, at: world.now, newId }
}

function book(entry: Entry, park = county.park): Promise<string> {
  return inside(world, park.scope, (tx) => postEntry(tx, { ...about(park), entry }))
}

const refused = (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => Promise.reject(new Error('was let through')),
    (error) => (isRefusal(error) ? error : Promise.reject(error)),
  )

describe('an entry (G3.6)', () => {
  it('is refused with account, balance and amount when it would take a balance below zero', async () => {
    const answer = await refused(book({ kind: 'approve-payment', amountFen: 150_000_001 }))
    expect(answer).toMatchObject({
      code: 'funds.below-zero',
      clause: 'G3.6',
      facts: { accountEn: 'cash', balance: '1,500,000.00', amount: '1,500,000.01' },
    })
    const onLine = await refused(book({ kind: 'commit', lineId: line, amountFen: 50_000_001 }))
    expect(onLine.facts).toMatchObject({ balance: '500,000.00' })
    expect((await refused(book({ kind: 'commit', lineId: line, amountFen: 0 }))).code).toBe(
      'common.amount-not-positive',
    )
  })

  it('follows a contract and its payment from line to line, and what is free of it is free again', async () => {
    await book({ kind: 'commit', lineId: line, amountFen: 2_000_000 })
    await book({ kind: 'approve-payment', amountFen: 2_000_000 })
    const onLine = () => inside(world, county.park.scope, (tx) => lineBalances(tx, line))
    expect(await onLine()).toEqual({ availableFen: 48_000_000, committedFen: 2_000_000, spentFen: 0 })
    await book({ kind: 'pay', lineId: line, amountFen: 2_000_000 })
    expect(await onLine()).toEqual({ availableFen: 48_000_000, committedFen: 0, spentFen: 2_000_000 })
    const now = await inside(world, county.park.scope, (tx) => balances(tx, county.park.pilotId))
    expect(now).toMatchObject({ cash: 148_000_000, payable: 0, expenditure: 2_000_000, undisbursed: 350_000_000 })
    expect(await inside(world, county.foreign.scope, (tx) => balances(tx, county.park.pilotId))).toEqual({})
    expect(await inside(world, county.foreign.scope, (tx) => lineBalances(tx, line))).toMatchObject({ availableFen: 0 })
  })

  it('opens the accounts of a line that has none yet at zero', async () => {
    const stranger = world.services.newId()
    expect((await refused(book({ kind: 'commit', lineId: stranger, amountFen: 1 }))).facts).toMatchObject({
      balance: '0.00',
    })
  })
})

describe('two payments on one balance', () => {
  it('never take it below zero: exactly one of them wins, a hundred times', async () => {
    for (let i = 0; i < 100; i++) {
      const { cash = 0 } = await inside(world, county.park.scope, (tx) => balances(tx, county.park.pilotId))
      const amountFen = Math.floor(cash / 2) + 1 + i
      const both = await Promise.allSettled([
        book({ kind: 'approve-payment', amountFen }),
        book({ kind: 'approve-payment', amountFen }),
      ])
      expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
      const lost = both.find((one) => one.status === 'rejected')
      expect(lost?.status === 'rejected' && lost.reason).toMatchObject({ code: 'funds.below-zero' })
      const after = await inside(world, county.park.scope, (tx) => balances(tx, county.park.pilotId))
      expect(after.cash).toBe(cash - amountFen)
      await book({ kind: 'cancel-payment', amountFen })
    }
  })

  it('wait for each other without a deadlock when they move the same accounts in different orders', async () => {
    const sums = Array.from({ length: 20 }, (_, i) => i + 1)
    await Promise.all(
      sums.map((amountFen) =>
        amountFen % 2
          ? book({ kind: 'approve-payment', amountFen })
          : book({ kind: 'commit', lineId: line, amountFen }),
      ),
    )
    const after = await inside(world, county.park.scope, (tx) => balances(tx, county.park.pilotId))
    expect(after.payable).toBe(100)
    await book({ kind: 'cancel-payment', amountFen: 100 })
  })
})

const fen = fc.integer({ min: 1, max: 60_000_000 })
const step = (ids: readonly string[]): fc.Arbitrary<Entry> =>
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('release', 'receive', 'approve-payment', 'cancel-payment'),
      amountFen: fen,
    }),
    fc.record({
      kind: fc.constantFrom('commit', 'uncommit', 'pay'),
      lineId: fc.constantFrom(...ids),
      amountFen: fen,
    }),
  )

describe('any sequence of entries', () => {
  it('is let through or refused as the rule says, and keeps every sum in its bounds', async () => {
    const park = county.park
    const given = new Map(lines.slice(0, 2).map(({ lineId, provincialFen }) => [lineId, provincialFen]))
    await fc.assert(
      fc.asyncProperty(fc.array(step([...given.keys()]), { minLength: 1, maxLength: 25 }), async (entries) => {
        const rollback = new Error('rolled back on purpose')
        const work = inside(world, park.scope, async (tx) => {
          let expected = await balances(tx, park.pilotId)
          for (const entry of entries) {
            const postings = checkEntry(expected, entry)
            const done = await postEntry(tx, { ...about(park), entry }).catch((error: unknown) => error)
            expect(isRefusal(done)).toBe(isRefusal(postings))
            if (isRefusal(postings)) continue
            const after = post(expected, postings)
            if (!isRefusal(after)) expected = after
          }
          const now = await balances(tx, park.pilotId)
          expect(now).toEqual(expected)
          const { disbursedFen, committedFen, spentFen } = totals(now)
          expect(disbursedFen).toBeLessThanOrEqual(awardFen)
          expect(spentFen).toBeLessThanOrEqual(Math.min(disbursedFen, committedFen))
          for (const [id, provincialFen] of given) {
            const { availableFen, committedFen, spentFen } = await lineBalances(tx, id)
            expect(availableFen + committedFen + spentFen).toBe(provincialFen)
          }
          await sql`set constraints all immediate`.execute(tx)
          throw rollback
        })
        await expect(work).rejects.toBe(rollback)
      }),
      { numRuns: 40 },
    )
  })
})
