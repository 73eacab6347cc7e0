import { createHash, randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import pg from 'pg'
import { afterAll, beforeEach, expect, inject, it, vi } from 'vitest'
import { makeDemo } from '../../database/demo/make-demo.ts'
import { openDemo } from '../../database/demo/open-demo.ts'
import { demoPassword } from '../../database/demo/password.ts'
import { administratorNames } from '../../src/features/programme/accounts/found-administrators.ts'
import { keyOf } from '../../src/features/programme/accounts/password-keys.ts'
import { type OpenDemo, openProgramme } from '../../src/opening.ts'

import { serverOf } from '../support/postgres.ts'

vi.mock('../../database/demo/make-demo.ts', () => ({ makeDemo: vi.fn() }))

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const made: string[] = []
let connection: pg.ClientConfig
let said: string[]

async function query<T extends pg.QueryResultRow>(text: string, to = connection): Promise<T[]> {
  const client = new pg.Client(to)
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

beforeEach(async () => {
  const database = `test_opening_${randomBytes(6).toString('hex')}`
  await query(`create database ${database}`, inject('postgres'))
  made.push(database)
  connection = { ...inject('postgres'), database }
  said = []
  vi.mocked(makeDemo).mockReset()
})
afterAll(async () => {
  for (const name of made) await query(`drop database ${name} with (force)`, inject('postgres'))
})

const open = (demo: OpenDemo | null, say: (line: string) => void = (line) => void said.push(line)) =>
  openProgramme({
    connection,
    server: serverOf({ ...inject('postgres'), database: connection.database ?? '' }),
    filesDir: tmpdir(),
    about: { version: 'test', database: { kind: 'embedded', version: '18' } },
    signIn: { passwordDays: null, idleMinutes: 30, sessionHours: 12 },
    demo,
    say,
  })
const accounts = () =>
  query<{ name: string; hash: string }>('select name, password_hash as hash from accounts order by id')

it('gives a production database its three administrators, whose passwords are said at once, once, differ, and are not the demo’s', async () => {
  expect(await open(null)).toEqual([])
  expect(makeDemo).not.toHaveBeenCalled()
  const founded = await accounts()
  expect(founded.map(({ name }) => name)).toEqual(Object.values(administratorNames))
  expect(said).toHaveLength(3)
  const passwords = said.map((line) => line.split(/\s+/).at(-1) ?? '')
  expect(new Set(passwords).size).toBe(3)
  for (const [at, { name, hash }] of founded.entries()) {
    expect(said[at]).toContain(name)
    const [, costs = '', kept = ''] = /^(.*)\$(.*)$/.exec(hash) ?? []
    const keptOf = async (word: string) => sha256(Buffer.from(await keyOf(word, costs), 'hex'))
    expect(await keptOf(passwords[at] ?? '')).toBe(kept)
    expect(await keptOf(demoPassword)).not.toBe(kept)
  }
  expect(await open(null)).toEqual([])
  expect(said).toHaveLength(3)
})

it('tells nobody the demo password of a database that holds no demo', async () => {
  await open(null)
  expect(await open(openDemo)).toEqual([])
  expect(makeDemo).not.toHaveBeenCalled()
})

it('makes the demo once, and says who can sign in at every start', async () => {
  const lines = await open(openDemo)
  expect(lines.join('\n')).toContain(demoPassword)
  expect(await open(openDemo)).toEqual(lines)
  expect(makeDemo).toHaveBeenCalledTimes(1)
})

it('refuses to take a demo into production, finished or half made, and leaves it as it is', async () => {
  vi.mocked(makeDemo).mockRejectedValueOnce(new Error('killed'))
  await expect(open(openDemo)).rejects.toThrow('killed')
  await expect(open(null)).rejects.toThrow(/演示.*demo/s)
  expect(await accounts()).toHaveLength(3)
  await open(openDemo)
  await expect(open(null)).rejects.toThrow(/演示.*demo/s)
  expect(await accounts()).toHaveLength(3)
})

it('begins anew after a start that was cut off, wherever that was', async () => {
  const cutOff = () => {
    throw new Error('killed')
  }
  await expect(open(openDemo, cutOff)).rejects.toThrow('killed')
  vi.mocked(makeDemo).mockImplementationOnce(async () => {
    await query(`insert into batches values (gen_random_uuid(), 'zj-2023', 2026, 'half', now())`)
    throw new Error('killed')
  })
  await expect(open(openDemo)).rejects.toThrow('killed')
  await open(openDemo)
  expect(makeDemo).toHaveBeenCalledTimes(2)
  expect(await query('select from batches')).toEqual([])
  expect(await accounts()).toHaveLength(3)
})

it('lets a second start on the same database wait for the first', async () => {
  vi.mocked(makeDemo).mockImplementation(() => new Promise((done) => setTimeout(done, 300)))
  const both = await Promise.all([open(openDemo), open(openDemo)])
  expect(both[0]).toEqual(both[1])
  expect(makeDemo).toHaveBeenCalledTimes(1)
})
