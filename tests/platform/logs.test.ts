import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildApp } from '../../src/app.ts'
import { plain } from '../../src/platform/command.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { jsonLog, type LogLevel, plainLog } from '../../src/platform/watch/log.ts'
import { route } from '../../src/shared/route.ts'
import { administratorName, testPassword } from '../support/template.ts'
import { startWorld, type World } from '../support/world.ts'

const lines: string[] = []
const write = (line: string) => void lines.push(line)
const told = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>)
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

let world: World
let app: Awaited<ReturnType<typeof buildApp>>
let cookie = ''
beforeAll(async () => {
  world = await startWorld()
  app = await logging('info')
  const payload = { name: administratorName, password: testPassword }
  const signedIn = await app.http.inject({ method: 'POST', url: '/api/session', payload })
  cookie = `yqt_session=${signedIn.cookies.find(({ name }) => name === 'yqt_session')?.value}`
})
beforeEach(() => {
  lines.length = 0
})
afterAll(async () => {
  await app.close()
  await world.stop()
})

function logging(level: LogLevel, make = jsonLog) {
  const { fault, watcher } = make(level, { write })
  return buildApp({
    connection: world.server,
    filesDir: world.filesDir,
    about: { version: 'test', database: { kind: 'embedded', version: '18' } },
    trustedProxies: ['10.1.0.0/16', 'loopback'],
    clock: () => world.now,
    log: fault,
    watchers: [watcher],
  })
}

describe('a request', () => {
  it('is one line at its end: what, how, how long, by which post, and what it recorded', async () => {
    const reply = await app.http.inject({
      method: 'POST',
      url: '/api/units?unexpected=1',
      headers: { cookie },
      payload: {},
    })
    const done = await app.http.inject({
      method: 'POST',
      url: '/api/units',
      headers: { cookie },
      payload: { kind: 'city', parentId: await province(), name: '舟山新城', uscc: null },
    })
    const page = await app.http.inject({ url: `/api/units?kind=province&q=x`, headers: { cookie } })
    expect([reply.statusCode, page.statusCode]).toEqual([422, 200])
    const [first, second, third, ...more] = told().filter(({ route }) => route === '/api/units')
    expect(more).toHaveLength(0)
    expect(first).toMatchObject({
      level: 'info',
      message: 'request',
      request: reply.headers['x-request-id'],
      method: 'POST',
      route: '/api/units',
      status: 422,
      ms: expect.any(Number),
      bytes: expect.any(Number),
      code: 'common.invalid',
      post: 'system-admin',
      account: expect.stringMatching(/^[0-9a-f]{12}$/),
      events: [],
    })
    expect(String(first?.time)).toMatch(/^\d{4}-\d\d-\d\dT/)
    expect([second?.status, second?.code]).toEqual([
      done.statusCode,
      done.statusCode === 200 ? null : expect.anything(),
    ])
    expect(third).toMatchObject({ method: 'GET', status: 200, code: null, account: first?.account, events: [] })
  })

  it('names the audit events that it wrote, so that one leads to the other', async () => {
    const payload = { name: administratorName, password: testPassword }
    await app.http.inject({ method: 'POST', url: '/api/session', payload })
    const [line] = told()
    const events = line?.events as string[]
    expect(events).not.toEqual([])
    const found = await world.sql('select kind from audit_events where id = any($1)', [events])
    expect(found).toHaveLength(events.length)
  })

  it('has the pattern of its route, one name for all screens and one for what is nowhere', async () => {
    for (const url of ['/api/pilots/0198a000-0000-7000-8000-000000000001', '/api/none/x', '/api/%', '/x.php', '/%'])
      await app.http.inject({ url })
    expect(told().map(({ route, status }) => [route, status])).toEqual([
      [expect.stringMatching(/^\/api\/pilots\/:\w+$/), 401],
      ['none', 404],
      ['none', expect.any(Number)],
      ['none', 404],
      ['none', expect.any(Number)],
    ])
    expect(new Set(told().map(({ request }) => request)).size).toBe(5)
  })

  it('that breaks off is a line too', async () => {
    await app.http.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.http.server.address() as { port: number }
    const headers = { cookie, 'content-type': 'application/octet-stream', 'content-length': 1_000_000 }
    const call = request({ port, method: 'POST', path: '/api/files', headers })
    call.on('error', () => undefined)
    call.write('some', () => setTimeout(() => call.destroy(), 100))
    await expect.poll(told, { timeout: 10_000 }).toMatchObject([{ route: '/api/files', brokenOff: true }])
  })

  it('is counted in bytes over a real connection', async () => {
    const { port } = app.http.server.address() as { port: number }
    const reply = await fetch(`http://127.0.0.1:${port}/api/health/alive`)
    await reply.text()
    await expect.poll(told).toHaveLength(1)
    expect(told()[0]?.bytes).toBeGreaterThan(200)
    expect(told()[0]?.request).toBe(reply.headers.get('x-request-id'))
  })
})

