import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoCounty } from '../../database/demo/programme.ts'
import { buildApp } from '../../src/app.ts'
import { showInbox } from '../../src/features/oversight/inbox/contract.ts'
import { serveScreens } from '../../src/platform/http/screens.ts'
import { publicPages, publicPaths } from '../../src/policy/people/public-pages.ts'
import { photo } from '../support/services.ts'
import { startWorld, type World } from '../support/world.ts'
import { type Actor, knock, signedIn } from './actors.ts'

let world: World
let name: string
let screens: { app: Awaited<ReturnType<typeof buildApp>>; base: string }
beforeAll(async () => {
  world = await startWorld()
  const { first } = await demoCounty(world)
  name = `${first.name}·服务专员`
  screens = await withScreens()
})
afterAll(async () => {
  await screens.app.close()
  rmSync(screens.base, { recursive: true, force: true })
  await world.stop()
})

const script = '// 园企通\n'.repeat(200)

/** The same product, with screens before it as in production. */
async function withScreens() {
  const base = mkdtempSync(join(tmpdir(), 'yqt-screens-'))
  const folder = join(base, 'web')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>园企通</title>')
  writeFileSync(join(folder, 'sign-in.html'), '<!doctype html><title>园企通 登录</title>')
  writeFileSync(join(folder, 'assets', 'main.js'), 'export {}')
  writeFileSync(join(folder, 'assets', 'large.js'), script)
  writeFileSync(join(folder, 'assets', 'large.js.br'), brotliCompressSync(script))
  writeFileSync(join(base, 'yqt-secret.txt'), 'secret')
  const about = { version: 'test', database: { kind: 'embedded', version: '18' } } as const
  const app = await buildApp({ connection: world.server, filesDir: join(base, 'files'), about })
  await serveScreens(app.http, folder, publicPages)
  return { app, base }
}

const inbox = (by: Actor) => knock(world, showInbox, {}, by)

describe('security headers', () => {
  const expectHeaders = (headers: Readonly<Record<string, unknown>>, what: string) => {
    const policy = String(headers['content-security-policy'])
    expect(policy, what).toMatch(/default-src 'self'/)
    expect(policy, what).toMatch(/frame-ancestors 'none'/)
    expect(policy, what).toMatch(/base-uri 'self'/)
    expect(policy, what).not.toMatch(/script-src[^;]*(unsafe|\*)|unsafe-eval|default-src[^;]*(unsafe|\*)/)
    expect(headers['x-content-type-options'], what).toBe('nosniff')
    expect(headers['referrer-policy'], what).toBe('same-origin')
    expect(headers['cross-origin-opener-policy'], what).toBe('same-origin')
    expect(headers['cross-origin-resource-policy'], what).toBe('same-origin')
    expect(headers['x-powered-by'], what).toBeUndefined()
    expect(headers.server, what).toBeUndefined()
  }

  it('stand on every answer: API, refusals, screens, files', async () => {
    const { http } = screens.app
    const by = await signedIn(world, name)
    const body = { name: 'x', password: 'x' }
    expectHeaders(
      (await http.inject({ method: 'POST', url: '/api/session', payload: body })).headers,
      'refused sign-in',
    )
    expectHeaders(
      (
        await http.inject({
          method: 'POST',
          url: '/api/session',
          payload: '{',
          headers: { 'content-type': 'application/json' },
        })
      ).headers,
      'broken',
    )
    for (const url of [
      '/',
      '/services/1',
      '/c/abc',
      '/assets/main.js',
      '/assets/none.js',
      '/api/health',
      '/api/openapi.json',
      '/api/inbox',
      '/api/none',
      '/api/%',
      '/%',
      '/none.php',
    ]) {
      expectHeaders((await http.inject({ url })).headers, url)
    }
    const fileId = await photo(world, name)
    for (const part of ['', '/content', '/view', '/preview'])
      expectHeaders(
        (await world.http.inject({ url: `/api/files/${fileId}${part}`, headers: { cookie: by.cookie } })).headers,
        part,
      )
    const cross = await http.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'sec-fetch-site': 'cross-site' },
      payload: body,
    })
    expectHeaders(cross.headers, 'cross-site')
  })

  it('what a person reads is kept by no cache between', async () => {
    const by = await signedIn(world, name)
    expect((await inbox(by)).headers['cache-control']).toBe('no-store')
    const fileId = await photo(world, name)
    const { headers } = await world.http.inject({ url: `/api/files/${fileId}/content`, headers: { cookie: by.cookie } })
    expect(headers['cache-control']).toBe('private, no-store')
  })
})

