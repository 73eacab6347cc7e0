import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '../../src/platform/database/connect.ts'
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
    const timeout = options ? '4321ms' : '0'
    expect(found.rows).toEqual([{ role: 'yuanqitong_app', timeout, units: 0 }])
  }
})
