import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { openProgramme } from '../../src/opening.ts'
import { editionOf, registerEdition } from '../../src/policy/editions/edition.ts'
import { serverOf } from '../support/postgres.ts'

it('does not start with an edition that contradicts itself: it names row and field, and writes nothing', async () => {
  const sound = editionOf('zj-2023')
  registerEdition({
    ...sound,
    id: 'zj-spoilt',
    obligations: sound.obligations.filter((row) => row.id !== 'mid-term-evaluation' && row.id !== 'final-evaluation'),
    period: { ...sound.period, to: { year: 1, monthDay: '02-30' } },
  })
  const database = `test_unsound_${randomBytes(6).toString('hex')}`
  const owner = new pg.Client(inject('postgres'))
  await owner.connect()
  await owner.query(`create database ${database}`)
  const start = openProgramme({
    connection: { ...inject('postgres'), database },
    server: serverOf({ ...inject('postgres'), database }),
    filesDir: tmpdir(),
    about: { version: 'test', database: { kind: 'embedded', version: '18' } },
    signIn: { passwordDays: null, idleMinutes: 30, sessionHours: 12 },
    demo: null,
    say: () => undefined,
  })
  const refused = await start.catch((error: Error) => error.message)
  expect(refused).toMatch(/规则数据自相矛盾.*contradict each other/)
  expect(refused).toMatch(/zj-spoilt {2}tranches\.3\.conditions .*evaluation-done/)
  expect(refused).toMatch(/zj-spoilt {2}period\.to .*02-30/)
  expect(refused).not.toMatch(/zj-20/)
  const client = new pg.Client({ ...inject('postgres'), database })
  await client.connect()
  const { rows } = await client.query(`select tablename from pg_tables where schemaname = 'public'`)
  await client.end()
  await owner.query(`drop database ${database} with (force)`)
  await owner.end()
  expect(rows).toEqual([])
})
