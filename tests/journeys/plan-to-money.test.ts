import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planOf, writeSections } from '../../database/demo/course.ts'
import { makePdf } from '../../database/demo/photos.ts'
import { demoCounty, type Park } from '../../database/demo/programme.ts'
import { samplePlan } from '../../database/demo/sample-plan.ts'
import { serviceKinds } from '../../src/policy/records/service-kinds.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import type { Paper } from '../support/hands.ts'

let story: Story
let park: Park
let manager: Person
const purpose = '为试点企业购买专业服务'
const sharper = '为试点企业购买体系认证辅导'

beforeAll(async () => {
  story = await startStory('plan-to-money', { at: '2026-04-08T09:00:00+08:00' })
  park = (await demoCounty(story.world)).first
})
afterAll(() => story?.close())

const sample = () => samplePlan(park.name)
const saved = /^\s*已保存/

/** Rows as Excel puts them on the clipboard. */
const block = (rows: readonly (readonly (string | number)[])[]) => rows.map((row) => row.join('\t')).join('\r\n')

/** The template a person downloaded, with the cells filled in. */
async function filledIn(template: Paper, fill: (sheet: ExcelJS.Worksheet) => void): Promise<Paper> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(template.content as unknown as ExcelJS.Buffer)
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error('the template has no sheet')
  fill(sheet)
  return { name: template.name, content: Buffer.from(await workbook.xlsx.writeBuffer()) }
}

/** The bulk of a section, written by the manager elsewhere. */
async function write(section: 'agencies' | 'fund-lines', content: unknown): Promise<void> {
  const client = await story.world.as(`${park.name}·负责人`)
  await writeSections(client, await planOf(client, park.pilotId), { [section]: content })
}

