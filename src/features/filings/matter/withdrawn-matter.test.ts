import { afterAll, beforeAll, expect, it } from 'vitest'
import { approvedPilot, type Park } from '../../../../database/demo/programme.ts'
import { reported, submit } from '../../../../tests/support/matters.ts'
import { managerOf } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as acts from '../course/act-contract.ts'
import * as course from '../course/contract.ts'
import * as matters from './contract.ts'

let world: World
let park: Park
let filingId: string
beforeAll(async () => {
  world = await startWorld()
  park = (await approvedPilot(world)).park
  world.setClock('2026-06-01T09:00:00+08:00')
  filingId = await reported(world, park, 'safety-accident')
})
afterAll(() => world.stop())

/** Where the report stands on the page of the matter, in the lists of matters and filings, and at the head of the filing. */
async function stands() {
  const client = await world.as(managerOf(park))
  const params = { filingId }
  const search = { batchId: park.batchId, kind: 'major-matter' as const }
  const pilot = { params: { pilotId: park.pilotId } }
  const { clock, reportedAt } = await client.done(matters.showMatter, { params })
  const [listed] = (await client.done(matters.listPilotMatters, pilot)).matters
  const [filing] = (await client.done(course.listFilings, { search })).filings
  const { standing } = await client.done(course.showFiling, { params })
  expect(listed?.clock).toEqual(clock)
  expect(filing?.standing).toEqual(standing)
  expect(reportedAt === null).toBe(filing?.filedOn === null)
  return [clock.reported, standing.state]
}

it('a report that was taken back was not made: every clock runs again, until it is made (G5.5)', async () => {
  expect(await stands()).toEqual(['running', 'due'])
  await submit(world, park, filingId)
  expect(await stands()).toEqual(['on-time', 'on-time'])
  await (await world.as(managerOf(park))).done(acts.withdrawFiling, {
    params: { filingId },
    body: { reason: '附件放错' },
  })
  expect(await stands()).toEqual(['running', 'due'])
  world.setClock('2026-06-04T09:00:00+08:00')
  expect(await stands()).toEqual(['overdue', 'overdue'])
  await submit(world, park, filingId)
  expect(await stands()).toEqual(['late', 'late'])
})
