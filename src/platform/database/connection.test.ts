import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { Connection, changedType, Statements } from './connection.ts'

let client: Connection
let other: pg.Client
beforeAll(async () => {
  client = new Connection(inject('postgres'), new Statements())
  other = new pg.Client(inject('postgres'))
  await Promise.all([client.connect(), other.connect()])
})
afterAll(() => Promise.all([client.end(), other.end()]))

const ask = (text: string, values: unknown[] = []) => client.query(text, values)
const rows = async (text: string, values: unknown[] = []) => (await ask(text, values)).rows
const begin = (unitKind: string) =>
  ask('start transaction read only').then(() => ask(`select '${unitKind}' as unit_kind`))

/** What another connection sees of this one: its last statement, and whether a transaction is open. */
async function seen(): Promise<{ query: string; state: string }> {
  const { pid } = (await other.query('select pid from pg_stat_activity where application_name = $1', ['watched']))
    .rows[0]
  return (await other.query('select query, state from pg_stat_activity where pid = $1', [pid])).rows[0]
}

async function timesPrepared(statement: string): Promise<number> {
  const found = await rows(`select 1 from pg_prepared_statements where statement = '${statement}'`)
  return found.length
}

it('begins a transaction in the journey of its first statement', async () => {
  await ask(`set application_name = 'watched'`)
  await ask('start transaction read only')
  expect(await seen()).toMatchObject({ state: 'idle' })
  expect(await rows('select 1 as one')).toEqual([{ one: 1 }])
  expect(await seen()).toEqual({ query: 'start transaction read only; select 1 as one', state: 'idle in transaction' })
  await expect(ask('create table never (a integer)')).rejects.toMatchObject({ code: '25006' })
  await ask('rollback')
  expect(await seen()).toEqual({ query: 'rollback', state: 'idle' })
})

it('begins before a first statement with parameters, and not at all for none', async () => {
  await ask('begin')
  expect(await rows('select $1::integer as one', [1])).toEqual([{ one: 1 }])
  expect(await seen()).toMatchObject({ state: 'idle in transaction' })
  await ask('commit')
  await ask('begin')
  expect((await ask('commit')).command).toBe('COMMIT')
  expect(await seen()).toEqual({ query: 'commit', state: 'idle' })
})

it('prepares what is asked again and again, each kind of unit apart', async () => {
  const text = 'select $1::integer as county_or_park'
  for (const [unitKind, prepared] of [
    ['county', 1],
    ['park', 2],
  ] as const) {
    for (let time = 1; time <= 6; time++) {
      await begin(unitKind)
      expect(await rows(text, [time])).toEqual([{ county_or_park: time }])
      expect(await timesPrepared(text)).toBe(time < 5 ? prepared - 1 : prepared)
      await ask('commit')
    }
  }
})

it('prepares anew what was altered meanwhile', async () => {
  await ask('create temporary table altered (a integer)')
  const look = () => rows('select * from altered where a = $1', [1])
  for (let time = 0; time < 6; time++) await look()
  await ask('alter table altered add column b integer')
  await expect(look()).rejects.toMatchObject({ code: changedType })
  await ask('insert into altered values (1, 2)')
  for (let time = 0; time < 6; time++) expect(await look()).toEqual([{ a: 1, b: 2 }])
})
