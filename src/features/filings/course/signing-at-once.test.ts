import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { planOf } from '../../../../database/demo/course.ts'
import { demoCounty, draftPlan, type Park, submitPlan } from '../../../../database/demo/programme.ts'
import { opinionsIn, said } from '../../../../tests/support/opinions.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as acts from './act-contract.ts'

const officer = '嘉善县经信局·经办'
const leader = '嘉善县经信局·负责人'

let world: World
let park: Park
beforeAll(async () => {
  world = await startWorld()
  park = (await demoCounty(world)).first
  await draftPlan(world, park)
  await submitPlan(world, park)
})
afterAll(() => world.stop())

/** Resolves once some statement waits for a table lock. */
async function somebodyWaits(): Promise<void> {
  const waiting = `select from pg_locks where not granted and locktype = 'relation'`
  while ((await world.sql(waiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
}

it('an opinion that is given while the leader asks for two persons is refused by the database, and prepared the next time', async () => {
  const { opine } = opinionsIn(world)
  const plan = await planOf(await world.as(officer), park.pilotId)
  const holder = new pg.Client(world.connection)
  await holder.connect()
  await holder.query('begin')
  await holder.query('lock table filing_opinions in exclusive mode')
  const given = opine(officer, plan)
  await somebodyWaits()
  await (await world.as(leader)).done(acts.requireSigning, { body: { required: true } })
  await holder.query('commit')
  await holder.end()
  expect(said(await given)).toBe('review.signed-from-now')
  expect((await opine(officer, plan)).body).toEqual({ state: 'submitted', toSign: true })
})

it('the switch changes nothing by what stands already, however often and at once it is said', async () => {
  const client = await world.as('海宁市经信局·负责人')
  const say = (body: { required: boolean; reason?: string }) => client.done(acts.requireSigning, { body })
  await say({ required: false, reason: '一人办理' })
  expect((await client.done(acts.showSigning)).history).toEqual([])
  await Promise.all(Array.from({ length: 8 }, () => say({ required: true })))
  const { history, bureaus } = await client.done(acts.showSigning)
  expect(history.map(({ bureau, required }) => [bureau, required])).toEqual([['economy', true]])
  await say({ required: true })
  expect((await client.done(acts.showSigning)).bureaus).toEqual(bureaus)
  await say({ required: false, reason: '恢复一人办理' })
  expect((await client.done(acts.showSigning)).history.map(({ required }) => required)).toEqual([false, true])
})
