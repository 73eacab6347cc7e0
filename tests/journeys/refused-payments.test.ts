import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePdf } from '../../database/demo/photos.ts'
import { approvedPilot, type Park } from '../../database/demo/programme.ts'
import * as payments from '../../src/features/delivery/payments/contract.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { receive, recommend, release } from '../support/funded.ts'
import { serviceAt } from '../support/services.ts'

let story: Story
let park: Park
let fund: Person
let first = ''
let second = ''
const number = '26332000000000000007'

beforeAll(async () => {
  story = await startStory('refused-payments', { at: '2026-05-20T10:00:00+08:00' })
  park = (await approvedPilot(story.world)).park
  first = await serviceAt(story.world, park, 'confirmed', { complete: true })
  second = await serviceAt(story.world, park, 'confirmed', { complete: true, kind: 'talent' })
  fund = await story.person(`${park.name}·资金专员`)
})
afterAll(() => story?.close())

const invoice = () => ({ name: '发票.pdf', content: makePdf({ title: '发票', lines: [`${Math.random()}`] }) })

/** What is on record of a service. */
async function onRecord(serviceId: string) {
  const client = await story.world.as(`${park.name}·资金专员`)
  const { invoices, payments: all } = await client.done(payments.showPayments, { params: { serviceId } })
  return { invoices: invoices.length, payments: all.length }
}

async function fillInvoice(serviceId: string): Promise<void> {
  await fund.go(`/services/${serviceId}/payments`)
  await fund.press('登记发票')
  await fund.dialog.fill('发票号码', number)
  await fund.dialog.day('开票日期', '2026-05-20')
  await fund.dialog.fill('价税合计', '19000')
  await fund.dialog.attach('发票文件', invoice())
}

describe('payments that may not be', () => {
  it('an invoice number a second time: the service that has it is named, at the field', async () => {
    await fillInvoice(first)
    await fund.submit('登记发票')
    await fund.sees(number)
    await fillInvoice(second)
    await fund.dialog.press('登记发票')
    await fund.dialog.sees('这张发票已经登记过', '依据 G3.4')
    expect(await fund.dialog.told('发票号码')).toMatch(/这张发票已经登记过.*FW2026-000001/)
    await fund.step('发票重复')
    expect(await onRecord(second)).toEqual({ invoices: 0, payments: 0 })
    await fund.dialog.press('返回')
  })

  it('an invoice file made out to somebody else: said at the buyer, before it is sent', async () => {
    await fund.go(`/services/${second}/payments`)
    await fund.press('登记发票')
    const buyer = '<BuyerName>另一家有限公司</BuyerName><BuyerIdNum>91330421MA1000000X</BuyerIdNum>'
    const content = Buffer.from(
      `<EInvoice><EInvoiceData><BuyerInformation>${buyer}</BuyerInformation>
<BasicInformation><TotalTax-includedAmount>19000.00</TotalTax-includedAmount></BasicInformation></EInvoiceData>
<TaxSupervisionInfo><InvoiceNumber>26332000000000000077</InvoiceNumber></TaxSupervisionInfo></EInvoice>`,
    )
    await fund.dialog.attach('发票文件', { name: '发票.xml', content })
    await fund.dialog.sees('购买方：文件上是 另一家有限公司（91330421MA1000000X）')
    await fund.step('购买方不符')
    await fund.dialog.press('登记发票')
    expect(await fund.dialog.told('购买方')).toContain('购买方信用代码是 91330421MA1000000X')
    expect(await onRecord(second)).toEqual({ invoices: 0, payments: 0 })
    await fund.dialog.press('返回')
  })

  it('a purpose on the blacklist', async () => {
    await fund.go(`/services/${first}/payments`)
    await fund.press('编制付款')
    await fund.dialog.fill('付款用途', '支付园区办公楼装修费')
    await fund.dialog.press('编制付款')
    await fund.dialog.sees('依据 G4.4')
    expect(await fund.dialog.told('付款用途')).toContain('激励资金不得用于')
    await fund.step('用途不允许')
    expect(await onRecord(first)).toEqual({ invoices: 1, payments: 0 })
  })

  it('more than there is in the account', async () => {
    await fund.dialog.fill('付款用途', '支付体系认证服务费')
    await fund.dialog.press('编制付款')
    await fund.dialog.sees('依据 G3.6')
    expect(await fund.dialog.told('省级资金')).toMatch(/超过账户余额 0.00 元/)
    await fund.step('余额不足')
    expect(await onRecord(first)).toEqual({ invoices: 1, payments: 0 })
  })

  it('passes as it was typed once the first tranche has arrived', async () => {
    await recommend(story.world, park, 1)
    await release(story.world, park, 1)
    await receive(story.world, park, 1)
    await fund.submit('编制付款')
    await fund.sees('待批准')
    expect(await onRecord(first)).toEqual({ invoices: 1, payments: 1 })
    await fund.step('资金到账后通过')
  })
})
