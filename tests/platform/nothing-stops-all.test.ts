import { writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { demoCounty } from '../../database/demo/programme.ts'
import { buildApp } from '../../src/app.ts'
import * as accounts from '../../src/features/programme/accounts/contract.ts'
import * as system from '../../src/features/programme/system/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import { connect } from '../../src/platform/database/connect.ts'
import { unavailable } from '../../src/platform/http/unavailable.ts'
import { turns } from '../../src/platform/turns/turns.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let owner: pg.Client
/** Accounts that the administrator may close and open again. */
let held: string
let free: string
beforeAll(async () => {
  world = await startWorld()
  await demoCounty(world)
  const admin = await world.administrator()
  const { accounts: found } = await admin.done(accounts.listAccounts, { search: { q: '嘉善县' } })
  held = found[0]?.accountId ?? ''
  free = found[1]?.accountId ?? ''
  owner = new pg.Client(world.connection)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await world.stop()
})

const close = async (accountId: string) =>
  (await world.security()).call(accounts.closeAccount, { params: { accountId }, body: { closed: true } })

async function hold(accountId: string) {
  await owner.query('begin')
  await owner.query('select 1 from accounts where id = $1 for update', [accountId])
}

const waitingForLocks = async () => {
  const asked = `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
  return (await owner.query<{ pid: number }>(asked)).rows.map(({ pid }) => pid)
}

/** The database is reached and answers; what else is said hangs on the clock that the test sets and on the machine's disk. */
async function expectReady() {
  const { status, because } = await (await world.administrator()).done(system.health)
  expect(because.map(({ trouble }) => trouble)).not.toContain('database')
  expect(['ready', 'degraded']).toContain(status)
  expect((await (await world.administrator()).call(system.ready)).status).toBe(200)
}

/** What went wrong inside, and was meant to. */
const takeFaults = () => world.faults.splice(0).map((fault) => unavailable(fault)?.code)

const others = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`

describe('one fault stops nobody else', () => {
  it('lets nobody wait behind a held row who does not want it, and does what waited once it is free', async () => {
    await hold(held)
    let answered = 0
    const waiting = Array.from({ length: 14 }, async () => {
      const { status } = await close(held)
      answered++
      return status
    })
    await vi.waitFor(async () => expect(await waitingForLocks()).not.toEqual([]))
    const admin = await world.administrator()
    await expectReady()
    expect((await admin.done(units.listUnits, { search: { kind: 'province' } })).units).toHaveLength(1)
    expect((await close(free)).status).toBe(200)
    expect(answered).toBe(0)
    await owner.query('rollback')
    expect(new Set(await Promise.all(waiting))).toEqual(new Set([200]))
  })

  it('tells an act that waits too long to come again, and has written nothing of it', async () => {
    await hold(held)
    const start = performance.now()
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => start)
    const asked = close(held)
    await vi.waitFor(async () => expect(await waitingForLocks()).not.toEqual([]))
    clock.mockImplementation(() => start + 60_000)
    const { status, body, headers } = await asked
    clock.mockRestore()
    expect([status, body.error.code, headers['retry-after']]).toEqual([503, 'common.busy', '5'])
    await expectReady()
    await owner.query('rollback')
    expect(takeFaults()).toEqual(['common.busy'])
  })

  it('ends the one request whose connection breaks, and goes on', async () => {
    await hold(held)
    const asked = close(held)
    await vi.waitFor(async () => {
      const [pid] = await waitingForLocks()
      expect((await owner.query('select pg_terminate_backend($1) as ended', [pid])).rows).toEqual([{ ended: true }])
    })
    const { status, body } = await asked
    expect([status, body.error.code]).toEqual([503, 'common.database-away'])
    // The row is still held; nothing is wrong with the machine.
    await expectReady()
    await owner.query('rollback')
    expect((await close(held)).status).toBe(200)
    expect(takeFaults()).toEqual(['common.database-away'])
  })

  it('finds a database that has come back, without a restart', async () => {
    await owner.query(others)
    await vi.waitFor(async () => expect((await close(free)).status).toBe(200))
    takeFaults()
    await vi.waitFor(expectReady, { timeout: 10_000 })
  })

  it('reads from a database that takes no writes, says so, and writes again when it does', async () => {
    const [{ name } = { name: '' }] = (await owner.query<{ name: string }>('select current_database() as name')).rows
    const change = async (setting: string) => {
      await owner.query(`alter database ${pg.escapeIdentifier(name)} ${setting}`)
      await owner.query(others)
    }
    const admin = await world.administrator()
    await change('set default_transaction_read_only = on')
    await vi.waitFor(async () => {
      expect((await close(free)).body.error.code).toBe('common.database-away')
      expect(await admin.done(system.health)).toMatchObject({ status: 'degraded', because: [{ trouble: 'database' }] })
    }, 15_000)
    expect((await admin.done(units.listUnits, { search: { kind: 'province' } })).units).toHaveLength(1)
    await change('reset default_transaction_read_only')
    await vi.waitFor(async () => expect((await close(free)).status).toBe(200))
    takeFaults()
  }, 30_000)
})

describe('a database that is away', () => {
  it('leaves the process alive, not ready, and every request with a clear answer', async () => {
    const faults: unknown[] = []
    const app = await buildApp({
      connection: { host: '127.0.0.1', port: 1, user: 'nobody', database: 'none' },
      filesDir: world.filesDir,
      about: { version: 'test', database: { kind: 'external', version: '18' } },
      log: (_, error) => void faults.push(error),
    })
    const get = async (url: string) => {
      const { statusCode, headers, json } = await app.http.inject({ url })
      const body = json<{ status?: string; because?: { trouble: string }[]; error?: { code: string } }>()
      return { statusCode, again: headers['retry-after'], body }
    }
    expect(await get('/api/health/alive')).toMatchObject({ statusCode: 200, body: { status: 'alive' } })
    expect(await get('/api/health/ready')).toMatchObject({
      statusCode: 503,
      again: '5',
      body: { error: { code: 'common.not-ready' } },
    })
    expect(await get('/api/health')).toMatchObject({
      statusCode: 200,
      body: { status: 'not-ready', because: [{ trouble: 'database' }] },
    })
    expect(await get('/api/session')).toMatchObject({
      statusCode: 503,
      again: '5',
      body: { error: { code: 'common.database-away' } },
    })
    expect(faults).not.toEqual([])
    await app.close()
  })
})

describe('what the machine cannot do at the moment is told apart', () => {
  const errorOf = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: unknown) => error,
    )

  it('a statement that takes too long, a transaction left idle, a full pool, too many acts, a full disk', async () => {
    const outside = connect({ ...world.server, connectionTimeoutMillis: 50 }, { max: 1 })
    const slow = outside.transaction().execute(async (tx) => {
      await sql`set local statement_timeout = '20ms'`.execute(tx)
      await sql`select pg_sleep(5)`.execute(tx)
    })
    expect(unavailable(await errorOf(slow))?.code).toBe('common.took-too-long')
    const idle = outside.transaction().execute(async (tx) => {
      await sql`set local idle_in_transaction_session_timeout = '20ms'`.execute(tx)
      await setTimeout(200)
      await sql`select 1`.execute(tx)
    })
    expect(unavailable(await errorOf(idle))?.code).toBe('common.database-away')
    const inTurn = turns(1, { patience: 20 })
    await inTurn(async () => {
      expect(unavailable(await errorOf(inTurn(async () => undefined)))?.code).toBe('common.crowded')
    })
    await outside.transaction().execute(async (tx) => {
      await sql`select 1`.execute(tx)
      expect(unavailable(await errorOf(sql`select 1`.execute(outside)))?.code).toBe('common.database-away')
    })
    await outside.destroy()
    if (process.platform === 'linux')
      expect(unavailable(await errorOf(writeFile('/dev/full', 'x')))?.code).toBe('common.disk-full')
    expect(unavailable(new TypeError('x is not a function'))).toBeNull()
    expect(unavailable(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }))).toBeNull()
  })

  it('bounds every statement, every wait for a lock and every idle transaction of the application', async () => {
    const outside = connect(world.server, { max: 1 })
    const { rows } = await sql`
      select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
             current_setting('idle_in_transaction_session_timeout') as idle`.execute(outside)
    await outside.destroy()
    expect(rows).toEqual([{ statement: '30s', lock: '400ms', idle: '1min' }])
  })
})
