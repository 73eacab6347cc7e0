import pg from 'pg'
import { expect, inject, test } from 'vitest'

test("the run's database is there, throw-away, with its template", async () => {
  const connection = inject('postgres')
  expect(connection.database).toMatch(/test/)
  const client = new pg.Client(connection)
  await client.connect()
  const { rows } = await client.query(`select datname from pg_database where datname = 'yqt_template'`)
  await client.end()
  expect(rows).toHaveLength(1)
})
