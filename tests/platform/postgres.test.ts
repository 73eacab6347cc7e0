import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { birthOf, isAlive, postgresProcessesIn } from '../../src/platform/postgres/processes.ts'
import { clearLeftovers, readPostmasterFile } from '../../src/platform/postgres/recover.ts'
import type { RunningPostgres } from '../../src/platform/postgres/running-postgres.ts'
import { startPostgres } from '../../src/platform/postgres/start.ts'
import { busyBackend } from './busy-backend.ts'

// initdb is most of a first start's time: one cluster is made, and most tests begin with a copy of it.
const prepared = mkdtempSync(join(tmpdir(), 'yqt-engine-'))
const startsAnew = /first start/

vi.setConfig({ testTimeout: 60_000 })

let dataDir: string
let folder: string
const started: RunningPostgres[] = []
const holders: ChildProcess[] = []

beforeAll(async () => {
  chmodSync(prepared, 0o711)
  await (await startPostgres({ dataDir: prepared })).stop()
})

afterAll(() => rmSync(prepared, { recursive: true, force: true }))

beforeEach(({ task }) => {
  dataDir = mkdtempSync(join(tmpdir(), 'yqt-engine-'))
  chmodSync(dataDir, 0o711)
  folder = join(dataDir, 'postgres')
  if (!startsAnew.test(task.name)) cpSync(join(prepared, 'postgres'), folder, { recursive: true })
})

afterEach(async () => {
  for (const running of started.splice(0)) await running.stop()
  for (const holder of holders.splice(0)) holder.kill('SIGKILL')
  await clearLeftovers(folder)
  rmSync(dataDir, { recursive: true, force: true })
})

async function start(durable = true): Promise<RunningPostgres> {
  const running = await startPostgres({ dataDir, durable })
  started.push(running)
  return running
}

