import { afterAll, beforeAll, expect, it } from 'vitest'
import { type County, demoCounty } from '../../../../database/demo/programme.ts'
import { testPassword as demoPassword } from '../../../../tests/support/template.ts'
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

const name = '嘉善县财政局·经办'

async function signedIn(password: string, who = name) {
  const client = world.stranger()
  return { client, ...(await client.call(session.signIn, { body: { name: who, password } })) }
}

async function accountId(of: string) {
  const admin = await world.administrator()
  const { accounts } = await admin.done(contract.listAccounts, { search: { q: of } })
  return accounts.find((one) => one.name === of)?.accountId ?? ''
}

it('changes one’s own password with the present one, and ends every other session', async () => {
  const [here, elsewhere] = [await signedIn(demoPassword), await signedIn(demoPassword)]
  const change = (current: string, next: string) =>
    here.client.call(contract.changePassword, { body: { current, next } })
  expect((await change('not-this-1A', 'Another-2026')).body.error.fields[0]?.field).toBe('current')
  expect((await change(demoPassword, 'simpleword')).body.error).toMatchObject({ code: 'account.weak-password' })
  expect((await change(demoPassword, 'Another-2026')).status).toBe(200)
  expect((await here.client.done(session.whoAmI)).account?.name).toBe(name)
  expect((await elsewhere.client.done(session.whoAmI)).account).toBeNull()
  expect((await signedIn(demoPassword)).status).toBe(401)
  expect((await signedIn('Another-2026')).status).toBe(200)
})

it('counts wrong guesses of the present password like those at the door', async () => {
  const who = '嘉善县财政局·负责人'
  const { client } = await signedIn(demoPassword, who)
  const guess = () => client.call(contract.changePassword, { body: { current: 'Wrong-0000', next: 'Another-2026' } })
  for (let i = 0; i < 5; i++) expect((await guess()).status).toBe(422)
  const right = await client.call(contract.changePassword, { body: { current: demoPassword, next: 'Another-2026' } })
  expect(right.status).toBe(422)
  expect((await signedIn(demoPassword, who)).status).toBe(401)
})

it('lets the administrator reset, close and open again; the account is signed out at once', async () => {
  const who = `${county.second.name}·资金专员`
  const admin = await world.administrator()
  const params = { accountId: await accountId(who) }
  const { client } = await signedIn(demoPassword, who)
  await admin.done(contract.resetPassword, { params, body: { password: 'Given-2026' } })
  expect((await client.done(session.whoAmI)).account).toBeNull()
  const again = await signedIn('Given-2026', who)
  await admin.done(contract.closeAccount, { params, body: { closed: true } })
  expect((await again.client.done(session.whoAmI)).account).toBeNull()
  expect((await signedIn('Given-2026', who)).status).toBe(401)
  await admin.done(contract.closeAccount, { params, body: { closed: false } })
  expect((await signedIn('Given-2026', who)).status).toBe(200)
})

it('is the administrator’s alone, never over themselves, never over nobody', async () => {
  const params = { accountId: await accountId(`${county.first.name}·负责人`) }
  const manager = await world.as(`${county.first.name}·负责人`)
  expect((await manager.call(contract.resetPassword, { params, body: { password: 'Given-2026' } })).status).toBe(403)
  expect((await manager.call(contract.listAccounts, { search: {} })).status).toBe(403)
  const admin = await world.administrator()
  const own = { accountId: (await admin.done(session.whoAmI)).account?.accountId ?? '' }
  const closing = await admin.call(contract.closeAccount, { params: own, body: { closed: true } })
  expect(closing.body.error.code).toBe('account.own')
  const nobody = { accountId: '01890000-0000-7000-8000-000000000000' }
  expect((await admin.call(contract.closeAccount, { params: nobody, body: { closed: true } })).status).toBe(404)
})

it('records each act without any password', async () => {
  const events = await world.sql<{ kind: string; event: string }>(
    `select kind, audit_events::text as event from audit_events where kind like 'password.%' or kind like 'account.%'`,
  )
  const kinds = new Set(events.map((event) => event.kind))
  for (const kind of ['password.changed', 'password.refused', 'password.reset', 'account.closed', 'account.reopened'])
    expect(kinds).toContain(kind)
  for (const { event } of events) expect(event).not.toMatch(/2026-?[A-Z]|Another-|Given-|argon2/)
})
