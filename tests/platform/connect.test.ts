import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { connect, mostConnections, warmUp } from '../../src/platform/database/connect.ts'
import { serverAccount } from '../../src/platform/postgres/accounts.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

it('works as the server’s own account and sees nothing unasked, whatever options the address brings along', async () => {
  const { user, host, port, database } = world.connection
  const url = new URL(`postgresql://${serverAccount}@localhost:${port}/${database}`)
  url.password = world.connection.serverPassword
  url.searchParams.set('host', host)
  const asked = async (options: string) => {
    if (options) url.searchParams.set('options', options)
    const outside = connect({ connectionString: url.href }, { max: 1 })
    const found = await sql<{ role: string; timeout: string; units: number }>`
      select current_user as role, current_setting('statement_timeout') as timeout, (select count(*)::int from units) as units
    `
      .execute(outside)
      .finally(() => outside.destroy())
    return found.rows
  }
  expect(await asked('')).toEqual([{ role: serverAccount, timeout: '30s', units: 0 }])
  expect(await asked('-c statement_timeout=4321')).toEqual([{ role: serverAccount, timeout: '4321ms', units: 0 }])
  await expect(asked(`-c role=${user}`)).rejects.toThrow('permission denied to set role')
})

it('has every connection open and used before the first request, and keeps it through a silence', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const outside = connect(world.server)
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
