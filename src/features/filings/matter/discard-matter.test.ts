import { afterAll, beforeAll, expect, it } from 'vitest'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { contractedPark, reported, submit } from '../../../../tests/support/matters.ts'
import { managerOf, officerOf } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as acts from '../course/act-contract.ts'
import * as course from '../course/contract.ts'
import * as matters from './contract.ts'

let world: World
let park: Awaited<ReturnType<typeof contractedPark>>['park']
beforeAll(async () => {
  world = await startWorld()
  ;({ park } = await contractedPark(world))
})
afterAll(() => world.stop())

const discard = async (filingId: string, reason: string, who = managerOf(park)) => {
  const { status, body } = await (await world.as(who)).call(acts.discardFiling, {
    params: { filingId },
    body: { reason },
  })
  return [status, body.error?.code]
}

it('drops a matter that was opened by mistake, with its reason and its words on the trail (G5.5)', async () => {
  const filingId = await reported(world, park, 'safety-accident')
  expect(await discard(filingId, ' ')).toEqual([422, 'filing.discarded-without-reason'])
  expect(await discard(filingId, '误登记一次', '嘉善县经信局·经办')).toEqual([422, 'filing.not-the-preparer'])
  expect(await discard(filingId, '误登记一次')).toEqual([200, undefined])
  const client = await world.as(managerOf(park))
  const { matters: left } = await client.done(matters.listPilotMatters, { params: { pilotId: park.pilotId } })
  expect(left).toEqual([])
  expect((await client.call(course.showFiling, { params: { filingId } })).status).toBe(404)
  const trail = await world.sql(`select before, after from audit_events where kind = 'filing.discarded'`)
  expect(trail).toMatchObject([
    { before: { content: { report: { course: '市场变化，企业需求下降' } } }, after: { reason: '误登记一次' } },
  ])
})

it('is dropped by the service officer who may open it, too', async () => {
  const client = await world.as(officerOf(park))
  const opening = { kind: 'other' as const, occurredAt: world.now.toISOString() }
  const { filingId } = await client.done(course.openFiling, {
    body: { batchId: park.batchId, unitId: park.parkId, kind: 'major-matter', period: '', opening },
  })
  const { actions } = await client.done(course.showFiling, { params: { filingId } })
  expect(abilityIn(actions, 'discard')).toMatchObject({ allowed: true })
  expect(await discard(filingId, '误登记一次', officerOf(park))).toEqual([200, undefined])
})

it('keeps what was filed once, also when it was taken back, and what is owed', async () => {
  const filingId = await reported(world, park, 'safety-accident')
  await submit(world, park, filingId)
  const client = await world.as(managerOf(park))
  await client.done(acts.withdrawFiling, { params: { filingId }, body: { reason: '附件放错' } })
  expect(await discard(filingId, '误登记一次')).toEqual([422, 'filing.filed-once'])
  const { actions } = await client.done(course.showFiling, { params: { filingId } })
  expect(abilityIn(actions, 'discard')).toMatchObject({ allowed: false, clause: 'G5.5' })
  const [plan] = await world.sql<{ id: string }>(`select id from filings where kind = 'plan' and unit_id = $1`, [
    park.parkId,
  ])
  expect(await discard(plan?.id ?? '', '误登记一次')).toEqual([422, 'filing.owed-anyway'])
})

it('leaves its number behind: none is given again, in any order of opening and discarding (G5.5)', async () => {
  const numberOf = async (filingId: string) =>
    (await world.sql<{ period: string }>('select period from filings where id = $1', [filingId]))[0]?.period ?? ''
  const seen: string[] = []
  for (const isDropped of [true, false, true, true]) {
    const filingId = await reported(world, park, 'safety-accident')
    seen.push(await numberOf(filingId))
    if (isDropped) await discard(filingId, '误登记')
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toEqual(seen.toSorted())
  const again = world.sql(
    `insert into filings (id, batch_id, unit_id, pilot_id, kind, period, state, due_on, opened_at, scope)
     select gen_random_uuid(), batch_id, unit_id, pilot_id, kind, $1, 'draft', due_on, opened_at, scope
       from filings where kind = 'major-matter' limit 1`,
    [seen.at(-1)],
  )
  await expect(again).rejects.toThrow('not given again')
})

it('is refused by the database too, for what was filed or is owed', async () => {
  await expect(world.sql(`delete from filings where version_no > 0`)).rejects.toThrow('stays')
  await expect(world.sql(`delete from filings where kind = 'plan'`)).rejects.toThrow('stays')
  await expect(world.sql(`delete from filing_makers`)).rejects.toThrow('append-only')
})
