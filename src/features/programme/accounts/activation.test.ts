import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type County, demoCounty } from '../../../../database/demo/programme.ts'
import { testPassword } from '../../../../tests/support/template.ts'
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
beforeEach(() => world.setClock('2026-04-01T09:00:00+08:00'))

let no = 0
async function newAccount(): Promise<{ accountId: string; name: string }> {
  const name = `${county.first.name}·新任专员${++no}`
  const body = { unitId: county.first.parkId, post: 'service-officer', name }
  return { ...(await (await world.administrator()).done(contract.createAccount, { body })), name }
}

async function issue(...accountIds: string[]) {
  const { slips } = await (await world.administrator()).done(contract.issueActivations, { body: { accountIds } })
  return slips.map(({ path, ...slip }) => ({ ...slip, token: path.replace('/activate/', '') }))
}
const tokenOf = async (accountId: string) => (await issue(accountId))[0]?.token ?? ''
const show = (token: string) => world.stranger().done(contract.showActivation, { params: { token } })
const choose = (token: string, password: string) =>
  world.stranger().call(contract.activateAccount, { params: { token }, body: { password } })
const enter = async (name: string, password: string) =>
  (await world.stranger().call(session.signIn, { body: { name, password } })).status
const waiting = async (accountId: string) =>
  (await (await world.administrator()).done(contract.listAccounts, { search: { accountId, waiting: 'yes' } })).total

const chosen = 'Lantern-Rice1'

describe('a link', () => {
  it('is told once, says whose it is, gives the account its password once, and is kept as a hash alone', async () => {
    const { accountId, name } = await newAccount()
    const [slip] = await issue(accountId)
    const token = slip?.token ?? ''
    expect(slip).toMatchObject({ accountId, name, unitName: county.first.name, expiresAt: '2026-04-04T01:00:00.000Z' })
    expect(await show(token)).toMatchObject({ state: 'open', account: { name, post: 'service-officer' } })
    expect(await waiting(accountId)).toBe(1)
    expect((await choose(token, 'Admin@12345')).body.error).toMatchObject({
      code: 'account.common-password',
      fields: [{ field: 'password' }],
    })
    expect((await choose(token, `Rq7-${county.first.name}`)).body.error.code).toBe('account.name-in-password')
    expect((await choose(token, chosen)).body).toEqual({ name })
    expect(await waiting(accountId)).toBe(0)
    expect(await enter(name, chosen)).toBe(200)
    expect((await choose(token, 'Lantern-Rice2')).body.error.code).toBe('account.link-used')
    expect(await show(token)).toEqual({ state: 'used', account: null })
    const kept = await world.sql<{ row: string }>('select l::text as row from activation_links l')
    expect(kept.filter(({ row }) => row.includes(token))).toEqual([])
    const events = await world.sql<{ kind: string; after: object | null }>(
      'select kind, after from audit_events where subject = $1 order by id',
      [accountId],
    )
    expect(events.map(({ kind }) => kind)).toEqual([
      'account.created',
      'account.activation-issued',
      'account.activated',
      'session.opened',
    ])
    expect(JSON.stringify(events)).not.toMatch(/Lantern|argon/)
  })

  it('lives three days, to the second', async () => {
    const { accountId } = await newAccount()
    const [first, second] = [await tokenOf((await newAccount()).accountId), await tokenOf(accountId)]
    world.setClock('2026-04-04T08:59:59+08:00')
    expect((await choose(first, chosen)).status).toBe(200)
    world.setClock('2026-04-04T09:00:00+08:00')
    expect((await choose(second, chosen)).body.error.code).toBe('account.link-expired')
    expect((await show(second)).state).toBe('expired')
  })

  it('ends the one before it', async () => {
    const { accountId, name } = await newAccount()
    const former = await tokenOf(accountId)
    const next = await tokenOf(accountId)
    expect((await choose(former, chosen)).body.error.code).toBe('account.link-expired')
    expect((await choose(next, chosen)).body).toEqual({ name })
  })

  it('takes one password, also of two that come at once', async () => {
    const { accountId, name } = await newAccount()
    const token = await tokenOf(accountId)
    const both = await Promise.all([choose(token, 'Lantern-Rice3'), choose(token, 'Lantern-Rice4')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422])
    const [first, second] = [await enter(name, 'Lantern-Rice3'), await enter(name, 'Lantern-Rice4')]
    expect([first, second].sort()).toEqual([200, 401])
  })

  it('opens nothing that is closed, guessed or cut', async () => {
    const { accountId } = await newAccount()
    const token = await tokenOf(accountId)
    for (const guess of [token.slice(1), `${token}A`, randomUUID(), token.toUpperCase()]) {
      expect(await show(guess)).toEqual({ state: 'unknown', account: null })
      expect((await choose(guess, chosen)).body.error.code).toBe('account.link-unknown')
    }
    const admin = await world.administrator()
    await (await world.security()).done(contract.closeAccount, { params: { accountId }, body: { closed: true } })
    expect((await choose(token, chosen)).body.error.code).toBe('account.link-closed')
    const again = await admin.call(contract.issueActivations, { body: { accountIds: [accountId] } })
    expect(again.body.error.code).toBe('account.link-closed')
  })
})

describe('a reset', () => {
  it('ends the password and its sessions at once, and takes none of the last five', async () => {
    const name = `${county.second.name}·服务专员`
    const client = world.stranger()
    const { account } = await client.done(session.signIn, { body: { name, password: testPassword } })
    const token = await tokenOf(account.accountId)
    expect((await client.done(session.whoAmI)).account).toBeNull()
    expect(await enter(name, testPassword)).toBe(401)
    expect((await choose(token, testPassword)).body.error.code).toBe('account.former-password')
    expect((await choose(token, chosen)).status).toBe(200)
    expect(await enter(name, chosen)).toBe(200)
  })

  it('opens a locked account', async () => {
    const name = `${county.second.name}·负责人`
    const { account } = await world.stranger().done(session.signIn, { body: { name, password: testPassword } })
    for (let n = 0; n < 5; n++) await enter(name, 'wrong')
    expect(await enter(name, testPassword)).toBe(401)
    await choose(await tokenOf(account.accountId), chosen)
    expect(await enter(name, chosen)).toBe(200)
  })

  it('is of all accounts that are named, in their order, or of none', async () => {
    const [one, other] = [await newAccount(), await newAccount()]
    const slips = await issue(other.accountId, one.accountId)
    expect(slips.map(({ name }) => name)).toEqual([other.name, one.name])
    const admin = await world.administrator()
    const token = slips[0]?.token ?? ''
    const accountIds = [other.accountId, randomUUID()]
    expect((await admin.call(contract.issueActivations, { body: { accountIds } })).status).toBe(404)
    expect((await show(token)).state).toBe('open')
  })
})
