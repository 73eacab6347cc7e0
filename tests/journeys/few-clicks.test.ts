import { afterAll, beforeAll, describe, it } from 'vitest'
import { registeredContact, tokenOn } from '../../database/demo/ask-enterprise.ts'
import { makePdf, makePhoto } from '../../database/demo/photos.ts'
import type { Park } from '../../database/demo/programme.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { within } from '../support/effort.ts'
import { fundedPilot } from '../support/funded.ts'
import type { Paper } from '../support/hands.ts'
import { diagnosed, enterprisesOf, serviceAt } from '../support/services.ts'

let story: Story
let park: Park
let officer: Person
let link = ''
/** Whom the county has registered for the enterprise. */
let telephone = ''

beforeAll(async () => {
  story = await startStory('few-clicks', { at: '2026-04-20T09:00:00+08:00' })
  park = (await fundedPilot(story.world)).park
})
afterAll(() => story?.close())

const pdf = (title: string): Paper => ({ name: `${title}.pdf`, content: makePdf({ title, lines: [park.name, title] }) })

async function photo(seed: number, at: string): Promise<Paper> {
  const content = await makePhoto({
    seed,
    capturedAt: new Date(at),
    latitude: 30.84,
    longitude: 120.93,
    caption: '现场',
  })
  return { name: `现场${seed}.jpg`, content }
}

const einvoice = (number: string, sum: string): Paper => ({
  name: '电子发票.xml',
  content: Buffer.from(
    `<EInvoice><EInvoiceData><BasicInformation><TotalTax-includedAmount>${sum}</TotalTax-includedAmount>` +
      `<RequestTime>2026-06-05</RequestTime></BasicInformation></EInvoiceData>` +
      `<TaxSupervisionInfo><InvoiceNumber>${number}</InvoiceNumber></TaxSupervisionInfo></EInvoice>`,
  ),
})

describe('from the inbox, with few clicks and little typing', () => {
  it('a service, from the need to the link for the enterprise', async () => {
    const day = '2026-05-26'
    const enterpriseId = await diagnosed(story.world, park, 1)
    telephone = await registeredContact(story.world, park, enterpriseId)
    const enterprise = (await enterprisesOf(story.world, park)).find((one) => one.enterpriseId === enterpriseId)
    await story.setClock(`${day}T10:00:00+08:00`)
    officer = await story.person(`${park.name}·服务专员`)
    await within({ clicks: 18, fields: 6 }, '服务：从需求到确认链接', [officer], async () => {
      await officer.follow('试点企业')
      await officer.follow(enterprise?.name ?? '')
      const kind = officer.page.getByRole('listitem').filter({ hasText: /^体系认证/ })
      await kind.getByRole('link').click()
      officer.spent.clicks++
      await officer.fill('企业需求', '主要客户要求年内取得质量管理体系认证')
      await officer.press('登记')
      await officer.dialog.check('选定 体系认证基础包')
      await officer.dialog.fill('选定理由', '报价较低，案例与企业行业相近')
      await officer.submit('提交')
      await officer.press('签订合同')
      await officer.dialog.fill('合同编号', 'HT2026-0001')
      await officer.dialog.day('签订日期', day)
      await officer.dialog.attach('合同文本', pdf('服务合同'))
      await officer.submit('提交')
      await officer.press('登记服务过程')
      await officer.dialog.fill('服务内容', '现场诊断，梳理质量管理流程')
      const photos = [await photo(201, `${day}T09:20:00+08:00`), await photo(202, `${day}T09:50:00+08:00`)]
      await officer.dialog.attach('现场照片', ...photos)
      await officer.submit('提交')
      await officer.press('登记成果')
      await officer.dialog.fill('成果编号', 'CQC-2026-0001')
      await officer.dialog.attach(/^服务方案/, pdf('服务方案'))
      await officer.dialog.attach(/^服务成果/, pdf('服务成果报告'))
      await officer.dialog.attach(/^认证证书/, pdf('认证证书'))
      await officer.submit('提交')
      await officer.press('邀请企业确认')
      await officer.dialog.sees('已以短信发送给')
    })
    link = `/c/${tokenOn(story.world, telephone)}`
    await officer.dialog.press('完成')
  })

  it('a dispute: the park answers it, and the enterprise is asked again', async () => {
    const enterprise = await story.guest({ phone: true })
    await enterprise.go(link)
    await enterprise.press('有异议')
    await enterprise.fill('哪里与实际不符？', '成果报告缺少内审记录')
    await enterprise.fill('确认人姓名', '陈确认')
    await enterprise.press('提交异议')
    await enterprise.sees('异议已提交')
    officer = await story.person(`${park.name}·服务专员`)
    await within({ clicks: 5, fields: 1 }, '异议：处理并再次邀请确认', [officer], async () => {
      await officer.follow(/处理企业异议/)
      await officer.dialog.area.getByRole('button').last().click()
      await officer.press('登记成果')
      await officer.dialog.fill('针对异议的改进', '已补充内审记录')
      await officer.submit('提交')
      await officer.press('邀请企业确认')
      await officer.dialog.sees('已以短信发送给')
    })
  })

  it('an invoice and its payment, from the file of the e-invoice', async () => {
    await serviceAt(story.world, park, 'confirmed', { enterprise: 2, complete: true })
    await story.setClock('2026-06-08T10:00:00+08:00')
    const fund = await story.person(`${park.name}·资金专员`)
    await within({ clicks: 5, fields: 1 }, '发票与付款', [fund], async () => {
      await fund.follow(/登记发票/)
      await fund.dialog.attach('发票文件', einvoice('26332000000000000009', '19000.00'))
      await fund.dialog.sees('已按电子发票文件填入')
      await fund.submit('登记发票')
      await fund.press('编制付款')
      await fund.submit('编制付款')
      await fund.sees('待批准')
    })
  })

  it('an activity with its attendees and papers', async () => {
    officer = await story.person(`${park.name}·服务专员`)
    await within({ clicks: 8, fields: 3 }, '活动', [officer], async () => {
      await officer.follow('普惠服务活动')
      await officer.press('登记活动')
      await officer.fill('活动名称', '惠企政策宣讲会')
      await officer.day('举办日期', '2026-06-05')
      await officer.fill('地点', '园区会议室')
      await officer.choose('从已登记的企业中添加', '归谷精密机械1号企业')
      await officer.attach(/照片/, await photo(301, '2026-06-05T10:00:00+08:00'))
      await officer.attach(/签到/, pdf('签到表'))
      await officer.press('登记')
      await officer.sees('惠企政策宣讲会')
    })
  })

  it('the quarterly table, without a figure typed', async () => {
    await story.setClock('2026-07-03T10:00:00+08:00')
    const manager = await story.person(`${park.name}·负责人`)
    const reasons = manager.page.getByLabel(/：偏差原因及措施$/)
    await within({ clicks: 6 }, '季度绩效目标完成情况表', [manager], async () => {
      await manager.follow(/说明并报送.*绩效目标完成情况表/)
      await manager.press('生成季报')
      await manager.sees('2026年二季度绩效目标完成情况表', /项须补正/)
      await reasons.first().waitFor()
      for (const field of await reasons.all()) {
        if ((await field.getAttribute('aria-required')) !== 'true') continue
        await field.fill('本期为 0，服务集中在下半年')
        manager.spent.fields++
      }
      await manager.sees('检查通过，可以提交', /^\s*已保存/)
      await manager.press('报送')
      await manager.submit('报送')
      await manager.sees('已冻结：不再随记录变化。')
    })
  })
})
