import { afterAll, beforeAll, expect, it } from 'vitest'
import { administratorName, testPassword } from '../../../../tests/support/template.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as session from '../../../shared/session.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

it('signs a person in, knows them, and signs them out', async () => {
  const client = world.stranger()
  const { account } = await client.done(session.signIn, { body: { name: administratorName, password: testPassword } })
  expect(account).toMatchObject({ name: administratorName, post: 'system-admin', unitName: '浙江省', scope: '33/' })
  expect((await client.done(session.whoAmI)).account?.accountId).toBe(account.accountId)
  await client.done(session.signOut)
  expect((await client.done(session.whoAmI)).account).toBeNull()
  expect((await client.call(session.signOut)).status).toBe(401)
})

it('says the same of a wrong password and of a name that does not exist', async () => {
  const wrong = await world.stranger().call(session.signIn, { body: { name: administratorName, password: 'wrong' } })
  const unknown = await world.stranger().call(session.signIn, { body: { name: '没有此人', password: 'wrong' } })
  expect(wrong.status).toBe(401)
  expect(unknown.body).toEqual(wrong.body)
})

it('locks the account after five wrong passwords, for fifteen minutes, and keeps the tries on record', async () => {
  const other = await startWorld()
  const client = other.stranger()
  const right = { name: administratorName, password: testPassword }
  for (let i = 0; i < 5; i++) await client.call(session.signIn, { body: { ...right, password: 'wrong' } })
  expect((await client.call(session.signIn, { body: right })).status).toBe(401)
  other.setClock('2026-04-01T09:16:00+08:00')
  expect((await client.call(session.signIn, { body: right })).status).toBe(200)
  expect(await other.sql(`select n, network from sign_in_refusals where account_id is not null`)).toEqual([
    { n: 6, network: '203.0.113.7' },
  ])
  const locked = await other.sql(`select after from audit_events where kind = 'session.locked'`)
  expect(locked).toEqual([{ after: { until: '2026-04-01T01:15:00.000Z' } }])
  await other.stop()
})

it('names the field that is missing or too long, in both languages', async () => {
  const answer = await world.stranger().call(session.signIn, { body: { name: 'x'.repeat(61) } as never })
  expect(answer.status).toBe(422)
  expect(answer.body.error.fields.map((one) => one.field).sort()).toEqual(['name', 'password'])
  for (const one of answer.body.error.fields) expect(one.zh).not.toBe(one.en)
})
