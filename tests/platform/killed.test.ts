import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clearLeftovers, readPostmasterFile } from '../../src/platform/postgres/recover.ts'
import { killServers, type ServerProcess, spawnServer } from '../support/server-process.ts'

// Whole processes come up again and again, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 })

const rounds = 3
const lanes = 4
const folders: string[] = []
const holders: ChildProcess[] = []
let dataDir: string

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yqt-killed-'))
  chmodSync(folder, 0o711)
  folders.push(folder)
  return folder
}

beforeEach(() => {
  dataDir = newFolder()
})
afterEach(async () => {
  killServers()
  for (const holder of holders.splice(0)) holder.kill('SIGKILL')
  await sleep(100)
  for (const folder of folders.splice(0)) {
    await clearLeftovers(join(folder, 'postgres'))
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A database of its own that somebody else keeps running; its address. */
async function holdDatabase(folder: string): Promise<string> {
  const holder = spawn(process.execPath, [join(import.meta.dirname, 'postgres-holder.ts'), folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  holders.push(holder)
  const line = await new Promise<string>((resolve) => holder.stdout?.once('data', (chunk) => resolve(String(chunk))))
  return (JSON.parse(line) as { connectionString: string }).connectionString
}

const postmasterOf = (folder: string) => readPostmasterFile(join(folder, 'postgres'))?.pid ?? 0

/** The server, started again whenever it is gone, as a service is; always at the same address. */
async function serve(environment: Record<string, string>) {
  let current: ServerProcess = spawnServer({ ...environment, PORT: '0', LOG_LEVEL: 'error' })
  const { href, port } = await current.ready
  const password = /Administrator +(\S+) +(\S+)/.exec(current.said())
  const again = () => {
    current = spawnServer({ ...environment, PORT: port, LOG_LEVEL: 'error' })
  }
  const signedIn = await fetch(new URL('/api/session', href), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: password?.[1], password: password?.[2] }),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  // What was printed is changed at the first sign-in.
  await fetch(new URL('/api/session/password', href), {
    method: 'PUT',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ current: password?.[2], next: 'Kept-by-nobody-7' }),
  })
  return {
    href,
    cookie,
    pid: () => current.child.pid,
    isRunning: () => current.child.exitCode === null && current.child.signalCode === null,
    async killAndStartAgain(together: () => void = () => undefined) {
      current.child.kill('SIGKILL')
      together()
      await current.ended
      again()
    },
  }
}

type Served = Awaited<ReturnType<typeof serve>>
type Written = { readonly name: string; readonly at: number }

/** People who write one thing after the other, each under a key of its own, and ask again with that key until they are answered. */
async function write({ href, cookie }: Served) {
  const headers = { cookie, 'content-type': 'application/json' }
  const url = new URL('/api/units', href)
  const counties = await fetch(new URL('/api/units?kind=county&q=嘉善', href), { headers })
  const { units } = (await counties.json()) as { units: { unitId: string }[] }
  const done: Written[] = []
  const wrong: string[] = []
  let ending = false
  const send = async (name: string) => {
    const key = randomUUID()
    for (;;) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': key },
        body: JSON.stringify({ kind: 'park', parentId: units[0]?.unitId, name }),
      }).catch(() => null)
      const text = (await answer?.text().catch(() => null)) ?? null
      if (answer?.status === 200 && text !== null) return void done.push({ name, at: performance.now() })
      // Gone, going, or coming back: asked once more. Anything else is an answer, and a wrong one.
      if (answer && text !== null && answer.status !== 503) return void wrong.push(`${name}: ${answer.status} ${text}`)
      await sleep(50)
    }
  }
  const lane = async (nth: number) => {
    for (let n = 0; !ending; n++) await send(`产业园${nth}-${n}`)
  }
  const all = Array.from({ length: lanes }, (_, nth) => lane(nth))
  return {
    done,
    wrong,
    /** Waits until each lane may have written some more. */
    async more(count: number) {
      const from = done.length
      await vi.waitFor(() => expect(done.length).toBeGreaterThan(from + count), { timeout: 120_000, interval: 20 })
    },
    async end() {
      ending = true
      await Promise.all(all)
    },
  }
}

