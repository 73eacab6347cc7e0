import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePdf } from '../../database/demo/photos.ts'
import { approvedPilot, type County, demoCounty, type Park } from '../../database/demo/programme.ts'
import { liaisonListForm } from '../../src/policy/filings/forms/liaison-list.ts'
import type { FormRow } from '../../src/policy/filings/forms.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { agreesToMatter, approvesFiling, recordsFiling } from '../support/filing-acts.ts'
import { receive, recommend, release } from '../support/funded.ts'
import { liaisonRows } from '../support/liaison.ts'
import { planOf } from '../support/matters.ts'
import { openReturn, submitReturn } from '../support/returns.ts'
import { asTyped, block } from '../support/spreadsheet.ts'
import { underWay } from '../support/tranches.ts'

let story: Story
let county: County
let park: Park
let economy: Person
let finance: Person
let manager: Person
let matter = ''
let returnId = ''
const saved = /^\s*已保存/
const planned = '1,500,000\t2026-04-30\r\n2,500,000\t2026/8/31\r\n1,000,000\t2027年6月30日\r\n'
const change = /审核.*目标调整/
const why = '服务合同集中在下半年签订，需按进度提前安排资金。'

beforeAll(async () => {
  story = await startStory('from-liaison-list-to-second-tranche', { at: '2026-04-08T09:00:00+08:00' })
  county = await demoCounty(story.world)
  park = county.first
})
afterAll(() => story?.close())
const pilot = (page: string) => `/pilots/${park.pilotId}/${page}`
describe('the county names its liaison officers (G5.1)', () => {
  it('pastes its list, is stopped where one person holds two posts, and files it', async () => {
    economy = await story.person('嘉善县经信局·经办')
    await economy.step('待办')
    await economy.follow(/编制并报送.*联络员名单/)
    await economy.sees('2026-04-18', '未开始')
    await economy.press('开始编制')
    await economy.press('添加一行')
    const rows = liaisonRows('嘉善县', [county.first.name, county.second.name])
    const twice = rows.with(3, { ...rows[3], name: rows[0]?.name, phone: rows[0]?.phone } as FormRow)
    await economy.paste('第 1 行 单位类别', block(asTyped(liaisonListForm[0], twice)))
    await economy.sees('已粘贴 6 行', /第 1 行与第 4 行是同一人.*不能同时担任两个联络员。 G5\.1/)
    await economy.step('一人两职')
    await economy.fill('第 4 行 姓名', '嘉善县财政局联络员B')
    await economy.fill('第 4 行 办公电话', '0573-84000004')
    await economy.sees(saved)
    await economy.press('检查')
    await economy.sees('检查通过，可以提交')
    await economy.step('联络员名单')
    await economy.press('报送')
    await economy.dialog.sees('将冻结为第1版，送县级财政部门审核', '全部通过后由省经信厅备案')
    await economy.submit('报送')
    await economy.sees('审核中')
  })

  it('finance approves, the province records it', async () => {
    await story.setClock('2026-04-09T10:00:00+08:00')
    finance = await approvesFiling(story, '嘉善县财政局·经办', /审核.*联络员名单/)
    await finance.step('已通过名单')
    const province = await recordsFiling(story, '省经信厅·处室', /备案.*联络员名单/, '浙经信企服联〔2026〕12号')
    await province.step('名单已备案')
  })
})

describe('the county plans its payments (G4.1)', () => {
  it('fills what is drafted, and the provincial finance department has it on record', async () => {
    await story.setClock('2026-04-20T10:00:00+08:00')
    economy = await story.person('嘉善县经信局·经办')
    await economy.follow(/编制并报送.*资金拨付方案/)
    await economy.press('开始编制')
    await economy.sees('还差 3,500,000.00 元')
    await economy.paste('第 1 行 拨付金额(元)', `${planned}${planned}`)
    await economy.sees('等于核定资金')
    await economy.fill('职责分工', '经信局核对进度，财政局按期拨付。')
    await economy.fill('资金监管', '专账核算，按季核对。')
    await economy.sees(saved)
    await economy.step('拨付方案')
    await economy.press('报送')
    await economy.submit('报送')
    await economy.sees('审核中')
    finance = await approvesFiling(story, '嘉善县财政局·经办', /审核.*资金拨付方案/)
    const province = await recordsFiling(story, '省财政厅·处室', /备案.*资金拨付方案/, '浙财企备〔2026〕3号')
    await province.step('拨付方案已备案')
  })
})

