import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type County, demoCounty } from '../../database/demo/programme.ts'
import { administratorName, testPassword } from '../support/template.ts'
import { startWorld, type World } from '../support/world.ts'
import { askOver, enterOver, keyOver } from './server-connection.ts'

let world: World
let county: County
/** A connection of the server's own account: what somebody could send who found a way to send SQL. */
let client: pg.Client
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
})
afterAll(() => world.stop())
beforeEach(async () => {
  client = new pg.Client(world.server)
  await client.connect()
  await client.query('begin')
})
afterEach(async () => {
  await client.query('rollback')
  await client.end()
})

const officer = '嘉善县经信局·经办'
const at = () => world.now.toISOString()
const network = '192.0.2.1'
const newHash = () => randomBytes(32).toString('hex')

const ask = (text: string, values: unknown[] = []) => askOver(client, text, values)
const keyFor = (name: string, password = testPassword) => keyOver(client, name, password)
const enter = (name: string) => enterOver(client, name, at())

const accountId = async (name: string) =>
  (await world.sql<{ id: string }>('select id from accounts where name = $1', [name]))[0]?.id ?? ''

describe('without a proof', () => {
  it.each([
    'select * from sessions',
    'select token_hash from sessions',
    'delete from sessions',
    `update sessions set expires_at = 'infinity'`,
    `insert into sessions select 'x', id, now(), now(), 'infinity', null, '33/' from accounts`,
    'select password_hash from accounts',
    'select * from accounts',
    'select failed_sign_ins from accounts',
    `update accounts set password_hash = 'x'`,
    'update accounts set locked_until = null',
    'update accounts set disabled_at = null',
    `update accounts set post = 'system-admin'`,
    'delete from accounts',
    'select from accounts for update',
    `insert into accounts (id, unit_id, name, post, password_hash, created_at) select gen_random_uuid(), id, 'x', 'system-admin', 'x', now() from units`,
    'select * from idempotency_keys',
    'delete from idempotency_keys',
    `insert into idempotency_keys select id, repeat('0', 64), 'x', 'x', 200, '{}', now() from accounts`,
    `insert into audit_events (id, at, kind, scope) values (gen_random_uuid(), now(), 'a.b', '33/')`,
    'update audit_events set account_id = null',
    'delete from audit_events',
    'select acting_account()',
    `select take_key(a, 'x', 'x', now()) from (select null::accounts as a) a`,
    'select * from activation_links',
    'update activation_links set used_at = null',
    'select * from former_passwords',
    'delete from former_passwords',
    'select * from sign_in_rules',
    'update sign_in_rules set password_days = null',
    `select last_passwords(gen_random_uuid())`,
    `select used_before(gen_random_uuid(), '{}')`,
    `update accounts set must_change = false`,
    'select forget_expired(now())',
    'select forget_callers(now())',
    'select * from known_devices',
    `update known_devices set trusted = true`,
    'select * from sign_in_refusals',
    `select device_trusted(gen_random_uuid(), 'x')`,
    `select distrust_device(gen_random_uuid(), 'x', 1)`,
    `select count_refusal(gen_random_uuid(), '192.0.2.1', now())`,
    'select * from migrations',
    'select * from graphile_worker.jobs',
  ])('%s is refused', async (statement) => {
    expect(await ask(statement)).toBe('42501')
  })

  it('no scope is opened, whatever is said', async () => {
    for (const said of ['', '33/', county.first.scope, 'notice ', randomUUID(), newHash()]) {
      for (const name of ['app.pass', 'app.session', 'app.scope', 'app.scope_end'])
        await ask('select set_config($1, $2, true)', [name, name === 'app.scope_end' ? '~' : said])
      expect(await ask('select opened_scope() as scope')).toEqual([{ scope: null }])
      expect(await ask('select id from units')).toEqual([])
    }
    for (const enterOne of [
      `enter_link('x')`,
      `enter_notice(gen_random_uuid())`,
      `(enter_feed('x')).scope`,
      `(enter_session('x', now())).scope`,
    ])
      expect(
        await ask(`select ${enterOne} as scope`).then((rows) =>
          (rows as { scope: unknown }[]).filter(({ scope }) => scope),
        ),
      ).toEqual([])
  })

  it('nobody acts', async () => {
    const id = await accountId(officer)
    expect(await ask(`select * from first_reply('x', 'x')`)).toEqual([])
    expect(await ask('select * from held_account($1)', [id])).toEqual([])
    expect(await ask('select * from own_sessions(now())')).toEqual([])
    expect(await ask('select end_other_sessions(null, now()) as n')).toEqual([{ n: 0 }])
    expect(await ask('select close_account($1, now())', [id])).toBe('42501')
    expect(await ask(`select issue_activation($1, 'x', now(), now())`, [id])).toBe('42501')
    expect(await ask(`select * from opened_activation('x', now())`)).toEqual([])
    expect(await ask(`select activate_account('x', 'x', '{}', now()) as done`)).toEqual([{ done: null }])
    expect(await ask(`select create_account($1, $1, 'x', 'system-admin', gen_random_uuid(), now())`, [id])).toBe(
      '42501',
    )
    expect(await ask(`select ask_for_account(gen_random_uuid(), $1, 'reset', now())`, [id])).toBe('42501')
    expect(await ask(`select decide_account($1, true, '', now())`, [id])).toBe('42501')
    expect(await ask(`select proven from prove_password('00', null, now())`)).toEqual([{ proven: false }])
    expect(await ask(`select change_password('00', 'x', '{}', null, now())`)).toBe('42501')
    expect(await ask(`select last_password_costs() as costs`)).toEqual([{ costs: null }])
    const event = {
      id: randomUUID(),
      at: at(),
      kind: 'plan.forged',
      account_id: id,
      post: 'system-admin',
      subject: null,
      scope: '33/',
    }
    expect(await ask('select record_events($1, null)', [JSON.stringify([event])])).toHaveLength(1)
    await client.query('commit; begin')
    expect(await world.sql(`select account_id, post from audit_events where kind = 'plan.forged'`)).toEqual([
      { account_id: null, post: null },
    ])
  })

  it('a session is opened by the key of the password alone, and the fifth guess shuts the account', async () => {
    const name = '嘉善县财政局·经办'
    const guess = (key: string) =>
      ask('select opened from open_session($1, $2, $3, null, $4, null, $5)', [name, key, newHash(), network, at()])
    const [kept] = await world.sql<{ hash: string }>('select password_hash as hash from accounts where name = $1', [
      name,
    ])
    // What is kept is not what is shown.
    expect(await guess(kept?.hash.split('$').at(-1) ?? '')).toEqual([{ opened: false }])
    for (let n = 0; n < 4; n++) expect(await guess('00')).toEqual([{ opened: false }])
    expect(await guess(await keyFor(name))).toEqual([{ opened: false }])
    expect(
      await ask('select * from open_session($1, $2, $3, null, $4, null, $5)', [
        '没有此人',
        '00',
        newHash(),
        network,
        at(),
      ]),
    ).toEqual([])
  })
})

