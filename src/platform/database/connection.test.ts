import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { instantIn } from './connect.ts'
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

it('ends a reading with the next beginning, or after a moment by itself', async () => {
  const read = async () => {
    await ask('start transaction read only')
    await ask('select 1 as one')
    await ask('commit')
  }
  await read()
  await read()
  expect((await seen()).query).toBe('end; start transaction read only; select 1 as one')
  await expect.poll(seen).toEqual({ query: 'end', state: 'idle' })
  await read()
  expect(await rows('select 2 as two')).toEqual([{ two: 2 }])
  expect((await seen()).state).toBe('idle')
  await read()
  await client.query('select 3')
  expect(await seen()).toEqual({ query: 'select 3', state: 'idle' })
})

it('reads anew after a reading, and ends what writes at once', async () => {
  await ask('create temporary table kept (a integer)')
  await ask('start transaction isolation level repeatable read read only')
  expect(await rows('select * from kept')).toEqual([])
  await ask('commit')
  await ask('begin')
  await ask('insert into kept values (1)')
  await ask('commit')
  expect(await seen()).toEqual({ query: 'commit', state: 'idle' })
  await ask('start transaction isolation level repeatable read read only')
  expect(await rows('select * from kept')).toEqual([{ a: 1 }])
  await ask('rollback')
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

it('reads an instant as the driver does, in whichever zone and form the database writes it', async () => {
  const moments = [
    '2026-04-01 09:00:00+08',
    '2024-02-29 23:59:59.9+00',
    '1999-12-31 16:00:00.123456+00',
    '2026-01-01 00:30:00.05+08',
  ]
  const odd = ['infinity', '0044-03-15 12:00:00+00 BC', '12026-01-01 00:00:00+00', '1890-01-01 00:00:00+08']
  const driver = pg.types.getTypeParser(1184, 'text') as (text: string) => Date
  for (const zone of ['UTC', 'Asia/Shanghai', 'America/New_York', 'Asia/Kolkata']) {
    await other.query(`set timezone = '${zone}'`)
    for (const moment of [...moments, ...odd]) {
      const { written } = (await other.query('select $1::timestamptz::text as written', [moment])).rows[0]
      expect([written, instantIn(written)]).toEqual([written, driver(written)])
    }
  }
  await other.query('reset timezone')
})
