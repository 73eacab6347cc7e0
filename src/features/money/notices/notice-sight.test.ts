import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { approvedPilot, type Park } from '../../../../database/demo/programme.ts'
import { recommend } from '../../../../tests/support/funded.ts'
import { publish } from '../../../../tests/support/tranches.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'

let world: World
let park: Park
let noticeId: string
beforeAll(async () => {
  world = await startWorld()
  park = (await approvedPilot(world)).park
  await recommend(world, park, 1)
  noticeId = await publish(world, park, 1)
})
afterAll(() => world.stop())

it('opens no more of a park, at the database itself, than its notices and what stands around them', async () => {
  const client = new pg.Client(world.server)
  await client.connect()
  const rows = async (text: string, values: unknown[] = []) => (await client.query(text, values)).rows
  try {
    await client.query('begin')
    expect(await rows('select enter_notice($1) as scope', [noticeId])).toEqual([{ scope: park.scope }])
    expect(await rows('select id from notices')).toEqual([{ id: noticeId }])
    for (const table of ['units', 'filings', 'services', 'payments', 'ledger_entries', 'audit_events', 'issued_papers'])
      expect(await rows(`select 1 from ${table}`), table).toEqual([])
    expect(await rows('select opened_scope() as scope')).toEqual([{ scope: null }])
    expect(await rows(`update tranches set recommendation = 'x' returning id`)).toEqual([])
    const id = randomUUID()
    await rows('select file_objection($1, $2, 1, $3, $3, $4, $5)', [id, noticeId, '', '金额不符', world.now])
    expect(await rows('select opened_scope() as scope')).toEqual([{ scope: park.scope }])
    // For the transaction that has filed it alone.
    await client.query('commit; begin')
    await rows('select set_config($1, $2, true)', ['app.pass', `objection ${id}`])
    expect(await rows('select opened_scope() as scope')).toEqual([{ scope: null }])
    expect(await rows('select 1 from notices')).toEqual([])
  } finally {
    await client.end()
  }
})
