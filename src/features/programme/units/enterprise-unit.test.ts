import { afterAll, beforeAll, expect, it } from 'vitest'
import { approvedPilot, type County } from '../../../../database/demo/programme.ts'
import { sampleUscc } from '../../../../database/demo/sample-plan.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as activities from '../../delivery/activities/contract.ts'
import * as contract from './contract.ts'

let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
})
afterAll(() => world.stop())

const enterprisesOf = async (parentId: string) =>
  (await (await world.administrator()).done(contract.listUnits, { search: { kind: 'enterprise', parentId } })).units

it('registers one unit when an enterprise is seen for the first time twice in the same moment', async () => {
  const client = await world.as('嘉善归谷智造园·服务专员')
  const params = { pilotId: county.first.pilotId }
  for (let no = 0; no < 20; no++) {
    const uscc = sampleUscc(70_000 + no)
    const attendees = [{ uscc, name: `园区企业${no}`, people: 1 }]
    const body = { kind: 'training' as const, title: `培训${no}`, heldOn: '2026-03-20', place: '报告厅', attendees }
    const both = await Promise.all(
      ['上午', '下午'].map((place) => client.call(activities.recordActivity, { params, body: { ...body, place } })),
    )
    expect(both.map((answer) => answer.status)).toEqual([200, 200])
    expect((await enterprisesOf(county.first.parkId)).filter((unit) => unit.uscc === uscc)).toHaveLength(1)
  }
})

it('keeps names of parks and zones apart under one parent', async () => {
  const admin = await world.administrator()
  const body = { kind: 'park' as const, parentId: county.countyId, name: county.first.name }
  const answer = await admin.call(contract.registerUnit, { body })
  expect(answer.body.error).toMatchObject({ code: 'unit.name-taken', fields: [{ field: 'name' }] })
})
