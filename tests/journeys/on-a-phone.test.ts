import { afterAll, beforeAll, describe, it } from 'vitest'
import type { Park } from '../../database/demo/programme.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import { payFor } from '../support/paid.ts'
import { openReturn } from '../support/returns.ts'
import { serviceAt } from '../support/services.ts'

let story: Story
let park: Park
let serviceId = ''
let filingId = ''

beforeAll(async () => {
  story = await startStory('on-a-phone', { at: '2026-05-20T10:00:00+08:00' })
  const { world } = story
  park = (await fundedPilot(world)).park
  serviceId = await serviceAt(world, park, 'confirmed', { complete: true })
  await payFor(world, park, serviceId)
  await serviceAt(world, park, 'delivered', { complete: true, kind: 'talent', enterprise: 1 })
  await story.setClock('2026-07-02T10:00:00+08:00')
  filingId = await openReturn(world, park, '2026Q2')
})
afterAll(() => story?.close())

/** Every page fits the width, passes axe and goes without an error. */
async function visit(seat: Person, pages: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, path] of Object.entries(pages)) {
    await seat.navigate(path)
    await seat.step(name)
  }
}

describe('every page fits a phone', () => {
  it('of the park', async () => {
    const manager = await story.person(`${park.name}·负责人`, { phone: true })
    const pilot = `/pilots/${park.pilotId}`
    await visit(manager, {
      待办: '/',
      试点园区: '/pilots',
      概况: pilot,
      方案: `${pilot}/plan`,
      会审: `${pilot}/plan/review`,
      分期拨付: `${pilot}/money`,
      资金用途: `${pilot}/money/lines`,
      专账: `${pilot}/money/ledger`,
      付款: `${pilot}/payments`,
      试点企业: `${pilot}/enterprises`,
    })
  })

  it('of its services and returns', async () => {
    const officer = await story.person(`${park.name}·服务专员`, { phone: true })
    const pilot = `/pilots/${park.pilotId}`
    await visit(officer, {
      服务清单: `${pilot}/services`,
      登记需求: `${pilot}/services/new`,
      服务: `/services/${serviceId}`,
      发票与付款: `/services/${serviceId}/payments`,
      活动: `${pilot}/activities`,
      登记活动: `${pilot}/activities/new`,
      疑点: '/findings',
      季报: `${pilot}/returns`,
      完成情况表: `/returns/${filingId}`,
    })
  })

  it('of a park whose plan is being written, and of the province', async () => {
    const manager = await story.person('嘉善大云精密园·负责人', { phone: true })
    await manager.follow(/编制并报送.*服务计划与资金使用方案/)
    await manager.press('添加一行')
    await manager.choose('第 1 行 类别', '体系认证')
    await manager.step('编制方案')
    const province = await story.person('省经信厅·处室', { phone: true })
    await visit(province, { 全省概览: '/province' })
    await province.press('更多')
    await province.step('菜单')
  })
})
