import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokenOn } from '../../database/demo/ask-enterprise.ts'
import { makePdf, makePhoto } from '../../database/demo/photos.ts'
import type { Park } from '../../database/demo/programme.ts'
import { questions } from '../../src/policy/services/diagnosis-questions.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import type { Paper } from '../support/hands.ts'
import { serviceAt } from '../support/services.ts'

let story: Story
let park: Park
let officer: Person
let serviceId = ''
let otherId = ''
let link = ''

beforeAll(async () => {
  story = await startStory('service-to-proof', { at: '2026-04-20T09:00:00+08:00' })
  park = (await fundedPilot(story.world)).park
  otherId = await serviceAt(story.world, park, 'contracted', { kind: 'talent', enterprise: 1 })
})
afterAll(() => story?.close())

const pdf = (title: string): Paper => ({
  name: `${title}.pdf`,
  content: makePdf({ title, lines: [park.name, title] }),
})

let reused: Paper
/** A photo as a phone takes it, with its time and place. */
async function photo(seed: number, at: string): Promise<Paper> {
  const capturedAt = new Date(at)
  const content = await makePhoto({ seed, capturedAt, latitude: 30.84, longitude: 120.93, caption: `现场${seed}` })
  return { name: `现场${seed}.jpg`, content }
}

async function on(day: string): Promise<void> {
  await story.setClock(`${day}T10:00:00+08:00`)
  officer = await story.person(`${park.name}·服务专员`, { path: serviceId ? `/services/${serviceId}` : '/' })
}

