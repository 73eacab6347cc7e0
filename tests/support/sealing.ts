import pg from 'pg'
import * as units from '../../src/features/programme/units/contract.ts'
import { sealEvents } from '../../src/platform/audit/seal.ts'
import { accountAt, jobsAccount } from '../../src/platform/postgres/accounts.ts'
import type { World } from './world.ts'

/** The account of the jobs, sealing at the world's clock. */
export async function sealerOf(world: World) {
  const jobs = new pg.Client(accountAt(world.connection, jobsAccount, world.connection.serverPassword))
  await jobs.connect()
  return {
    seal: () =>
      sealEvents(
        (text, values) => jobs.query(text, values),
        () => world.now,
      ),
    ask: (text: string, values: unknown[] = []) => jobs.query(text, values),
    end: () => jobs.end(),
  }
}

let parks = 0

/** As many acts of the administrator at once, each with its event. */
export async function actsOf(world: World, n: number): Promise<void> {
  const admin = await world.administrator()
  const [county] = await world.sql<{ id: string }>(`select id from units where kind = 'county' order by scope limit 1`)
  const one = () =>
    admin.done(units.registerUnit, { body: { kind: 'park', parentId: county?.id ?? '', name: `产业园${++parks}` } })
  await Promise.all(Array.from({ length: n }, one))
}
