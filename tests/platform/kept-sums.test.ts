import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keptSums, wrongSums } from '../../database/kept-sums.ts'
import { recount } from '../../tools/recount.ts'
import { fundedPilot } from '../support/funded.ts'
import { payFor } from '../support/paid.ts'
import { serviceAt } from '../support/services.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let owner: pg.Client
beforeAll(async () => {
  world = await startWorld()
  const { park } = await fundedPilot(world)
  await payFor(world, park, await serviceAt(world, park, 'confirmed'))
  owner = new pg.Client(world.connection)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await world.stop()
})

/** What sets each sum off by one. */
const tampered: Record<string, string> = {
  'baselines.has_controls': 'update baselines set has_controls = not has_controls',
  'baselines.services_planned': 'update baselines set services_planned = services_planned + 1',
  'filings.filed_at': `update filings set filed_at = filed_at + interval '1 second'`,
  'ledger_accounts.balance_fen': 'update ledger_accounts set balance_fen = balance_fen + 1',
  pilot_money: 'update pilot_money set spent_fen = spent_fen + 1',
  'ledger_accounts of measures': `update ledger_accounts set balance_fen = balance_fen + 1 where key = 'deducted'`,
  service_counts: 'update service_counts set counted = counted + 1 where n > 0',
  pilot_service_counts: 'update pilot_service_counts set n = n + 1',
  enterprise_service_counts: 'update enterprise_service_counts set n = n + 1',
  'services.price_fen': 'update services set price_fen = price_fen + 1',
  'services.agency_id': 'update services set agency_id = null',
  'payments.service_kind': `update payments set service_kind = ''`,
  measured_services: 'update measured_services set proofs = proofs + 1',
  enterprise_counts: 'update enterprise_counts set n = n + 1',
  finding_counts:
    'insert into finding_counts select id, 1, scope from pilots on conflict (pilot_id) do update set n = finding_counts.n + 1',
  unit_storage: 'update unit_storage set bytes = bytes + 1',
  proof_counts: 'update proof_counts set n = n + 1',
}

it.each(keptSums.map(({ name }) => name))('%s that is off by one is found', async (name) => {
  await owner.query('begin')
  try {
    // The bare row, without what the database does about it.
    await owner.query('set local session_replication_role = replica')
    await owner.query(tampered[name] ?? '')
    const wrong = await wrongSums(owner)
    expect(wrong.length).toBeGreaterThan(0)
    expect(new Set(wrong.map(({ sum }) => sum))).toContain(name)
  } finally {
    await owner.query('rollback')
  }
  expect(await wrongSums(owner)).toEqual([])
})

it('the command looks at the database of the settings, and asks how it is meant', async () => {
  const { user, host, port, password, database } = world.connection
  const url = new URL(`postgresql://${user}@localhost:${port}/${database}`)
  url.password = password
  url.searchParams.set('host', host)
  expect(await recount(['verify'], { DATABASE_URL: url.href })).toMatchObject({ right: true })
  expect(await recount([], {})).toMatchObject({
    right: false,
    text: expect.stringContaining('npm run recount -- verify'),
  })
})
