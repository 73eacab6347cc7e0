import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as play from '../../database/demo/evaluations.ts'
import type { County, Park } from '../../database/demo/programme.ts'
import * as contract from '../../src/features/filings/evaluations/contract.ts'
import { type Story, startStory } from '../support/browser.ts'
import { scoreTo } from '../support/evaluations.ts'
import { inForce } from '../support/measures.ts'
import { servedPilot } from '../support/returns.ts'

const economy = '嘉善县经信局·经办'

let story: Story
let county: County
let park: Park
let evaluationId = ''

beforeAll(async () => {
  story = await startStory('veto', { at: '2026-04-20T09:00:00+08:00' })
  const served = await servedPilot(story.world)
  county = served
  park = served.park
  await story.setClock('2026-11-16T09:00:00+08:00')
  const proven = { kind: 'criticism', ground: 'false-evidence', amountFen: null, provenOn: '2026-11-10' } as const
  await inForce(story.world, park, { ...proven, reason: '两家企业否认接受过服务，签到记录系补签' })
  await story.setClock('2027-01-20T10:00:00+08:00')
  evaluationId = await play.openEvaluation(story.world, park, play.midTerm, '2026-12-31')
  await play.evaluateItself(story.world, park, evaluationId)
  await play.scoreJudged(story.world, economy, evaluationId)
  await scoreTo(story.world, evaluationId, 7600)
})
afterAll(() => story?.close())

describe('false evidence that was proven (G5.3, GA2)', () => {
  it('holds the grade down whatever the points, and says by which rule', async () => {
    const officer = await story.person(economy, { path: `/evaluations/${evaluationId}` })
    await officer.sees('一票否决', '虚报已查实：最高评为“不合格”', '按分数为“良好”')
    await officer.step('一票否决')
    await officer.press('告知拟定结果')
    await officer.submit('告知拟定结果')
    const manager = await story.person(`${park.name}·负责人`, { phone: true })
    await manager.follow(/确认拟定结果或提出异议/)
    await manager.sees('虚报已查实：最高评为“不合格”')
    await manager.step('园区看到否决')
    await play.agree(story.world, park, evaluationId)
    const { totals } = await (await story.world.as(economy)).done(contract.showEvaluation, { params: { evaluationId } })
    expect(totals.final?.total).toBeGreaterThanOrEqual(7500)
    expect(totals.final?.grade?.zh).toBe('不合格')
  })

  it('closes the last tranche once it is reported', async () => {
    await play.reportMidTerm(story.world, county)
    const officer = await story.person(economy, { path: `/pilots/${park.pilotId}/money` })
    await officer.sees('中期评价为“不合格”，剩余资金不予拨付')
    await officer.step('不予拨付')
    const leader = await story.person('省经信厅·处室', { path: '/evaluations' })
    await leader.sees('等次分布', '不合格', park.name)
    await leader.step('评价一览')
  })
})
