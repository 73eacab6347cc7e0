import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as play from '../../database/demo/evaluations.ts'
import type { County, Park } from '../../database/demo/programme.ts'
import * as acts from '../../src/features/filings/evaluations/act-contract.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import { type Story, startStory } from '../support/browser.ts'
import { scan } from '../support/evaluation-steps.ts'
import { scoreTo } from '../support/evaluations.ts'
import { fundedPilot, judge, receive, recommend, release } from '../support/funded.ts'
import { underWay } from '../support/tranches.ts'

const economy = '嘉善县经信局·经办'

let story: Story
let county: County
let park: Park
let evaluationId = ''

beforeAll(async () => {
  story = await startStory('cut-tranche', { at: '2026-04-20T09:00:00+08:00' })
  const { world } = story
  const funded = await fundedPilot(world)
  county = funded
  park = funded.park
  await underWay(world, park)
  await judge(world, park, 2)
  await recommend(world, park, 2, 250_000_000)
  await release(world, park, 2)
  await receive(world, park, 2)
  await story.setClock('2027-01-20T10:00:00+08:00')
  evaluationId = await play.openEvaluation(world, park, play.midTerm, '2026-12-31')
  await play.evaluateItself(world, park, evaluationId)
  await play.scoreJudged(world, economy, evaluationId)
  await scoreTo(world, evaluationId, 6500)
  await (await world.as(economy)).done(acts.tellResult, { params: { evaluationId }, body: {} })
  await play.agree(world, park, evaluationId)
  await play.reportMidTerm(world, county)
})
afterAll(() => story?.close())

const money = () => `/pilots/${park.pilotId}/money`
const last = async () => {
  const client = await story.world.as(economy)
  const { tranches } = await client.done(funds.showFunds, { params: { pilotId: park.pilotId } })
  return tranches.find(({ no }) => no === 3)
}

describe('a grade that cuts the last tranche (G5.3, G4.2)', () => {
  it('keeps it shut until what was found wanting is put right', async () => {
    const officer = await story.person(economy, { path: money() })
    await officer.sees('中期评价为“合格”，须整改完成后方可拨付')
    await officer.step('尚未整改')
    const manager = await story.person(`${park.name}·负责人`)
    await manager.follow(/整改并提交报告/)
    await manager.press('提交整改报告')
    await manager.dialog.press('提交')
    expect(await manager.dialog.told('整改情况')).toMatch(/请/)
    await manager.dialog.sees('还需填写：整改报告')
    await manager.step('整改缺件')
    await manager.dialog.fill('整改情况', '已补齐服务佐证，重新安排未达标指标的服务。')
    await manager.dialog.attach('整改报告', scan('整改报告', park.name))
    await manager.submit('提交')
    await manager.sees('已补齐服务佐证')
    await manager.step('已提交整改')
  })

  it('lets seventy to a hundred percent go once the county accepts it, and no fen less', async () => {
    const officer = await story.person(economy)
    await officer.follow(/认定整改/)
    await officer.press('认定整改')
    await officer.dialog.area.getByRole('radio', { name: '整改完成' }).check()
    await officer.dialog.fill('理由', '经现场核查，整改到位')
    await officer.submit('提交')
    await officer.sees('经现场核查，整改到位')
    expect(await last()).toMatchObject({ minFen: 70_000_000, maxFen: 100_000_000 })
    await officer.go(money())
    await officer.press('提出拨付建议')
    await officer.dialog.fill('建议金额', '699999.99')
    await officer.dialog.press('提出拨付建议')
    await officer.dialog.sees(/700,000.00/)
    await officer.step('少于七成')
    await officer.dialog.fill('建议金额', '700000')
    await officer.dialog.fill('建议说明', '中期评价合格，按七成拨付')
    await officer.submit('提出拨付建议')
    await officer.sees('建议拨付 700,000.00 元')
  })

  it('is released and received as cut', async () => {
    await release(story.world, park, 3)
    const fund = await story.person(`${park.name}·资金专员`, { phone: true })
    await fund.follow(/确认资金到账/)
    await fund.press('确认到账')
    await fund.submit('确认到账')
    await fund.sees('700,000.00')
    await fund.step('手机确认到账')
    expect(await last()).toMatchObject({ state: 'received', amountFen: 70_000_000 })
  })
})
