import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePdf } from '../../database/demo/photos.ts'
import { approve, approvedPilot, demoCounty, draftPlan, type Park, submitPlan } from '../../database/demo/programme.ts'
import { samplePlan, sampleUscc } from '../../database/demo/sample-plan.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import { editionOf } from '../../src/policy/editions/edition.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { openPeople } from '../support/tranches.ts'

const awardFen = 300_000_000
const name = '嘉善中新产业园'
const uscc = sampleUscc(88)
let story: Story
let older: Park
let newer: Park
let province: Person
let economy: Person
let manager: Person
let batch = ''

beforeAll(async () => {
  story = await startStory('two-editions-side-by-side', { at: '2026-02-02T09:00:00+08:00' })
  older = (await demoCounty(story.world)).first
})
afterAll(() => story?.close())

const money = (of: Park) => `/pilots/${of.pilotId}/money`

/** The first tranche as the server has it. */
async function first(of: Park) {
  const client = await story.world.as('嘉善县经信局·经办')
  return (await client.done(funds.showFunds, { params: { pilotId: of.pilotId } })).tranches[0]
}

/** A county is found by typing: there are ninety of them. */
async function chooseCounty(county: string): Promise<void> {
  await province.dialog.fill('县（市、区）或功能区', county)
  await province.dialog.choose('县（市、区）或功能区', county)
}

describe('a batch of 2025 beside one of 2023', () => {
  it('is set up by the province, which reads its main rules first', async () => {
    province = await story.person('省经信厅·处室', { path: '/batches' })
    await province.sees('2026年批次', '浙江 2023 年版')
    await province.press('设立批次')
    await province.dialog.choose('规则', '浙江 2025 年版（第三批）')
    await province.dialog.sees('主要规定', /80%/, 'H2')
    await province.dialog.fill('批次名称', '2026年第三批')
    await province.step('设立批次')
    await province.submit('设立批次')
    await province.sees('本批次还没有试点园区', '浙江 2025 年版（第三批） · 2026-01-01 至 2027-12-31')
    batch = new URL(province.page.url()).pathname
    await province.go(`${batch}/rules`)
    await province.page.getByLabel(/^只看与浙江 2023 年版不同/).check()
    await province.sees(/半年/)
    await province.step('与2023年版不同的规则')
  })

  it('takes no park of an excluded division (H0) and offers its own tiers alone (H1)', async () => {
    await province.go(batch)
    await province.press('列入园区')
    await chooseCounty('鄞州区')
    await province.dialog.sees('该地区不在本批次范围内')
    await province.dialog.area.getByText('登记新园区').click()
    await province.dialog.fill('园区名称', '鄞州新园')
    await province.dialog.check('3,000,000.00 元')
    await province.dialog.press('列入园区')
    await province.dialog.sees('依据 H0')
    expect(await province.dialog.told('县（市、区）或功能区')).toContain('该地区不在本批次范围内')
    await province.step('不在范围')
    await chooseCounty('嘉善县')
    await province.dialog.lacks('该地区不在本批次范围内')
    await province.dialog.fill('园区名称', name)
    await province.dialog.fill('统一社会信用代码（运营主体，可空）', uscc)
    await province.dialog.sees('2,000,000.00 元', 'H1')
    await province.step('列入园区')
    await province.submit('列入园区')
    await province.sees(name, '嘉善县')
    await province.step('批次园区')
  })

  it('leaves the cap to the batch of 2023 (G4.2)', async () => {
    await province.go('/batches')
    await province.step('两个批次')
    await province.follow('2026年批次')
    await province.press('列入园区')
    await chooseCounty('嘉善县')
    await province.dialog.choose('园区', name)
    await province.dialog.fill('激励资金', '6000000')
    await province.dialog.press('列入园区')
    await province.dialog.sees('依据 G4.2')
    expect(await province.dialog.told('激励资金')).toContain('5,000,000.00')
    await province.step('超过上限')
    const client = await story.world.as('省经信厅·处室')
    const of = (await client.done(pilots.listPilots)).pilots.filter((one) => one.parkName === name)
    expect(of.map((one) => [one.edition, one.awardFen])).toEqual([['zj-2025', awardFen]])
    const [pilot] = of
    if (!pilot) throw new Error('not admitted')
    newer = { batchId: pilot.batchId, parkId: pilot.parkId, pilotId: pilot.pilotId, name, scope: pilot.scope, uscc }
  })
})

