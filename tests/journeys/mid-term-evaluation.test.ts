import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as play from '../../database/demo/evaluations.ts'
import type { County, Park } from '../../database/demo/programme.ts'
import * as contract from '../../src/features/filings/evaluations/contract.ts'
import { type Story, startStory } from '../support/browser.ts'
import { objectTo, openItem } from '../support/evaluation-steps.ts'
import { servedPilot } from '../support/returns.ts'

const economy = '嘉善县经信局·经办'

let story: Story
let county: County
let park: Park
let evaluationId = ''

beforeAll(async () => {
  story = await startStory('mid-term-evaluation', { at: '2026-04-20T09:00:00+08:00' })
  const served = await servedPilot(story.world)
  county = served
  park = served.park
  await play.openExpert(story.world, county.countyId, '嘉善县·评审专家')
  await story.setClock('2027-01-20T10:00:00+08:00')
})
afterAll(() => story?.close())

const show = async () => (await story.world.as(economy)).done(contract.showEvaluation, { params: { evaluationId } })

describe('a mid-term evaluation (G5.3)', () => {
  it('is opened by the county with a cut-off, after the year is full', async () => {
    const officer = await story.person(economy)
    await officer.go(`/pilots/${park.pilotId}/evaluations`)
    await officer.sees('中期绩效评价', '尚未启动', '终期绩效评价')
    await officer.step('尚未启动')
    await officer.press('启动评价')
    await officer.dialog.day('截止日', '2026-12-30')
    await officer.dialog.press('启动评价')
    expect(await officer.dialog.told('截止日')).toMatch(/须在 2026-12-31 至 2027-01-20 之间/)
    await officer.dialog.day('截止日', '2026-12-31')
    await officer.submit('启动评价')
    await officer.sees('园区自评')
    await officer.follow('中期绩效评价')
    await officer.sees('目标完成进度', '系统计算', '目标任务完成情况')
    evaluationId = officer.page.url().split('/').at(-1) ?? ''
    await officer.step('已启动')
    await officer.press('目标完成进度')
    await officer.dialog.sees('23 项指标中', '查看所依据的记录')
    await officer.step('分数怎样得出')
  })

  it('hears the park, which is told what it has not judged yet', async () => {
    const manager = await story.person(`${park.name}·负责人`)
    await manager.follow(/完成自评并提交/)
    await manager.press('提交自评')
    await manager.dialog.fill('自评报告', '一年来按计划推进，机制健全，服务覆盖全部试点企业。')
    await manager.dialog.press('提交自评')
    await manager.dialog.sees('自评尚有 3 个项目未填写')
    await manager.step('自评不全')
    await manager.dialog.press('返回')
    await openItem(manager, '服务机构管理', '填写自评')
    await manager.dialog.area.getByRole('checkbox', { name: /同类机构不少于两家/ }).check()
    await manager.dialog.press('提交')
    expect(await manager.dialog.told('理由')).toMatch(/请说明理由/)
    await manager.dialog.fill('理由', '每类机构均有两家以上')
    await manager.submit('提交')
    await play.evaluateItself(story.world, park, evaluationId)
    expect((await show()).state).toBe('scoring')
  })

  it('takes the seat of an expert back with a reason, and says what becomes of its scores', async () => {
    const officer = await story.person(economy)
    await officer.go(`/evaluations/${evaluationId}`)
    await officer.press('列入专家')
    await officer.dialog.choose('专家账号', '嘉善县·评审专家')
    await officer.dialog.fill('工作单位', '浙江工业大学')
    await officer.submit('提交')
    await officer.sees('尚未声明')
    await officer.press('收回席位')
    await officer.dialog.sees('不计入专家平均分', '不能再次列入')
    await officer.step('收回席位')
    await officer.dialog.fill('理由', '核查发现其近三年为园区做过顾问')
    await officer.submit('收回席位')
    await officer.sees('席位已收回：核查发现其近三年为园区做过顾问')
    await officer.step('席位已收回')
  })

  it('opens the records to an expert once nothing binds them to the park, and leads back to the scores', async () => {
    await play.openExpert(story.world, county.countyId, '嘉善县·评审专家乙')
    const officer = await story.person(economy)
    await officer.go(`/evaluations/${evaluationId}`)
    await officer.press('列入专家')
    await officer.dialog.choose('专家账号', '嘉善县·评审专家乙')
    await officer.dialog.fill('工作单位', '嘉兴大学')
    await officer.submit('提交')
    const expert = await story.person('嘉善县·评审专家乙', { phone: true })
    await expert.follow(/中期绩效评价/)
    await expert.lacks('机制与经验', '季报')
    await expert.press('声明利害关系')
    await expert.submit('提交')
    await expert.follow('服务')
    await expert.follow(/^FW2026-/)
    await expert.sees('服务进程')
    await expert.lacks('登记走访', '导出全部')
    await expert.step('查看佐证')
    await expert.go(`/pilots/${park.pilotId}`)
    await expert.sees('中期绩效评价', '目标任务完成情况')
    await expert.go(`/pilots/${county.second.pilotId}/services`)
    await expert.sees(/评审专家无权/)
    await expert.step('他园不可见')
  })

  it('is scored and told; an objection is answered, and the score stands', async () => {
    const officer = await story.person(economy)
    await officer.follow(/评定得分并告知结果/)
    await openItem(officer, '经验推广', '填写得分')
    await officer.dialog.fill(/比例/, '85')
    await officer.dialog.fill('理由', '经验已在全县推广')
    await officer.submit('提交')
    await play.scoreJudged(story.world, economy, evaluationId)
    await officer.press('告知拟定结果')
    await officer.submit('告知拟定结果')
    await officer.sees('结果已告知', '2027-01-27')
    await officer.step('已告知')
    const manager = await story.person(`${park.name}·负责人`)
    await manager.follow(/确认拟定结果或提出异议/)
    await objectTo(manager, '报送及时', '三季度情况表已按期报送，系平台故障')
    await officer.go(`/evaluations/${evaluationId}`)
    await officer.press('答复')
    await officer.dialog.area.getByRole('radio', { name: '维持原评分' }).check()
    await officer.dialog.fill('答复内容', '平台无故障记录，维持原评分')
    await officer.submit('提交')
    await officer.sees('平台无故障记录')
    await manager.go(`/evaluations/${evaluationId}`)
    await manager.press('确认无异议')
    await manager.submit('确认无异议')
    await manager.sees('结果已确定，可以上报')
    await manager.step('已确认')
  })

  it('is reported, recorded, and stands on the page of the money', async () => {
    await play.reportMidTerm(story.world, county)
    const { result } = await show()
    expect(result?.grade).not.toBeNull()
    const officer = await story.person(economy)
    await officer.go(`/evaluations/${evaluationId}`)
    await officer.sees('生效结果', result?.grade?.zh ?? '')
    await officer.go(`/pilots/${park.pilotId}/money`)
    await officer.sees(/绩效评价/)
    await officer.step('第三期')
    const manager = await story.person(`${park.name}·负责人`, { phone: true })
    await manager.go(`/evaluations/${evaluationId}`)
    await manager.sees('生效结果')
    await manager.step('手机')
  })
})
