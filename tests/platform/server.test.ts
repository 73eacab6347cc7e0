import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, connect as dial } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, inject, it, vi } from 'vitest'
import { startProcess } from '../support/server-process.ts'

// A whole process has to come up, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 })

const database = `test_server_${randomBytes(6).toString('hex')}`
const dataDir = mkdtempSync(join(tmpdir(), 'yqt-server-'))

async function asOwner<T extends pg.QueryResultRow>(
  text: string,
  to: pg.ClientConfig = inject('postgres'),
): Promise<T[]> {
  const client = new pg.Client(to)
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

beforeAll(() => asOwner(`create database ${database}`))
afterAll(async () => {
  await asOwner(`drop database if exists ${database} with (force)`)
  rmSync(dataDir, { recursive: true, force: true })
})

const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
})

function start(port: string | number = 0) {
  const started = startProcess(database, dataDir, { PORT: `${port}` })
  running.push(started.child)
  return started
}

const passwordLines = (said: string) => said.split('\n').filter((line) => line.includes('Administrator'))

it('says the first password even if its port is taken, and which port that is', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const { ended, said } = start(port)
  expect(await ended).toBe(1)
  other.close()
  expect(said()).toContain(`端口 ${port} 已被占用`)
  expect(said()).toContain(`Port ${port} is taken`)
  expect(said()).not.toMatch(/\bat .*:\d+:\d+/)
  expect(passwordLines(said())).toHaveLength(1)
})

it('says in a sentence that a port is none', async () => {
  const { ended, said } = start('http')
  expect(await ended).toBe(1)
  expect(said().trim()).toBe('PORT 应为 0–65535 · PORT must be 0–65535: http')
})

it('says it no second time, works hourly, and ends when told, also while somebody’s request hangs', async () => {
  const { child, ended, said, ready } = start()
  const { port, href } = await ready
  expect(passwordLines(said())).toHaveLength(0)
  expect(await (await fetch(new URL('/api/health', href))).json()).toMatchObject({ status: 'ready' })
  const jobs = await asOwner<{ identifier: string }>('select identifier from graphile_worker._private_known_crontabs', {
    ...inject('postgres'),
    database,
  })
  expect(jobs.map((job) => job.identifier)).toContain('forget-expired')
  const hanging = dial(Number(port), '127.0.0.1')
  hanging.on('error', () => undefined)
  hanging.write(
    'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{',
  )
  await new Promise((resolve) => setTimeout(resolve, 200))
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})
