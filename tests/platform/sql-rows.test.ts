import { globSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { checkRow } from '../../src/platform/database/checked-rows.ts'
import {
  arrayOf,
  bigint,
  bool,
  day,
  instant,
  int,
  jsonb,
  numeric,
  type Shape,
  text,
  uuid,
  words,
  wordsOf,
} from '../../src/platform/database/columns.ts'
import { connect, type Database } from '../../src/platform/database/connect.ts'
import { declaredStatements, statement } from '../../src/platform/database/statement.ts'
import { scan } from '../architecture/scan.ts'
import { root } from '../architecture/tree.ts'
import { Descriptions } from '../support/described-statements.ts'
import { serverOf } from '../support/postgres.ts'
import { schemaDatabase } from '../support/template.ts'

let database: Database
let descriptions: Descriptions
beforeAll(async () => {
  const connection = serverOf({ ...inject('postgres'), database: schemaDatabase })
  database = connect(connection, { max: 1, checkRows: true })
  descriptions = await Descriptions.open(connection, database)
})
afterAll(() => Promise.all([database?.destroy(), descriptions?.close()]))

/** What is said of a statement with this shape and this text. */
async function faultsOf(shape: Shape, query: ReturnType<typeof sql>): Promise<string[]> {
  const faults = await descriptions.faultsOf({ shape, samples: () => [query] })
  return faults.map((fault) => fault.replace(/^.*?: /, ''))
}

test('every declared statement has the rows that it declares', async () => {
  const written = globSync('src/{features,platform}/**/*.ts', { cwd: root })
    .filter((path) => !/\.test\.ts$|\/web\/|database\/statement\.ts$/.test(path))
    .map((path) => ({ path, times: scan(readFileSync(root + path, 'utf8')).bare.match(/\bstatement\(/g)?.length ?? 0 }))
    .filter(({ times }) => times > 0)
  for (const { path } of written) await import(/* @vite-ignore */ root + path)
  const all = [...declaredStatements()]
  expect(all).toHaveLength(written.reduce((sum, { times }) => sum + times, 0))
  const faults: string[] = []
  for (const declared of all) faults.push(...(await descriptions.faultsOf(declared)))
  expect(faults).toEqual([])
})

test('a wrong name, a missing column and one too many are found', async () => {
  const query = sql`select id, first_year from batches`
  expect(await faultsOf({ id: uuid, firstYear: int }, query)).toEqual([])
  expect(await faultsOf({ id: uuid, year: int }, query)).toEqual(['firstYear is not declared', 'year is missing'])
  expect(await faultsOf({ id: uuid }, query)).toEqual(['firstYear is not declared'])
  expect(await faultsOf({ id: uuid }, sql`select id, id from batches`)).toEqual(['id comes twice'])
})

test('a wrong type is found, of every kind', async () => {
  const query = sql`
    select 'a' as word, 1::bigint as many, 1.5 as part, '{}'::jsonb as document, array['a'] as list, now() as at, current_date as day,
           ${'x'}::uuid as id, 1 as n, true as yes`
  const right = { word: text, many: bigint, part: numeric, document: jsonb(z.strictObject({})), list: arrayOf(text) }
  const rest = { at: instant, day, id: uuid, n: int, yes: bool }
  expect(await faultsOf({ ...right, ...rest }, query)).toEqual([])
  const wrong = { word: uuid, many: int, part: int, document: text, list: text, at: day, day: instant }
  expect(await faultsOf({ ...wrong, id: text, n: bigint, yes: int }, query)).toHaveLength(10)
})

test('the words of a column are those of the database', async () => {
  const query = sql`select state from filings`
  expect(await faultsOf({ state: wordsOf('filings.state') }, query)).toEqual([])
  expect(await faultsOf({ state: wordsOf('payments.state') }, query)).toHaveLength(1)
  expect(await faultsOf({ state: words('draft', 'submitted') }, query)).toHaveLength(1)
  expect(await faultsOf({ name: words('a') }, sql`select name from units`)).toHaveLength(1)
})

test('null is declared where a column of a table may be null, and only there', async () => {
  const query = sql`select uscc, name from units`
  expect(await faultsOf({ uscc: text.nullable(), name: text }, query)).toEqual([])
  expect(await faultsOf({ uscc: text, name: text.nullable() }, query)).toHaveLength(2)
  const filtered = sql`select uscc from units where uscc is not null`
  expect(await faultsOf({ uscc: text.nullsExcluded() }, filtered)).toEqual([])
  expect(await faultsOf({ name: text.nullsExcluded() }, sql`select name from units`)).toHaveLength(1)
})

test('a statement that the database refuses is told with the place', async () => {
  expect(await faultsOf({ id: uuid }, sql`select id from no_such_table`)).toEqual([
    'relation "no_such_table" does not exist after …select id from ',
  ])
})

test('in tests the rows themselves are compared with their shape', async () => {
  const wrong = statement({ n: int }, (n: number | null) => sql`select ${n}::int as n`)
  const run = (n: number | null) => database.transaction().execute((tx) => wrong(tx, n))
  expect(await run(1)).toEqual([{ n: 1 }])
  await expect(run(null)).rejects.toThrow('column n is declared integer, not null')
  expect(() => checkRow({ n: int }, { n: '1' })).toThrow('column n is declared integer, not string "1"')
  expect(() => checkRow({ n: int }, {})).toThrow('column n is missing')
  expect(() => checkRow({}, { n: 1 })).toThrow('column n is not declared')
  expect(() => checkRow({ s: wordsOf('filings.state') }, { s: 'gone' })).toThrow('column s')
  expect(() => checkRow({ l: arrayOf(words('a')) }, { l: ['b'] })).toThrow('column l')
})
