import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../database/demo/password.ts'
import { demoCounty } from '../../database/demo/programme.ts'
import { buildApp } from '../../src/app.ts'
import { budgets } from '../../src/platform/http/budgets.ts'
import { startWorld, type World } from '../support/world.ts'
import { signedIn } from './actors.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await demoCounty(world)
})
afterAll(() => world.stop())

async function post(url: string, payload: string, cookie = '') {
  const headers = { 'content-type': 'application/json', ...(cookie && { cookie }) }
  const reply = await world.http.inject({ method: 'POST', url, headers, payload })
  return { status: reply.statusCode, ...reply.json<{ error: { code: string; en: string } }>().error }
}

/** No JSON: whoever reads it says so. */
const unreadable = `{"name":"${'长'.repeat(200_000)}`

describe('a stranger’s request', () => {
  it('is refused before its body is read', async () => {
    expect((await post('/api/accounts', unreadable)).status).toBe(401)
    const { cookie } = await signedIn(world, '嘉善归谷智造园·负责人')
    expect((await post('/api/accounts', unreadable, cookie)).status).toBe(403)
    const administrator = await signedIn(world, '浙江省经信厅·系统管理员')
    expect(await post('/api/accounts', unreadable, administrator.cookie)).toMatchObject({
      status: 422,
      code: 'common.malformed',
    })
  })

  it('has little room where anybody may come', async () => {
    const name = '嘉善县经信局·经办'
    const filled = (length: number) => JSON.stringify({ name, password: demoPassword, padding: 'x'.repeat(length) })
    expect(await post('/api/session', filled(32_768))).toMatchObject({
      status: 413,
      code: 'common.too-large',
      en: 'Too large: at most 32 KB',
    })
    expect((await post('/api/session', filled(30_000))).status).toBe(422)
  })

  it('with a key that reaches a prototype is refused', async () => {
    const body = `{"name":"x","password":"y","__proto__":{"post":"system-admin"}}`
    expect(await post('/api/session', body)).toMatchObject({ status: 422, code: 'common.malformed' })
  })
})

describe('a flood', () => {
  it('from one address is stopped, and keeps nobody else out', async () => {
    const { server: connection, filesDir } = world
    const about = { version: 'test', database: { kind: 'embedded', version: '18' } } as const
    const app = await buildApp({ connection, filesDir, about, clock: () => world.now })
    const from = async (remoteAddress: string, url = '/api/session', forwarded = '') => {
      const headers = forwarded ? { 'x-forwarded-for': forwarded } : {}
      const asked =
        url === '/api/session' ? ({ method: 'POST', payload: { name: '没有此人', password: 'x' } } as const) : {}
      return app.http.inject({ url, headers, remoteAddress, ...asked })
    }
    for (let n = 0; n < budgets.publicActs; n++) expect((await from('192.0.2.1')).statusCode).toBe(401)
    const stopped = await from('192.0.2.1')
    expect([stopped.statusCode, stopped.json().error.code]).toEqual([429, 'common.too-many'])
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0)
    // Who says to be somebody else is not believed.
    expect((await from('192.0.2.1', '/api/session', '192.0.2.9')).statusCode).toBe(429)
    expect((await from('192.0.2.2')).statusCode).toBe(401)
    expect((await from('192.0.2.1', '/api/public/notices')).statusCode).toBe(200)
    for (let n = 0; n < 400; n++) expect((await from('192.0.2.1', '/api/health/alive')).statusCode).toBe(200)
    await app.close()
  })

  it('of files is counted by session', async () => {
    const { server: connection, filesDir } = world
    const about = { version: 'test', database: { kind: 'embedded', version: '18' } } as const
    const app = await buildApp({ connection, filesDir, about, clock: () => world.now })
    const send = async (cookie: string) => {
      const headers = { cookie, 'content-type': 'application/octet-stream', 'x-file-name': 'x.txt' }
      return (await app.http.inject({ method: 'POST', url: '/api/files', headers, payload: 'x' })).statusCode
    }
    const [one, other] = await Promise.all([
      signedIn(world, '嘉善归谷智造园·负责人'),
      signedIn(world, '嘉善归谷智造园·服务专员'),
    ])
    for (let n = 0; n < budgets.uploads; n++) expect(await send(one.cookie)).not.toBe(429)
    expect(await send(one.cookie)).toBe(429)
    expect(await send(other.cookie)).not.toBe(429)
    await app.close()
  })
})
