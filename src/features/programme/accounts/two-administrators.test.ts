import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type County, demoCounty } from '../../../../database/demo/programme.ts'
import { administratorNames, testPassword } from '../../../../tests/support/template.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { administrators } from '../../../policy/people/administrators.ts'
import { postList, posts, type UnitKind } from '../../../policy/people/roles.ts'
import * as session from '../../../shared/session.ts'
import { showInbox } from '../../oversight/inbox/contract.ts'
import * as contract from './contract.ts'
import { askForAccount, decideAccount } from './request-contract.ts'

let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
})
afterAll(() => world.stop())

const system = () => world.administrator()
const security = () => world.security()
let no = 0

async function unitOf(kinds: readonly UnitKind[]): Promise<string> {
  const unit = kinds.includes('county')
    ? ['county', '嘉善县']
    : [kinds[0] ?? '', kinds[0] === 'park' ? county.first.name : '']
  const [found] = await world.sql<{ id: string }>(
    `select id from units where kind = $1 and ($2 = '' or name = $2) limit 1`,
    unit,
  )
  return found?.id ?? ''
}

async function prepare(post = 'finance-leader', unitId = county.countyId) {
  const body = { unitId, post, name: `新任账号${++no}` }
  return { name: body.name, ...(await (await system()).done(contract.createAccount, { body })) }
}
const link = async (accountId: string, by = system()) =>
  (await by).call(contract.issueActivations, { body: { accountIds: [accountId] } })
const decide = async (accountId: string, approved: boolean, reason = '', by = security()) =>
  (await by).call(decideAccount, { params: { accountId }, body: { approved, reason } })
const askFor = async (accountId: string, act: 'reopen' | 'reset', by = system()) =>
  (await by).call(askForAccount, { params: { accountId }, body: { act } })
const close = async (accountId: string, closed: boolean, by = security()) =>
  (await by).call(contract.closeAccount, { params: { accountId }, body: { closed } })
const choose = async (path: string, password: string) =>
  world
    .stranger()
    .call(contract.activateAccount, { params: { token: path.replace('/activate/', '') }, body: { password } })
const enter = async (name: string, password = testPassword) =>
  (await world.stranger().call(session.signIn, { body: { name, password } })).status
const codeOf = (answer: { body: unknown }) => (answer.body as { error?: { code?: string } }).error?.code
const row = async (accountId: string) =>
  (await (await system()).done(contract.listAccounts, { search: { accountId } })).accounts[0]

/** Prepared, approved, and given a password by its person. */
async function opened(post?: string, unitId?: string) {
  const account = await prepare(post, unitId)
  await decide(account.accountId, true)
  const { body } = await link(account.accountId)
  expect((await choose(body.slips[0]?.path ?? '', testPassword)).status).toBe(200)
  return account
}

describe('opening an account', () => {
  it.each(postList.filter((post) => post !== 'enterprise-contact'))('%s: by as many as it takes', async (post) => {
    const { unitKinds } = posts[post]
    const account = await prepare(post, await unitOf(unitKinds))
    const byTwo = !(unitKinds as readonly string[]).includes('park')
    expect(account.byTwo).toBe(byTwo)
    const first = await link(account.accountId)
    expect([first.status, codeOf(first)]).toEqual(byTwo ? [422, 'account.not-approved'] : [200, undefined])
    expect((await row(account.accountId))?.request).toEqual(
      byTwo
        ? { act: 'open', preparedBy: administratorNames['system-admin'], preparedAt: world.now.toISOString() }
        : null,
    )
    if (!byTwo) return
    expect((await decide(account.accountId, true)).status).toBe(200)
    expect((await link(account.accountId)).status).toBe(200)
  })

  it.each(administrators)('%s alone opens no account of an authority', async (post) => {
    const alone = () => world.as(administratorNames[post])
    const created = await (await alone()).call(contract.createAccount, {
      body: { unitId: county.countyId, post: 'economy-leader', name: `独自开设${++no}` },
    })
    expect(created.status).toBe(post === 'system-admin' ? 200 : 403)
    const { accountId } = created.status === 200 ? created.body : await prepare()
    if (post !== 'security-admin') expect((await decide(accountId, true, '', alone())).status).toBe(403)
    else expect((await decide(accountId, true, '', alone())).status).toBe(200)
    expect((await link(accountId, alone())).status).toBe(post === 'system-admin' ? 422 : 403)
    expect((await row(accountId))?.activated).toBe(false)
  })

  it('waits in the inbox of the security administrator, and is told in the trail with its two hands', async () => {
    const { accountId, name } = await prepare()
    const { mine } = await (await security()).done(showInbox)
    expect(mine.tasks).toContainEqual(
      expect.objectContaining({
        task: 'account.approve',
        href: `/accounts?act=decide&account=${accountId}`,
        about: { zh: `开设账号：${name}`, en: `open the account: ${name}` },
      }),
    )
    for (const other of [await system(), await world.auditor()])
      expect((await other.done(showInbox)).mine.tasks).toEqual([])
    await decide(accountId, true)
    const told = await world.sql<{ kind: string; post: string }>(
      'select kind, post from audit_events where subject = $1 order by id',
      [accountId],
    )
    expect(told).toEqual([
      { kind: 'account.created', post: 'system-admin' },
      { kind: 'account.approved', post: 'security-admin' },
    ])
    expect(codeOf(await decide(accountId, true))).toBe('account.decided-already')
  })

  it('is sent back with a reason, which closes it until both want it after all', async () => {
    const { accountId, name } = await prepare()
    const bare = await decide(accountId, false)
    expect(bare.body.error).toMatchObject({ code: 'account.no-reason', fields: [{ field: 'reason' }] })
    expect((await decide(accountId, false, '岗位与单位不符')).status).toBe(200)
    expect((await row(accountId))?.closedAt).not.toBeNull()
    expect(codeOf(await link(accountId))).toBe('account.link-closed')
    expect((await askFor(accountId, 'reopen')).status).toBe(200)
    expect((await decide(accountId, true)).status).toBe(200)
    const { body } = await link(accountId)
    expect((await choose(body.slips[0]?.path ?? '', testPassword)).body).toEqual({ name })
  })
})