async function province(): Promise<string> {
  const [found] = await world.sql<{ id: string }>(`select id from units where kind = 'province'`)
  return found?.id ?? ''
}

describe('the id of a request', () => {
  const sent = '7f3c9a0e5b1d4c2f8e6a7b9c0d1e2f3a'
  const idOf = async (id: string, remoteAddress = '10.1.2.3', url = '/api/health/alive') => {
    const { headers } = await app.http.inject({ url, remoteAddress, headers: { 'x-request-id': id } })
    return String(headers['x-request-id'])
  }

  it('is the trusted proxy’s where that is well-formed', async () => {
    expect(await idOf(sent)).toBe(sent)
    expect(await idOf('0198A000-0000-7000-8000-000000000001', '127.0.0.1')).toBe('0198A000-0000-7000-8000-000000000001')
    expect(await idOf(sent, '::ffff:10.1.2.3')).toBe(sent)
    expect(await idOf(sent, '10.1.2.3', '/api/%')).toBe(sent)
  })

  it.each(['', '张三', '330421199001011234', '13812345678', 'zhang@example.com', `${sent}0`, `${sent}\u00e9`, '../x'])(
    'is a new one for %j',
    async (id) => {
      expect(await idOf(id)).toMatch(uuid)
    },
  )

  it('is never that of a stranger', async () => {
    expect(await idOf(sent, '10.2.0.1')).toMatch(uuid)
    expect(await idOf(sent, '2001:db8::1')).toMatch(uuid)
  })
})

describe('a fault', () => {
  const fails = route({
    method: 'GET',
    path: '/api/fails',
    permission: 'public',
    summary: { zh: '出错', en: 'Fails' },
    reply: z.object({}),
  })
  const failing = (make: typeof jsonLog) => {
    const { fault, watcher } = make('info', { write })
    const endpoint = plain(fails, async () => Promise.reject(new Error('张三 13812345678')))
    const options = { trustedProxies: [], budgeted: false, watcher }
    return buildServer([endpoint], { ...app.services, log: fault }, options)
  }

  it('is told with its place and the number that the reader sees', async () => {
    const reply = await (await failing(jsonLog)).inject({ url: '/api/fails' })
    expect(reply.statusCode).toBe(500)
    const [fault, done] = told()
    const number = reply.headers['x-request-id']
    expect(fault).toMatchObject({
      level: 'error',
      message: 'GET /api/fails',
      request: number,
      error: { type: 'Error' },
    })
    expect(JSON.stringify(fault?.error)).toContain('logs.test.ts')
    expect(done).toMatchObject({ request: number, status: 500, code: 'common.our-fault' })
    expect(lines.join('')).not.toMatch(/张三|13812345678/)
  })

  it('stands whole before a person at a terminal', async () => {
    await (await failing(plainLog)).inject({ url: '/api/fails' })
    expect(lines[0]).toMatch(/^GET \/api\/fails: Error: 张三 13812345678\n\s+at /)
    expect(lines[1]).toMatch(/^GET \/api\/fails 500 [\d.]+ ms common\.our-fault\n$/)
  })
})

it('says no more than its level', async () => {
  for (const make of [jsonLog, plainLog]) {
    const quiet = await logging('warn', make)
    expect((await quiet.http.inject({ url: '/api/health/alive' })).statusCode).toBe(200)
    await quiet.close()
  }
  expect(lines).toEqual([])
})