/** Writes go on while this is done, in every round at another moment; the longest pause after each, in seconds. */
async function through(served: Served, kill: (round: number) => Promise<void>) {
  const writing = await write(served)
  const pauses: number[] = []
  for (let round = 0; round < rounds; round++) {
    await writing.more(lanes * (2 + round))
    await sleep(37 * round)
    const killed = performance.now()
    await kill(round)
    await writing.more(lanes * 2)
    const times = [killed, ...writing.done.map(({ at }) => at).filter((at) => at > killed)]
    pauses.push(Math.max(...times.slice(1).map((at, nth) => at - (times[nth] ?? at))) / 1000)
  }
  await writing.end()
  expect(writing.wrong).toEqual([])
  return { done: writing.done, pauses }
}

/** Every answered write is there once, with its event; nothing is there twice, and nothing that nobody was told of. */
async function expectAllOnce(connection: pg.ClientConfig, done: readonly Written[]) {
  const client = new pg.Client(connection)
  await client.connect()
  const units = await client.query<{ name: string }>(`select name from units where name like '产业园%' order by name`)
  const events = await client.query<{ name: string }>(
    `select after ->> 'name' as name from audit_events where kind = 'unit.registered' order by 1`,
  )
  await client.end()
  const names = done.map(({ name }) => name).sort()
  expect(new Set(names).size).toBe(names.length)
  expect(units.rows.map(({ name }) => name).sort()).toEqual(names)
  expect(events.rows.map(({ name }) => name).sort()).toEqual(names)
}

const seconds = (pauses: readonly number[]) => pauses.map((pause) => `${pause.toFixed(1)} s`).join(', ')
const told = (what: string, done: readonly Written[], pauses: readonly number[]) =>
  process.stdout.write(`kill -9 of ${what}: ${done.length} writes, none lost or doubled; paused ${seconds(pauses)}\n`)

async function health(href: string): Promise<string> {
  const answer = await fetch(new URL('/api/health', href))
  return ((await answer.json()) as { status: string }).status
}

it('the server is killed, and the database beside it goes on', async () => {
  const folder = newFolder()
  const address = await holdDatabase(folder)
  const postmaster = postmasterOf(folder)
  const served = await serve({ DATA_DIR: dataDir, DATABASE_URL: address })
  const { done, pauses } = await through(served, () => served.killAndStartAgain())
  expect(postmasterOf(folder)).toBe(postmaster)
  expect(await health(served.href)).toBe('ready')
  await expectAllOnce({ connectionString: address }, done)
  told('the server', done, pauses)
})

it('the database of the operator is killed, and the server goes on by itself', async () => {
  const folder = newFolder()
  const address = await holdDatabase(folder)
  const served = await serve({ DATA_DIR: dataDir, DATABASE_URL: address })
  const pid = served.pid()
  const { done, pauses } = await through(served, async () => void process.kill(postmasterOf(folder), 'SIGKILL'))
  expect([served.pid(), served.isRunning()]).toEqual([pid, true])
  await vi.waitFor(async () => expect(await health(served.href)).toBe('ready'), { timeout: 30_000 })
  await expectAllOnce({ connectionString: address }, done)
  told('a database of the operator’s', done, pauses)
})

it('the embedded database is killed, then both at once', async () => {
  const served = await serve({ DATA_DIR: dataDir })
  const killDatabase = () => process.kill(postmasterOf(dataDir), 'SIGKILL')
  const pid = served.pid()
  const { done, pauses } = await through(served, async (round) => {
    if (round > 0) return served.killAndStartAgain(killDatabase)
    killDatabase()
    await vi.waitFor(async () => expect(await health(served.href)).toBe('ready'), { timeout: 60_000 })
    expect([served.pid(), served.isRunning()]).toEqual([pid, true])
  })
  await vi.waitFor(async () => expect(await health(served.href)).toBe('ready'), { timeout: 30_000 })
  const { socketFolder = '' } = readPostmasterFile(join(dataDir, 'postgres')) ?? {}
  await expectAllOnce({ host: socketFolder, user: 'postgres', database: 'yuanqitong' }, done)
  told('the embedded database, then twice of both', done, pauses)
})
