import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planOf } from '../../database/demo/course.ts'
import type { Park } from '../../database/demo/programme.ts'
import { showFiling } from '../../src/features/filings/course/contract.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import { settled } from '../support/hands.ts'
import { serviceAt } from '../support/services.ts'

let story: Story
let park: Park
let second: Park
beforeAll(async () => {
  story = await startStory('pasted-as-it-is', { at: '2026-05-12T10:00:00+08:00' })
  ;({ park, second } = await fundedPilot(story.world))
})
afterAll(() => story?.close())

/** Eleven characters a time; with the end that a field with a length would drop. */
const longText = (most: number) => `${'按月核对专账并逐笔留痕，'.repeat(Math.ceil(most / 12) + 1)}最后一句`

async function saved(section: string) {
  const client = await story.world.as(`${second.name}·负责人`)
  const filingId = await planOf(client, second.pilotId)
  const { sections } = await client.done(showFiling, { params: { filingId } })
  return sections.find((one) => one.section === section)
}

async function standsWhole(area: Person['dialog'], label: string, text: string, most: number) {
  expect(await area.area.getByLabel(label).first().inputValue()).toBe(text)
  expect(await area.told(label)).toContain(`最多 ${most} 字，现有 ${text.length} 字`)
}

describe('a text that is longer than its field takes', () => {
  it('stays whole in a draft, on the server too, and comes back with its error', async () => {
    const text = longText(2000)
    const manager = await story.person(`${second.name}·负责人`, {
      path: `/pilots/${second.pilotId}/plan?section=controls`,
    })
    await manager.paste('制度要点', text)
    await standsWhole(manager, '制度要点', text, 2000)
    await manager.sees(/^\s*已保存/)
    expect((await saved('controls'))?.typed).toEqual({
      summary: { text, problem: 'tooLong', from: String(text.length), to: '2000' },
    })
    await manager.page.reload()
    await settled(manager.page)
    await standsWhole(manager, '制度要点', text, 2000)
    await manager.step('超长')
    await manager.fill('制度要点', text.slice(0, 2000))
    await manager.sees(/^\s*已保存/)
    await expect.poll(async () => (await saved('controls'))?.typed).toEqual({})
    expect((await saved('controls'))?.content).toMatchObject({ summary: text.slice(0, 2000) })
  })

  it('stays whole in a form that is sent once, through a reload, and is not sent', async () => {
    const text = longText(2000)
    const path = `/services/${await serviceAt(story.world, park, 'contracted')}?act=visit`
    const officer = await story.person(`${park.name}·服务专员`, { path })
    await settled(officer.page)
    await officer.dialog.paste('服务内容', text)
    await standsWhole(officer.dialog, '服务内容', text, 2000)
    await officer.page.reload()
    await settled(officer.page)
    await standsWhole(officer.dialog, '服务内容', text, 2000)
    const sent: string[] = []
    officer.page.on('request', (request) => {
      if (request.method() !== 'GET' && !request.headers()['x-unread']) sent.push(request.url())
    })
    await officer.dialog.area.locator('.ant-btn-primary').last().click()
    await officer.sees('尚有内容无法识别或文件未传完')
    expect(sent).toEqual([])
    await officer.step('超长')
  })
})

it('a block copied from a sheet is understood as an import understands it; what reads in two ways stays', async () => {
  const manager = await story.person(`${second.name}·负责人`, {
    path: `/pilots/${second.pilotId}/plan?section=targets`,
  })
  await settled(manager.page)
  await manager.press('添加一行')
  const rows = manager.page.locator('[data-field="rows"], [data-field="targets.rows"]').locator('tbody tr')
  const last = await rows.count()
  await expect
    .poll(() => manager.page.evaluate(() => (globalThis as unknown as Focused).document.activeElement?.ariaLabel))
    .toBe(`第 ${last} 行 绩效指标`)
  await manager.paste(`第 ${last} 行 绩效指标`, ['p2', '％', '(3.2%)', '95%', '12,5', ''].join('\t'))
  await manager.sees(/^\s*已保存/)
  const content = (await saved('targets'))?.content as { rows: Record<string, unknown>[] }
  expect(content.rows.at(-1)).toMatchObject({ indicator: 'P2', unit: '％', baseline: -3.2, target: 95, weight: null })
  await manager.page.reload()
  await settled(manager.page)
  expect(await manager.page.getByLabel(`第 ${last} 行 权重`).inputValue()).toBe('12,5')
  expect(await manager.told(`第 ${last} 行 权重`)).toContain('两种读法')
  await manager.step('粘贴')
})

