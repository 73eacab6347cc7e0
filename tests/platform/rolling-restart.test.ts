import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { newClient } from '../../database/demo/client.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import * as session from '../../src/shared/session.ts'
import { roundRobin } from '../support/round-robin.ts'
import { startS3, type TestS3 } from '../support/s3.ts'
import { doorOf, type ServerProcess, startProcess } from '../support/server-process.ts'
import { administratorName, templateDatabase, testPassword } from '../support/template.ts'

// Whole processes come up and go down, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

const database = `test_rolling_${randomBytes(6).toString('hex')}`
/** As on two machines: each its own folder. */
const dataDirs = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'yqt-rolling-')))
let s3: TestS3
let ports: number[]
const processes: ServerProcess[] = []
let balancer: Awaited<ReturnType<typeof roundRobin>>

async function asOwner<T extends pg.QueryResultRow>(text: string, on = inject('postgres').database): Promise<T[]> {
  const client = new pg.Client({ ...inject('postgres'), database: on })
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function start(at: number): Promise<void> {
  const { bucket, endpoint, accessKeyId, secretAccessKey } = s3.settings
  const started = startProcess(database, dataDirs[at] ?? '', {
    PORT: `${ports[at]}`,
    S3_BUCKET: bucket,
    S3_ENDPOINT: endpoint ?? '',
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
    DRAIN_SECONDS: '2',
    STOP_SECONDS: '20',
  })
  processes[at] = started
  await Promise.race([started.ready, started.ended.then(() => Promise.reject(new Error(started.said())))])
}

const address = (at: number) => `http://127.0.0.1:${ports[at]}`
const isReady = (at: number) => balancer.ready().includes(ports[at] ?? 0)

beforeAll(async () => {
  await asOwner(`create database ${database} template ${templateDatabase}`)
  s3 = await startS3()
  ports = [await freePort(), await freePort()]
  await Promise.all([start(0), start(1)])
  balancer = await roundRobin(ports)
})
afterAll(async () => {
  await balancer.stop()
  for (const { child, ended } of processes) {
    child.kill('SIGKILL')
    await ended
  }
  await s3.stop()
  await asOwner(`drop database if exists ${database} with (force)`)
  for (const dir of dataDirs) rmSync(dir, { recursive: true, force: true })
})

async function administrator(at: () => string) {
  const client = newClient(doorOf(at))
  await client.done(session.signIn, { body: { name: administratorName, password: testPassword } })
  return client
}

describe('both processes restarted in turn, while people work', () => {
  it('lose no request, double none, and take files all the while', async () => {
    const admin = await administrator(() => balancer.url)
    const { units: counties } = await admin.done(units.listUnits, { search: { kind: 'county' } })
    const parentId = counties[0]?.unitId ?? ''
    const acknowledged: string[] = []
    const failed: unknown[] = []
    let isWorking = true
    let [reads, files] = [0, 0]
    const noting = async (work: () => Promise<{ status: number; body: unknown }>) => {
      const { status, body } = await work().catch((error: unknown) => ({ status: 0, body: error }))
      if (status !== 200) failed.push([status, body])
      return status === 200
    }
    const writer = async (writer: number) => {
      for (let n = 0; isWorking; n++) {
        const name = `功能区${writer}之${n}`
        const body = { kind: 'zone' as const, parentId, name }
        const act = () => admin.call(units.registerUnit, { body, idempotencyKey: `zone-${writer}-${n}` })
        // Every third is sent twice, as by somebody who did not see the answer.
        const done = await Promise.all(n % 3 === 0 ? [noting(act), noting(act)] : [noting(act)])
        if (done.every(Boolean)) acknowledged.push(name)
      }
    }
    const reader = async () => {
      for (; isWorking; reads++) await noting(() => admin.call(units.listUnits, { search: { kind: 'county' } }))
    }
    const uploader = async () => {
      const headers = { 'content-type': 'application/octet-stream', 'x-file-name': 'new.txt' }
      for (; isWorking; files++) {
        const content = Buffer.from(`第 ${files} 份 ${randomBytes(2000).toString('base64')}`)
        await noting(() => admin.send('POST', '/api/files', content, headers))
        await setTimeout(700)
      }
    }
    const people = [writer(0), writer(1), writer(2), reader(), uploader()]
    await vi.waitUntil(() => acknowledged.length > 20, { timeout: 60_000 })
    for (const at of [0, 1]) {
      const leaving = processes[at]
      leaving?.child.kill('SIGTERM')
      expect(await leaving?.ended).toBe(0)
      expect(isReady(at)).toBe(false)
      const before = acknowledged.length
      await vi.waitUntil(() => acknowledged.length > before + 5, { timeout: 60_000 })
      await start(at)
      await vi.waitUntil(() => isReady(at), { timeout: 10_000 })
    }
    const before = acknowledged.length
    await vi.waitUntil(() => acknowledged.length > before + 20, { timeout: 60_000 })
    isWorking = false
    await Promise.all(people)

    expect(failed).toEqual([])
    expect(Math.min(...balancer.served())).toBeGreaterThan(20)
    expect([reads > 20, files > 5]).toEqual([true, true])
    const rows = await asOwner<{ name: string; times: number }>(
      `select name, count(*)::integer as times from units where name like '功能区%' group by name`,
      database,
    )
    expect(rows.filter(({ times }) => times !== 1)).toEqual([])
    expect(rows.map(({ name }) => name).sort()).toEqual(acknowledged.sort())
    const [events] = await asOwner<{ n: number }>(
      `select count(*)::integer as n from audit_events where kind = 'unit.registered' and after ->> 'name' like '功能区%'`,
      database,
    )
    expect(events?.n).toBe(acknowledged.length)
  })
})

describe('a process that is told to end', () => {
  const get = async (path: string) => {
    const answer = await fetch(new URL(path, address(0)))
    return { status: answer.status, connection: answer.headers.get('connection'), body: await answer.json() }
  }

  it('says so and works on for a moment, finishes what is under way, and keeps no connection', async () => {
    const admin = await administrator(() => address(0))
    const cookie = await cookieAt(address(0))
    const content = Buffer.from(`慢慢上传 ${randomBytes(300).toString('hex')}`)
    const upload = request(new URL('/api/files', address(0)), {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/octet-stream', 'x-file-name': 'slow.txt' },
    })
    const uploaded = new Promise<{ status: number | undefined; connection: string | undefined }>((resolve, reject) => {
      upload.once('error', reject)
      upload.once('response', ({ statusCode, headers }) =>
        resolve({ status: statusCode, connection: headers.connection }),
      )
    })
    upload.write(content.subarray(0, 20))
    const told = performance.now()
    processes[0]?.child.kill('SIGTERM')
    await vi.waitFor(async () =>
      expect(await get('/api/health/ready')).toMatchObject({
        status: 503,
        connection: 'close',
        body: { error: { code: 'common.not-ready', zh: '本进程正在停止' } },
      }),
    )
    expect((await get('/api/health')).body).toMatchObject({ status: 'not-ready', because: [{ trouble: 'stopping' }] })
    expect((await admin.call(units.listUnits, { search: { kind: 'province' } })).status).toBe(200)
    // Six seconds later it takes nobody any more, and still waits for the file.
    await setTimeout(6_000 - (performance.now() - told))
    await expect(fetch(new URL('/api/health/alive', address(0)))).rejects.toThrow()
    upload.end(content.subarray(20))
    expect(await uploaded).toEqual({ status: 200, connection: 'close' })
    expect(await processes[0]?.ended).toBe(0)
    await start(0)
  })

  it('does not wait where it is told twice', async () => {
    const told = performance.now()
    processes[0]?.child.kill('SIGTERM')
    processes[0]?.child.kill('SIGINT')
    expect(await processes[0]?.ended).toBe(0)
    expect(performance.now() - told).toBeLessThan(2_000)
    await start(0)
  })
})

async function cookieAt(place: string): Promise<string> {
  const answer = await fetch(new URL('/api/session', place), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: administratorName, password: testPassword }),
  })
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}
