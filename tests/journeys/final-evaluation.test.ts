import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as play from '../../database/demo/evaluations.ts'
import type { Park } from '../../database/demo/programme.ts'
import * as contract from '../../src/features/filings/evaluations/contract.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fillReceipt, fillRecovery, fillReissue, objectTo, openItem, scan } from '../support/evaluation-steps.ts'
import { provinceHands } from '../support/measures.ts'
import { servedPilot } from '../support/returns.ts'

const { officer: evaluator } = play.finalOne

let story: Story
let park: Park
let province: Person
let finance: Person
let evaluationId = ''

beforeAll(async () => {
  story = await startStory('final-evaluation', { at: '2026-04-20T09:00:00+08:00' })
  park = (await servedPilot(story.world)).park
  await story.setClock('2028-01-20T10:00:00+08:00')
})
afterAll(() => story?.close())

const show = async () => (await story.world.as(evaluator)).done(contract.showEvaluation, { params: { evaluationId } })
/** What stands for each item in the end, in hundredths. */
const finals = async () => {
  const items = (await show()).parts.flatMap((part) => part.items)
  return new Map(items.map(({ name, final }) => [name.zh, final?.points ?? null]))
}
const measuresPage = () => `/pilots/${park.pilotId}/measures`

describe('a final evaluation by the province (G5.3)', () => {
  it('is opened by the province after both years; the county and its park do not open it', async () => {
    const county = await story.person('嘉善县经信局·经办', { path: `/pilots/${park.pilotId}/evaluations` })
    await county.sees('终期绩效评价', '尚未启动')
    province = await story.person(evaluator, { path: `/pilots/${park.pilotId}/evaluations` })
    // The mid-term one stands above it, and is the county's to open.
    const row = province.page.getByRole('row', { name: /终期绩效评价/ })
    await row.getByRole('button', { name: '启动评价' }).click()
    await province.dialog.day('截止日', '2027-12-30')
    await province.dialog.press('启动评价')
    expect(await province.dialog.told('截止日')).toMatch(/须在 2027-12-31 至 2028-01-20 之间/)
    await province.dialog.day('截止日', '2027-12-31')
    await province.submit('启动评价')
    await province.follow('终期绩效评价')
    await province.sees('目标完成进度', '系统计算')
    evaluationId = province.page.url().split('/').at(-1) ?? ''
    await province.step('已启动')
  })

  it('hears the park and both bureaus of its county, and tells a draft result', async () => {
    await play.evaluateItself(story.world, park, evaluationId)
    await play.scoreJudged(story.world, evaluator, evaluationId, play.fairly)
    await province.go(`/evaluations/${evaluationId}`)
    await openItem(province, '经验推广', '填写得分')
    await province.dialog.fill('理由', '材料所列县份只有一家确认')
    await province.submit('提交')
    await province.sees('尚未出具意见：县级经信部门、县级财政部门')
    for (const bureau of ['经信局', '财政局']) {
      const officer = await story.person(`嘉善县${bureau}·经办`)
      await officer.follow(/出具县级意见/)
      await officer.press('出具县级意见')
      await officer.dialog.area.getByRole('radio', { name: '良好' }).check()
      await officer.dialog.fill('理由', '目标任务与台账一致，同意评为良好')
      await officer.dialog.attach('意见文件', scan(`${bureau}评价意见`, park.name))
      await officer.step(`${bureau}出具意见`)
      await officer.submit('提交')
      await officer.sees('目标任务与台账一致，同意评为良好')
    }
    await province.go(`/evaluations/${evaluationId}`)
    await province.sees('县级意见', '县级财政部门')
    await province.press('告知拟定结果')
    await province.submit('告知拟定结果')
    await province.sees('结果已告知')
    await province.step('已告知')
  })

  it('changes the one item of an objection that is upheld, and nothing else', async () => {
    const manager = await story.person(`${park.name}·负责人`)
    await manager.follow(/确认拟定结果或提出异议/)
    await objectTo(manager, '经验推广', '另有两县已发文推广，文件附后')
    await manager.step('异议已提出')
    const before = await finals()
    const total = (await show()).totals.final?.total ?? 0
    await province.go(`/evaluations/${evaluationId}`)
    await province.press('答复')
    await province.dialog.area.getByRole('radio', { name: '调整该项目得分' }).check()
    await province.dialog.fill(/比例/, '79')
    await province.dialog.fill('答复内容', '经核实两县文件属实，调整该项得分')
    await province.dialog.attach('佐证', scan('两县推广文件', park.name))
    await province.step('答复异议')
    await province.submit('提交')
    await province.sees('经核实两县文件属实')
    const after = await finals()
    const changed = [...after].filter(([item, points]) => before.get(item) !== points).map(([item]) => item)
    expect(changed).toEqual(['经验推广'])
    expect(after.get('经验推广')).toBeGreaterThan(before.get('经验推广') ?? 0)
    expect((await show()).totals.final?.total).toBeGreaterThan(total)
    await manager.go(`/evaluations/${evaluationId}`)
    await manager.sees('经核实两县文件属实')
    await manager.press('确认无异议')
    await manager.submit('确认无异议')
    await manager.sees('结果已确定，可以上报')
  })

  it('is reported with the finance department, and in force', async () => {
    await play.reportFinal(story.world, park)
    const { result } = await show()
    expect(result?.grade).not.toBeNull()
    await province.go(`/evaluations/${evaluationId}`)
    await province.sees('生效结果', result?.grade?.zh ?? '')
    await province.step('生效')
  })
})