describe('money by the pilot’s own edition', () => {
  it('offers 80 % to the fen beside 30 % (H2, G4.2)', async () => {
    const { world } = story
    await openPeople(world, newer.parkId, name)
    await approvedPilot(world, older)
    await draftPlan(world, newer, samplePlan(name, { awardFen, edition: editionOf('zj-2025') }))
    await submitPlan(world, newer)
    await approve(world, newer, '嘉善县经信局·经办')
    await approve(world, newer, '嘉善县财政局·经办')
    await story.setClock('2026-02-25T09:00:00+08:00')
    economy = await story.person('嘉善县经信局·经办', { path: '/pilots' })
    await economy.sees('2026年批次', '2026年第三批')
    await economy.step('两个批次的园区')
    await economy.go(money(older))
    await economy.sees('第 1 期现在可拨付 1,500,000.00 元', '总额的 30%')
    await economy.step('2023年版资金')
    await economy.go(money(newer))
    await economy.sees('第 1 期现在可建议拨付 2,400,000.00 元', '总额的 80%', '须公示 5 个工作日')
    await economy.press('提出拨付建议')
    await economy.dialog.sees('本期金额按比例固定为 2,400,000.00 元，精确到分')
    await economy.submit('提出拨付建议')
    await economy.step('2025年版资金')
  })

  it('is announced before it goes out, over a Saturday at work, and received (H10)', async () => {
    await economy.press('发布公示')
    await economy.dialog.sees('公示至 2026-03-03，共 5 个工作日')
    await economy.submit('发布公示')
    let finance = await story.person('嘉善县财政局·经办', { path: money(newer) })
    await finance.sees('公示至 2026-03-03 止，还剩 5 个工作日（H10）')
    await finance.step('公示期内')
    await story.setClock('2026-03-04T10:00:00+08:00')
    finance = await story.person('嘉善县财政局·经办')
    await finance.follow(/拨付资金.*中新/)
    await finance.press('登记拨付')
    await finance.dialog.fill('支付凭证号', 'BK2026-0304')
    await finance.dialog.day('支付日期', '2026-03-04')
    const voucher = makePdf({ title: '拨款凭证', lines: [name, '1'] })
    await finance.dialog.attach('支付凭证扫描件', { name: '拨款凭证.pdf', content: voucher })
    await finance.submit('登记拨付')
    await finance.sees('2026-03-04 拨付 2,400,000.00 元')
    const fund = await story.person(`${name}·资金专员`)
    await fund.follow(/确认资金到账/)
    await fund.press('确认到账')
    await fund.submit('确认到账')
    await fund.sees('2,400,000.00 元已于 2026-03-04 到账', '绩效评价')
    await fund.step('已到账')
    expect((await first(newer))?.state).toBe('received')
    expect((await first(older))?.state).toBe('waiting')
  })
})

describe('tables by the pilot’s own cadence', () => {
  it('the one park owes a half-year, the other a quarter (H6, G3.5)', async () => {
    await story.setClock('2026-07-03T10:00:00+08:00')
    const neighbour = await story.person(`${older.name}·负责人`)
    await neighbour.sees('说明并报送', '2026年二季度绩效目标完成情况表')
    manager = await story.person(`${name}·负责人`)
    await manager.sees('2026年上半年试点工作情况表')
    await manager.step('待办')
    await manager.follow(/说明并报送.*试点工作情况表/)
    await manager.sees('2026-07-10', '2028-01-10')
    await manager.step('半年报清单')
    await manager.press('生成半年报')
    await manager.sees('2026年上半年试点工作情况表', /项须补正/)
    const fields = manager.page.getByLabel(/：偏差原因及措施$/)
    await fields.first().waitFor()
    for (const field of await fields.all()) {
      if ((await field.getAttribute('aria-required')) === 'true')
        await field.fill('本期为 0，服务集中在下半年，已排定计划')
    }
    await manager.sees('检查通过，可以提交', /^\s*已保存/)
    await manager.step('情况表')
    await manager.press('报送')
    await manager.submit('报送')
    await manager.sees('已冻结：不再随记录变化。')
  })

  it('the county accepts it, the province records it where it is merged', async () => {
    await story.setClock('2026-07-06T10:00:00+08:00')
    economy = await story.person('嘉善县经信局·经办')
    await economy.follow(/核定.*试点工作情况表/)
    await economy.press('核定')
    await economy.dialog.sees('本期不再核减')
    await economy.submit('核定')
    await economy.sees('已核定')
    await story.setClock('2026-07-08T10:00:00+08:00')
    province = await story.person('省经信厅·处室', { path: '/tables' })
    await province.choose('批次', '2026年第三批')
    await province.sees('浙江省 2026年上半年 试点工作情况表（汇总）')
    await province.choose('县（市、区）', '嘉善县')
    await province.sees('嘉善县 2026年上半年 试点工作情况表（汇总）', '已收齐')
    await province.press('备案')
    await province.dialog.sees('将 1 个园区的报表一并备案')
    await province.dialog.press('备案')
    await province.dialog.sees(/请填写/)
    await province.dialog.fill('备案号', '浙经信企服备〔2026〕58号')
    await province.submit('备案')
    await province.sees('浙经信企服备〔2026〕58号', '已备案')
    await province.step('汇总表已备案')
    await province.choose('批次', '2026年批次')
    await province.sees('2026年二季度 绩效目标完成情况表（汇总）')
    await province.step('另一批次的汇总表')
  })

  it('the guide speaks to each by its own clauses', async () => {
    economy = await story.person('嘉善县经信局·经办', { path: '/guide' })
    const clause = (no: string) => economy.page.locator(`[id="${no}"]`)
    await economy.choose('状态', '符合')
    await economy.choose('试点园区', name)
    await clause('H6').getByText('已按期报送 1 项').waitFor()
    await clause('H1').waitFor()
    expect(await clause('G3.5').count()).toBe(0)
    await economy.step('第三批的条款')
    await economy.choose('试点园区', older.name)
    await clause('H6').waitFor({ state: 'detached' })
    await economy.choose('状态', '待办')
    await clause('G3.5').getByText('2026年二季度绩效目标完成情况表，2026-07-10 到期').waitFor()
    await clause('G4.2').waitFor()
    expect(await economy.page.locator('[id^="H"].clause-row').count()).toBe(0)
    await economy.step('2023年版的条款')
  })
})
