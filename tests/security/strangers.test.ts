import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../database/demo/password.ts'
import { demoCounty } from '../../database/demo/programme.ts'
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
