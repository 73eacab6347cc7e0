import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashesOf, headOf, noHead } from '../../src/platform/audit/chain.ts'
import { checkTrail, type Fault } from '../../src/platform/audit/check-trail.ts'
import { trailOf } from '../../src/platform/audit/read-trail.ts'
import { actsOf, sealerOf } from '../support/sealing.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let owner: pg.Client
let sealer: Awaited<ReturnType<typeof sealerOf>>
beforeAll(async () => {
  world = await startWorld()
  sealer = await sealerOf(world)
  owner = new pg.Client(world.connection)
  await owner.connect()
  for (let batch = 0; batch < 3; batch++) {
    await actsOf(world, 5)
    expect(await sealer.seal()).toBeGreaterThanOrEqual(5)
  }
  expect(await sealer.seal()).toBe(0)
})
afterAll(async () => {
  await owner.end()
  await sealer.end()
  await world.stop()
})

const check = async (kept?: Map<number, string>) => (await checkTrail(trailOf(owner), kept)).faults
const at = async (seal: number, place: number) => {
  const { rows } = await owner.query<{ id: string }>(
    'select event_id as id from audit_leaves where seal_no = $1 and place = $2',
    [seal, place],
  )
  return rows[0]?.id ?? ''
}

/** What is found after the owner has done this past every trigger; nothing of it is kept. */
async function whenOwner(...texts: readonly string[]): Promise<readonly Fault[]> {
  await owner.query('begin')
  try {
    await owner.query('set local session_replication_role = replica')
    for (const text of texts) await owner.query(text)
    return await check()
  } finally {
    await owner.query('rollback')
  }
}