describe('a target changes by a major matter alone (G5.5)', () => {
  it('the plan itself is locked', async () => {
    const { world } = story
    await story.setClock('2026-04-22T10:00:00+08:00')
    await approvedPilot(world, park)
    await recommend(world, park, 1)
    await release(world, park, 1)
    await receive(world, park, 1)
    world.setClock('2026-05-20')
    await underWay(world, park)
    world.setClock('2026-07-03')
    returnId = await openReturn(world, park, '2026Q2')
    await submitReturn(world, park, returnId)
    await story.setClock('2026-07-06T10:00:00+08:00')
    manager = await story.person(`${park.name}·负责人`, { path: pilot('plan') })
    await manager.follow(/^5 绩效目标清单/)
    await manager.sees('方案已通过并锁定，变更须经重大事项报告(G5.5)')
    expect(await manager.page.getByLabel('第 1 行 目标值').count()).toBe(0)
    await manager.step('方案已锁定')
  })

  it('the park reports and draws the change against the plan', async () => {
    await manager.go(pilot('matters'))
    await manager.press('登记重大事项')
    await manager.dialog.choose('事项类别', '目标调整')
    await manager.dialog.fill('发生时间', `${story.world.now.toISOString().slice(0, 10)} 08:30`)
    await manager.dialog.sees('可请示调整：绩效目标清单', /小时内报送，即 .* 08:30 前/)
    await manager.step('登记')
    await manager.dialog.press('登记重大事项')
    await manager.choose('影响指标', 'P1 精准服务试点企业数')
    await manager.page.keyboard.press('Escape')
    await manager.fill('事项经过', '两家试点企业外迁，按原目标无法完成。')
    await manager.fill('已采取措施', '已与其余企业逐家对接。')
    await manager.fill('请示事项', '请示调减精准服务试点企业数。')
    await manager.sees(saved)
    await manager.press('检查')
    await manager.sees(/须附上请示调整的方案内容/)
    await manager.step('核对未过')
    await manager.press('请示调整方案')
    await manager.sees('对照方案第 1 版')
    const target = await targetNow()
    await manager.fill('第 1 行 目标值', String(target - 6))
    await manager.sees('1 处', String(target), saved)
    await manager.press('检查')
    await manager.sees('检查通过，可以提交')
    await manager.step('方案调整')
    await manager.press('报送')
    await manager.dialog.sees('请示调整方案 1 处；批准后形成新的方案版本')
    await manager.submit('报送')
    await manager.sees('审核中')
    matter = new URL(manager.page.url()).pathname
  })

  it('nobody speaks before their turn; finance returns the change', async () => {
    const last = await story.person('省财政厅·处室', { path: matter })
    await last.area.getByRole('button', { name: '通过', exact: true }).hover()
    await last.sees(/须待县级经信部门先出具意见/)
    await agreesToMatter(story, '嘉善县经信局·经办', change, '通过后转县级财政部门审核')
    finance = await story.person('嘉善县财政局·经办')
    await finance.follow(change)
    await finance.press('退回修改')
    await finance.dialog.press('退回修改')
    await finance.dialog.sees(/请先在需要修改的部分右上角点/)
    await finance.dialog.press('返回')
    await finance.press('标记退回 方案调整')
    await finance.fill('退回这一部分的理由', '只有两家企业外迁，调减幅度过大。')
    await finance.press('退回修改（1 个部分）')
    await finance.submit('退回修改')
    await finance.sees('已退回')
  })

  it('the park amends it, and all four agree in turn', async () => {
    await story.setClock('2026-07-07T10:00:00+08:00')
    manager = await story.person(`${park.name}·负责人`)
    await manager.follow(/修改后重新报送.*目标调整/)
    await manager.sees('县级财政部门退回意见', '只有两家企业外迁')
    await manager.fill('第 1 行 目标值', String((await targetNow()) - 2))
    await manager.sees(saved)
    await manager.step('修改退回部分')
    await manager.press('重新报送')
    await manager.submit('重新报送')
    await manager.sees('审核中')
    await agreesToMatter(story, '嘉善县经信局·经办', change, '通过后转县级财政部门审核')
    await agreesToMatter(story, '嘉善县财政局·经办', change, '通过后转省经信厅审核')
    await story.setClock('2026-07-08T10:00:00+08:00')
    await agreesToMatter(story, '省经信厅·处室', change, '通过后转省财政厅审核')
    const last = await agreesToMatter(story, '省财政厅·处室', change, '这是最后一家意见')
    await last.sees(/方案第 2 版/, '2026-07-08')
    await last.step('已批准')
  })

  it('version 2 is in force, and the return before it stays under version 1', async () => {
    manager = await story.person(`${park.name}·负责人`, { path: pilot('baselines') })
    const row = (text: string) => manager.page.getByRole('row').filter({ hasText: text })
    await row('第 2 版').getByText('现行').waitFor()
    await row('第 1 版').getByText('2026年二季度').waitFor()
    await manager.sees('第 2 版与第 1 版的差异')
    await manager.step('方案版本')
    await manager.go(`${pilot('plan')}?section=targets`)
    await manager.sees('以下是审核通过时的方案；现行为第 2 版，2026-07-08 起生效')
    await manager.step('方案与现行版本')
    await manager.go(`/returns/${returnId}`)
    await manager.sees('按方案第 1 版编制')
    await manager.step('季报所依版本')
  })
})

