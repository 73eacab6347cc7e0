import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoCounty } from '../../../../database/demo/programme.ts'
import { testPassword } from '../../../../tests/support/template.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as session from '../../../shared/session.ts'
import { listUnits } from '../units/contract.ts'
import * as contract from './session-contract.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await demoCounty(world)
})
afterAll(() => world.stop())
beforeEach(() => world.setClock('2026-04-01T09:00:00+08:00'))

const name = '嘉善县经信局·经办'
const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0'

async function signedIn(who = name, agent = windows) {
  const client = world.stranger()
  const body = { name: who, password: testPassword }
  expect((await client.send('POST', '/api/session', body, { 'user-agent': agent })).status).toBe(200)
  return client
}
type Browser = Awaited<ReturnType<typeof signedIn>>
const isIn = async (client: Browser) => (await client.done(session.whoAmI)).account !== null
const sessionsOf = async (client: Browser) => (await client.done(contract.listSessions)).sessions
const end = async (client: Browser, sessionId?: string) =>
  (await client.done(contract.endSessions, { body: sessionId ? { sessionId } : {} })).ended

describe('one’s own sessions', () => {
  it('say which browser, from where, since when and when last', async () => {
    const here = await signedIn()
    await here.done(contract.endSessions, { body: {} })
    world.setClock('2026-04-01T09:10:00+08:00')
    await signedIn(name, 'Mozilla/5.0 (iPhone) MicroMessenger/8.0')
    await here.done(listUnits)
    const told = await sessionsOf(here)
    expect(told.find(({ isCurrent }) => isCurrent)).toEqual({
      sessionId: expect.any(String),
      device: { zh: 'Edge · Windows', en: 'Edge · Windows' },
      network: '203.0.113.7',
      createdAt: '2026-04-01T01:00:00.000Z',
      lastSeenAt: '2026-04-01T01:10:00.000Z',
      isCurrent: true,
    })
    expect(told.filter(({ isCurrent }) => !isCurrent)).toMatchObject([{ device: { zh: '微信 · iOS' } }])
  })

  it('are signed out one by one, or all others at once, and never the present one by mistake', async () => {
    const [here, there, elsewhere] = [await signedIn(), await signedIn(), await signedIn()]
    const own = (await sessionsOf(there)).find(({ isCurrent }) => isCurrent)?.sessionId ?? ''
    const mine = (await sessionsOf(here)).find(({ isCurrent }) => isCurrent)?.sessionId ?? ''
    expect(await end(here, own)).toBe(1)
    expect([await isIn(here), await isIn(there), await isIn(elsewhere)]).toEqual([true, false, true])
    expect([await end(here, own), await end(here, mine)]).toEqual([0, 0])
    expect(await end(here)).toBeGreaterThan(0)
    expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false])
    expect(await sessionsOf(here)).toHaveLength(1)
  })

  it('are nobody else’s to see or end', async () => {
    const [here, other] = [await signedIn(), await signedIn('嘉善县财政局·经办')]
    const mine = (await sessionsOf(here)).map(({ sessionId }) => sessionId)
    expect((await sessionsOf(other)).some(({ sessionId }) => mine.includes(sessionId))).toBe(false)
    for (const sessionId of [...mine, randomUUID()]) expect(await end(other, sessionId)).toBe(0)
    expect((await world.stranger().call(contract.listSessions)).status).toBe(401)
    expect(await isIn(here)).toBe(true)
  })
})

describe('a session in which nothing is asked', () => {
  it('ends after the operator’s minutes, and not while it is used', async () => {
    await world.sql('update sign_in_rules set idle_minutes = 30')
    const [used, idle] = [await signedIn(), await signedIn()]
    for (const minute of [20, 40, 60]) {
      world.setClock(new Date(Date.parse('2026-04-01T01:00:00Z') + minute * 60_000).toISOString())
      expect((await used.call(listUnits)).status).toBe(200)
    }
    expect((await idle.call(listUnits)).status).toBe(401)
    expect(await isIn(idle)).toBe(false)
    // What has ended is not opened again by asking.
    world.setClock('2026-04-01T10:29:59+08:00')
    expect(await isIn(used)).toBe(true)
    world.setClock('2026-04-01T11:00:00+08:00')
    expect(await isIn(used)).toBe(false)
    await world.sql('update sign_in_rules set idle_minutes = null')
  })

  it('ends at the latest after the operator’s hours, however it is used', async () => {
    await world.sql('update sign_in_rules set session_hours = 8')
    const client = await signedIn()
    world.setClock('2026-04-01T16:59:59+08:00')
    expect(await isIn(client)).toBe(true)
    world.setClock('2026-04-01T17:00:00+08:00')
    expect(await isIn(client)).toBe(false)
    await world.sql('update sign_in_rules set session_hours = 12')
  })
})