describe('with a session', () => {
  it('one sees one’s own scope, whatever is said afterwards', async () => {
    await enter(`${county.first.name}·负责人`)
    const seen = async () =>
      ((await ask('select scope from units order by scope')) as { scope: string }[]).map(({ scope }) => scope)
    const own = await seen()
    expect(own.some((scope) => scope.startsWith(county.first.scope))).toBe(true)
    expect(own.some((scope) => scope.startsWith(county.second.scope))).toBe(false)
    await ask(`select set_config('app.scope', '33/', true), set_config('app.scope_end', '330', true)`)
    expect(await seen()).toEqual(own)
    await ask(`select set_config('app.pass', '33/', true)`)
    expect(await seen()).toEqual([])
  })

  it('one records as oneself, and is no administrator', async () => {
    const hash = await enter(officer)
    const [id, other] = [await accountId(officer), await accountId(administratorName)]
    const event = {
      id: randomUUID(),
      at: at(),
      kind: 'plan.claimed',
      account_id: other,
      post: 'system-admin',
      subject: null,
      scope: '33/',
    }
    await ask('select record_events($1, null)', [JSON.stringify([event])])
    expect(await ask('select * from held_account($1)', [id])).toEqual([])
    expect(await ask(`select close_account($1, null)`, [other])).toBe('42501')
    expect(await ask(`select issue_activation($1, 'x', now(), now())`, [other])).toBe('42501')
    expect(await ask(`select change_password('00', 'x', '{}', null, $1)`, [at()])).toBe('42501')
    await ask('select end_session($1)', [hash])
    // Whose session ends here still is who acts until the end of this transaction.
    await ask('select record_events($1, null)', [JSON.stringify([{ ...event, id: randomUUID() }])])
    await client.query('commit; begin')
    const written = await world.sql(`select account_id, post from audit_events where kind = 'plan.claimed'`)
    expect(written).toEqual(Array(2).fill({ account_id: id, post: 'economy-officer' }))
    for (const name of ['app.pass', 'app.session']) await ask('select set_config($1, $2, true)', [name, hash])
    expect(await ask('select opened_scope() as scope')).toEqual([{ scope: null }])
    expect(await ask('select * from enter_session($1, $2)', [hash, at()])).toEqual([])
  })
})

it('what other connections ask cannot be read, nor the secrets in it', async () => {
  const other = new pg.Client(world.server)
  await other.connect()
  await other.query(`select from enter_session('a secret', now())`)
  const texts = (await ask('select query from pg_stat_activity where usename = current_user')) as { query: string }[]
  await other.end()
  expect(texts.length).toBeGreaterThan(1)
  expect(texts.filter(({ query }) => query.includes('secret'))).toEqual([])
})
