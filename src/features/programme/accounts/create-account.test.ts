import { afterAll, beforeAll, expect, it } from 'vitest'
import { type County, demoCounty } from '../../../../database/demo/programme.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as session from '../../../shared/session.ts'
import * as contract from './contract.ts'

let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
})
afterAll(() => world.stop())

const sound = { post: 'park-manager', name: '嘉善归谷智造园·新任负责人' }

async function create(change: Partial<typeof sound> & { unitId?: string } = {}, by?: string) {
  const client = by ? await world.as(by) : await world.administrator()
  return client.call(contract.createAccount, { body: { unitId: county.first.parkId, ...sound, ...change } })
}

it('opens an account that nobody signs in with before its person has chosen a password, and records it', async () => {
  const { status, body } = await create()
  expect(status).toBe(200)
  const { name } = sound
  const tried = await world.stranger().call(session.signIn, { body: { name, password: 'Lantern-Rice1' } })
  expect(tried.status).toBe(401)
  const [event] = await world.sql<{ after: object; scope: string }>(
    `select after, scope from audit_events where kind = 'account.created' and subject = $1`,
    [body.accountId],
  )
  expect(event).toEqual({
    after: { unitId: county.first.parkId, name, post: 'park-manager' },
    scope: county.first.scope,
  })
})

it.each([
  ['a post that does not exist', { post: 'mayor' }, 'account.no-such-post', 'post'],
  ['no post', { post: '' }, 'account.post-missing', 'post'],
  ['a post that belongs elsewhere', { post: 'finance-officer' }, 'account.post-not-in-unit', 'post'],
  ['a name that is taken', { name: '嘉善归谷智造园·负责人' }, 'account.name-taken', 'name'],
])('refuses %s and names the field', async (_, change, code, field) => {
  const { status, body } = await create({ name: '另一个账号', ...change })
  expect(status).toBe(422)
  expect(body.error).toMatchObject({ code, fields: [{ field }] })
})

it('is the administrator’s act alone, in a unit that exists', async () => {
  expect((await create({ name: '另一个账号' }, '省经信厅·处室')).status).toBe(403)
  expect((await create({ name: '另一个账号', unitId: '01890000-0000-7000-8000-000000000000' })).status).toBe(404)
})
