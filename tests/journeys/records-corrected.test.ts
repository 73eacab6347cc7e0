import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePdf } from '../../database/demo/photos.ts'
import type { Park } from '../../database/demo/programme.ts'
import { showService } from '../../src/features/delivery/services/contract.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import type { Paper } from '../support/hands.ts'
import { diagnosed, enterprisesOf, officerOf, serviceAt } from '../support/services.ts'

let story: Story
let park: Park

beforeAll(async () => {
  story = await startStory('records-corrected', { at: '2026-04-20T09:00:00+08:00' })
  park = (await fundedPilot(story.world)).park
})
afterAll(() => story?.close())

const pdf = (title: string): Paper => ({ name: `${title}.pdf`, content: makePdf({ title, lines: [park.name, title] }) })

describe('a contract that was signed last month and is keyed in today (G3.3, G3.4)', () => {
  let officer: Person

  it('takes the days on which the need was named and the agency chosen', async () => {
    const enterpriseId = await diagnosed(story.world, park, 1)
    const enterprise = (await enterprisesOf(story.world, park)).find((one) => one.enterpriseId === enterpriseId)
    await story.setClock('2026-06-08T10:00:00+08:00')
    officer = await story.person(`${park.name}·服务专员`)
    await officer.follow('试点企业')
    await officer.follow(enterprise?.name ?? '')
    await officer.page
      .getByRole('listitem')
      .filter({ hasText: /^体系认证/ })
      .getByRole('link')
      .click()
    await officer.day('需求日期', '2026-04-19')
    expect(await officer.told('需求日期')).toMatch(/须在 2026-04-20 至 2026-06-08 之间/)
    await officer.day('需求日期', '2026-04-22')
    await officer.fill('企业需求', '主要客户要求年内取得质量管理体系认证')
    await officer.press('登记')
    await officer.dialog.check('选定 体系认证基础包')
    await officer.dialog.day('选定日期', '2026-04-27')
    await officer.dialog.fill('选定理由', '报价较低，案例与企业行业相近')
    await officer.submit('提交')
  })

  it('compares its day with the day of the choice, not with that of the entry, and shows both', async () => {
    await officer.press('签订合同')
    await officer.dialog.fill('合同编号', 'HT2026-0506')
    await officer.dialog.attach('合同文本', pdf('服务合同'))
    await officer.dialog.day('签订日期', '2026-04-26')
    expect(await officer.dialog.told('签订日期')).toMatch(/须在 2026-04-27 至 2026-06-08 之间/)
    await officer.dialog.press('提交')
    await officer.dialog.day('签订日期', '2026-05-06')
    await officer.submit('提交')
    await officer.sees('HT2026-0506', '2026-05-06', '（2026-06-08 登记）')
    await officer.step('上月签订，今日录入')
    const serviceId = /services\/([0-9a-f-]{36})/.exec(officer.page.url())?.[1] ?? ''
    const client = await story.world.as(officerOf(park))
    const { signed, selection, openedOn } = await client.done(showService, { params: { serviceId } })
    expect([openedOn, selection?.on, signed?.signedOn]).toEqual(['2026-04-22', '2026-04-27', '2026-05-06'])
    expect(signed?.recordedAt).toMatch(/^2026-06-08T/)
  })
})

describe('an invoice with a wrong buyer (G3.4)', () => {
  let fund: Person
  const invoice = async (number: string) => {
    await fund.dialog.fill('发票号码', number)
    await fund.dialog.day('开票日期', '2026-06-08')
    await fund.dialog.fill('价税合计', '19000')
    await fund.dialog.attach('发票文件', pdf(`发票${number}`))
  }

  it('is voided by its red-letter invoice, and stays in sight', async () => {
    await serviceAt(story.world, park, 'confirmed', { enterprise: 2, complete: true })
    fund = await story.person(`${park.name}·资金专员`)
    await fund.follow(/登记发票/)
    await invoice('26332000000000000011')
    await fund.submit('登记发票')
    await fund.press(/作废发票/)
    await fund.dialog.press('作废发票')
    await fund.dialog.sees('请填写', '红字发票')
    await fund.step('作废缺项')
    await fund.dialog.fill('红字发票号码', '26332000000000000012')
    await fund.dialog.fill('理由', '购买方名称开错，销售方已红冲')
    await fund.dialog.attach('红字发票文件', pdf('红字发票'))
    await fund.submit('作废发票')
    await fund.sees('已作废', '26332000000000000011', '26332000000000000012', '购买方名称开错')
    await fund.step('已作废')
    const [, invoiced] = await fund.page.locator('table.comparison tbody tr').allTextContents()
    expect(invoiced).toBe('发票————')
  })

  it('is issued again within the contract, and paid', async () => {
    await fund.press('登记发票')
    await invoice('26332000000000000011')
    await fund.dialog.press('登记发票')
    await fund.dialog.sees('这张发票已经登记过')
    await fund.dialog.sees('文件与', '的发票内容完全相同')
    await fund.dialog.fill('发票号码', '26332000000000000013')
    await fund.dialog.attach('发票文件', pdf('发票26332000000000000013'))
    await fund.submit('登记发票')
    await fund.press('编制付款')
    await fund.submit('编制付款')
    const manager = await story.person(`${park.name}·负责人`)
    await manager.follow(/批准付款/)
    await manager.press('批准付款')
    await manager.submit(/^批准付款/)
    await fund.page.reload()
    await fund.press('登记银行回单')
    await fund.dialog.fill('银行回单号', 'HD-0011')
    await fund.dialog.day('支付日期', '2026-06-08')
    await fund.dialog.attach('银行回单文件', pdf('银行回单'))
    await fund.submit('登记银行回单')
    await fund.sees('园区应付 19,000.00 元已全部付清。', '已作废')
    await fund.step('重开并付清')
  })
})
