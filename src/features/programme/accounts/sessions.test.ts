import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inside } from '../../../../tests/support/inside.ts'
import { administratorName, testPassword } from '../../../../tests/support/template.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { canonical } from '../../../shared/canonical.ts'
import * as session from '../../../shared/session.ts'
import * as units from '../units/contract.ts'
import * as contract from './contract.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const right = { name: administratorName, password: testPassword }

it('locks the account after five wrong passwords also when they come at once', async () => {
  const other = await startWorld()
  const guess = () => other.stranger().call(session.signIn, { body: { ...right, password: 'wrong' } })
  await Promise.all(Array.from({ length: 8 }, guess))
  expect((await other.stranger().call(session.signIn, { body: right })).status).toBe(401)
  await other.stop()
})

it('ends the session before when somebody signs in from the same browser', async () => {
  const browser = world.stranger()
  const { headers } = await browser.send('POST', '/api/session', right)
  await browser.done(session.signIn, { body: right })
  expect((await browser.done(session.whoAmI)).account?.name).toBe(administratorName)
  const cookie = String(headers['set-cookie']).split(';', 1)[0] ?? ''
  expect((await world.stranger().send('GET', '/api/session', undefined, { cookie })).body).toEqual({ account: null })
})

it('ends by itself after twelve hours', async () => {
  const other = await startWorld()
  const browser = other.stranger()
  await browser.done(session.signIn, { body: right })
  other.setClock('2026-04-01T20:59:59+08:00')
  expect((await browser.done(session.whoAmI)).account).not.toBeNull()
  other.setClock('2026-04-01T21:00:00+08:00')
  expect((await browser.done(session.whoAmI)).account).toBeNull()
  expect((await browser.call(units.listUnits)).status).toBe(401)
  await other.stop()
})

it('keeps no password and nothing it could be guessed from: not in the trail, not with a repeated key', async () => {
  const browser = world.stranger()
  await browser.done(session.signIn, { body: right })
  const body = { current: testPassword, next: 'Guess-me-2026' }
  const first = await browser.done(contract.changePassword, { body, idempotencyKey: 'password-0001' })
  expect(await browser.done(contract.changePassword, { body, idempotencyKey: 'password-0001' })).toEqual(first)
  const guessed = createHash('sha256')
    .update(canonical(['PUT', '/api/session/password', {}, {}, body, null]))
    .digest('hex')
  const kept = await world.sql<{ requestHash: string }>('select request_hash as "requestHash" from idempotency_keys')
  expect(kept).toHaveLength(1)
  expect(kept[0]?.requestHash).not.toBe(guessed)
  // People type a password where the name belongs: what is no account's name is not kept.
  await world.stranger().call(session.signIn, { body: { name: 'Guess-me-2026', password: 'x' } })
  const trail = await world.sql<{ event: string }>(`select audit_events::text as event from audit_events`)
  expect(trail.filter((row) => row.event.includes('Guess-me'))).toEqual([])
})

it('reads nothing of a password in the table', async () => {
  const read = (column: string) =>
    inside(world, '33/', (tx) => sql`select ${sql.ref(column)} from accounts`.execute(tx))
  expect((await read('name')).rows.length).toBeGreaterThan(0)
  await expect(read('password_hash')).rejects.toMatchObject({ code: '42501' })
})
