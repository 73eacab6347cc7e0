import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePdf } from '../../database/demo/photos.ts'
import { samplePlan } from '../../database/demo/sample-plan.ts'
import * as payments from '../../src/features/delivery/payments/contract.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import { serviceAt } from '../support/services.ts'
import { block } from '../support/spreadsheet.ts'

let story: Story
let county: Awaited<ReturnType<typeof fundedPilot>>
let manager: Person
let fund: Person
let services: [string, string]

/** Right by GB 11714 alone, as some firms of before 2016 are; and the number of a person whom nobody is. */
const old = '91330421MA2RQ7K976'
const personal = '990199189912310078'
const digital = '26332000000000000008'
const scan = (title: string) => ({ name: `${title}.pdf`, content: makePdf({ title, lines: [title] }) })

beforeAll(async () => {
  story = await startStory('codes-and-numbers', { at: '2026-06-10T10:00:00+08:00' })
  county = await fundedPilot(story.world)
  const first = await serviceAt(story.world, county.park, 'confirmed', { complete: true })
  const second = await serviceAt(story.world, county.park, 'confirmed', { complete: true, kind: 'talent' })
  services = [first, second]
})
afterAll(() => story?.close())

/** The credit code of the agency that serves. */
async function seller(): Promise<string> {
  const client = await story.world.as(`${county.park.name}·资金专员`)
  const view = await client.done(payments.showPayments, { params: { serviceId: services[0] } })
  return view.agency?.uscc ?? ''
}

describe('codes and numbers as they are pasted', () => {
  it('a credit code pasted from a PDF is taken as the code it is, an unusual one with its licence', async () => {
    manager = await story.person(`${county.second.name}·负责人`)
    await manager.follow(/编制并报送.*服务计划与资金使用方案/)
    await manager.follow(/^6 试点企业/)
    await manager.press('添加一行')
    const [one] = samplePlan(county.second.name).enterprises.rows
    const code = one?.uscc ?? ''
    const rows = [
      [
        ` ${code.slice(0, 4)} ${code.slice(4, 10)}-${code.slice(10)}\u200b`,
        '甲\u200b精密机械有限公司',
        '工业',
        '1,200',
        '12,5',
        '900',
      ],
      [`'${old.toLowerCase()}`, '乙老码机械有限公司', '工业', '30', '1 200.5', '９００'],
    ]
    await manager.paste('第 1 行 统一社会信用代码', block(rows))
    const cell = (row: number, name: string) => manager.page.getByLabel(`第 ${row} 行 ${name}`)
    expect(await cell(1, '统一社会信用代码').inputValue()).toBe(code)
    expect(await cell(2, '统一社会信用代码').inputValue()).toBe(old)
    expect(await cell(2, '营业收入(万元)').inputValue()).toBe('1200.5')
    expect(await cell(1, '营业收入(万元)').inputValue()).toBe('12,5')
    await manager.sees('可以有两种读法', '营业执照：乙老码机械有限公司', '一项校验不符')
    await manager.step('粘贴信用代码')
    await manager.attach('营业执照：乙老码机械有限公司', scan('营业执照'))
    await cell(1, '营业收入(万元)').fill('12.5')
    await manager.sees('已保存')
    await manager.step('附营业执照')
  })

  it('a personal number is kept nowhere, not even in the field', async () => {
    const cell = manager.page.getByLabel('第 1 行 统一社会信用代码')
    await cell.fill(personal)
    await cell.blur()
    await manager.sees('居民身份证号码')
    expect(await cell.inputValue()).toBe('')
    const kept = await manager.page.evaluate(() =>
      JSON.stringify({ ...(globalThis as unknown as { localStorage: object }).localStorage }),
    )
    expect(kept).not.toContain(personal)
    await manager.step('身份证号码')
  })

  it('an invoice on paper is entered with all its numbers, and met again by its 20 digits', async () => {
    fund = await story.person(`${county.park.name}·资金专员`, { path: `/services/${services[0]}/payments` })
    await fund.press('登记发票')
    await fund.dialog.fill('发票号码', ' 8765 4321')
    await fund.dialog.fill('发票代码', '033002-100412')
    await fund.dialog.fill('数电票号码', `2633 2000 0000 ${digital.slice(12)}\u200b`)
    await fund.dialog.day('开票日期', '2026-06-10')
    await fund.dialog.fill('价税合计', '￥100.00元')
    await fund.dialog.fill('销售方统一社会信用代码', ` ${personal.slice(0, 6)} ${personal.slice(6)}`)
    await fund.dialog.sees('居民身份证号码')
    const agency = await seller()
    await fund.dialog.fill('销售方统一社会信用代码', [...agency].join(' '))
    await fund.dialog.fill('销售方名称', '归谷标云认证服务机构\u200b ')
    await fund.dialog.attach('发票文件', scan('发票'))
    await fund.step('数电纸质发票')
    await fund.submit('登记发票')
    await fund.sees('03300210041287654321', digital)
    await fund.step('两个号码')

    await fund.go(`/services/${services[1]}/payments`)
    await fund.press('登记发票')
    await fund.dialog.fill('发票号码', digital)
    await fund.dialog.day('开票日期', '2026-06-10')
    await fund.dialog.fill('价税合计', '100')
    await fund.dialog.attach('发票文件', scan('另一份'))
    await fund.dialog.press('登记发票')
    await fund.dialog.sees('这张发票已经登记过', '依据 G3.4')
    await fund.step('同一张发票')
    const client = await story.world.as(`${county.park.name}·资金专员`)
    const view = await client.done(payments.showPayments, { params: { serviceId: services[1] } })
    expect(view.invoices).toEqual([])
  })

  it('is all there on a phone', async () => {
    const phone = await story.person(`${county.park.name}·资金专员`, {
      phone: true,
      path: `/services/${services[1]}/payments`,
    })
    await phone.press('登记发票')
    await phone.dialog.fill('发票代码', '033002100412')
    await phone.dialog.sees('数电票号码')
    await phone.step('手机登记发票')
    const small = await story.person(`${county.second.name}·负责人`, { phone: true })
    await small.follow(/编制并报送.*服务计划与资金使用方案/)
    await small.follow(/^6 试点企业/)
    await small.sees('营业执照：乙老码机械有限公司')
    await small.step('手机营业执照')
  })
})
