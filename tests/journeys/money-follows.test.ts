import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '../../database/demo/programme.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fillReceipt, fillRecovery, fillReissue, scan } from '../support/evaluation-steps.ts'
import { fundedPilot, judge, release } from '../support/funded.ts'
import { countyHands, inForce } from '../support/measures.ts'
import { underWay } from '../support/tranches.ts'

let story: Story
let park: Park
let economy: Person
let finance: Person

beforeAll(async () => {
  story = await startStory('money-follows', { at: '2026-04-01T09:00:00+08:00' })
  park = (await fundedPilot(story.world)).park
  await underWay(story.world, park)
})
afterAll(() => story?.close())

const page = () => `/pilots/${park.pilotId}/measures`
const money = async () => {
  const client = await story.world.as(countyHands.decides)
  return client.done(funds.showFunds, { params: { pilotId: park.pilotId } })
}

describe('a recovery, paid back in two receipts and given out again (G5.3)', () => {
  it('is decided with its paper; what is wrong is told at each field at once', async () => {
    economy = await story.person(countyHands.decides, { path: page() })
    await economy.sees('尚可拨付', '没有处理措施。')
    await economy.step('没有措施')
    const paper = scan('收回决定', park.name)
    await fillRecovery(economy, { yuan: '2000000', dueOn: '2026-05-31', reason: '', paper })
    await economy.dialog.press('提交')
    expect(await economy.dialog.told('金额（元）')).toMatch(/超过已拨付且尚未收回的 1,500,000.00 元/)
    expect(await economy.dialog.told('理由')).toMatch(/理由/)
    await economy.step('逐项说明')
    await economy.dialog.fill('金额（元）', '400000')
    await economy.dialog.fill('理由', '三项绩效目标未完成，整改后仍未达到')
    await economy.submit('提交')
    await economy.sees('收回', '¥400,000.00', '待财政确认', 'G5.3')
    await economy.step('待确认')
  })

  it('is confirmed by the finance bureau from its inbox, and is the park’s to pay by its day', async () => {
    finance = await story.person(countyHands.confirms)
    await finance.follow(/确认处理措施/)
    await finance.press('确认')
    await finance.dialog.sees('三项绩效目标未完成')
    await finance.step('确认')
    await finance.submit('确认')
    await finance.sees('已生效', '待缴回', '尚欠 400,000.00 元')
    const phone = await story.person(`${park.name}·资金专员`, { phone: true })
    await phone.sees('缴回收回资金')
    await phone.follow(/缴回收回资金/)
    await phone.sees('应收回未缴', '2026-05-31', '三项绩效目标未完成')
    await phone.lacks('作出处理', '登记缴回')
    await phone.step('园区看到应缴')
  })

  it('comes back in two parts with two vouchers; more than is owed and a used voucher are refused', async () => {
    const first = scan('缴款凭证一', park.name)
    await fillReceipt(finance, { on: '2026-04-01', yuan: '500000', no: '缴 2026-0001', paper: first })
    await finance.dialog.press('提交')
    expect(await finance.dialog.told('缴回金额（元）')).toMatch(/超过尚未缴回的 400,000.00 元/)
    await finance.dialog.fill('缴回金额（元）', '150000')
    await finance.step('登记缴回')
    await finance.submit('提交')
    await finance.sees('已缴回部分', '尚欠 250,000.00 元')
    await story.setClock('2026-06-02T09:30:00+08:00')
    finance = await story.person(countyHands.confirms)
    await finance.sees('登记逾期未缴资金')
    await finance.follow(/登记逾期未缴资金/)
    await finance.sees('逾期未缴')
    const second = scan('缴款凭证二', park.name)
    await fillReceipt(finance, { on: '2026-06-02', yuan: '250000', no: '缴 2026-0001', paper: second })
    await finance.dialog.press('提交')
    expect(await finance.dialog.told('缴款凭证号')).toMatch(/已登记过/)
    await finance.dialog.fill('缴款凭证号', '缴 2026-0002')
    await finance.submit('提交')
    await finance.sees('已缴清', '尚欠 0.00 元')
    await finance.step('已缴清')
    const { money: sums } = await money()
    expect(sums).toMatchObject({
      recoveredFen: 40_000_000,
      claimedFen: 0,
      cashFen: 110_000_000,
      disbursedFen: 150_000_000,
    })
  })

  it('is given out again by the province, by the notice of the same fund', async () => {
    const province = await story.person('省财政厅·处室', { path: '/measures' })
    await province.sees('收回', '已缴清')
    await province.step('全省措施')
    await province.follow(park.name)
    await fillReissue(province, { on: '2026-06-02', yuan: '400000', documentNo: '浙财企〔2026〕30号' })
    await province.step('登记再安排')
    await province.submit('提交')
    await province.sees('浙财企〔2026〕30号', /嘉善县 2026 年度/)
    await province.step('已再安排')
  })
})

describe('a deduction lowers what the last tranche may be (G5.3, G4.2)', () => {
  it('takes its sum off what every gate lets go, and the last fen of the rest is released', async () => {
    await inForce(story.world, park, { amountFen: 30_000_000 })
    await judge(story.world, park, 2)
    economy = await story.person(countyHands.decides, { path: `/pilots/${park.pilotId}/money` })
    await economy.sees('尚未拨付 3,200,000.00 元，已扣减 300,000.00 元', '2,500,000.00 至 3,200,000.00 元')
    await economy.step('扣减之后')
    await economy.press('提出拨付建议')
    await economy.dialog.fill('建议金额', '3200000')
    await economy.submit('提出拨付建议')
    await release(story.world, park, 2)
    const { money: sums, tranches } = await money()
    expect(sums).toMatchObject({ undisbursedFen: 0, deductedFen: 30_000_000, disbursedFen: 470_000_000 })
    expect(tranches[2]?.maxFen).toBe(0)
    await economy.go(page())
    await economy.sees('扣减', '¥300,000.00')
    await economy.step('全部措施')
    const phone = await story.person(countyHands.decides, { phone: true, path: page() })
    await phone.sees('扣减')
    await phone.step('手机上的措施')
    await economy.press('English')
    await economy.sees('May still be released', 'targets missed', /Recovered from/, /Paid back/)
    await economy.step('English')
  })
})
