import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { connect, mostConnections, warmUp } from '../../src/platform/database/connect.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

it('works as the application’s role and sees nothing unasked, whatever options the address brings along', async () => {
  const { user, host, port, password, database } = world.connection
  const url = new URL(`postgresql://${user}@localhost:${port}/${database}`)
  url.password = password
  url.searchParams.set('host', host)
  for (const options of ['', '-c statement_timeout=4321', `-c role=${user} -c statement_timeout=4321`]) {
    if (options) url.searchParams.set('options', options)
    const outside = connect({ connectionString: url.href }, { max: 1 })
    const found = await sql<{ role: string; timeout: string; units: number }>`
      select current_user as role, current_setting('statement_timeout') as timeout, (select count(*)::int from units) as units
    `.execute(outside)
    await outside.destroy()
    const timeout = options ? '4321ms' : '30s'
    expect(found.rows).toEqual([{ role: 'yuanqitong_app', timeout, units: 0 }])
  }
})

it('has every connection open and used before the first request, and keeps it through a silence', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const outside = connect(world.connection)
  const backends = async () => {
    const found: number[] = []
    await warmUp(outside, async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      found.push(...rows.map(({ pid }) => pid))
    })
    return found.sort()
  }
  try {
    const first = await backends()
    expect(new Set(first).size).toBe(mostConnections)
    await vi.advanceTimersByTimeAsync(600_000)
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(outside)
    expect(first).toContain(rows[0]?.pid)
    expect(new Set([...first, ...(await backends())]).size).toBe(mostConnections)
  } finally {
    vi.useRealTimers()
    await outside.destroy()
  }
})
