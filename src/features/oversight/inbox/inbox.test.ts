import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  approve,
  type County,
  demoCounty,
  draftPlan,
  openAccount,
  submitPlan,
} from '../../../../database/demo/programme.ts'
import { administratorNames } from '../../../../tests/support/template.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as units from '../../programme/units/contract.ts'
import * as contract from './contract.ts'

let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
})
afterAll(() => world.stop())

/** What a county files for itself; these tests follow the parks. */
const ofCounty = /联络员名单|资金拨付方案|半年总结/

async function inboxOf(name: string) {
  const { mine, team, waiting } = await (await world.as(name)).done(contract.showInbox)
  const ids = (list: typeof mine) =>
    list.tasks.filter(({ about }) => !ofCounty.test(about.zh)).map((task) => `${task.task} ${task.parkName}`)
  return { mine: ids(mine), team: ids(team), waiting: ids(waiting), tasks: mine.tasks }
}

it('follows a plan from the park to both bureaus and on to the money', async () => {
  const manager = await inboxOf('嘉善归谷智造园·负责人')
  expect(manager.mine).toEqual(['filing.write 嘉善归谷智造园'])
  expect(manager.tasks[0]).toMatchObject({ dueOn: '2026-04-25', href: `/pilots/${county.first.pilotId}/plan` })
  expect((await inboxOf('嘉善归谷智造园·服务专员')).team).toEqual(['filing.write 嘉善归谷智造园'])

  await draftPlan(world, county.first)
  await submitPlan(world, county.first)
  expect((await inboxOf('嘉善县经信局·经办')).mine).toEqual(['filing.review-county-economy 嘉善归谷智造园'])
  expect((await inboxOf('嘉善县经信局·负责人')).team).toEqual(['filing.review-county-economy 嘉善归谷智造园'])
  expect((await inboxOf('嘉善归谷智造园·负责人')).waiting).toHaveLength(2)

  await approve(world, county.first, '嘉善县经信局·经办')
  expect((await inboxOf('嘉善县经信局·经办')).mine).toEqual([])
  expect((await inboxOf('嘉善县经信局·经办')).waiting).toContain('filing.review-county-finance 嘉善归谷智造园')
  await approve(world, county.first, '嘉善县财政局·经办')
  expect((await inboxOf('嘉善县经信局·经办')).mine).toEqual(['tranche.recommend 嘉善归谷智造园'])
  expect((await inboxOf('嘉善归谷智造园·服务专员')).mine).toEqual(['enterprise.diagnose 嘉善归谷智造园'])
})

it('reminds the park of a quarter whose return nobody has opened, with its day (G3.5)', async () => {
  world.setClock('2026-07-02')
  const { tasks } = await inboxOf('嘉善归谷智造园·负责人')
  expect(tasks).toMatchObject([
    {
      task: 'filing.open',
      dueOn: '2026-07-10',
      workingDaysLeft: 6,
      about: { zh: '2026年二季度绩效目标完成情况表' },
    },
  ])
})

it('says nothing of plans, money and returns to who may not see them', async () => {
  const admin = await world.administrator()
  const search = { kind: 'enterprise', parentId: county.first.parkId } as const
  const { units: enterprises } = await admin.done(units.listUnits, { search })
  await openAccount(world, enterprises[0]?.unitId ?? '', 'enterprise-contact', '企业·联系人')
  const empty = { mine: [], team: [], waiting: [], tasks: [] }
  expect(await inboxOf('企业·联系人')).toEqual(empty)
  for (const name of Object.values(administratorNames)) expect(await inboxOf(name)).toEqual(empty)
})

it('shows a county nothing of another county', async () => {
  const { mine, team, waiting } = await inboxOf('海宁市经信局·经办')
  for (const one of [...mine, ...team, ...waiting]) expect(one).toContain('海宁皮革时尚园')
})
