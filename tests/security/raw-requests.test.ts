import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openExpert } from '../../database/demo/evaluations.ts'
import { demoCounty } from '../../database/demo/programme.ts'
import { endpoints } from '../../src/app.ts'
import type { Post } from '../../src/policy/people/roles.ts'
import { administratorName, auditorName, securityName } from '../support/template.ts'
import { startWorld, type World } from '../support/world.ts'
import { type Actor, type Reply, signedIn } from './actors.ts'
import { contentOf, misshapen } from './refusal-shape.ts'

let world: World
let manager: Actor
const people: Actor[] = []
beforeAll(async () => {
  world = await startWorld()
  const { first, countyId } = await demoCounty(world)
  const park = first.name
  await openExpert(world, countyId, '嘉善县·评审专家')
  manager = await signedIn(world, `${park}·负责人`)
  const ofPark = ['负责人', '服务专员', '资金专员'].map((post) => `${park}·${post}`)
  const bureaus = ['经信局·经办', '经信局·负责人', '财政局·经办', '财政局·负责人'].map((post) => `嘉善县${post}`)
  for (const name of [
    ...ofPark,
    ...bureaus,
    '嘉善县·评审专家',
    ...['省经信厅·处室', '省经信厅·负责人', '省财政厅·处室', '省财政厅·负责人'],
    administratorName,
    securityName,
    auditorName,
  ])
    people.push(await signedIn(world, name))
})

/** Who may knock at a door: what stands in a body is looked at only for them. */
function allowedAt(permission: string): string {
  const found = people.find(({ post }) => ['public', 'signed-in'].includes(permission) || !whyNot(post, permission))
  if (!found) throw new Error(`nobody may ${permission}`)
  return found.cookie
}
const whyNot = (post: Post | null, permission: string) =>
  post === null || world.services.whyNotPermitted(post, permission as never) !== null
afterAll(() => world.stop())

type Raw = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS'
  url: string
  type?: string | null
  body?: string | Buffer
  headers?: Record<string, string>
}

async function raw({ method = 'POST', url, type = 'application/json', body = '', headers = {} }: Raw): Promise<Reply> {
  const response = await world.http.inject({
    method,
    url,
    headers: { cookie: manager.cookie, ...(type === null ? {} : { 'content-type': type }), ...headers },
    ...(method === 'GET' ? {} : { payload: body }),
  })
  const found = String(response.headers['content-type'] ?? '')
  return {
    status: response.statusCode,
    type: found,
    headers: response.headers,
    raw: response.rawPayload,
    text: response.body,
  }
}

const uuid = '019d468d-ee80-7012-8d8c-e5119ee06926'
/** Doors that take JSON, every sixth of them, for they share one way in; an id stands in every place of the address. */
const doors = endpoints
  .map(({ route }) => route)
  .filter((route) => route.method !== 'GET' && !route.upload && route.path !== '/api/session')
  // No enterprise has an account before a plan is approved.
  .filter(({ permission }) => permission !== 'service.confirm')
  .filter((_, at) => at % 6 === 0)
  .map(({ method, path, permission }) => ({
    permission,
    method: method as 'POST',
    url: path
      .replace(/:no\b/, '1')
      .replace(/:section\b/, 'services')
      .replace(/:\w+/g, uuid),
  }))

const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
const bodies: readonly [string, string | Buffer, number][] = [
  ['half an object', '{"a":', 422],
  ['no JSON at all', 'hello', 422],
  ['single quotes', "{'a':1}", 422],
  ['a mark before it', '\ufeff{"a":1}', 422],
  ['a prototype', '{"__proto__":{"isAdmin":true}}', 422],
  ['a constructor', '{"constructor":{"prototype":{"isAdmin":true}}}', 422],
  ['a number beyond all numbers', '{"a":1e999}', 422],
  ['a key with NUL', '{"\\u0000":1}', 422],
  ['a key of half a pair', '{"\\ud800":1}', 422],
  ['bytes that are no text', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 422],
  ['ten thousand levels', deep(10_000), 422],
  ['a hundred thousand levels', deep(100_000), 422],
  ['lists in lists', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 422],
  ['a packed body', gzipSync('{"a":1}'), 422],
  ['two megabytes', JSON.stringify({ a: 'x'.repeat(2 * 1_048_576) }), 413],
]

