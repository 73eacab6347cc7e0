import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as closing from '../../src/features/oversight/close-out/contract.ts'
import { settledPilot } from '../support/settled.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let pilotId = ''
let closeOutId = ''
const clients: pg.Client[] = []
beforeAll(async () => {
  world = await startWorld()
  ;({ pilotId } = (await settledPilot(world)).park)
  const economy = await world.as('嘉善县经信局·经办')
  const body = { remark: '任务完成，资金结清' }
  ;({ closeOutId } = await economy.done(closing.proposeCloseOut, { params: { pilotId }, body }))
  await (await world.as('嘉善县财政局·经办')).done(closing.confirmCloseOut, { params: { closeOutId } })
}, 300_000)
afterAll(async () => {
  for (const client of clients) await client.end()
  await world.stop()
})

async function connected(): Promise<pg.Client> {
  const client = new pg.Client(world.connection)
  await client.connect()
  clients.push(client)
  return client
}

/** Whether somebody waits for the pilot. */
async function waits(): Promise<boolean> {
  const [found] = await world.sql<{ n: number }>(
    `select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`,
  )
  return (found?.n ?? 0) > 0
}

const write = `update services set need = need || '。' where pilot_id = $1`
const record = `update close_outs set state = 'recorded', recorded_at = $2,
  recorded_by = (select id from accounts where name = '省经信厅·处室') where id = $1`

it('is recorded after whoever writes about the pilot has finished, and refuses whoever comes meanwhile', async () => {
  const [writer, recorder, late] = [await connected(), await connected(), await connected()]
  await writer.query('begin')
  await writer.query(write, [pilotId])
  await recorder.query('begin')
  const recorded = recorder.query(record, [closeOutId, world.now])
  await expect.poll(waits).toBe(true)
  await writer.query('commit')
  await recorded
  // Not committed yet: whoever writes now waits, and finds it closed.
  const refused = expect(late.query(write, [pilotId])).rejects.toMatchObject({ constraint: 'pilot_closed' })
  await expect.poll(waits).toBe(true)
  await recorder.query('commit')
  await refused
})