describe('a sealed trail', () => {
  it('is whole, with each event in one seal, and the heads are those of the described text', async () => {
    expect(await check()).toEqual([])
    const all = await world.sql<{ text: string }>(
      'select audit_line(e) as text from audit_leaves l join audit_events e on e.id = l.event_id where seal_no = 1 order by place',
    )
    const [seal] = await world.sql<{ no: number; at: Date; events: number; sha256: string; sm3: string }>(
      `select no, sealed_at as at, events, encode(sha256, 'hex') as sha256, encode(sm3, 'hex') as sm3 from audit_seals where no = 1`,
    )
    const leaves = all.map(({ text }) => hashesOf(text))
    const told = { no: 1, sealedAt: seal?.at.toISOString() ?? '', events: all.length }
    expect(seal).toMatchObject(headOf(told, noHead, leaves))
    expect(hashesOf('abc').sm3).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  })

  it('names the event that the owner altered, also one that it hashed anew', async () => {
    const id = await at(2, 3)
    for (const set of [
      `after = '{"name":"另一产业园"}'`,
      'account_id = null',
      `at = at - interval '1 second'`,
      `address = '10.0.0.1'`,
      `clause = '附件1'`,
    ])
      expect(await whenOwner(`update audit_events set ${set} where id = '${id}'`), set).toEqual([
        { what: 'altered', seal: 2, place: 3, eventId: id },
      ])
    const anew = `update audit_leaves set sha256 = sha256('x'), sm3 = sha256('y') where event_id = '${id}'`
    expect((await whenOwner(anew))[0]).toEqual({ what: 'altered', seal: 2, place: 3, eventId: id })
    const both = [
      `update audit_events set post = 'finance-leader' where id = '${id}'`,
      `update audit_leaves set sha256 = sha256(convert_to((select audit_line(e) from audit_events e where id = '${id}'), 'UTF8')) where event_id = '${id}'`,
    ]
    expect((await whenOwner(...both))[0]).toEqual({ what: 'altered', seal: 2, place: 3, eventId: id })
  })

  it('names the event that is missing, in its seal or before it got one', async () => {
    const id = await at(2, 3)
    const gone = `delete from audit_events where id = '${id}'`
    const missing = { what: 'missing', seal: 2, place: 3, eventId: id }
    expect(await whenOwner(gone)).toEqual([missing])
    expect(await whenOwner(gone, `delete from audit_leaves where event_id = '${id}'`)).toEqual([
      { ...missing, eventId: null },
    ])
    // With all places moved up, the seal itself says how many it holds.
    const closed = 'update audit_leaves set place = place - 1 where seal_no = 2 and place > 3'
    expect(await whenOwner(gone, `delete from audit_leaves where event_id = '${id}'`, closed)).toMatchObject([
      { what: 'missing', seal: 2 },
    ])
    expect(
      await whenOwner('delete from audit_leaves where seal_no = 2', 'delete from audit_seals where no = 2'),
    ).toMatchObject([
      { what: 'missing', seal: 2, place: null },
      ...Array.from({ length: 5 }, () => ({ what: 'inserted' })),
    ])
    expect(
      await whenOwner(`insert into audit_waiting values ('${id.replace(/^......../, '00000000')}')`),
    ).toMatchObject([{ what: 'missing', seal: null }])
  })

  it('names the event that was inserted, beside the seals or into one', async () => {
    const id = randomUUID()
    const row = `insert into audit_events (id, at, kind, scope) select '${id}', at, 'tranche.released', '33/' from audit_events limit 1`
    expect(await whenOwner(row)).toEqual([{ what: 'inserted', seal: null, place: null, eventId: id }])
    const leaf = `insert into audit_leaves select 2, 6, '${id}', sha256(convert_to(audit_line(e), 'UTF8')), sha256('?') from audit_events e where id = '${id}'`
    expect((await whenOwner(row, leaf))[0]).toEqual({ what: 'inserted', seal: 2, place: 6, eventId: id })
  })

  it('names the event whose place was changed, and the seal that was', async () => {
    const [second, third] = [await at(2, 2), await at(2, 3)]
    const swap = `update audit_leaves set place = case place when 2 then 3 else 2 end where seal_no = 2 and place in (2, 3)`
    // Past the constraint, as an owner may.
    const drop = 'alter table audit_leaves drop constraint audit_leaves_pkey'
    expect(await whenOwner(drop, swap)).toEqual([{ what: 're-ordered', seal: 2, place: 3, eventId: second }])
    expect(third).not.toBe(second)
    for (const set of ['events = events + 1', `sealed_at = sealed_at + interval '1 hour'`, `sm3 = sha256('x')`])
      expect((await whenOwner(`update audit_seals set ${set} where no = 2`))[0], set).toMatchObject({ seal: 2 })
  })

  it('is not believed where a head was kept elsewhere and all was rewritten, or cut off', async () => {
    const [head] = await world.sql<{ sm3: string }>(`select encode(sm3, 'hex') as sm3 from audit_seals where no = 3`)
    expect(await check(new Map([[3, head?.sm3 ?? '']]))).toEqual([])
    expect(await check(new Map([[3, 'a'.repeat(64)]]))).toMatchObject([{ what: 'other head', seal: 3 }])
    expect(await check(new Map([[4, 'a'.repeat(64)]]))).toMatchObject([{ what: 'missing', seal: 4 }])
  })

  it('is refused every change at the database, and a false seal too', async () => {
    for (const table of ['audit_seals', 'audit_leaves', 'audit_events'])
      for (const text of [`delete from ${table}`, `truncate ${table} cascade`])
        await expect(world.sql(text), text).rejects.toMatchObject({ code: '23001' })
    await actsOf(world, 1)
    const { rows } = await sealer.ask('select event_id as id, line from events_to_seal(1)')
    const [{ id, line }] = rows as [{ id: string; line: string }]
    const hash = hashesOf(line).sha256
    const put = (next: number, ids: string[], leaf: string) =>
      sealer.ask('select seal_events($1, now(), $2, $3, $3, $4, $4) as done', [next, ids, ids.map(() => leaf), hash])
    await expect(put(4, [id], 'b'.repeat(64))).rejects.toMatchObject({ code: '23001' })
    await expect(put(4, [await at(1, 1)], hash)).rejects.toMatchObject({ code: '23001' })
    expect((await put(9, [id], hash)).rows).toEqual([{ done: false }])
    expect(await sealer.seal()).toBeGreaterThan(0)
    expect(await check()).toEqual([])
  })
})

it('100 writers while three sealers run: every event is sealed exactly once', async () => {
  const more = [sealer, await sealerOf(world), await sealerOf(world)]
  let writing = true
  const runs = more.map(async ({ seal }) => {
    let sealed = 0
    while (writing) sealed += await seal()
    return sealed
  })
  const [before] = await world.sql<{ n: number }>('select count(*)::int as n from audit_events')
  await actsOf(world, 100)
  await actsOf(world, 100)
  writing = false
  const sealed = (await Promise.all(runs)).reduce((sum, n) => sum + n, 0) + (await sealer.seal())
  const [now] = await world.sql<{ n: number; leaves: number; waiting: number; said: number }>(
    `select (select count(*)::int from audit_events) as n, (select count(distinct event_id)::int from audit_leaves) as leaves,
            (select count(*)::int from audit_waiting) as waiting, (select sum(events)::int from audit_seals) as said`,
  )
  expect(now).toEqual({ n: now?.n, leaves: now?.n, waiting: 0, said: now?.n })
  expect(sealed).toBe((now?.n ?? 0) - (before?.n ?? 0))
  expect(await check()).toEqual([])
  for (const one of more.slice(1)) await one.end()
}, 120_000)
