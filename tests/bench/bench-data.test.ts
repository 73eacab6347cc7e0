import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner } from '../../bench/generate.ts'
import { type Requests, requestsOf } from '../../bench/requests.ts'
import { wrongSums } from '../../database/kept-sums.ts'
import { endpoints } from '../../src/app.ts'
import * as system from '../../src/features/programme/system/contract.ts'
import { countsOf, countsOfActs } from './counting.ts'
import { type HeardWorld, startHeardWorld, stopHeardWorld } from './heard-world.ts'
import { otherInSmall, statementCounts } from './statement-counts.ts'

let of: HeardWorld
beforeAll(async () => {
  of = await startHeardWorld({ parks: 2, servicesEach: 20 })
})
afterAll(() => stopHeardWorld(of))

/** Foreign keys of the schema that have rows pointing to nothing, each with their number. */
async function danglingKeys(): Promise<{ key: string; rows: number }[]> {
  const keys = await of.world.sql<{ key: string; child: string; parent: string; own: string[]; other: string[] }>(`
    select c.conname as key, c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
           array(select quote_ident(a.attname) from unnest(c.conkey) with ordinality k (no, at)
                   join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.no order by k.at) as own,
           array(select quote_ident(a.attname) from unnest(c.confkey) with ordinality k (no, at)
                   join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.no order by k.at) as other
      from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`)
  expect(keys.length).toBeGreaterThan(100)
  const counts = keys.map(({ key, child, parent, own, other }) => {
    const given = own.map((column) => `c.${column} is not null`).join(' and ')
    const meets = own.map((column, at) => `p.${other[at]} = c.${column}`).join(' and ')
    return `select '${child}.${key}' as key, count(*)::integer as rows from ${child} c
             where ${given} and not exists (select from ${parent} p where ${meets})`
  })
  return of.world.sql(`select * from (${counts.join('\nunion all ')}) found where rows > 0 order by key`)
}

describe('what the benchmark generates with triggers and foreign keys at rest', () => {
  it('is the programme that was asked for: two parks and one with twice the services', async () =>
    expect(await of.world.sql('select count(*)::integer as n from services')).toEqual([{ n: 2 * 20 + 40 }]))

  it('points nowhere at nothing, and a row that does is found', async () => {
    expect(await danglingKeys()).toEqual([])
    await of.world.sql(`
      begin; set local session_replication_role = replica;
      insert into filing_makers (filing_id, account_id, scope)
        select gen_random_uuid(), id, '33/' from accounts limit 1; commit`)
    expect(await danglingKeys()).toEqual([{ key: 'filing_makers.filing_makers_filing_id_fkey', rows: 1 }])
    await of.world.sql(`
      begin; set local session_replication_role = replica; delete from filing_makers where scope = '33/'; commit`)
  })

  it('keeps the sums that its records come to', async () =>
    expect(await asOwner(of.world.connection, wrongSums)).toEqual([]))
})

describe('every route that reads', () => {
  let requests: Requests
  beforeAll(async () => {
    requests = await requestsOf(of.world.connection, of.address)
  })

  it('is asked', () => {
    const routes = [
      ...endpoints.map(({ route }) => route),
      system.alive,
      system.ready,
      system.health,
      system.describeApi,
    ]
    const reads = routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
    expect(requests.routes.map(({ route }) => route).sort()).toEqual(reads.sort())
  })

  it('answers what its contract says, as do the pages that people wait for', async () => {
    const wrong: string[] = []
    for (const { session, path } of [...requests.routes, ...requests.clicks]) {
      const answer = await fetch(of.address + path, { headers: session ? { cookie: `yqt_session=${session}` } : {} })
      const text = await answer.text()
      if (answer.status !== 200) wrong.push(`${path}: ${answer.status} ${text}`)
    }
    expect(wrong).toEqual([])
  }, 120_000)

  it('asks the database as often as is written beside it', async () => {
    const counted = { ...(await countsOf(of, requests.routes)), ...(await countsOfActs(of, requests.ids)) }
    expect(counted).toEqual({ ...statementCounts, ...otherInSmall })
  }, 120_000)
})
