import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type County, demoCounty } from '../../database/demo/programme.ts'
import { administratorName, auditorName, securityName } from '../support/template.ts'
import { startWorld, type World } from '../support/world.ts'
import { askOver, enterOver } from './server-connection.ts'

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
const ask = (text: string, values: unknown[] = []) => askOver(client, text, values)
const enter = (name: string) => enterOver(client, name, world.now.toISOString())
const accountId = async (name: string) =>
  (await world.sql<{ id: string }>('select id from accounts where name = $1', [name]))[0]?.id ?? ''

describe('the database itself', () => {
  it('no administrator does alone what two do, nor touches the own account', async () => {
    const [bureau, park] = [await accountId(officer), await accountId(`${county.first.name}·负责人`)]
    const link = (id: string) => ask(`select issue_activation($1, 'x', now(), now())`, [id])
    const close = (id: string) => ask('select close_account($1, now())', [id])
    const reopen = (id: string) => ask('select close_account($1, null)', [id])
    const decide = (id: string) => ask(`select decide_account($1, true, '', now())`, [id])
    const askFor = (id: string) => ask(`select ask_for_account(gen_random_uuid(), $1, 'reset', now())`, [id])
    const create = () =>
      ask(
        `select create_account(gen_random_uuid(), (select id from units where kind = 'province'), 'x', 'system-admin', gen_random_uuid(), now())`,
      )

    await enter(administratorName)
    const own = await accountId(administratorName)
    for (const id of [own, bureau, park]) expect([await close(id), await reopen(id)]).toEqual(['42501', '42501'])
    expect([await link(own), await askFor(own), await decide(bureau)]).toEqual(['42501', '42501', '42501'])
    // Of a bureau's account no link is written before the second administrator has approved one.
    expect(await link(bureau)).toBe('23514')
    expect(await ask('select name from held_account($1)', [bureau])).toEqual([{ name: officer }])

    await client.query('rollback; begin')
    await enter(securityName)
    const security = await accountId(securityName)
    for (const id of [security, bureau, park]) expect([await link(id), await askFor(id)]).toEqual(['42501', '42501'])
    expect([await create(), await close(security), await decide(security), await decide(bureau)]).toEqual(
      Array(4).fill('42501'),
    )
    expect(await close(bureau)).toHaveLength(1)
    expect(await reopen(bureau)).toBe('23514')

    await client.query('rollback; begin')
    await enter(auditorName)
    expect(await ask('select name from held_account($1)', [bureau])).toEqual([])
    for (const tries of [link, close, reopen, decide, askFor]) expect(await tries(bureau)).toBe('42501')
    expect(await create()).toBe('42501')
  })

  it('not even the owner of the database lets one administrator be both', async () => {
    const [bureau, one, two] = [
      await accountId(officer),
      await accountId(administratorName),
      await accountId(securityName),
    ]
    const write = (by: string, post: string, and: string, andPost: string) =>
      world
        .sql(
          `insert into account_requests (id, account_id, act, prepared_by, preparing_post, prepared_at, decided_by, deciding_post, decided_at, approved, scope)
           values (gen_random_uuid(), $1, 'reset', $2, $3, now(), $4, $5, now(), true, '33/')`,
          [bureau, by, post, and, andPost],
        )
        .then(
          () => 'written',
          (error: { code?: string }) => error.code,
        )
    expect(await write(one, 'system-admin', one, 'system-admin')).toBe('23514')
    expect(await write(one, 'system-admin', one, 'security-admin')).toBe('23503')
    expect(await write(two, 'system-admin', two, 'security-admin')).toBe('23503')
    expect(await write(two, 'security-admin', one, 'system-admin')).toBe('23514')
    // Who has acted as one stays that one: the account's post stands in what it prepared.
    const moved = world.sql(`update accounts set post = 'security-admin' where id = $1`, [one])
    expect(await moved.catch((error: { code?: string }) => error.code)).toBe('23503')
  })
})