describe('from the diagnosis to a service that counts', () => {
  it('diagnoses an enterprise and records its need', async () => {
    await on('2026-05-06')
    await officer.step('待办')
    await officer.follow(/完成企业诊断/)
    await officer.sees('已诊断 1 / 5 家')
    await officer.step('试点企业')
    await officer.follow('归谷精密机械1号企业')
    for (const question of questions) {
      const asked = officer.page.getByRole('group', { name: question.zh })
      await asked.getByLabel(question.options.at(-1)?.zh ?? '', { exact: true }).check()
    }
    await officer.day('成立日期', '2016-05-01')
    await officer.fill('研发费用（万元）', '180')
    await officer.sees('已答 10 / 10 题', '预计结果')
    await officer.step('诊断问卷')
    await officer.press('提交诊断')
    await officer.sees('诊断已登记', '诊断结果', '客户要求的体系认证缺失')
    await officer.step('诊断结果')
    await officer.page
      .getByRole('listitem')
      .filter({ hasText: /^体系认证/ })
      .getByRole('link')
      .click()
    await officer.fill('企业需求', '主要客户要求年内取得质量管理体系认证')
    await officer.step('登记需求')
    await officer.press('登记')
    await officer.dialog.sees('比选产品')
    serviceId = officer.page.url().split('/services/')[1]?.slice(0, 36) ?? ''
    await officer.step('需求已登记')
    await officer.dialog.press('返回')
    await officer.sees('服务进程')
  })

  it('chooses between the products of two agencies and signs the contract', async () => {
    await on('2026-05-07')
    await officer.press('比选产品')
    await officer.dialog.check('选定 体系认证基础包')
    await officer.dialog.fill('选定理由', '报价较低，案例与企业行业相近')
    await officer.step('比选')
    await officer.submit('提交')
    await officer.sees('签订合同')
    await on('2026-05-08')
    await officer.press('签订合同')
    await officer.dialog.fill('合同编号', 'HT2026-0001')
    await officer.dialog.day('签订日期', '2026-05-08')
    await officer.dialog.fill('省级资金', '18000')
    await officer.dialog.sees('三项合计比合同价少 2,000.00 元')
    await officer.dialog.fill('园区自有资金', '1000')
    await officer.dialog.fill('企业承担', '1000')
    await officer.dialog.sees('三项合计等于合同价')
    await officer.dialog.attach('合同文本', pdf('服务合同'))
    await officer.step('签订合同')
    await officer.submit('提交')
    await officer.sees('HT2026-0001')
  })

  it('records two visits with their photos and the delivery', async () => {
    await on('2026-05-12')
    await officer.press('登记服务过程')
    await officer.dialog.fill('服务内容', '现场诊断，梳理质量管理流程')
    reused = await photo(101, '2026-05-12T09:20:00+08:00')
    await officer.dialog.attach('现场照片', reused)
    await officer.step('登记服务过程')
    await officer.submit('提交')
    await officer.sees('现场诊断，梳理质量管理流程')
    await on('2026-05-20')
    await officer.press('登记服务过程')
    await officer.dialog.fill('服务内容', '内审员培训与文件评审')
    await officer.dialog.attach('现场照片', await photo(102, '2026-05-20T09:40:00+08:00'))
    await officer.submit('提交')
    await officer.sees('内审员培训与文件评审')
    await on('2026-06-02')
    await officer.press('登记成果')
    expect(await officer.dialog.area.getByLabel('成果名称').inputValue()).toContain('体系认证')
    await officer.dialog.fill('成果名称', '质量管理体系认证证书')
    await officer.dialog.fill('成果编号', 'CQC-2026-0001')
    await officer.dialog.attach(/^服务方案/, pdf('服务方案'))
    await officer.dialog.attach(/^服务成果/, pdf('服务成果报告'))
    await officer.dialog.attach(/^认证证书/, pdf('认证证书'))
    await officer.step('登记成果')
    await officer.submit('提交')
    await officer.sees('CQC-2026-0001')
    await officer.step('已交付')
  })

  it('asks the enterprise by a link; on a phone it confirms and rates without an account', async () => {
    await officer.press('邀请企业确认')
    // The county names whom the enterprise answers by; the park can neither do that nor see the link.
    await officer.dialog.sees('该企业尚未登记联系人', '园区不能代填')
    await officer.step('尚无联系人')
    await officer.dialog.follow('查看企业登记的联系人')
    await officer.sees('尚未登记，无法发送确认链接。')
    await officer.lacks('登记联系人')
    const county = await story.person('嘉善县经信局·经办', { path: new URL(officer.page.url()).pathname })
    await county.press('登记联系人')
    await county.dialog.fill('联系人', '企业联系人')
    await county.dialog.fill('手机号码', '199 0000 0001')
    await county.step('登记联系人')
    await county.submit('提交')
    await county.sees('199********')
    await officer.go(`/services/${serviceId}`)
    await officer.press('邀请企业确认')
    await officer.dialog.sees('已以短信发送给企业联系人（199********）')
    await officer.dialog.lacks('/c/')
    await officer.step('确认链接已发送')
    link = `/c/${tokenOn(story.world, '19900000001')}`
    await officer.dialog.press('完成')

    const phone = await story.guest({ phone: true })
    await phone.go(link)
    await phone.sees(/请确认以下服务是否属实/, '质量管理体系认证证书')
    await phone.step('服务确认')
    await phone.press('确认服务属实')
    await phone.sees('请先选择满意度', '请填写确认人姓名')
    await phone.check('很满意')
    await phone.fill('确认人姓名', '陈确认')
    await phone.fill('补充意见（选填）', '老师很专业')
    await phone.step('评价')
    await phone.press('确认服务属实')
    await phone.sees('已确认，谢谢！')
    await phone.step('已确认')
    await phone.go(link)
    await phone.sees('该链接已使用')
    await phone.step('链接已使用')
    await officer.go(`/services/${serviceId}`)
    await officer.sees('老师很专业', '已确认', '陈确认')
    await officer.step('企业已确认')
  })

  it('records the invoice, prepares the payment, the manager approves it, the bank receipt ends it', async () => {
    await story.setClock('2026-06-08T10:00:00+08:00')
    const fund = await story.person(`${park.name}·资金专员`)
    await fund.follow(/登记发票/)
    await fund.dialog.sees('发票号码')
    await fund.step('发票与付款')
    await fund.dialog.fill('发票号码', '26332000000000000001')
    await fund.dialog.day('开票日期', '2026-06-05')
    await fund.dialog.fill('价税合计', '19000')
    await fund.dialog.attach('发票文件', pdf('发票'))
    await fund.step('登记发票')
    await fund.submit('登记发票')
    await fund.sees('26332000000000000001')
    await fund.press('编制付款')
    await fund.dialog.sees('本次合计 19,000.00 元', '可付上限')
    await fund.step('编制付款')
    await fund.submit('编制付款')
    await fund.sees('待批准')

    const manager = await story.person(`${park.name}·负责人`, { phone: true })
    await manager.follow(/批准付款/)
    await manager.step('待批准')
    await manager.press('批准付款')
    await manager.dialog.sees('¥19,000.00')
    await manager.step('批准付款')
    await manager.submit(/^批准付款/)
    await manager.sees('待支付')

    await story.setClock('2026-06-09T10:00:00+08:00')
    const again = await story.person(`${park.name}·资金专员`)
    await again.follow(/支付并登记银行回单/)
    await again.press('登记银行回单')
    await again.dialog.fill('银行回单号', 'HD-0001')
    await again.dialog.day('支付日期', '2026-06-09')
    await again.dialog.attach('银行回单文件', pdf('银行回单'))
    await again.submit('登记银行回单')
    await again.sees('园区应付 19,000.00 元已全部付清。')
    await again.step('已付清')
  })

  it('counts, and is put on file', async () => {
    await on('2026-06-10')
    await officer.sees('自 2026-06-09 起计入绩效。')
    await officer.press('归档')
    await officer.submit('归档')
    await officer.sees('已全部办结')
    await officer.step('已归档')
    await officer.go(`/pilots/${park.pilotId}/services`)
    await officer.sees('2026-06-09')
    await officer.step('服务清单')
  })

  it('shows both sides when a photo is used a second time', async () => {
    await officer.go(`/services/${otherId}`)
    await officer.press('登记服务过程')
    await officer.dialog.fill('服务内容', '人才需求访谈')
    await officer.dialog.attach('现场照片', reused)
    await officer.submit('提交')
    await officer.sees('同一文件用于两处')
    const finding = officer.page.getByRole('article').filter({ hasText: '同一文件用于两处' })
    expect(await finding.getByRole('img').count()).toBe(2)
    await officer.step('疑点')
    await officer.go('/findings')
    await officer.sees('同一文件用于两处', 'FW2026-000001', 'FW2026-000002')
    await officer.step('佐证疑点')
    const county = await story.person('嘉善县经信局·经办')
    await county.follow('佐证疑点')
    await county.sees('同一文件用于两处')
  })
})