describe('what travels', () => {
  const read = (url: string, method: 'GET' | 'HEAD' = 'GET', accepts = 'br, gzip') =>
    screens.app.http.inject({ url, method, headers: { 'accept-encoding': accepts } })

  it('is a screen in the brotli form that the build has made, kept for ever under its hashed name', async () => {
    const reply = await read('/assets/large.js')
    expect(reply.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
    expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(brotliDecompressSync(reply.rawPayload).toString()).toBe(script)
    expect((await read('/assets/large.js', 'GET', 'identity')).body).toBe(script)
    expect((await read('/assets/large.js.br')).statusCode).toBe(404)
    expect((await read('/')).headers['cache-control']).toBe('no-cache')
  })

  it('is an answer of 1 KB and more in the form that the reader takes, never a small one', async () => {
    const whole = (await read('/api/openapi.json', 'GET', 'identity')).json()
    const brotli = await read('/api/openapi.json')
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
    expect(JSON.parse(brotliDecompressSync(brotli.rawPayload).toString())).toEqual(whole)
    const gzip = await read('/api/openapi.json', 'GET', 'gzip')
    expect(JSON.parse(gunzipSync(gzip.rawPayload).toString())).toEqual(whole)
    expect((await read('/api/health')).headers['content-encoding']).toBeUndefined()
  })

  it.each(['/', '/services/1', '/api/health', '/api/none', '/assets/large.js', '/none.php'])(
    'has the same head as the whole answer for %s',
    async (url) => {
      const [whole, head] = [await read(url), await read(url, 'HEAD')]
      const { date: _, 'content-length': __, 'x-request-id': ___, ...kept } = whole.headers
      expect(head.statusCode).toBe(whole.statusCode)
      expect(head.headers).toMatchObject(kept)
      expect(head.body).toBe('')
    },
  )
})

describe('the page that a browser gets', () => {
  const read = (url: string, cookie: string | null = null, method: 'GET' | 'HEAD' = 'GET') =>
    screens.app.http.inject({ url, method, headers: cookie ? { cookie } : {} })
  const [signsIn, product] = ['<!doctype html><title>园企通 登录</title>', '<!doctype html><title>园企通</title>']
  const open = publicPaths.map((path) => path.replace(/\$\w+/g, 'abc'))
  const closed = ['/', '/services', '/services/1?page=2', '/no-such-page', '/c', '/public']

  it.each(closed)('without a session is the one that signs in at %s', async (url) => {
    expect((await read(url)).body).toBe(signsIn)
    expect((await read(url, 'yqt_session=old')).body).toBe(product)
  })

  it.each([...open, '/notices', '/notices/7', '/verify?code=1'])('is the product at %s for everybody', async (url) => {
    expect((await read(url)).body).toBe(product)
    expect((await read(url, 'yqt_session=old')).body).toBe(product)
  })

  it('is the one that signs in at its own address for everybody', async () => {
    expect((await read('/sign-in?next=%2Fservices')).body).toBe(signsIn)
    expect((await read('/sign-in', 'yqt_session=old')).body).toBe(signsIn)
  })

  it('is asked for anew each time, and apart for those with a session', async () => {
    for (const [url, cookie] of [
      ['/services', null],
      ['/services', 'yqt_session=old'],
      ['/verify', null],
    ] as const) {
      const whole = await read(url, cookie)
      const head = await read(url, cookie, 'HEAD')
      expect(whole.headers).toMatchObject({ 'cache-control': 'no-cache', vary: expect.stringMatching(/\bcookie\b/i) })
      expect(head.headers.etag).toBe(whole.headers.etag)
      expect(head.headers['content-length']).toBe(String(Buffer.byteLength(whole.body)))
    }
  })

  it('is open to guests only where the screens have a page for them', () => {
    const root = fileURLToPath(new URL('../../src/features', import.meta.url))
    const pages = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\/web\/(?:\w+-)?routes\.tsx$/.test(file))
      .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/\bpublicPage\(\s*'([^']+)'/g)])
      .map(([, path]) => path)
    expect(pages.toSorted()).toEqual([...publicPaths])
  })
})

describe('the folder of the screens', () => {
  it.each([
    '/../yqt-secret.txt',
    '/..%2fyqt-secret.txt',
    '/%2e%2e/yqt-secret.txt',
    '/assets/..%2f..%2fyqt-secret.txt',
    '/assets/%2e%2e%5c%2e%2e%5cyqt-secret.txt',
    '/files/incoming/x',
    '//etc/passwd',
    '/.git/config',
    '/package.json',
    '/assets/',
  ])('gives nothing out of it for %s', async (url) => {
    const reply = await screens.app.http.inject({ url })
    expect(reply.body).not.toContain('secret')
    expect(reply.body).not.toContain('root:')
    expect([200, 403, 404, 422]).toContain(reply.statusCode)
    if (reply.statusCode === 200) expect(reply.body).toContain('园企通')
  })
})
