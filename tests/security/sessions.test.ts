import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../database/demo/password.ts'
import { demoCounty } from '../../database/demo/programme.ts'
import { buildApp } from '../../src/app.ts'
import { showInbox } from '../../src/features/oversight/inbox/contract.ts'
import { createBatch } from '../../src/features/programme/pilots/contract.ts'
import { signIn, signOut, whoAmI } from '../../src/shared/session.ts'
import { startWorld, type World } from '../support/world.ts'
import { type Actor, knock, signedIn } from './actors.ts'
import { misshapen } from './refusal-shape.ts'

let world: World
let name: string
beforeAll(async () => {
  world = await startWorld()
  const { first } = await demoCounty(world)
  name = `${first.name}·服务专员`
})
afterAll(() => world.stop())

const inbox = (by: Actor) => knock(world, showInbox, {}, by)
const setCookie = (headers: Readonly<Record<string, unknown>>) => String(headers['set-cookie'] ?? '')

describe('a session', () => {
  it('ends by itself after twelve hours, to the second', async () => {
    const by = await signedIn(world, name)
    world.setClock('2026-04-01T20:59:59+08:00')
    expect((await inbox(by)).status).toBe(200)
    world.setClock('2026-04-01T21:00:00+08:00')
    const reply = await inbox(by)
    expect([reply.status, misshapen(reply)]).toEqual([401, null])
    world.setClock('2026-04-01T09:00:00+08:00')
  })

  it('is worth nothing once signed out, in every browser that kept its cookie', async () => {
    const [one, other] = [await signedIn(world, name), await signedIn(world, name)]
    const out = await knock(world, signOut, {}, one)
    expect(out.status).toBe(200)
    expect(setCookie(out.headers)).toMatch(/yqt_session=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/)
    expect([(await inbox(one)).status, (await inbox(other)).status]).toEqual([401, 200])
    expect(await world.sql('select 1 from sessions where token_hash = $1', [one.cookie])).toEqual([])
  })

  it('ends at once when its account is closed, and does not open again', async () => {
    const by = await signedIn(world, name)
    await world.sql(`update accounts set disabled_at = '2026-03-31' where name = $1`, [name])
    const again = await knock(world, signIn, { body: { name, password: demoPassword } }, by)
    expect([(await inbox(by)).status, again.status]).toEqual([401, 401])
    const wrong = await knock(world, signIn, { body: { name: '没有此人', password: 'x' } }, by)
    expect(again.text).toBe(wrong.text)
    await world.sql('update accounts set disabled_at = null where name = $1', [name])
    expect((await inbox(by)).status).toBe(200)
  })

  it('is not opened by a changed, cut, foreign or made-up cookie', async () => {
    const by = await signedIn(world, name)
    const token = by.cookie.replace('yqt_session=', '')
    const flipped = (token[0] === 'A' ? 'B' : 'A') + token.slice(1)
    const [hash] = await world.sql<{ tokenHash: string }>('select token_hash as "tokenHash" from sessions limit 1')
    for (const value of [
      flipped,
      token.slice(0, -1),
      `${token}A`,
      token.toLowerCase(),
      '',
      'null',
      '{}',
      hash?.tokenHash ?? '',
      `${token}; ${token}`.slice(1),
      "' or '1'='1",
    ]) {
      const reply = await inbox({ ...by, cookie: `yqt_session=${value}` })
      expect([value, reply.status]).toEqual([value, 401])
    }
    expect((await inbox({ ...by, cookie: `session=${token}` })).status).toBe(401)
    const who = await knock(world, whoAmI, {}, { ...by, cookie: `yqt_session=${flipped}` })
    expect(JSON.parse(who.text)).toEqual({ account: null })
  })

  it('is new at every sign-in, long, and not the one the browser brought', async () => {
    const tokens = new Set<string>()
    for (let i = 0; i < 5; i++) tokens.add((await signedIn(world, name)).cookie.replace('yqt_session=', ''))
    expect(tokens.size).toBe(5)
    for (const token of tokens) expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(32)
    const planted = { who: '', post: null, scope: '', cookie: `yqt_session=${'A'.repeat(43)}` }
    const reply = await knock(world, signIn, { body: { name, password: demoPassword } }, planted)
    expect(setCookie(reply.headers)).not.toContain('A'.repeat(43))
    expect((await inbox(planted)).status).toBe(401)
  })

  it('lies in a cookie that no script reads and no other site sends; behind TLS it is secure', async () => {
    const plain = await world.http.inject({
      method: 'POST',
      url: '/api/session',
      payload: { name, password: demoPassword },
    })
    const cookie = setCookie(plain.headers)
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=(Lax|Strict)/)
    expect(cookie).toMatch(/; Path=\/(;|$)/)
    expect(cookie).not.toMatch(/Domain=/)
    const behind = await world.http.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-forwarded-proto': 'https' },
      remoteAddress: '127.0.0.1',
      payload: { name, password: demoPassword },
    })
    expect(setCookie(behind.headers)).toMatch(/; Secure/)
    expect(behind.headers['strict-transport-security']).toBe('max-age=31536000')
    expect(plain.headers['strict-transport-security']).toBeUndefined()
    expect(plain.headers['cache-control']).toBe('no-store')
  })
})

