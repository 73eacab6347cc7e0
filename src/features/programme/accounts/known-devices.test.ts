import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../../../database/demo/client.ts'
import { administratorName, testPassword } from '../../../../tests/support/template.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as session from '../../../shared/session.ts'
import * as contract from './contract.ts'

let world: World
/** A browser from which the account was entered before. */
let owner: Client
beforeEach(async () => {
  world = await startWorld()
  owner = world.stranger()
  await owner.done(session.signIn, { body: right })
})
afterEach(() => world.stop())

const right = { name: administratorName, password: testPassword }
const wrong = { ...right, password: 'wrong' }
const enter = async (client: Client, body = right) => (await client.call(session.signIn, { body })).status
const lock = async () => {
  for (let n = 0; n < 5; n++) await enter(world.stranger(), wrong)
}

describe('a locked name', () => {
  it('opens for its owner from a device that it was entered from before, and for no stranger', async () => {
    await owner.done(session.signOut)
    await lock()
    expect(await enter(world.stranger())).toBe(401)
    expect(await enter(owner)).toBe(200)
    // What strangers have locked stays locked for them.
    expect(await enter(world.stranger())).toBe(401)
  })

  it('still lets its owner change the password, after which the other devices are strangers', async () => {
    const other = world.stranger()
    await enter(other)
    await lock()
    const next = 'Neue-Losung-2026'
    await owner.done(contract.changePassword, { body: { current: testPassword, next } })
    const renewed = { ...right, password: next }
    await lock()
    expect([await enter(other, renewed), await enter(owner, renewed)]).toEqual([401, 200])
  })
})

describe('a known device', () => {
  it('is a stranger after five wrong passwords, which lock the account as at any other', async () => {
    for (let n = 0; n < 4; n++) expect(await enter(owner, wrong)).toBe(401)
    const other = world.stranger()
    expect(await enter(other)).toBe(200)
    expect(await enter(owner, wrong)).toBe(401)
    expect([await enter(owner), await enter(world.stranger()), await enter(other)]).toEqual([401, 401, 200])
    world.setClock('2026-04-01T09:16:00+08:00')
    expect(await enter(owner)).toBe(200)
  })

  it('has a cookie that scripts and other sites do not read, and that nobody makes up', async () => {
    const { headers } = await world.stranger().send('POST', '/api/session', right)
    const cookie = [headers['set-cookie']].flat().find((one) => String(one).startsWith('yqt_device=')) as string
    expect(cookie).toMatch(/^yqt_device=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/)
    const token = cookie.slice('yqt_device='.length, 'yqt_device='.length + 43)
    const kept = await world.sql<{ hash: string }>('select token_hash as hash from known_devices')
    expect(kept.some(({ hash }) => hash.includes(token))).toBe(false)
    await lock()
    const made = `yqt_device=${token.split('').reverse().join('')}`
    expect((await world.stranger().send('POST', '/api/session', right, { cookie: made })).status).toBe(401)
    expect((await world.stranger().send('POST', '/api/session', right, { cookie })).status).toBe(200)
  })

  it('keeps its secret from one sign-in to the next', async () => {
    await owner.done(session.signOut)
    await owner.done(session.signIn, { body: right })
    const [row] = await world.sql<{ n: number }>('select count(*)::int as n from known_devices')
    expect(row?.n).toBe(1)
  })
})
