import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '../../database/demo/programme.ts'
import { samplePlan } from '../../database/demo/sample-plan.ts'
import { listServices } from '../../src/features/delivery/services/contract.ts'
import { planSections } from '../../src/policy/plan/plan.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import { payFor } from '../support/paid.ts'
import { openReturn } from '../support/returns.ts'
import { serviceAt } from '../support/services.ts'
import { testPassword } from '../support/template.ts'

let story: Story
let park: Park
let province: Person

beforeAll(async () => {
  story = await startStory('province-drill', { at: '2026-05-20T10:00:00+08:00' })
  const { world } = story
  park = (await fundedPilot(world)).park
  await payFor(world, park, await serviceAt(world, park, 'confirmed', { complete: true }))
  await serviceAt(world, park, 'delivered', { complete: true, kind: 'talent', enterprise: 1 })
  await serviceAt(world, park, 'contracted', { kind: 'financing', enterprise: 2 })
})
afterAll(() => story?.close())

/** Names and texts that people gave, the longest first. */
const given = [
  ...textsIn(samplePlan('嘉善归谷智造园')),
  ...['嘉善归谷智造园', '嘉善大云精密园', '海宁皮革时尚园', '嘉善县', '海宁市', '2026年批次', '中文'],
  ...['客户要求取得体系认证', '价格较低,案例更多', '企业会议室', '现场诊断与辅导', '体系认证证书', '陈确认'],
  ...['同意拨付', '支付专业服务费', '切换为中文', '支-'],
].sort((a, b) => b.length - a.length)

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

function withoutGiven(text: string): string {
  const plain = text
    .replaceAll('，', ',')
    .replace(/\S+(·|的)(负责人|服务专员|资金专员|经办|处室)/g, '')
    .replace(/\S+\.(pdf|jpg)/g, '')
  return given.reduce(
    (left, one) => (/[\u4e00-\u9fff]/.test(one) ? left.replaceAll(one.replaceAll('，', ','), '') : left),
    plain,
  )
}

/** What the reader reads of the interface in Chinese: every text and label without the names and texts people gave. */
async function chineseLeft(seat: Person): Promise<string[]> {
  const texts = await seat.page.locator('body').evaluate((body) => {
    type Node = { nodeType: number; nodeValue: string | null }
    type Element = { childNodes: Iterable<Node>; getAttribute(name: string): string | null }
    const all = [...(body.querySelectorAll('*:not(noscript)') as unknown as Iterable<Element>)]
    const written = all.flatMap((one) =>
      [...one.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : null)),
    )
    const labels = all.flatMap((one) =>
      ['aria-label', 'title', 'placeholder', 'alt'].map((key) => one.getAttribute(key)),
    )
    return [...written, ...labels].filter((text) => text !== null)
  })
  return [...new Set(texts)].filter((text) => /[\u4e00-\u9fff]/.test(withoutGiven(text)))
}

describe('with the keyboard alone', () => {
  it('signs in, opens the inbox and the first task', async () => {
    const manager = await story.guest()
    const { page } = manager
    await manager.go('/')
    await page.getByLabel('账号').waitFor()
    await page.keyboard.type('嘉善大云精密园·负责人')
    await page.keyboard.press('Tab')
    await page.keyboard.type('不是这个密码')
    await page.keyboard.press('Enter')
    await manager.sees('账号或密码不正确')
    await manager.step('密码错误')
    await page.keyboard.press('Control+A')
    await page.keyboard.type(testPassword)
    await page.keyboard.press('Enter')
    await manager.sees('等我办理 1')
    const task = page.getByRole('link', { name: /编制并报送.*服务计划与资金使用方案/ })
    const reached = () => task.evaluate((link) => link.matches(':focus'))
    for (let presses = 0; !(await reached()); presses++) {
      if (presses > 30) throw new Error('the task is not reached by Tab')
      await page.keyboard.press('Tab')
    }
    await manager.step('待办')
    await page.keyboard.press('Enter')
    await manager.sees('服务计划与资金使用方案')
  })
})

describe('the province', () => {
  it('goes from the whole province to the photo of one visit', async () => {
    province = await story.person('省经信厅·处室')
    await province.follow('全省概览')
    await province.sees('嘉善县', '¥1,500,000.00', '占激励资金 10%')
    await province.step('全省概览')
    await province.follow('嘉善县')
    await province.sees('嘉善归谷智造园', '嘉善大云精密园')
    await province.lacks('海宁皮革时尚园')
    await province.step('县')
    await province.follow('嘉善归谷智造园')
    await province.sees('2026年批次')
    await province.step('园区')
    const tabs = province.page.getByRole('navigation', { name: '嘉善归谷智造园' })
    await tabs.getByRole('link', { name: '服务' }).click()
    await province.sees('共 3 条')
    await province.step('服务清单')
    await province.choose('状态', '待确认')
    await province.sees('共 1 条', 'FW2026-000002')
    await province.page.reload()
    await province.sees('共 1 条', 'FW2026-000002')
    await province.follow(/FW2026-000002/)
    await province.sees('服务进程', '现场诊断与辅导')
    await province.step('服务')
    const photo = province.page.getByRole('link', { name: /查看照片/ }).first()
    const [opened] = await Promise.all([province.page.waitForEvent('popup'), photo.click()])
    await opened.waitForLoadState()
    const picture = await opened.request.get(opened.url())
    expect(picture.headers()['content-type']).toBe('image/jpeg')
    await opened.close()
    await province.page.goBack()
    await province.sees('共 1 条', 'FW2026-000002')
    await province.page.goBack()
    await province.page.goBack()
    await province.sees('嘉善大云精密园')
    await province.lacks('海宁皮革时尚园')
    await province.page.goBack()
    await province.sees('海宁市')
  })

  it('reads every main page in English, with Chinese only where people wrote it', async () => {
    await province.page.getByRole('button', { name: /English/ }).click()
    await province.sees('The province')
    const pilot = `/pilots/${park.pilotId}`
    const { serviceId, filingId } = await ids()
    const left: Record<string, string[]> = {}
    for (const path of [
      '/',
      '/?list=waiting',
      '/province',
      '/pilots',
      pilot,
      ...planSections.map((section) => `${pilot}/plan?section=${section}`),
      `${pilot}/plan/review`,
      `${pilot}/money`,
      `${pilot}/money/lines`,
      `${pilot}/money/ledger`,
      `${pilot}/payments`,
      `${pilot}/enterprises`,
      `${pilot}/services`,
      `${pilot}/activities`,
      `${pilot}/returns`,
      '/services',
      `/services/${serviceId}`,
      `/services/${serviceId}/payments`,
      `/returns/${filingId}`,
      '/findings',
      '/no-such-page',
    ]) {
      await province.go(path)
      const found = await chineseLeft(province)
      if (found.length > 0) left[path] = found
    }
    expect(left).toEqual({})
    await province.go('/province')
    await province.step('English')
    await province.press('中文')
    await province.sees('全省概览')
  })
})

async function ids() {
  await story.setClock('2026-07-02T10:00:00+08:00')
  const officer = await story.world.as(`${park.name}·服务专员`)
  const filingId = await openReturn(story.world, park, '2026Q2')
  const { services } = await officer.done(listServices, { search: { sort: 'no' } })
  await story.setClock('2026-05-20T10:00:00+08:00')
  return { filingId, serviceId: services[0]?.serviceId ?? '' }
}
