import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoCounty } from '../../database/demo/programme.ts'
import * as accounts from '../../src/features/programme/accounts/contract.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import { compareNames } from '../../src/shared/clean.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await demoCounty(world)
})
afterAll(() => world.stop())

const part = fc.constantFrom(
  '嘉善',
  '长兴',
  '安吉',
  '智造园',
  '第',
  '一',
  '二',
  '三',
  '九',
  '十',
  '批',
  '号',
  '2',
  '12',
  '007',
  'A',
  'b',
  '·',
)
const name = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
const names = fc.uniqueArray(name, { minLength: 2, maxLength: 60 })

/** Neighbours that stand the wrong way round. */
function outOfOrder(inOrder: readonly string[]): string[][] {
  return inOrder
    .slice(1)
    .map((one, i) => [inOrder[i] ?? '', one])
    .filter(([before = '', after = '']) => compareNames(before, after) > 0)
}

it('the database orders names as the browser does', async () => {
  await fc.assert(
    fc.asyncProperty(names, async (given) => {
      const rows = await world.sql<{ name: string }>(
        `select name from unnest($1::text[]) as given (name) order by name_order_key(name) collate name_order`,
        [given],
      )
      expect(outOfOrder(rows.map((row) => row.name))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

it('a list is one order across its pages, either way round, and every row stands on one of them', async () => {
  const given = fc.sample(fc.uniqueArray(name, { minLength: 31, maxLength: 60 }), { numRuns: 1, seed: 7 })[0] ?? []
  await world.sql(
    `insert into accounts (id, name, unit_id, post, password_hash, created_at)
     select gen_random_uuid(), '按名排序·' || given.name, u.id, 'province-economy', 'x', now()
       from unnest($1::text[]) as given (name), units u where u.kind = 'province'`,
    [given],
  )
  const client = await world.administrator()
  for (const sort of ['name', '-name', 'unitName', '-post', 'state', undefined] as const) {
    const seen: accounts.ListedAccount[] = []
    for (let page = 1; ; page++) {
      const search = { q: '按名排序', sort, page, pageSize: 7 }
      const { accounts: rows, total } = await client.done(accounts.listAccounts, { search })
      seen.push(...rows)
      if (rows.length === 0) {
        expect(new Set(seen.map((one) => one.accountId)).size).toBe(total)
        expect(seen).toHaveLength(given.length)
        break
      }
    }
    const inOrder = seen.map((one) => one.name)
    const ways = sort === '-name' ? inOrder.toReversed() : inOrder
    // All are of one unit, one post and one state: what is equal stands in the list's own order, by name, both ways round.
    expect(outOfOrder(ways)).toEqual([])
  }
})

it('batches stand by year and number, wherever they are listed', async () => {
  const made = ['第十批', '第二批', '第一批', '第12批', '第十一批']
  await world.sql(
    `insert into batches (id, edition, first_year, name, created_at)
     select gen_random_uuid(), 'zj-2023', year, year || '年' || name, now() + random() * interval '1 day'
       from unnest($1::text[]) as name, unnest(array[2029, 2028]) as year`,
    [made],
  )
  const inOrder = [2029, 2028].flatMap((year) =>
    ['第12批', '第十一批', '第十批', '第二批', '第一批'].map((one) => `${year}年${one}`),
  )
  const { batches } = await (await world.as('省经信厅·处室')).done(pilots.listBatches)
  expect(batches.map((one) => one.name).filter((one) => /^202[89]年/.test(one))).toEqual(inOrder)
})