describe('a body that is not what it says', () => {
  it.each(bodies)('%s', async (_, body, status) => {
    const before = await contentOf(world)
    const wrong: string[] = []
    for (const door of doors) {
      const reply = await raw({ ...door, body, headers: { cookie: allowedAt(door.permission) } })
      // Where anybody may come, what is long is not read at all.
      const due = door.permission === 'public' && Buffer.byteLength(body) > 32_768 ? 413 : status
      const problem = misshapen(reply) ?? (reply.status === due ? null : String(reply.status))
      if (problem) wrong.push(`${door.method} ${door.url}: ${problem}`)
    }
    expect(wrong).toEqual([])
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
    expect(await contentOf(world)).toBe(before)
  })

  it.each([
    'text/plain',
    'application/octet-stream',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=gbk',
    'nonsense',
  ])('%s instead of JSON', async (type) => {
    const wrong: string[] = []
    for (const door of doors) {
      const reply = await raw({ ...door, type, body: '{"a":1}', headers: { cookie: allowedAt(door.permission) } })
      const problem = misshapen(reply) ?? ([415, 422].includes(reply.status) ? null : String(reply.status))
      if (problem) wrong.push(`${door.method} ${door.url}: ${problem}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('an address nobody has', () => {
  it.each([
    '/api',
    '/api/',
    '/api/nothing',
    '/api/services/',
    '/api/services/%E0%A4%A',
    '/api/services/%',
    '/api/services/%00',
    '/api/services/..%2f..%2fetc%2fpasswd',
    `/api/services/${'x'.repeat(5000)}`,
    `/api/files/${uuid}/content/..`,
    '/api/confirmation/short',
    `/api/confirmation/${'x'.repeat(101)}`,
    `/api/confirmation/${'x'.repeat(43)}`,
  ])('%s', async (url) => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const) {
      const reply = await raw({ method, url, type: null })
      if (reply.status !== 200) expect(misshapen(reply), `${method} ${url}: ${reply.text}`).toBeNull()
      else expect(JSON.parse(reply.text)).toEqual({ state: 'unknown', service: null })
    }
  })

  it.each([
    '__proto__=1',
    'a[b]=1',
    'page=1&page=2',
    'pilotId[]=1',
    'page=%00',
    'page=%zz',
    '&&&',
    '=',
    'page=1e3',
    'page=0x10',
    'page= 1',
    'page=1.5',
    'page=-0',
  ])('the search ?%s', async (search) => {
    for (const path of ['/api/services', '/api/findings', '/api/pilots', '/api/inbox', '/api/units']) {
      const reply = await raw({ method: 'GET', url: `${path}?${search}` })
      if (reply.status !== 200) expect(misshapen(reply), `${path}: ${reply.text}`).toBeNull()
    }
  })

  it('odd headers change nothing', async () => {
    const odd: Record<string, string>[] = [
      { cookie: 'yqt_session' },
      { cookie: 'yqt_session=%E0%A4%A; a' },
      { cookie: `yqt_session=${'x'.repeat(5000)}` },
      { cookie: '__proto__=1; yqt_session=' },
      { 'accept-encoding': 'x', accept: 'x/y', range: 'bytes=0-' },
      { 'idempotency-key': 'short' },
      { 'idempotency-key': 'x'.repeat(3000) },
      { 'x-http-method-override': 'DELETE' },
      { 'x-forwarded-for': '127.0.0.1', 'x-forwarded-host': 'evil.example', host: 'evil.example' },
    ]
    for (const headers of odd) {
      const read = await raw({ method: 'GET', url: '/api/inbox', headers })
      if (read.status !== 200) expect(misshapen(read), JSON.stringify(headers).slice(0, 80)).toBeNull()
      expect(read.text).not.toContain('evil.example')
      const wrote = await raw({ url: '/api/services', body: '{}', headers })
      expect(misshapen(wrote), JSON.stringify(headers).slice(0, 80)).toBeNull()
    }
  })
})

describe('what is no request at all', () => {
  const words: readonly [string, string, number][] = [
    ['nonsense', 'hello\r\n\r\n', 400],
    ['headers of 100 KB', `GET /api/inbox HTTP/1.1\r\nhost: x\r\ncookie: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
    ['two lengths', 'POST /api/services HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx', 400],
    [
      'a length beside pieces',
      'POST /api/services HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['a header with a line in it', 'GET /api/inbox HTTP/1.1\r\nhost: x\r\nx: a\nb\r\n\r\n', 400],
    ['no host', 'GET /api/inbox HTTP/1.1\r\n\r\n', 400],
  ]

  it.each(words)('%s is answered in the same shape', async (_, text, status) => {
    const { http } = world
    if (!http.server.listening) await http.listen({ host: '127.0.0.1', port: 0 })
    const address = http.server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const said = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(text))
      let heard = ''
      socket.setTimeout(5000, () => socket.destroy())
      socket.on('data', (chunk) => (heard += chunk))
      socket.on('error', reject).on('close', () => resolve(heard))
    })
    const [head = '', body = ''] = said.split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    if (body.startsWith('{')) {
      expect(misshapen({ status, type: 'application/json', headers: {}, raw: Buffer.alloc(0), text: body })).toBeNull()
    }
  })
})
