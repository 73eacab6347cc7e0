import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '../../database/demo/programme.ts'
import * as returns from '../../src/features/filings/return/contract.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import { payFor } from '../support/paid.ts'
import { serviceAt } from '../support/services.ts'

let story: Story
let park: Park
let manager: Person
let filingId = ''
const behind = '本期为 0，服务集中在下半年，已与机构排定计划'

beforeAll(async () => {
  story = await startStory('quarterly-table', { at: '2026-04-20T09:00:00+08:00' })
  const { world } = story
  park = (await fundedPilot(world)).park
  world.setClock('2026-05-20')
  await payFor(world, park, await serviceAt(world, park, 'confirmed', { complete: true }))
  world.setClock('2026-06-10')
  const second = { complete: true, enterprise: 1, kind: 'standardisation' } as const
  await payFor(world, park, await serviceAt(world, park, 'confirmed', second))
  await serviceAt(world, park, 'delivered', { enterprise: 2, complete: true, kind: 'talent' })
})
afterAll(() => story?.close())

/** The rows as the server has them. */
async function rows(): Promise<returns.ReturnRow[]> {
  const client = await story.world.as(`${park.name}·负责人`)
  return (await client.done(returns.showTable, { params: { filingId } })).rows
}

const rowOf = (seat: Person, text: string) => seat.page.getByRole('row').filter({ hasText: text })

describe('the quarterly table', () => {
  it('is opened from the inbox, with figures that open their records', async () => {
    await story.setClock('2026-07-03T10:00:00+08:00')
    manager = await story.person(`${park.name}·负责人`)
    await manager.step('待办')
    await manager.follow(/说明并报送.*绩效目标完成情况表/)
    await manager.sees('2026-07-10')
    await manager.step('季报清单')
    await manager.press('生成季报')
    await manager.sees('2026年二季度绩效目标完成情况表')
    filingId = manager.page.url().split('/returns/')[1]?.slice(0, 36) ?? ''
    await manager.step('填报中')
    await rowOf(manager, 'P3 ·')
      .getByRole('link', { name: /个性化服务完成项数总累计：查看依据 2$/ })
      .click()
    await manager.dialog.sees('FW2026-000001', 'FW2026-000002')
    await manager.step('依据记录')
    await manager.dialog.area
      .getByRole('link', { name: /FW2026-000001/ })
      .first()
      .click()
    await manager.sees('服务进程', /起计入绩效/)
    await manager.page.goBack()
    await manager.dialog.sees('FW2026-000001', 'FW2026-000002')
    await manager.press('关闭')
  })

  it('asks for a reason of every figure behind time, and is submitted', async () => {
    await manager.sees(/项须补正/)
    const fields = manager.page.getByLabel(/：偏差原因及措施$/)
    for (const field of await fields.all()) {
      if ((await field.getAttribute('aria-required')) === 'true') await field.fill(behind)
    }
    await manager.sees('检查通过，可以提交', /^\s*已保存/)
    await manager.step('已说明')
    await manager.press('报送')
    await manager.step('报送前')
    await manager.submit('报送')
    await manager.sees('已冻结：不再随记录变化。', '校验值')
    expect(await fields.count()).toBe(0)
    await manager.step('已报送')
  })

  it('the county may only reduce, with a reason, and accepts', async () => {
    await story.setClock('2026-07-06T10:00:00+08:00')
    const county = await story.person('嘉善县经信局·经办')
    await county.follow(/核定.*绩效目标完成情况表/)
    const accepted = '个性化服务完成项数：核定值'
    await county.fill(accepted, '3')
    await county.sees('只能低于表列数值 2')
    await county.fill(accepted, '1')
    await county.sees('1 项核减须补正')
    await county.step('缺少理由')
    await county.fill('个性化服务完成项数：核减原因', '一项服务的现场照片与服务日期不符')
    await county.sees('核减 1 项')
    await county.press('核定')
    await county.dialog.sees('一项服务的现场照片与服务日期不符')
    await county.step('核定前')
    await county.submit('核定')
    await county.sees('已核定')
    await county.step('已核定')
    const p3 = (await rows()).find((row) => row.indicator === 'P3')
    expect(p3).toMatchObject({ total: 1, accepted: 1, parts: { total: { value: 2 } } })
  })

  it('stays as it is when records come later; finance reads it and can do nothing to it', async () => {
    const before = (await rows()).map(({ indicator, total }) => [indicator, total])
    await story.setClock('2026-07-08T10:00:00+08:00')
    const { world } = story
    await payFor(world, park, await serviceAt(world, park, 'confirmed', { complete: true, enterprise: 3 }))
    expect((await rows()).map(({ indicator, total }) => [indicator, total])).toEqual(before)
    const finance = await story.person('嘉善县财政局·经办')
    await finance.go(`/returns/${filingId}`)
    await finance.sees('已冻结：不再随记录变化。', '一项服务的现场照片与服务日期不符')
    await finance.lacks('核定前', '生成季报')
    await finance.step('财政查看')
  })

  it('leaves as a workbook in the official form', async () => {
    manager = await story.person(`${park.name}·负责人`)
    await manager.go(`/returns/${filingId}`)
    await manager.press('正式文本')
    const { name, content } = await manager.download('下载 Excel')
    expect(name).toMatch(/绩效目标完成情况表.*\.xlsx$/)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(content as unknown as ExcelJS.Buffer)
    const sheet = workbook.worksheets[0]
    if (!sheet) throw new Error('no sheet')
    const lines = Array.from({ length: sheet.rowCount }, (_, i) =>
      (sheet.getRow(i + 1).values as unknown[]).slice(1).map((value) => String(value ?? '')),
    )
    expect(sheet.getCell('A1').text).toBe('园区精准服务中小微企业财政专项激励试点')
    expect(sheet.getCell('A2').text).toBe('绩效目标完成情况表')
    const text = lines.map((line) => line.join('|')).join('\n')
    expect(text).toContain('2026年二季度')
    expect(text).toContain(park.name)
    expect(text).toMatch(/填报人（签字）/)
    const p3 = (await rows()).find((row) => row.indicator === 'P3')
    const line = lines.find((one) => one.includes(p3?.name.zh ?? '-'))
    expect(line).toEqual(
      expect.arrayContaining(['1', '按记录为 2；2026年二季度核减 1：一项服务的现场照片与服务日期不符']),
    )
    await manager.step('园区查看核定结果')
    const phone = await story.person(`${park.name}·负责人`, { phone: true })
    await phone.go(`/returns/${filingId}`)
    await phone.step('季报')
  })
})