describe('what follows from it: money comes back (G5.3)', () => {
  it('is decided by the provincial economy department and confirmed by the finance department', async () => {
    await province.go(measuresPage())
    const reason = '终期评价：三项绩效目标未完成'
    const paper = scan('收回决定', park.name)
    await fillRecovery(province, { yuan: '300000', dueOn: '2028-02-29', reason, paper })
    await province.step('作出收回')
    await province.submit('提交')
    await province.sees('收回', '¥300,000.00', '待财政确认', '省级')
    finance = await story.person(provinceHands.confirms)
    await finance.follow(/确认处理措施/)
    await finance.press('确认')
    await finance.submit('确认')
    await finance.sees('已生效', '待缴回', '尚欠 300,000.00 元')
  })

  it('is paid in two receipts, out of the account and out of the park’s own money, each with its voucher', async () => {
    const first = {
      on: '2028-01-20',
      yuan: '200000',
      own: '0',
      no: '缴 2028-0001',
      paper: scan('缴款凭证一', park.name),
    }
    await fillReceipt(finance, first)
    await finance.submit('提交')
    await finance.sees('已缴回部分', '尚欠 100,000.00 元')
    await story.setClock('2028-02-10T09:30:00+08:00')
    finance = await story.person(provinceHands.confirms, { path: measuresPage() })
    const second = {
      on: '2028-02-10',
      yuan: '100000',
      own: '1000',
      no: '缴 2028-0002',
      paper: scan('缴款凭证二', park.name),
    }
    await fillReceipt(finance, second)
    await finance.step('登记缴回')
    await finance.submit('提交')
    await finance.sees('已缴清', '尚欠 0.00 元')
    const client = await story.world.as(provinceHands.confirms)
    const { money } = await client.done(funds.showFunds, { params: { pilotId: park.pilotId } })
    expect(money).toMatchObject({ recoveredFen: 30_000_000, claimedFen: 0, disbursedFen: 150_000_000 })
  })

  it('is given out again by the notice of a later year, and the park reads all of it', async () => {
    await story.setClock('2029-05-10T09:30:00+08:00')
    finance = await story.person(provinceHands.confirms, { path: measuresPage() })
    await fillReissue(finance, { on: '2029-05-10', yuan: '300000', documentNo: '浙财企〔2029〕12号' })
    await finance.submit('提交')
    await finance.sees('浙财企〔2029〕12号', /嘉善县 2026 年度/)
    await finance.step('已再安排')
    const manager = await story.person(`${park.name}·负责人`, { phone: true, path: measuresPage() })
    await manager.sees('收回', '已缴清', '浙财企〔2029〕12号')
    await manager.lacks('作出处理', '登记缴回')
    await manager.step('手机上的措施')
  })
})
