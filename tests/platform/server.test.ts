import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, connect as dial } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, inject, it, vi } from 'vitest'
import { killServers, startProcess } from '../support/server-process.ts'

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

afterEach(killServers)

function start(port: string | number = 0, more: Record<string, string> = {}, how = {}) {
  return startProcess(database, dataDir, { PORT: `${port}`, ...more }, how)
}

const passwordLines = (said: string) => said.split('\n').filter((line) => line.includes('Administrator'))

it('says the first passwords even if its port is taken, and which port that is', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const { ended, said } = start(port)
  expect(await ended).toBe(1)
  other.close()
  expect(said()).toContain(`端口 ${port} 已被占用`)
  expect(said()).toContain(`Port ${port} is taken`)
  expect(said()).not.toMatch(/\bat .*:\d+:\d+/)
  expect(passwordLines(said())).toHaveLength(3)
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

it('logs each request as JSON, answers metrics on a port of their own, and says which port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port: metricsPort } = other.address() as AddressInfo
  const refused = start(0, { METRICS_PORT: `${metricsPort}` })
  expect(await refused.ended).toBe(1)
  expect(refused.said()).toContain(`Port ${metricsPort} is taken; choose another with METRICS_PORT.`)
  await new Promise((resolve) => other.close(resolve))
  const { child, said, ready, ended } = start(0, { METRICS_PORT: `${metricsPort}` })
  const { href } = await ready
  const answer = await fetch(new URL('/api/inbox?q=somebody', href))
  const number = answer.headers.get('x-request-id')
  await vi.waitFor(() => expect(said()).toContain(`"request":"${number}"`))
  const line = said()
    .split('\n')
    .find((one) => one.includes(`${number}`))
  expect(JSON.parse(line ?? '')).toMatchObject({ level: 'info', route: '/api/inbox', status: 401 })
  expect(said()).not.toContain('somebody')
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  expect(metrics).toContain('yqt_refusals_total{code="common.sign-in-needed"} 1')
  expect(metrics).toMatch(/^yqt_jobs\{state="failed"\} 0$/m)
  expect(await (await fetch(new URL('/metrics', href))).text()).not.toContain('yqt_')
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

it('goes on where nobody reads its log any more', async () => {
  const { child, ready, ended } = start(0, { LOG_LEVEL: 'info' }, { unread: true })
  const { href } = await ready
  // Some 300 bytes a line: many times what a pipe takes, and less than is kept.
  for (let n = 0; n < 2_000; n++) await (await fetch(new URL('/api/health/alive', href))).text()
  expect(await (await fetch(new URL('/api/health', href))).json()).toMatchObject({ status: 'ready' })
  expect(child.exitCode).toBeNull()
  child.kill('SIGKILL')
  await ended
})
