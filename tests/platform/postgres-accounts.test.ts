import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { requireNobodyElse } from '../../src/platform/postgres/accounts.ts'
import type { RunningPostgres } from '../../src/platform/postgres/running-postgres.ts'
import { startPostgres } from '../../src/platform/postgres/start.ts'
import { root } from '../architecture/tree.ts'

// A PostgreSQL of the operator's own, which asks the server's accounts for a password.
let postgres: RunningPostgres
let owner: pg.Client
const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'yqt-accounts-'))
  folders.push(folder)
  return folder
}
beforeAll(async () => {
  const dataDir = newFolder()
  chmodSync(dataDir, 0o711)
  postgres = await startPostgres({ dataDir, durable: false })
  const rules = join(dataDir, 'postgres', 'pg_hba.conf')
  const asked = ['yuanqitong_app', 'yuanqitong_jobs', 'restricted'].map((name) => `local all ${name} scram-sha-256`)
  writeFileSync(rules, [...asked, readFileSync(rules, 'utf8')].join('\n'))
  owner = new pg.Client(postgres.connection)
  await owner.connect()
  await owner.query('select pg_reload_conf()')
}, 60_000)
afterAll(async () => {
  await owner.end()
  await postgres.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

// Where the folders of the programs are shut to everybody else, only a namespace is left; its uid is told as it really is.
it.runIf(process.geteuid?.() === 0 && process.platform === 'linux')(
  'started by root, the database runs under a real account without privileges',
  async () => {
    const shut = spawnSync('sh', ['-c', 'cd "$0"', join(root, 'node_modules')], { uid: 65534, gid: 65534 }).status !== 0
    const { rows } = await owner.query<{ pid: number }>('select pg_backend_pid() as pid')
    expect(statSync(`/proc/${rows[0]?.pid}`).uid === 0).toBe(shut)
  },
)

const start = (dataDir: string, more: { databaseUrl?: string; serverUrl?: string } = {}) =>
  startPostgres({ dataDir, databaseUrl: postgres.connectionString, ...more })
const said = (work: Promise<unknown>) => work.then(String, (error: Error) => error.message)

it('an account that may make none is told what to run', async () => {
  await owner.query(`create role restricted login password 'x'`)
  const databaseUrl = postgres.connectionString.replace('//postgres@', '//restricted:x@')
  const refused = await said(start(newFolder(), { databaseUrl }))
  expect(refused).toContain(`请由数据库管理员执行 create role yuanqitong_app login noinherit password '…'`)
  expect(refused).toContain(`run create role yuanqitong_app login noinherit password '…'; create role yuanqitong_jobs`)
})

it('the server’s accounts get a password that is kept in the data folder, for its owner alone', async () => {
  const dataDir = join(newFolder(), 'made-by-the-first-start')
  const { server, jobs } = await start(dataDir)
  const file = join(dataDir, 'database-password')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toMatch(/^[\w-]{32}$/)
  await requireNobodyElse(server)
  for (const connection of [server, jobs]) {
    const client = new pg.Client(connection)
    await client.connect()
    await client.end()
  }
  // The next start comes in with it, and changes nothing.
  const again = await start(dataDir)
  expect(again.server).toEqual(server)

  // Another data folder does not take the accounts away from the first.
  const other = newFolder()
  expect(await said(start(other))).toContain(`copy its database-password to ${join(other, 'database-password')}`)
  expect(existsSync(join(other, 'database-password'))).toBe(false)
  await requireNobodyElse(server)

  const serverUrl = String(server.connectionString)
  expect((await start(newFolder(), { serverUrl })).server.connectionString).toBe(serverUrl)
})

it('a server’s address that names another account is refused', async () => {
  const serverUrl = postgres.connectionString
  expect(await said(start(newFolder(), { serverUrl }))).toContain('DATABASE_SERVER_URL is not a valid address')
})

it('two first starts at once give the accounts one password: one keeps it, the other is told where it is', async () => {
  for (const name of ['yuanqitong_app', 'yuanqitong_jobs']) {
    await owner.query(`alter role ${name} password null`)
    await owner.query(`comment on role ${name} is null`)
  }
  const folders = [newFolder(), newFolder()]
  const ended = await Promise.all(folders.map((folder) => said(start(folder))))
  const kept = folders.filter((folder) => existsSync(join(folder, 'database-password')))
  expect(kept).toHaveLength(1)
  expect(ended.filter((message) => message.includes('copy its database-password to'))).toHaveLength(1)
  await requireNobodyElse((await start(String(kept[0]))).server)

  const serverUrl = String((await start(String(kept[0]))).server.connectionString)
  for (const name of ['yuanqitong_app', 'yuanqitong_jobs']) await owner.query(`alter role ${name} password null`)
  const named = await Promise.all([1, 2, 3].map(() => start(newFolder(), { serverUrl })))
  expect(named.map(({ server }) => server.connectionString)).toEqual([serverUrl, serverUrl, serverUrl])
})
