import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type County, demoCounty } from '../../../../database/demo/programme.ts'
import { testPassword as demoPassword } from '../../../../tests/support/template.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as session from '../../../shared/session.ts'
import { showGuide } from '../../oversight/guide/contract.ts'
import { showInbox } from '../../oversight/inbox/contract.ts'
import { listUnits } from '../units/contract.ts'
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

it('lets the security administrator close and open again; the account is signed out at once', async () => {
  const who = `${county.second.name}·资金专员`
  const admin = await world.security()
  const params = { accountId: await accountId(who) }
  const { client } = await signedIn(demoPassword, who)
  await admin.done(contract.closeAccount, { params, body: { closed: true } })
  expect((await client.done(session.whoAmI)).account).toBeNull()
  expect((await signedIn(demoPassword, who)).status).toBe(401)
  await admin.done(contract.closeAccount, { params, body: { closed: false } })
  expect((await signedIn(demoPassword, who)).status).toBe(200)
})

it('takes none that is guessed first, or holds a name of its owner', async () => {
  const who = `${county.second.name}·服务专员`
  const { client } = await signedIn(demoPassword, who)
  const change = (next: string) => client.call(contract.changePassword, { body: { current: demoPassword, next } })
  expect((await change('Password-2026')).body.error).toMatchObject({ code: 'account.common-password' })
  expect((await change('Rq7-服务专员')).body.error).toMatchObject({ code: 'account.name-in-password' })
})

it('takes none of the last five', async () => {
  const who = `${county.first.name}·资金专员`
  const { client } = await signedIn(demoPassword, who)
  const change = async (current: string, next: string) => {
    const { status, body } = await client.call(contract.changePassword, { body: { current, next } })
    return status === 200 ? null : body.error.code
  }
  const used = [demoPassword, 'Lantern-Rice1', 'Lantern-Rice2', 'Lantern-Rice3', 'Lantern-Rice4', 'Lantern-Rice5']
  for (let n = 1; n <= 4; n++) expect(await change(used[n - 1] ?? '', used[n] ?? '')).toBeNull()
  for (const former of used.slice(0, 5)) expect(await change('Lantern-Rice4', former)).toBe('account.former-password')
  expect(await change('Lantern-Rice4', 'Lantern-Rice5')).toBeNull()
  // The sixth before it is forgotten.
  expect(await change('Lantern-Rice5', demoPassword)).toBeNull()
  const [kept] = await world.sql<{ n: number }>(
    'select count(*)::int as n from former_passwords where account_id = (select id from accounts where name = $1)',
    [who],
  )
  expect(kept?.n).toBe(5)
  expect((await signedIn(demoPassword, who)).status).toBe(200)
})

describe('a password that somebody else has given', () => {
  const who = '嘉善县经信局·负责人'
  const given = demoPassword

  it('lets its session do nothing but change it', async () => {
    await world.sql('update accounts set must_change = true where name = $1', [who])
    const { client, body } = await signedIn(given, who)
    expect(body.account).toMatchObject({ due: 'password', permissions: [] })
    for (const route of [listUnits, showInbox, showGuide]) {
      const { status, body: told } = await client.call(route as typeof listUnits)
      expect([status, told.error.code]).toEqual([403, 'common.due'])
    }
    const next = await client.call(contract.changePassword, { body: { current: given, next: given } })
    expect(next.body.error.code).toBe('account.former-password')
    await client.done(contract.changePassword, { body: { current: given, next: 'Own-choice-26' } })
    expect((await client.done(session.whoAmI)).account).toMatchObject({ due: null })
    expect((await client.done(listUnits)).units.length).toBeGreaterThan(0)
  })

  it('opens no scope in the database either', async () => {
    await world.sql('update accounts set must_change = true where name = $1', [who])
    await signedIn('Own-choice-26', who)
    const [{ hash = '' } = {}] = await world.sql<{ hash: string }>(
      'select token_hash as hash from sessions s join accounts a on a.id = s.account_id where a.name = $1',
      [who],
    )
    const seen = await world.services.database.transaction().execute(async (tx) => {
      await sql`select from enter_session(${hash}, ${world.now}::timestamptz)`.execute(tx)
      return (await sql`select id from units`.execute(tx)).rows
    })
    expect(seen).toEqual([])
  })
})

it('is changed when it is as old as the operator’s setting, in sessions that are open too', async () => {
  const who = '嘉善县财政局·负责人'
  world.setClock('2026-04-01T10:00:00+08:00')
  const { client } = await signedIn(demoPassword, who)
  expect((await client.done(session.whoAmI)).account?.due).toBeNull()
  await world.sql('update sign_in_rules set password_days = 90')
  expect((await client.done(session.whoAmI)).account?.due).toBeNull()
  world.setClock('2026-06-30T08:59:59+08:00')
  expect((await signedIn(demoPassword, who)).body.account.due).toBeNull()
  world.setClock('2026-06-30T09:00:00+08:00')
  const late = await signedIn(demoPassword, who)
  expect(late.body.account.due).toBe('password')
  await late.client.done(contract.changePassword, { body: { current: demoPassword, next: 'Own-choice-27' } })
  expect((await late.client.done(session.whoAmI)).account?.due).toBeNull()
  await world.sql('update sign_in_rules set password_days = null')
  world.setClock('2026-04-01T10:00:00+08:00')
})

it('is the administrators’ alone, never over themselves, never over nobody', async () => {
  const params = { accountId: await accountId(`${county.first.name}·负责人`) }
  const manager = await world.as(`${county.first.name}·负责人`)
  const accountIds = [params.accountId]
  expect((await manager.call(contract.issueActivations, { body: { accountIds } })).status).toBe(403)
  expect((await manager.call(contract.listAccounts, { search: {} })).status).toBe(403)
  const [admin, security] = [await world.administrator(), await world.security()]
  const ownOf = async (who: typeof admin) => (await who.done(session.whoAmI)).account?.accountId ?? ''
  const own = { accountId: await ownOf(security) }
  const closing = await security.call(contract.closeAccount, { params: own, body: { closed: true } })
  expect(closing.body.error.code).toBe('account.own')
  const link = await admin.call(contract.issueActivations, { body: { accountIds: [await ownOf(admin)] } })
  expect(link.body.error.code).toBe('account.own-link')
  const nobody = { accountId: '01890000-0000-7000-8000-000000000000' }
  expect((await security.call(contract.closeAccount, { params: nobody, body: { closed: true } })).status).toBe(404)
})

it('records each act without any password', async () => {
  const events = await world.sql<{ kind: string; event: string }>(
    `select kind, audit_events::text as event from audit_events where kind like 'password.%' or kind like 'account.%'`,
  )
  const kinds = new Set(events.map((event) => event.kind))
  for (const kind of ['password.changed', 'password.refused', 'account.closed', 'account.reopened'])
    expect(kinds).toContain(kind)
  for (const { event } of events) expect(event).not.toMatch(/2026-?[A-Z]|Another-|Given-|argon2/)
})