describe('closing and opening again', () => {
  it('is closed at once by the security administrator, and opened again by both', async () => {
    const { accountId, name } = await opened()
    expect((await close(accountId, true, system())).status).toBe(403)
    expect((await close(accountId, true)).status).toBe(200)
    expect(await enter(name)).toBe(401)
    expect(codeOf(await close(accountId, false))).toBe('account.needs-two')
    expect((await close(accountId, false, system())).status).toBe(403)
    expect((await askFor(accountId, 'reopen', security())).status).toBe(403)
    expect((await askFor(accountId, 'reopen')).status).toBe(200)
    expect(codeOf(await askFor(accountId, 'reopen'))).toBe('account.asked-already')
    expect(await enter(name)).toBe(401)
    expect((await decide(accountId, true)).status).toBe(200)
    expect(await enter(name)).toBe(200)
    // What was approved is used up: a link takes both again.
    expect(codeOf(await link(accountId))).toBe('account.not-approved')
  })

  it('ends what was approved and what waits, so that no former word opens it', async () => {
    const { accountId } = await opened()
    await askFor(accountId, 'reset')
    await decide(accountId, true)
    await close(accountId, true)
    expect(codeOf(await link(accountId))).toBe('account.link-closed')
    expect(codeOf(await close(accountId, false))).toBe('account.needs-two')
    const other = await prepare()
    await close(other.accountId, true)
    expect((await row(other.accountId))?.request).toBeNull()
    expect(codeOf(await decide(other.accountId, true))).toBe('account.decided-already')
  })

  it('takes one for a park', async () => {
    const { accountId, name } = await opened('service-officer', county.first.parkId)
    await close(accountId, true)
    expect(await enter(name)).toBe(401)
    expect(codeOf(await askFor(accountId, 'reset'))).toBe('account.one-is-enough')
    expect((await close(accountId, false)).status).toBe(200)
    expect(await enter(name)).toBe(200)
  })
})

describe('a password of an authority that is reset', () => {
  it('is asked for by one, approved by the other, and good for one password', async () => {
    const { accountId, name } = await opened()
    expect(codeOf(await link(accountId))).toBe('account.not-approved')
    await askFor(accountId, 'reset')
    expect(codeOf(await link(accountId))).toBe('account.not-approved')
    await decide(accountId, true)
    expect(await enter(name)).toBe(200)
    expect(codeOf(await askFor(accountId, 'reset'))).toBe('account.approved-already')
    const slips = [await link(accountId), await link(accountId)]
    expect(await enter(name)).toBe(401)
    const [former, last] = slips.map(({ body }) => body.slips[0]?.path ?? '')
    expect(codeOf(await choose(former ?? '', 'Lantern-Rice1'))).toBe('account.link-expired')
    expect((await choose(last ?? '', 'Lantern-Rice1')).status).toBe(200)
    expect(codeOf(await link(accountId))).toBe('account.not-approved')
  })

  it('of the security administrator takes another one', async () => {
    const own = (await (await security()).done(session.whoAmI)).account?.accountId ?? ''
    expect((await askFor(own, 'reset')).status).toBe(200)
    expect(codeOf(await decide(own, true))).toBe('account.own-request')
    expect((await (await security()).done(showInbox)).mine.tasks.filter(({ href }) => href.includes(own))).toEqual([])
    const { name } = await opened('security-admin', await unitOf(['province']))
    expect((await decide(own, true, '', world.as(name))).status).toBe(200)
  })
})

it('two that answer at once are one answer', async () => {
  const { accountId } = await prepare()
  const both = await Promise.all([decide(accountId, true), decide(accountId, false, '岗位与单位不符')])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422])
})
