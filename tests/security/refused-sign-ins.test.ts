import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetExpired } from '../../src/platform/jobs.ts'
import { accountAt, jobsAccount } from '../../src/platform/postgres/accounts.ts'
import * as session from '../../src/shared/session.ts'
import { administratorName } from '../support/template.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const refuse = async (name: string) => {
  const answer = await world.stranger().call(session.signIn, { body: { name, password: 'wrong' } })
  expect(answer.status).toBe(401)
}

describe('refused sign-ins', () => {
  it('are one row an hour, account and network, and go after half a year', async () => {
    for (let n = 0; n < 12; n++) await refuse(administratorName)
    for (let n = 0; n < 7; n++) await refuse(`没有此人${n}`)
    const rows = () => world.sql('select n, account_id is null as unknown from sign_in_refusals order by n')
    expect(await rows()).toEqual([
      { n: 7, unknown: true },
      { n: 12, unknown: false },
    ])
    const trail = await world.sql(`select kind from audit_events where kind like 'session.refused'`)
    expect(trail).toEqual([])
    const jobs = new pg.Client(accountAt(world.connection, jobsAccount, world.connection.serverPassword))
    await jobs.connect()
    const forget = () => forgetExpired((text, values) => jobs.query(text, values), world.now)
    await forget()
    expect(await rows()).toHaveLength(2)
    world.setClock('2026-10-02T10:00:00+08:00')
    await forget()
    await jobs.end()
    expect(await rows()).toEqual([])
  })
})
