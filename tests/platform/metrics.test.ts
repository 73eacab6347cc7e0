import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp, endpoints } from '../../src/app.ts'
import { createMetrics, type MetricSources } from '../../src/platform/metrics/metrics.ts'
import { serveMetrics } from '../../src/platform/metrics/serve-metrics.ts'
import { signIn } from '../../src/shared/session.ts'
import { administratorName, testPassword } from '../support/template.ts'
import { startWorld, type World } from '../support/world.ts'

const routes = endpoints.map(({ route }) => route.path)
const build = { version: '1.2.3', postgres: '18.4' }
const idle = { waiting: 0, running: 0, failed: 0 }

let world: World
let app: Awaited<ReturnType<typeof buildApp>>
let served: Awaited<ReturnType<typeof serveMetrics>>
const metrics = createMetrics({ routes, signIn: signIn.path, build })
beforeAll(async () => {
  world = await startWorld()
  app = await buildApp({
    connection: world.server,
    filesDir: world.filesDir,
    about: { version: 'test', database: { kind: 'embedded', version: '18' } },
    clock: () => world.now,
    log: () => undefined,
    watchers: [metrics.watcher],
  })
  served = await serveMetrics(
    metrics,
    { ...app.sources, jobs: async () => ({ ...idle, failed: 2 }) },
    { host: '127.0.0.1', port: 0 },
  )
})
afterAll(async () => {
  await served.close()
  await app.close()
  await world.stop()
})

type Series = { readonly name: string; readonly labels: Readonly<Record<string, string>>; readonly value: number }

function seriesIn(text: string): Series[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', labels = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? []
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, said]) => [key, said])
      return { name, labels: Object.fromEntries(pairs), value: Number(value) }
    })
}

const read = async () => seriesIn(await (await fetch(`http://127.0.0.1:${served.port}/metrics`)).text())
const numberOf = (all: readonly Series[], name: string, labels: Record<string, string> = {}) =>
  all.find((one) => one.name === name && Object.entries(labels).every(([key, said]) => one.labels[key] === said))?.value

