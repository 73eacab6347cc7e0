import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoCounty, openAccount, parkPosts } from '../../database/demo/programme.ts'
import { samplePlan } from '../../database/demo/sample-plan.ts'
import * as standing from '../../src/features/oversight/standing/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { sentLists } from '../support/lists.ts'

let story: Story
let manager: Person
const name = '嘉善常态园'

beforeAll(async () => {
  story = await startStory('standing-without-pilot', { at: '2026-05-12T10:00:00+08:00' })
  const { world } = story
  const { countyId } = await demoCounty(world)
  const admin = await world.administrator()
  const { unitId } = await admin.done(units.registerUnit, { body: { kind: 'park', parentId: countyId, name } })
  for (const [post, title] of parkPosts) await openAccount(world, unitId, post, `${name}·${title}`)
}, 120_000)
afterAll(() => story?.close())

const pilotId = () => new URL(manager.page.url()).pathname.split('/')[2] ?? ''

it('a park without a pilot finds in its menu that it may serve, and begins (G6.1)', async () => {
  manager = await story.person(`${name}·负责人`)
  await manager.go('/enterprises')
  await manager.sees('本园区没有试点，也没有开展常态化服务')
  await manager.step('没有试点的园区')
  await manager.follow('开展常态化服务')
  await manager.sees('未开展', '没有试点')
  await manager.press('开展常态化服务')
  await manager.dialog.sees('园区没有试点也可以为企业诊断和服务', '不使用奖补资金')
  await manager.step('确认之前')
  await manager.submit('开展常态化服务')
  await manager.sees('常态化服务·2026年起', '还没有登记企业或机构产品')
  await manager.step('已开展')
})

it('enters its enterprises, and sees what it changes before it saves', async () => {
  const { enterprises, agencies } = samplePlan(name, { enterprises: 2 })
  const [first] = enterprises.rows
  await manager.follow('企业、机构与产品')
  await manager.press('修改')
  await manager.step('没有一行时修改')
  await manager.press('保存')
  await manager.sees('没有修改任何内容')
  await manager.press('返回')
  const officer = await story.world.as(`${name}·服务专员`)
  const params = { pilotId: pilotId() }
  const lists = { enterprises: { rows: enterprises.rows.slice(0, 1) }, agencies }
  const body = { basedOn: 1, ...sentLists(lists) }
  await officer.done(standing.changeLists, { params, body })
  await manager.go(`/pilots/${pilotId()}/lists`)
  await manager.sees('第 2 版', first?.name ?? '')
  await manager.step('企业、机构与产品')
  await manager.press('修改')
  await manager.page.locator('[data-field="enterprises.rows.0.staff"]').fill('77')
  await manager.page.keyboard.press('Tab')
  await manager.sees('本次修改', '77')
  await manager.step('修改中')
  await manager.press('保存')
  await manager.sees('第 3 版')
  await manager.step('已保存')
})

it('is led by the menu to where its work goes on', async () => {
  for (const page of ['enterprises', 'activities']) {
    const at = `/pilots/${pilotId()}/${page}`
    await manager.go(`/${page}`)
    await expect.poll(() => new URL(manager.page.url()).pathname).toBe(at)
  }
  await manager.step('活动')
})

it('says of every page about plan, award and filings that it is not there, and leads back', async () => {
  const id = pilotId()
  const pages = ['plan', 'money', 'money/lines', 'money/ledger', 'measures', 'practices', 'matters', 'returns']
  for (const page of [...pages, 'evaluations', 'baselines', 'close-out']) {
    await manager.go(`/pilots/${id}/${page}`)
    await manager.sees('因此没有这一页')
    await manager.lacks('保存', '提交', '提出结项')
  }
  await manager.step('没有这一页')
  await manager.follow('进入常态化服务')
  await manager.sees('常态化服务·2026年起')
  const phone = await story.person(`${name}·负责人`, { phone: true, path: `/pilots/${id}/plan` })
  await phone.sees('因此没有这一页')
  await phone.step('手机上没有这一页')
  await phone.go('/standing')
  await phone.sees(name)
  await phone.step('手机上的清单')
  await phone.go(`/pilots/${id}/lists?act=change`)
  await phone.sees('本次修改')
  await phone.step('手机上修改')
})