it('believes the scheme of a proxy that the operator names, and of no other', async () => {
  const { server: connection, filesDir } = world
  const about = { version: 'test', database: { kind: 'embedded', version: '18' } } as const
  const app = await buildApp({ connection, filesDir, about, trustedProxies: ['10.1.0.0/16'] })
  const through = async (remoteAddress: string) => {
    const headers = { 'x-forwarded-proto': 'https' }
    const payload = { name: '省经信厅·处室', password: demoPassword }
    const reply = await app.http.inject({ method: 'POST', url: '/api/session', headers, remoteAddress, payload })
    return /; Secure/.test(setCookie(reply.headers))
  }
  expect([await through('10.1.7.9'), await through('10.2.0.1'), await through('127.0.0.1')]).toEqual([
    true,
    false,
    false,
  ])
  await app.close()
})

describe('a page of another site', () => {
  it.each(['cross-site', 'same-site'])('marked %s, changes nothing and signs nobody in', async (site) => {
    const by = await signedIn(world, '省经信厅·处室')
    const body = { edition: 'zj-2023', firstYear: 2027, name: `${site}批次` }
    for (const method of ['POST', 'PUT', 'DELETE'] as const) {
      const reply = await world.http.inject({
        method,
        url: '/api/batches',
        headers: { cookie: by.cookie, 'sec-fetch-site': site },
        payload: body,
      })
      expect(reply.statusCode).toBe(403)
      expect(reply.json().error.code).toBe('common.cross-site')
    }
    const login = await knock(world, signIn, { body: { name, password: demoPassword } }, by, { 'sec-fetch-site': site })
    expect([login.status, setCookie(login.headers), misshapen(login)]).toEqual([403, '', null])
    expect(await world.sql('select 1 from batches where name = $1', [body.name])).toEqual([])
    const own = await knock(world, createBatch, { body: { ...body, name: `${site}自己的` } }, by, {
      'sec-fetch-site': 'same-origin',
    })
    expect(own.status).toBe(200)
  })

  it.each([
    ['https://evil.example', '', false],
    ['null', '', false],
    ['no address', '', false],
    ['http://localhost.evil.example', '', false],
    ['http://localhost:8080', '', false],
    ['http://localhost', 'park.example', false],
    ['http://localhost', '', true],
    ['http://LOCALHOST:80', '', true],
    ['https://park.example', 'park.example', true],
    ['https://park.example:8443', 'park.example:8443', true],
    ['https://park.example', 'park.example:443', true],
  ])('of an old browser is known by its origin alone: %s, for the host %s: %s', async (origin, forwarded, own) => {
    const by = await signedIn(world, '省经信厅·处室')
    const headers = {
      cookie: by.cookie,
      host: 'localhost',
      origin,
      ...(forwarded && { 'x-forwarded-host': forwarded }),
    }
    const body = { edition: 'none', firstYear: 2027, name: '旧浏览器批次' }
    const reply = await world.http.inject({ method: 'POST', url: '/api/batches', headers, payload: body })
    expect(reply.statusCode).toBe(own ? 422 : 403)
    expect(reply.json().error.code === 'common.cross-site').toBe(!own)
    const read = await world.http.inject({ method: 'GET', url: '/api/inbox', headers })
    expect(read.statusCode).toBe(200)
  })

  it('cannot send a form: only JSON changes anything', async () => {
    const by = await signedIn(world, '省经信厅·处室')
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=b']) {
      const body = '{"edition":"zj-2023","firstYear":2027,"name":"表单批次"}'
      const reply = await world.http.inject({
        method: 'POST',
        url: '/api/batches',
        headers: { cookie: by.cookie, 'content-type': type },
        payload: body,
      })
      expect([415, 422]).toContain(reply.statusCode)
    }
    expect(await world.sql(`select 1 from batches where name = '表单批次'`)).toEqual([])
  })

  it('is given no right to read', async () => {
    const by = await signedIn(world, name)
    for (const method of ['GET', 'OPTIONS'] as const) {
      const headers = { cookie: by.cookie, origin: 'https://evil.example', 'access-control-request-method': 'POST' }
      const reply = await world.http.inject({ method, url: '/api/inbox', headers })
      expect(Object.keys(reply.headers).filter((one) => one.startsWith('access-control'))).toEqual([])
    }
  })
})