/** The same in a process of its own; returns what it printed. */
async function hold(environment: NodeJS.ProcessEnv = process.env) {
  const holder = spawn(process.execPath, [join(import.meta.dirname, 'postgres-holder.ts'), dataDir], {
    env: environment,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  holders.push(holder)
  const line = await new Promise<string>((resolve) => holder.stdout?.once('data', (chunk) => resolve(String(chunk))))
  return { holder, answer: JSON.parse(line) as { connectionString?: string; refused?: string } }
}

async function ask(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(connectionString)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 3_000; attempt++) {
    if (await condition()) return
    await sleep(10)
  }
  throw new Error('did not happen within 30 s')
}

const postmaster = () => readPostmasterFile(folder)?.pid ?? 0
const log = () => readFileSync(join(dataDir, 'postgres.log'), 'utf8')
const noAccount = 'PostgreSQL refuses to run as root and no ordinary account can use'
const write = 'create table fact (n int); insert into fact values (1)'

test('stops cleanly, leaves nothing running, and keeps the data', async () => {
  const first = await start()
  expect(first).toMatchObject({ kind: 'embedded', version: expect.stringMatching(/^18\./) })
  await ask(first.connectionString, write)
  const { host } = first.connection
  await first.stop()
  expect(log()).toContain('database system is shut down')
  expect(postgresProcessesIn(folder)).toEqual([])
  expect(existsSync(String(host))).toBe(false)
  expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.log'])

  const second = await start()
  expect(log()).not.toContain('not properly shut down')
  expect(await ask(second.connectionString, 'select n from fact')).toEqual([{ n: 1 }])
})

test('text is UTF-8, sorted by code point, and nothing listens on the network', async () => {
  const { connectionString } = await start(false)
  const sql = `select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as listen,
    (select array_agg(c order by c) from unnest(array['园','a','B','企']) c) as sorted`
  expect(await ask(connectionString, sql)).toEqual([{ encoding: 'UTF8', listen: '', sorted: ['B', 'a', '企', '园'] }])
})

test('a second start on the same folder is refused in one sentence, and disturbs nothing', async () => {
  const { holder, answer } = await hold()
  const refusal = await startPostgres({ dataDir }).catch((error: Error) => error.message)
  expect(refusal).toContain(`数据目录 ${dataDir} 正由另一个运行中的系统（进程 ${holder.pid}）使用`)
  expect(refusal).toContain(`is in use by another running instance (process ${holder.pid})`)
  expect(await ask(answer.connectionString ?? '', 'select 1 as n')).toEqual([{ n: 1 }])

  holder.kill('SIGINT')
  await until(() => holder.exitCode === 0)
  expect(log()).toContain('database system is shut down')
  expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.log'])
})

test('of two that start at once, exactly one gets the folder', async () => {
  const answers = await Promise.allSettled([start(false), start(false)])
  expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test("a dead process's lock is taken over, also when its pid lives again", async () => {
  mkdirSync(dataDir, { recursive: true })
  const lock = { pid: process.ppid, birth: `${birthOf(process.ppid)}0`, id: 'dead' }
  writeFileSync(join(dataDir, 'running.lock'), JSON.stringify(lock))
  await start(false)
  expect(JSON.parse(readFileSync(join(dataDir, 'running.lock'), 'utf8')).pid).toBe(process.pid)
})

test('a half-written lock and a stale pid file do not stand in the way', async () => {
  await (await start(false)).stop()
  writeFileSync(join(dataDir, 'running.lock'), '{"pid":')
  // Process 1 lives always: PostgreSQL alone would take it for its postmaster.
  writeFileSync(join(folder, 'postmaster.pid'), `1\n${folder}\n1700000000\n5432\n/tmp/yuanqitong-gone\n\n\nready\n`)
  const { connectionString } = await start(false)
  expect(await ask(connectionString, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('after kill -9 of the server, its orphan database is stopped and the data is there', async () => {
  const { holder, answer } = await hold()
  await ask(answer.connectionString ?? '', write)
  const orphan = postmaster()
  holder.kill('SIGKILL')
  await until(() => holder.signalCode !== null)
  expect(isAlive(orphan)).toBe(true)
  const { connectionString } = await start()
  expect(isAlive(orphan)).toBe(false)
  expect(await ask(connectionString, 'select n from fact')).toEqual([{ n: 1 }])
})

test('after kill -9 of server and postmaster, with a backend at work, the next start recovers', async () => {
  const { holder, answer } = await hold()
  await ask(answer.connectionString ?? '', write)
  const busy = await busyBackend(answer.connectionString ?? '')
  process.kill(postmaster(), 'SIGKILL')
  holder.kill('SIGKILL')
  await until(() => holder.signalCode !== null)
  const { connectionString } = await start()
  expect(await ask(connectionString, 'select n from fact')).toEqual([{ n: 1 }])
  expect(await busy.end).toBe('lost')
})

test('a backend killed in the middle of a statement does not take the database along', async () => {
  const { connectionString } = await start()
  await ask(connectionString, write)
  const busy = await busyBackend(connectionString)
  process.kill(busy.pid, 'SIGKILL')
  expect(await busy.end).toBe('lost')
  // The postmaster's own account that it was this backend which was hit.
  await until(() => log().includes(`(PID ${busy.pid}) was terminated by signal 9`))
  await until(() =>
    ask(connectionString, 'select n from fact').then(
      (rows) => rows.length === 1,
      () => false,
    ),
  )
})

test('a killed postmaster is started again on the same address', async () => {
  const { connectionString } = await start()
  await ask(connectionString, write)
  const killed = postmaster()
  process.kill(killed, 'SIGKILL')
  await until(() => postmaster() !== killed && ask(connectionString, 'select n from fact').then(Boolean, () => false))
})

test('a first start that was killed half-way is begun anew', async () => {
  const holder = spawn(process.execPath, [join(import.meta.dirname, 'postgres-holder.ts'), dataDir], {
    stdio: 'ignore',
  })
  await until(() => readdirSync(dataDir).some((name) => existsSync(join(dataDir, name, 'base'))))
  holder.kill('SIGKILL')
  await until(() => holder.signalCode !== null)
  const { connectionString } = await start(false)
  expect(await ask(connectionString, 'select 1 as n')).toEqual([{ n: 1 }])
  expect(readdirSync(dataDir).join()).not.toContain('initialising')
})

test('a first start works below a folder that only we can enter', async () => {
  chmodSync(dataDir, 0o700)
  dataDir = join(dataDir, 'inner', 'data')
  const refusal = await start(false).then(
    async ({ connectionString }) => {
      expect(await ask(connectionString, 'select 1 as n')).toEqual([{ n: 1 }])
      return null
    },
    (error: Error) => error.message,
  )
  // Only root without user namespaces can't: then it says so.
  if (refusal) expect(refusal).toContain(noAccount)
  await started.pop()?.stop()
  dataDir = dirname(dirname(dataDir))
})

// An ordinary user has no other account to fall back to.
test.runIf(process.geteuid?.() === 0)(
  'a first start as root without user namespaces: an ordinary account, or a sentence',
  async () => {
    const { answer } = await hold({ ...process.env, PATH: '/nowhere' })
    if (answer.refused) expect(answer.refused).toContain(noAccount)
    else expect(await ask(answer.connectionString ?? '', 'select 1 as n')).toEqual([{ n: 1 }])
  },
)