describe('what is counted', () => {
  it('are requests by pattern, refusals by code, refused sign-ins, connections, jobs and health', async () => {
    const before = await read()
    const session = async (password: string) =>
      app.http.inject({ method: 'POST', url: '/api/session', payload: { name: administratorName, password } })
    expect((await session('wrong')).statusCode).toBe(401)
    expect((await session(testPassword)).statusCode).toBe(200)
    expect((await app.http.inject({ url: '/api/units' })).statusCode).toBe(401)
    const after = await read()
    const grown = (name: string, labels: Record<string, string>) =>
      (numberOf(after, name, labels) ?? 0) - (numberOf(before, name, labels) ?? 0)
    const seconds = 'yqt_http_request_duration_seconds'
    expect(grown(`${seconds}_count`, { route: '/api/session', method: 'POST', status: '4xx' })).toBe(1)
    expect(grown(`${seconds}_count`, { route: '/api/session', method: 'POST', status: '2xx' })).toBe(1)
    expect(grown(`${seconds}_bucket`, { route: '/api/units', status: '4xx', le: '+Inf' })).toBe(1)
    expect(grown('yqt_refusals_total', { code: 'common.sign-in-needed' })).toBe(1)
    const refused = after.filter(({ name }) => name === 'yqt_sign_in_refusals_total')
    expect(refused.map(({ value }) => value)).toEqual([1])
    expect(numberOf(after, 'yqt_http_requests_in_flight')).toBe(0)
    expect(numberOf(after, 'yqt_database_connections', { state: 'idle' })).toBeGreaterThan(0)
    expect(numberOf(after, 'yqt_database_waiting')).toBe(0)
    expect(numberOf(after, 'yqt_jobs', { state: 'failed' })).toBe(2)
    expect(numberOf(after, 'yqt_files_damaged')).toBe(0)
    expect(numberOf(after, 'yqt_files_free_bytes')).toBeGreaterThan(0)
    expect(numberOf(after, 'yqt_ready')).toBe(1)
    expect(numberOf(after, 'yqt_health_trouble', { trouble: 'database' })).toBe(0)
    expect(numberOf(after, 'yqt_build_info', { version: '1.2.3', postgres: '18.4' })).toBe(1)
    expect(numberOf(after, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0)
    expect(numberOf(after, 'process_resident_memory_bytes')).toBeGreaterThan(1e6)
  })

  it('are jobs by name and result', async () => {
    metrics.watcher.jobDone({ id: '1', name: 'check-files', ms: 2500, attempt: 1, most: 25, error: null })
    metrics.watcher.jobDone({ id: '2', name: 'check-files', ms: 500, attempt: 1, most: 25, error: new Error('x') })
    const all = await read()
    expect(numberOf(all, 'yqt_job_runs_total', { job: 'check-files', result: 'failed' })).toBe(1)
    expect(numberOf(all, 'yqt_job_seconds_total', { job: 'check-files' })).toBe(3)
  })

  it('is unknown where the database is away, and told all the same', async () => {
    const away: MetricSources = {
      connections: () => ({ total: 0, idle: 0, waiting: 3 }),
      health: async () => ({ database: null, freeBytes: null, filesAnswer: true, stopping: false, now: new Date() }),
      jobs: () => Promise.reject(new Error('away')),
    }
    const all = seriesIn(await createMetrics({ routes, signIn: signIn.path, build }).text(away))
    expect(numberOf(all, 'yqt_ready')).toBe(0)
    expect(numberOf(all, 'yqt_health_trouble', { trouble: 'database' })).toBe(1)
    expect(numberOf(all, 'yqt_database_waiting')).toBe(3)
    for (const name of ['yqt_files_damaged', 'yqt_jobs', 'yqt_jobs_oldest_waiting_seconds'])
      expect(numberOf(all, name), name).toBeNaN()
  })
})

it('holds no label that a caller can make: whatever is asked for, the values come from closed sets', async () => {
  const marks = ['张三', '13800001234', 'zhang@example.com', '0198a000-0000-7000-8000-000000000001']
  for (const mark of marks) {
    const asked = encodeURIComponent(mark)
    for (const url of [
      `/api/units/${asked}`,
      `/api/pilots/${asked}`,
      `/${asked}`,
      `/api/${asked}?q=${asked}`,
      `/%${asked}`,
    ])
      for (const method of ['GET', 'POST', 'OPTIONS', 'PROPFIND'] as const)
        await app.http.inject({ url, method: method as 'GET', headers: { 'x-request-id': mark } })
  }
  const all = await read()
  const valuesOf = (label: string) => new Set(all.flatMap(({ labels }) => labels[label] ?? []))
  for (const route of valuesOf('route')) expect([...routes, 'screens', 'none']).toContain(route)
  for (const status of valuesOf('status')) expect(status).toMatch(/^[1-5]xx$/)
  for (const method of valuesOf('method')) expect(method).toMatch(/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|other)$/)
  for (const code of valuesOf('code')) expect(code).toMatch(/^[a-z0-9-]+\.[a-z0-9-]+$/)
  for (const mark of marks) expect(JSON.stringify(all)).not.toContain(mark)
  expect(new Set(all.flatMap(({ labels }) => Object.keys(labels))).size).toBeLessThan(20)
  // A hundred and more routes, answered in three ways each: what a small Prometheus takes without notice.
  expect(all.length).toBeLessThan(routes.length * 3 * 14)
})

describe('where it is read', () => {
  it('is one address of its own, and nowhere on the public port', async () => {
    const at = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${served.port}${path}`, init)
    const found = await at('/metrics')
    expect([found.status, found.headers.get('content-type')]).toEqual([200, metrics.contentType])
    for (const path of ['/', '/metrics/', '/api/health', '/metrics?x=1']) expect((await at(path)).status).toBe(404)
    expect((await at('/metrics', { method: 'POST' })).status).toBe(405)
    for (const url of ['/metrics', '/api/metrics', '/metrics/']) {
      const reply = await app.http.inject({ url })
      expect(reply.statusCode, url).toBe(404)
      expect(reply.body).not.toContain('yqt_')
    }
  })

  it('says which address is taken', async () => {
    const taken = { host: '127.0.0.1', port: served.port }
    await expect(serveMetrics(metrics, { ...app.sources, jobs: async () => idle }, taken)).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  })
})

it('every metric of ours is explained to the operator, with when to be alarmed', async () => {
  const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')
  const text = await (await fetch(`http://127.0.0.1:${served.port}/metrics`)).text()
  const names = [...text.matchAll(/^# TYPE (yqt_\w+)/gm)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(12)
  for (const name of names) expect(page, name).toContain(`\`${name}\``)
  const told = [...page.matchAll(/`(yqt_\w+)`/g)].map(([, name]) => name)
  expect(told.filter((name) => !names.includes(name))).toEqual([])
})