describe('from the plan to the money in the account', () => {
  it('writes the schedule: some cells typed, the rest pasted from a spreadsheet', async () => {
    manager = await story.person(`${park.name}·负责人`)
    await manager.sees('等我办理 1', /还有12个工作日/)
    await manager.step('待办')
    await manager.follow(/编制并报送.*服务计划与资金使用方案/)
    await manager.press('添加一行')
    await manager.choose('第 1 行 类别', '规范提升')
    await manager.fill('第 1 行 服务内容', '按企业诊断结果逐家实施')
    await manager.fill('第 1 行 数量', '10')
    await manager.fill('第 1 行 单位', '项')
    await manager.choose('第 1 行 开始季度', '2026年二季度')
    await manager.choose('第 1 行 结束季度', '2027年四季度')
    await manager.press('添加一行')
    const rest = sample().services.rows.slice(1)
    const row = (kind: keyof typeof serviceKinds) =>
      [serviceKinds[kind].zh, '按企业诊断结果逐家实施', 10, '项', '2026年二季度', '2027年四季度'] as const
    await manager.paste('第 2 行 类别', block(rest.map(({ kind }) => row(kind ?? 'training'))))
    await manager.sees('已粘贴 9 行', saved)
    await manager.step('服务计划')
  })

  it('attaches the fund-control rules', async () => {
    await write('agencies', sample().agencies)
    const lines = sample()['fund-lines'].rows.map((line, i) =>
      i === 4 ? { ...line, purpose: '园区办公楼装修' } : line,
    )
    await write('fund-lines', { rows: lines })
    await manager.follow(/^4 资金内控制度/)
    const rules = makePdf({ title: '资金管理制度', lines: ['专账核算'] })
    await manager.attach('制度文件', { name: '资金管理制度.pdf', content: rules })
    await manager.fill('制度要点', '专账核算，双人审批，按季公示')
    await manager.sees(saved)
    await manager.step('内控制度')
  })

  it('imports targets and enterprises from the workbooks made for them; a bad cell is named and nothing written', async () => {
    const { targets, enterprises } = sample()
    await manager.follow(/^5 绩效目标清单/)
    const listed = await filledIn(await manager.download('下载模板'), (sheet) =>
      targets.rows.forEach(({ baseline, target, weight }, i) => {
        const row = sheet.getRow(i + 2)
        row.getCell(3).value = baseline
        row.getCell(4).value = target
        row.getCell(5).value = weight
      }),
    )
    await manager.page.getByLabel('导入 Excel').last().setInputFiles(asFile(listed))
    await manager.submit(`导入 ${targets.rows.length} 行`)
    await manager.sees(`已导入 ${targets.rows.length} 行`, '权重合计 100')
    await manager.step('绩效目标')

    await manager.follow(/^6 试点企业/)
    const template = await manager.download('下载模板')
    const fill = (sheet: ExcelJS.Worksheet) => {
      for (const one of enterprises.rows) {
        sheet.addRow([one.uscc, one.name, '工业', one.staff, one.revenueWan, one.assetsWan])
      }
    }
    const wrong = await filledIn(template, (sheet) => {
      fill(sheet)
      sheet.getCell('D3').value = '六十人'
    })
    await manager.page.getByLabel('导入 Excel').last().setInputFiles(asFile(wrong))
    await manager.dialog.sees('1 处问题须改正后才能导入', '六十人')
    await manager.step('导入有误')
    await manager.page
      .getByLabel('导入 Excel')
      .last()
      .setInputFiles(asFile(await filledIn(template, fill)))
    await manager.submit(`导入 ${enterprises.rows.length} 行`)
    await manager.sees(`试点企业 ${enterprises.rows.length} 家`)
    await manager.step('试点企业')
  })

  it('runs the check, jumps to the gap, mends it, and submits', async () => {
    await manager.press('检查')
    await manager.sees('1 项须补正', 'G4.4')
    await manager.step('检查')
    await manager.follow(/激励资金不得用于/)
    const cell = manager.page.getByLabel('第 5 行 用途')
    await expect.poll(() => cell.evaluate((element) => element.matches(':focus'))).toBe(true)
    await manager.step('跳到缺项')
    await cell.fill(purpose)
    await manager.sees(saved)
    await manager.follow(/^2 合作机构与产品/)
    await manager.fill('第 1 行 交付成果', '诊断与整改报告一份')
    await manager.sees(saved)
    await manager.press('检查')
    await manager.sees('检查通过，可以提交')
    await manager.press('报送')
    await manager.dialog.sees(/将冻结为第1版/, '¥5,000,000.00')
    await manager.step('提交前')
    await manager.dialog.press('报送')
    await manager.sees('第1版已报送')
    await manager.step('已提交')
  })

  it('finance returns one section with a reason', async () => {
    await story.setClock('2026-04-10T10:00:00+08:00')
    const finance = await story.person('嘉善县财政局·经办')
    await finance.follow(/审核.*服务计划与资金使用方案/)
    await finance.press('标记退回 资金使用方案')
    await finance.fill('退回这一部分的理由', '第 2 行用途过于笼统，请写明服务内容。')
    await finance.step('标记退回')
    await finance.press('退回修改（1 个部分）')
    await finance.dialog.sees('仅以下部分重新开放修改', '第 2 行用途过于笼统')
    await finance.dialog.press('退回修改')
    await finance.sees('意见已出具', '已退回')
    await finance.step('已退回')
  })

  it('the park finds that section open alone, changes it and submits again', async () => {
    await story.setClock('2026-04-13T10:00:00+08:00')
    manager = await story.person(`${park.name}·负责人`)
    await manager.follow(/修改后重新报送.*服务计划与资金使用方案/)
    await manager.follow(/^1 服务计划与进度/)
    await manager.sees('这一部分没有被退回，不能修改。')
    expect(await manager.page.getByLabel('第 1 行 数量').count()).toBe(0)
    await manager.follow(/^3 资金使用方案/)
    await manager.sees('县级财政部门退回意见', '第 2 行用途过于笼统')
    await manager.fill('第 2 行 用途', sharper)
    await manager.sees(saved)
    await manager.step('修改退回部分')
    await manager.press('重新报送')
    await manager.dialog.press('重新报送')
    await manager.sees('第2版已报送')
  })

  it('the reviewers see exactly that change, and both approve', async () => {
    await story.setClock('2026-04-14T10:00:00+08:00')
    for (const [name, last] of [
      ['嘉善县财政局·经办', false],
      ['嘉善县经信局·经办', true],
    ] as const) {
      const officer = await story.person(name)
      await officer.follow(/审核.*服务计划与资金使用方案/)
      await officer.sees('与第1版相比的修改', '1 处', '其余内容未变。', /完全未变的部分.*服务计划与进度.*试点企业/)
      const changes = officer.page.getByRole('region', { name: '与第1版相比的修改' }).getByRole('row')
      expect(await changes.count()).toBe(2)
      expect(await changes.last().textContent()).toContain(`${purpose}${sharper}`)
      await officer.step('修改对照')
      await officer.press('通过')
      await officer.dialog.press('通过')
      await officer.sees('意见已出具', last ? '已通过' : '审核中')
      await officer.step('已出具意见')
    }
  })

  it('economy recommends 30 %, finance releases it, the park confirms that it arrived', async () => {
    await story.setClock('2026-04-16T10:00:00+08:00')
    const economy = await story.person('嘉善县经信局·经办')
    await economy.follow(/提出拨付建议/)
    await economy.step('可以拨付')
    await economy.press('提出拨付建议')
    await economy.dialog.sees('¥1,500,000.00')
    await economy.dialog.fill('建议说明', '方案已通过，建议拨付首期。')
    await economy.step('拨付建议')
    await economy.dialog.press('提出拨付建议')
    await economy.sees('建议拨付 1,500,000.00 元，等待财政部门拨付')

    await story.setClock('2026-04-17T10:00:00+08:00')
    const finance = await story.person('嘉善县财政局·经办')
    await finance.follow(/拨付资金/)
    await finance.press('登记拨付')
    await finance.dialog.press('登记拨付')
    await finance.dialog.sees('请填写支付日期。')
    await finance.step('登记拨付-未填')
    await finance.dialog.fill('支付凭证号', 'BK2026-0001')
    await finance.dialog.day('支付日期', '2026-04-17')
    const voucher = makePdf({ title: '拨款凭证', lines: [park.name] })
    await finance.dialog.attach('支付凭证扫描件', { name: '拨款凭证.pdf', content: voucher })
    await finance.step('登记拨付')
    await finance.dialog.press('登记拨付')
    await finance.sees(/财政部门已于 2026-04-17 拨付 1,500,000.00 元/)

    await story.setClock('2026-04-20T10:00:00+08:00')
    const fund = await story.person(`${park.name}·资金专员`)
    await fund.follow(/确认资金到账/)
    await fund.press('确认到账')
    await fund.dialog.sees(/BK2026-0001/)
    await fund.dialog.press('确认到账')
    await fund.sees(/1,500,000.00 元已于 2026-04-20 到账/)
    await fund.step('已到账')
    await fund.follow('¥1,500,000.00')
    await fund.page.getByRole('table', { name: '专账分录' }).waitFor()
    await fund.step('专账-拨付分录')
    await fund.press('展开借贷明细')
    await fund.sees('借', '贷')
    await fund.step('专账')
    const phone = await story.person(`${park.name}·资金专员`, { phone: true })
    await phone.go(`/pilots/${park.pilotId}/money`)
    await phone.step('资金')
  })
})

function asFile({ name, content }: Paper) {
  return { name, mimeType: 'application/octet-stream', buffer: content }
}
