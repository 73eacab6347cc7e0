import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { builtOnce } from './built-once.ts'
import { connect, type Database } from './connect.ts'

let database: Database
beforeAll(() => {
  database = connect(inject('postgres'))
})
afterAll(() => database.destroy())

it('builds a query once, and gives it what it is asked with each time', async () => {
  let times = 0
  const asked = builtOnce((tx, { kind, at }: { readonly kind: string; readonly at: Date }) => {
    times++
    return tx.selectNoFrom([
      sql<string>`${kind}::text`.as('askedKind'),
      sql<Date>`${at}::timestamptz`.as('askedAt'),
      sql<number>`${7}::int`.as('fixed'),
    ])
  })
  for (const kind of ['park', 'county']) {
    const at = new Date(`2026-04-0${kind.length}T00:00:00Z`)
    const found = await database.transaction().execute((tx) => asked(tx, { kind, at }))
    expect(found).toEqual([{ askedKind: kind, askedAt: at, fixed: 7 }])
  }
  expect(times).toBe(1)
})

it('builds each form by itself, by what is given at all', async () => {
  const asked = builtOnce((tx, { kind, name }: { readonly kind?: string | undefined; readonly name: string | null }) =>
    tx
      .selectNoFrom([sql<string | null>`${name}::text`.as('askedName')])
      .$if(kind !== undefined, (select) => select.select(sql<string>`${kind}::text`.as('askedKind'))),
  )
  const ask = (given: Parameters<typeof asked>[1]) => database.transaction().execute((tx) => asked(tx, given))
  for (const kind of ['park', undefined, 'county', undefined])
    expect(await ask({ kind, name: null })).toEqual([{ askedName: null, ...(kind && { askedKind: kind }) }])
})
