import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as play from '../../database/demo/evaluations.ts'
import type { Park } from '../../database/demo/programme.ts'
import { showEvaluation } from '../../src/features/filings/evaluations/contract.ts'
import { formatPoints } from '../../src/policy/evaluation/rational.ts'
import { type Story, startStory } from '../support/browser.ts'
import { servedPilot } from '../support/returns.ts'

const economy = '嘉善县经信局·经办'

let story: Story
let park: Park
let evaluationId = ''
let address = ''

beforeAll(async () => {
  story = await startStory('published-results', { at: '2026-04-20T09:00:00+08:00' })
  const served = await servedPilot(story.world)
  park = served.park
  await story.setClock('2027-01-20T10:00:00+08:00')
  evaluationId = await play.toldEvaluation(story.world, park, play.midTerm, '2026-12-31')
  await play.agree(story.world, park, evaluationId)
  await play.reportMidTerm(story.world, served)
})
afterAll(() => story?.close())

describe('results of evaluations (G5.3)', () => {
  it('are published by the county from its inbox, with the post that takes objections', async () => {
    const officer = await story.person(economy)
    await officer.follow(/公示评价结果/)
    await officer.sees('将要公示的内容', park.name, '方案未审核通过，没有可供评价的目标')
    await officer.step('将要公示')
    await officer.press('公示结果')
    await officer.dialog.sees('公示期 2027-01-20 至 2027-01-27，共 5 个工作日')
    await officer.dialog.fill('异议受理岗位', '')
    await officer.dialog.press('公示结果')
    expect(await officer.dialog.told('异议受理岗位')).not.toBe('')
    await officer.dialog.fill('异议受理岗位', '嘉善县经信局企业服务科')
    await officer.submit('公示结果')
    await officer.sees('公示中', '还剩 5 个工作日')
    await officer.step('公示中')
    await officer.go('/evaluations')
    await officer.sees('结果公示', '至 2027-01-27')
    await officer.step('评价一览')
  })

  it('are read by anybody without an account, from the notices of payments on', async () => {
    const guest = await story.guest()
    await guest.go('/public/notices')
    await guest.page.getByRole('link', { name: '评价结果公示' }).click()
    await guest.sees(park.name, '公示中')
    await guest.step('访客的列表')
    await guest.page.getByRole('link', { name: /嘉善县 · 中期绩效评价结果/ }).click()
    await guest.sees('如何提出异议', '嘉善县经信局企业服务科')
    address = new URL(guest.page.url()).pathname
    const { result } = await (await story.world.as(economy)).done(showEvaluation, { params: { evaluationId } })
    await guest.sees(park.name, result?.grade?.zh ?? '', formatPoints(result?.points ?? 0), '不予评定')
    expect(await guest.page.locator('body').textContent()).not.toContain('经办')
    await guest.step('访客的页面')
  })

  it('are seen by the park on its evaluation, and fit a phone', async () => {
    const manager = await story.person(`${park.name}·负责人`, { phone: true })
    await manager.go(`/evaluations/${evaluationId}`)
    await manager.sees('结果公示', '公示中')
    await manager.page.getByRole('link', { name: '2027-01-20' }).click()
    await manager.sees('如何提出异议')
    const overflow = await manager.page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(overflow).toBe(0)
    await manager.step('手机')
  })

  it('are withdrawn with a reason that the visitor reads, and stay', async () => {
    const officer = await story.person(economy)
    await officer.go('/evaluations')
    await officer.page.getByRole('link', { name: '嘉善县', exact: true }).click()
    await officer.press('撤回公示')
    await officer.dialog.fill('理由', '异议受理岗位写错，更正后重新公示')
    await officer.submit('撤回公示')
    await officer.sees('已撤回', '将要公示的内容', '异议受理岗位写错')
    await officer.step('撤回以后')
    const guest = await story.guest()
    await guest.go(address)
    await guest.sees('已撤回', '异议受理岗位写错，更正后重新公示', park.name, '公示已结束')
    await guest.step('撤回的公示')
  })
})