describe('a sign-in sheet pasted into the grid', () => {
  const firms = [
    ['91330421MA2000101E', '嘉善样例一号有限公司', '2'],
    ['91330421MA2000102C', '嘉善样例二号有限公司', '3'],
  ]
  it('takes its rows, says what it left out, and brings a removed row back', async () => {
    const officer = await story.person(`${park.name}·服务专员`, { path: `/pilots/${park.pilotId}/activities/new` })
    await settled(officer.page)
    await officer.press('添加一行')
    const sheet = [
      ['序号', '统一社会信用代码', '企业名称', '人数'],
      ...firms.map((cells, at) => [`${at + 1}`, ...cells]),
    ]
    const text = [...sheet, ['合计', '', '', '5'], ['备注：含线上', '', '', '']]
      .map((cells) => cells.join('\t'))
      .join('\r\n')
    await officer.paste('第 1 行 统一社会信用代码', text)
    await officer.sees('已粘贴 2 行；不是数据行，未取用：序号、合计、备注：含线上')
    const names = () =>
      officer.page
        .getByLabel(/^第 \d+ 行 企业名称$/)
        .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value))
    expect(await names()).toEqual(['嘉善样例一号有限公司', '嘉善样例二号有限公司'])
    await officer.press('删除第 1 行')
    expect(await names()).toEqual(['嘉善样例二号有限公司'])
    await officer.sees('已删除第 1 行')
    await officer.step('已删除')
    await officer.press('撤销')
    expect(await names()).toEqual(['嘉善样例一号有限公司', '嘉善样例二号有限公司'])
  })

  it('is taken back paste by paste until the next edit, by a button or by the keys, with what was no value in it', async () => {
    const officer = await story.person(`${park.name}·服务专员`, { path: `/pilots/${park.pilotId}/activities/new` })
    await settled(officer.page)
    const cells = (name: string) =>
      officer.page
        .getByLabel(new RegExp(`^第 \\d+ 行 ${name}$`))
        .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value))
    await officer.fill('第 2 行 人数', '约三人')
    const other = [
      ['Enterprise', 'People'],
      ['嘉善样例三号有限公司', '7'],
      ['嘉善样例四号有限公司', '8'],
      ['嘉善样例五号有限公司', '9'],
    ]
    const text = other.map((row) => row.join('\t')).join('\r\n')
    for (const back of ['button', 'keys']) {
      await officer.paste('第 1 行 企业名称', text)
      await officer.sees('已粘贴 3 行')
      expect(await cells('人数')).toEqual(['7', '8', '9'])
      await officer.paste('第 3 行 企业名称', '嘉善样例六号有限公司\t6')
      expect(await cells('人数')).toEqual(['7', '8', '6'])
      for (const heads of [
        ['7', '8', '9'],
        ['2', '约三人'],
      ]) {
        if (back === 'button') await officer.press('撤销粘贴')
        else await officer.page.getByLabel('第 1 行 企业名称').press('Control+z')
        await expect.poll(() => cells('人数')).toEqual(heads)
      }
      await expect.poll(() => cells('企业名称')).toEqual(['嘉善样例一号有限公司', '嘉善样例二号有限公司'])
      expect(await officer.told('第 2 行 人数')).toContain('请输入数字')
    }
    await officer.paste('第 1 行 企业名称', text)
    await officer.sees('撤销粘贴')
    await officer.step('可撤销粘贴')
    await officer.fill('第 3 行 人数', '10')
    await officer.lacks('撤销粘贴')
    await officer.press('删除第 3 行')
  })

  it('is read by its titles; rows removed one after the other come back one after the other', async () => {
    const officer = await story.person(`${park.name}·服务专员`, { path: `/pilots/${park.pilotId}/activities/new` })
    await settled(officer.page)
    const header = ['人数', '备用', '企业名称', '统一社会信用代码']
    const text = [header, ...firms.map(([code, name, heads]) => [heads, '甲', name, code])]
    await officer.paste('第 1 行 统一社会信用代码', text.map((cells) => cells.join('\t')).join('\r\n'))
    await officer.sees('已粘贴 2 行；本表没有或不可填写的列，未取用：备用；不是数据行，未取用：人数')
    await officer.step('按表头粘贴')
    const cells = (name: string) =>
      officer.page
        .getByLabel(new RegExp(`^第 \\d+ 行 ${name}$`))
        .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value))
    expect(await cells('人数')).toEqual(['2', '3'])
    await officer.press('删除第 1 行')
    await officer.press('删除第 1 行')
    expect(await cells('企业名称')).toEqual([])
    await officer.press('撤销')
    expect(await cells('企业名称')).toEqual(['嘉善样例二号有限公司'])
    await officer.press('撤销')
    expect(await cells('企业名称')).toEqual(['嘉善样例一号有限公司', '嘉善样例二号有限公司'])
    expect(await cells('统一社会信用代码')).toEqual(firms.map(([code]) => code))
  })

  it.each(['990199199912310078', '990199199912310079', '990199991231007', '13900000000'])(
    'keeps %s nowhere: it names a person',
    async (number) => {
      const officer = await story.person(`${park.name}·服务专员`, { path: `/pilots/${park.pilotId}/activities/new` })
      await settled(officer.page)
      await officer.fill('第 1 行 统一社会信用代码', number)
      await officer.page.getByLabel('第 1 行 企业名称').focus()
      expect(await officer.told('第 1 行 统一社会信用代码')).toContain('不予保存')
      expect(
        await officer.page.evaluate(() => JSON.stringify({ ...(globalThis as unknown as Stored).localStorage })),
      ).not.toContain(number)
      expect(await officer.page.getByLabel('第 1 行 统一社会信用代码').inputValue()).toBe('')
    },
  )
})

type Stored = { localStorage: Record<string, string> }
type Focused = { document: { activeElement: { ariaLabel: string | null } | null } }
