import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { today } from '../../bench/children.ts'
import { asOwner, generate } from '../../bench/generate.ts'
import { type Asked, requestsOf } from '../../bench/requests.ts'
import { wrongSums } from '../../database/kept-sums.ts'
import { endpoints } from '../../src/app.ts'
import * as system from '../../src/features/programme/system/contract.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let address: string
let services: number
beforeAll(async () => {
  world = await startWorld({ at: today })
  services = await generate(world.connection, world.filesDir, { parks: 2, servicesEach: 20 })
  address = await world.http.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => world.stop())

/** Foreign keys of the schema, each with the number of rows that point to nothing. */
async function danglingKeys(): Promise<{ key: string; rows: number }[]> {
  const keys = await world.sql<{ key: string; child: string; parent: string; own: string[]; other: string[] }>(`
    select c.conname as key, c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
           array(select quote_ident(a.attname) from unnest(c.conkey) with ordinality k (no, at)
                   join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.no order by k.at) as own,
           array(select quote_ident(a.attname) from unnest(c.confkey) with ordinality k (no, at)
                   join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.no order by k.at) as other
      from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conparentid = 0`)
  expect(keys.length).toBeGreaterThan(100)
  const counts = keys.map(({ key, child, parent, own, other }) => {
    const given = own.map((column) => `c.${column} is not null`).join(' and ')
    const meets = own.map((column, at) => `p.${other[at]} = c.${column}`).join(' and ')
    return `select '${child}.${key}' as key, count(*)::integer as rows from ${child} c
             where ${given} and not exists (select from ${parent} p where ${meets})`
  })
  return world.sql(`select * from (${counts.join('\nunion all ')}) found where rows > 0`)
}

describe('what the benchmark generates with triggers and foreign keys at rest', () => {
  it('is the programme that was asked for', () => expect(services).toBe(2 * 20 + 2 * 20))

  it('points nowhere at nothing', async () => expect(await danglingKeys()).toEqual([]))

  it('keeps the sums that its records come to', async () =>
    expect(await asOwner(world.connection, wrongSums)).toEqual([]))
})

describe('every route that reads answers it', () => {
  let requests: readonly Asked[]
  beforeAll(async () => {
    requests = (await requestsOf(world.connection, address)).routes
  })

  it('each is asked', () => {
    const routes = [...endpoints.map(({ route }) => route), system.health, system.describeApi]
    const reads = routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
    expect(requests.map(({ route }) => route).sort()).toEqual(reads.sort())
  })

  it('with what its contract says', async () => {
    const wrong: string[] = []
    for (const { session, path } of requests) {
      const answer = await fetch(address + path, { headers: session ? { cookie: `yqt_session=${session}` } : {} })
      const text = await answer.text()
      if (answer.status !== 200) wrong.push(`${path}: ${answer.status} ${text}`)
    }
    expect(wrong).toEqual([])
  })
})
