import { afterAll, beforeAll, expect, it } from 'vitest'
import { makePhoto } from '../../../../database/demo/photos.ts'
import { approvedPilot, type County } from '../../../../database/demo/programme.ts'
import { sampleUscc } from '../../../../database/demo/sample-plan.ts'
import { changed, planOf, withTarget } from '../../../../tests/support/matters.ts'
import { officerOf } from '../../../../tests/support/services.ts'
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

const show = async (name: string, search: { countyId?: string } = {}) =>
  (await world.as(name)).call(contract.showProvince, { search })

it('shows the province every pilot by county, with money and returns', async () => {
  const { body } = await show('省经信厅·处室')
  expect(body.totals).toMatchObject({ pilots: 3, counties: 2, awardFen: 1_500_000_000, disbursedFen: 0, spentFen: 0 })
  const jiashan = body.counties.find((one) => one.countyName === '嘉善县')
  expect(jiashan).toMatchObject({ pilots: 2 })
  expect(body.parks).toEqual([])
  const { body: opened } = await show('省经信厅·处室', { countyId: jiashan?.countyId ?? '' })
  expect(opened.parks.map((park) => [park.parkName, park.planState])).toEqual(
    expect.arrayContaining([
      [county.first.name, 'approved'],
      [county.second.name, 'draft'],
    ]),
  )
  expect(jiashan?.servicesPlanned).toBe(250)
})

it('plans what the newest baseline plans, and counts doubts about activities too (G3.4, G5.5)', async () => {
  const { pilotId } = county.first
  const officer = await world.as(officerOf(county.first))
  const held: string[] = []
  for (const title of ['上午场', '下午场']) {
    const content = await makePhoto({
      seed: 77,
      capturedAt: world.now,
      latitude: 30.8,
      longitude: 120.9,
      caption: '活动',
    })
    const papers = [{ proof: 'photo' as const, fileId: await officer.upload('活动.jpg', content) }]
    const attendees = [{ uscc: sampleUscc(80_001), name: '园区企业', people: 1 }]
    const body = { kind: 'training' as const, title, heldOn: '2026-04-01', place: '报告厅', attendees, papers }
    const { activityId } = await officer.done(activities.recordActivity, { params: { pilotId }, body })
    held.push(activityId)
  }
  const { content } = await planOf(world, county.first)
  await changed(world, county.first, 'target-change', withTarget(content, 'P3', 130))
  const jiashan = (await show('省经信厅·处室')).body.counties.find((one) => one.countyName === '嘉善县')
  expect(jiashan).toMatchObject({ findings: 1, servicesPlanned: 250 })
  // It goes with the first of the two that is withdrawn, and only once.
  for (const activityId of held) {
    await officer.done(activities.withdrawActivity, { params: { activityId }, body: { reason: '重复登记了一场' } })
    expect((await show('省经信厅·处室')).body.totals.findings).toBe(0)
  }
})

it('counts a return as late once its day has gone by without it (G3.5)', async () => {
  expect((await show('省财政厅·处室')).body.totals.returnsLate).toBe(0)
  world.setClock('2026-08-01')
  const { body } = await show('省财政厅·处室')
  // The other two parks have no approved plan to make a table from.
  expect(body.totals).toMatchObject({ returnsLate: 1, returnsOpen: 1, returnsAccepted: 0 })
})

it('is the province’s page alone', async () => {
  for (const name of ['嘉善县经信局·经办', '嘉善归谷智造园·负责人']) expect((await show(name)).status).toBe(403)
})

it('adds up to the parks of each county, on time, late and not begun', async () => {
  const { body } = await show('省经信厅·处室')
  for (const { countyId, pilots, countyName: _name, scope: _scope, ...figures } of body.counties) {
    const { parks, counties } = (await show('省经信厅·处室', { countyId })).body
    expect(counties).toEqual(body.counties)
    expect(parks).toHaveLength(pilots)
    for (const [key, sum] of Object.entries(figures))
      expect(parks.reduce((all, park) => all + Number(Reflect.get(park, key)), 0)).toBe(sum)
  }
})
