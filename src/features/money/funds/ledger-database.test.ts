import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { County, Park } from '../../../../database/demo/programme.ts'
import { fundedPilot } from '../../../../tests/support/funded.ts'
import { inside } from '../../../../tests/support/inside.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { showFunds } from './contract.ts'

// What the database refuses by itself, whatever the application does (G3.6, G4.2).

let world: World
let county: County & { park: Park }
let by = ''
let lines: string[] = []
beforeAll(async () => {
  world = await startWorld()
  county = await fundedPilot(world)
  by = await idOf('嘉善归谷智造园·资金专员')
  const officer = await world.as('嘉善归谷智造园·资金专员')
  const { lines: shown } = await officer.done(showFunds, { params: { pilotId: county.park.pilotId } })
  lines = shown.map(({ lineId }) => lineId)
})
afterAll(() => world.stop())

async function idOf(name: string): Promise<string> {
  const [found] = await world.sql<{ id: string }>('select id from accounts where name = $1', [name])
  return found?.id ?? ''
}

async function account(key: string, park = county.park): Promise<string> {
  const values = [park.pilotId, key]
  const [found] = await world.sql<{ id: string }>(
    'select id from ledger_accounts where pilot_id = $1 and key = $2',
    values,
  )
  return found?.id ?? ''
}

/** A transaction of the application's own role inside the park's scope. */
const asApplication = <T>(work: Parameters<typeof inside<T>>[2]) => inside(world, county.park.scope, work)

/** An entry by hand, past every rule of the application. */
function byHand(postings: readonly (readonly [string, number])[], { scope = county.park.scope, kind = 'pay' } = {}) {
  const id = world.services.newId()
  return asApplication(async (tx) => {
    await sql`insert into ledger_entries (id, pilot_id, kind, booked_on, at, account_id, subject, scope)
              values (${id}, ${county.park.pilotId}, ${kind}, '2026-04-01', now(), ${by}, ${id}, ${county.park.scope})`.execute(
      tx,
    )
    for (const [accountId, amount] of postings) {
      await sql`insert into ledger_postings (entry_id, account_id, amount_fen, scope)
                values (${id}, ${accountId}, ${amount}, ${scope})`.execute(tx)
    }
  })
}

/** A transfer by hand between two accounts of the park. */
async function transfer(from: string, to: string, amount: number, kind?: string): Promise<void> {
  const [source, target] = [await account(from), await account(to)]
  await byHand(
    [
      [source, -amount],
      [target, amount],
    ],
    { kind },
  )
}

it('changing or deleting an entry or a posting, for the application and for the owner', async () => {
  for (const table of ['ledger_entries', 'ledger_postings']) {
    const change = table === 'ledger_entries' ? `memo = 'other'` : 'amount_fen = 1'
    for (const statement of [`update ${table} set ${change}`, `delete from ${table}`, `truncate ${table} cascade`]) {
      await expect(world.sql(statement)).rejects.toThrow('append-only')
      await expect(asApplication((tx) => sql.raw(statement).execute(tx))).rejects.toMatchObject({ code: '42501' })
    }
  }
})

it('moving a balance without a posting', async () => {
  const statement = 'update ledger_accounts set balance_fen = balance_fen + 1'
  await expect(asApplication((tx) => sql.raw(statement).execute(tx))).rejects.toMatchObject({ code: '42501' })
})

it('an entry that does not balance, has less than two postings, or turns what lines allow into money', async () => {
  const [cash, payable] = [await account('cash'), await account('payable')]
  await expect(
    byHand([
      [cash, -5],
      [payable, 4],
    ]),
  ).rejects.toThrow('does not balance')
  await expect(byHand([[cash, -5]])).rejects.toThrow('does not balance')
  await expect(byHand([])).rejects.toThrow('does not balance')
  await expect(transfer(`line-available:${lines[0]}`, 'cash', 5)).rejects.toThrow('does not balance')
})

it('a balance below zero', async () => {
  await expect(transfer('cash', 'payable', 150_000_001)).rejects.toMatchObject({ constraint: 'balance_not_below_zero' })
})