describe('the second tranche (G4.2)', () => {
  it('both bureaus judge that services are under way', async () => {
    await story.setClock('2026-07-13T10:00:00+08:00')
    for (const name of ['嘉善县经信局·经办', '嘉善县财政局·经办']) {
      const officer = await story.person(name)
      await officer.follow(/判断服务是否实际开展/)
      await officer.press('作出判断')
      await officer.dialog.sees('试点企业诊断 5/5')
      await officer.dialog.check('已实际开展')
      await officer.dialog.fill('理由', '现场核查，合同正在履行。')
      await officer.step('作出判断')
      await officer.submit('作出判断')
      await officer.sees('现场核查，合同正在履行。')
    }
  })

  it('economy recommends more than planned and says why, finance releases, the park receives', async () => {
    economy = await story.person('嘉善县经信局·经办')
    await economy.follow(/提出拨付建议/)
    await economy.step('可以建议')
    await economy.press('提出拨付建议')
    await economy.dialog.fill('建议金额', '3000000')
    await economy.dialog.sees('方案 2,500,000.00 元，计划 2026-08-31 拨付', '比方案多 500,000.00 元')
    await economy.dialog.press('提出拨付建议')
    await economy.dialog.sees(/现建议 3,000,000.00 元，请写明理由/, 'G4.1')
    await economy.step('偏离须说明')
    await economy.dialog.fill('建议说明', why)
    await economy.submit('提出拨付建议')
    await economy.sees('建议拨付 3,000,000.00 元')
    finance = await story.person('嘉善县财政局·经办')
    await finance.follow(/拨付资金/)
    await finance.sees(why)
    await finance.press('登记拨付')
    await finance.dialog.fill('支付凭证号', 'BK2026-0713')
    await finance.dialog.day('支付日期', '2026-07-13')
    const voucher = makePdf({ title: '拨款凭证', lines: [park.name, '2'] })
    await finance.dialog.attach('支付凭证扫描件', { name: '拨款凭证.pdf', content: voucher })
    await finance.submit('登记拨付')
    await finance.sees('2026-07-13 拨付 3,000,000.00 元')
    const fund = await story.person(`${park.name}·资金专员`)
    await fund.follow(/确认资金到账/)
    await fund.press('确认到账')
    await fund.submit('确认到账')
    await fund.sees('3,000,000.00 元已于 2026-07-13 到账', '绩效评价')
    await fund.step('第二期已到账')
  })
})

/** The first target of the plan in force. */
async function targetNow(): Promise<number> {
  return (await planOf(story.world, park)).content.targets.rows[0]?.target ?? 0
}