it('more than the award, and more on a line than the approved plan gave it', async () => {
  await expect(transfer('grant', 'undisbursed', 1, 'award')).rejects.toMatchObject({
    constraint: 'ledger_within_award',
  })
  const moved = transfer(`line-available:${lines[1]}`, `line-available:${lines[2]}`, 1)
  await expect(moved).rejects.toMatchObject({ constraint: 'ledger_within_line' })
})

it("a posting on another pilot's account, under either scope, and one that joins an older entry", async () => {
  const theirs = world.services.newId()
  const opened = 'insert into ledger_accounts (id, pilot_id, key, overdraw, scope) values ($1, $2, $3, false, $4)'
  await world.sql(opened, [theirs, county.foreign.pilotId, 'cash', county.foreign.scope])
  const cash = await account('cash')
  await expect(
    byHand([
      [cash, -5],
      [theirs, 5],
    ]),
  ).rejects.toMatchObject({ code: '23503' })
  const foreign = byHand(
    [
      [theirs, 5],
      [cash, -5],
    ],
    { scope: county.foreign.scope },
  )
  await expect(foreign).rejects.toMatchObject({ code: '42501' })
  const [entry] = await world.sql<{ id: string }>(`select id from ledger_entries where kind = 'award'`)
  const late = 'insert into ledger_postings (entry_id, account_id, amount_fen, scope) values ($1, $2, 1, $3)'
  await expect(world.sql(late, [entry?.id, cash, county.park.scope])).rejects.toThrow('made in the same transaction')
})

it("an entry, an account or a tranche of one pilot under another's scope, even for the owner", async () => {
  const id = world.services.newId()
  const values = [id, county.foreign.pilotId, county.park.scope]
  const entry = `insert into ledger_entries (id, pilot_id, kind, booked_on, at, account_id, subject, scope)
                 values ($1, $2, 'pay', '2026-04-01', now(), '${by}', $1, $3)`
  await expect(world.sql(entry, values)).rejects.toMatchObject({ code: '23503' })
  const opened = `insert into ledger_accounts (id, pilot_id, key, overdraw, scope) values ($1, $2, 'payable', false, $3)`
  await expect(world.sql(opened, values)).rejects.toMatchObject({ code: '23503' })
  const tranche = `insert into tranches (id, pilot_id, county_id, no, state, scope) values ($1, $2, '${county.countyId}', 9, 'waiting', $3)`
  await expect(world.sql(tranche, values)).rejects.toMatchObject({ code: '23503' })
})

it('a finance account that recommends, an economy account that releases, one person doing both (G4.2)', async () => {
  const [economy, finance] = [await idOf('嘉善县经信局·经办'), await idOf('嘉善县财政局·经办')]
  const recommend = `update tranches set state = 'recommended', amount_fen = 1, recommended_at = now(), recommended_by = $2
                      where pilot_id = $1 and no = 2`
  await expect(world.sql(recommend, [county.park.pilotId, finance])).rejects.toMatchObject({ code: '23503' })
  const release = `update tranches set released_by = $2 where pilot_id = $1 and no = 1`
  await expect(world.sql(release, [county.park.pilotId, by])).rejects.toMatchObject({ code: '23503' })
  // Whoever recommended is stopped before the bureau is even looked at.
  await expect(world.sql(release, [county.park.pilotId, economy])).rejects.toMatchObject({ code: '23514' })
})

it('a second reversal of the same entry', async () => {
  const [award] = await world.sql<{ id: string }>(`select id from ledger_entries where kind = 'award'`)
  const again = `insert into ledger_entries (id, pilot_id, kind, booked_on, at, account_id, subject, scope, reverses)
                 values (gen_random_uuid(), $1, 'reverse', '2026-04-01', now(), $2, $3, $4, $3),
                        (gen_random_uuid(), $1, 'reverse', '2026-04-01', now(), $2, $3, $4, $3)`
  const values = [county.park.pilotId, by, award?.id, county.park.scope]
  await expect(world.sql(again, values)).rejects.toMatchObject({ constraint: 'ledger_entries_reverses_key' })
})
