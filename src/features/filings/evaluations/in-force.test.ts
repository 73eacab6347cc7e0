import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveFiling, openOf, record, submit, writeSections } from '../../../../database/demo/course.ts'
import * as play from '../../../../database/demo/evaluations.ts'
import { makePdf } from '../../../../database/demo/photos.ts'
import type { County, Park } from '../../../../database/demo/programme.ts'
import { scoreTo } from '../../../../tests/support/evaluations.ts'
import { servedPilot } from '../../../../tests/support/returns.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as funds from '../../money/funds/contract.ts'
import * as courseActs from '../course/act-contract.ts'
import * as course from '../course/contract.ts'
import * as acts from './act-contract.ts'
import * as contract from './contract.ts'

const economy = '嘉善县经信局·经办'
const finance = '嘉善县财政局·经办'
const province = '省经信厅·处室'

let world: World
let county: County
let park: Park
let evaluationId = ''
let filingId = ''
let told = 0
beforeAll(async () => {
  world = await startWorld()
  const served = await servedPilot(world)
  county = served
  park = served.park
  world.setClock('2027-01-20')
  evaluationId = await play.openEvaluation(world, park, play.midTerm, '2026-12-31')
  await play.evaluateItself(world, park, evaluationId)
  await play.scoreJudged(world, economy, evaluationId)
})
afterAll(() => world.stop())

const manager = () => `${park.name}·负责人`
const params = () => ({ evaluationId })
const show = async (who = economy) => (await world.as(who)).done(contract.showEvaluation, { params: params() })
const code = (answer: { body: { error?: { code: string } } }) => answer.body.error?.code
const third = async () => {
  const { tranches } = await (await world.as(economy)).done(funds.showFunds, { params: { pilotId: park.pilotId } })
  const tranche = tranches.find(({ no }) => no === 3)
  return tranche?.conditions.find(({ condition }) => condition === 'evaluation-done')
}

async function report(): Promise<void> {
  const officer = await world.as(economy)
  await officer.done(course.refreshDraft, { params: { filingId }, body: {} })
  const { no } = await submit(officer, filingId)
  await approveFiling(await world.as(finance), filingId, no)
  await record(await world.as(province), filingId, `评-${no}`, no)
}

describe('the result of an evaluation', () => {
  it('is reported once it is settled, and the product writes it', async () => {
    told = await scoreTo(world, evaluationId, 6500)
    expect([6500, 6501]).toContain(told)
    expect((await show()).totals.final?.grade?.zh).toBe('合格')
    await (await world.as(economy)).done(acts.tellResult, { params: params(), body: {} })
    const officer = await world.as(economy)
    filingId = await openOf(officer, { batchId: county.batchId, parkId: county.countyId }, 'mid-term-evaluation')
    await writeSections(officer, filingId, play.reportTexts)
    const section = { params: { filingId, section: 'results' }, body: { revision: 0, content: { rows: [] } } }
    expect(code(await officer.call(course.saveFilingSection, section))).toBe('filing.section-made')
    await expect(submit(officer, filingId)).rejects.toThrow('review.gaps-remain')
    await play.agree(world, park, evaluationId)
    // What was drafted before is not what stands now.
    await expect(submit(officer, filingId)).rejects.toThrow('review.gaps-remain')
    expect((await third())?.met).toBe(false)
    await report()
    const again = { params: params(), body: { reason: '需要重新核对' } }
    expect(code(await officer.call(acts.takeBack, again))).toBe('evaluation.reported')
  })

  it('stands from then on, for ever, and opens the last tranche only once what it found wanting is put right', async () => {
    const { result } = await show(manager())
    expect(result).toMatchObject({ points: told, grade: { zh: '合格' } })
    await expect(world.sql('delete from evaluation_results')).rejects.toThrow('append-only')
    await expect(
      world.sql(`insert into evaluation_results (version_id, evaluation_id, no, pilot_id, kind, points, grade, in_force_at, scope)
                 select (select version_id from baselines limit 1), evaluation_id, 2, pilot_id, kind, 9900, 'excellent', now(), scope from evaluation_results`),
    ).rejects.toThrow(/report that is over/)
    expect(await third()).toMatchObject({ met: false })
    const client = await world.as(manager())
    const rectify = async (reportText: string) => {
      const fileId = await client.upload('整改报告.pdf', makePdf({ title: '整改报告', lines: [reportText] }))
      return client.call(acts.submitRectification, { params: params(), body: { report: reportText, fileId } })
    }
    expect((await rectify(' ')).body.error).toMatchObject({
      code: 'common.reason-missing',
      fields: [{ field: 'report' }],
    })
    expect((await rectify('已补齐服务佐证，完善台账')).status).toBe(200)
    expect(code(await rectify('再次提交整改报告'))).toBe('evaluation.rectification-waits')
    const decide = async (verdict: 'accept' | 'return', reason: string, who = economy) => {
      const [newest] = (await show()).rectifications
      const body = { rectificationId: newest?.rectificationId ?? '', verdict, reason }
      return (await world.as(who)).call(acts.decideRectification, { params: params(), body })
    }
    expect(code(await decide('accept', '已核实', province))).toBe('filing.not-the-preparer')
    expect((await decide('return', '尚有三项未整改')).status).toBe(200)
    expect(code(await decide('accept', '已全部整改到位'))).toBe('evaluation.rectification-decided')
    expect((await rectify('三项问题均已整改到位')).status).toBe(200)
    expect(await third()).toMatchObject({ met: false })
    expect((await decide('accept', '经现场核查，已整改到位')).status).toBe(200)
    expect(await third()).toMatchObject({ met: true })
    expect(code(await rectify('还要再报一次'))).toBe('evaluation.rectified-before')
  })

  it('is another one where the report is opened again, and the newest counts', async () => {
    const body = { sections: ['results', 'work'], reason: '园区补充了材料' }
    await (await world.as(province)).done(courseActs.reopenFiling, { params: { filingId }, body })
    await (await world.as(economy)).done(acts.takeBack, { params: params(), body: { reason: '补充材料后重新核定' } })
    told = await scoreTo(world, evaluationId, 7600)
    await (await world.as(economy)).done(acts.tellResult, { params: params(), body: {} })
    await play.agree(world, park, evaluationId)
    await report()
    expect((await show()).result).toMatchObject({ points: told, grade: { zh: '良好' } })
    expect(await third()).toMatchObject({ met: true })
  })

  it('stays in force where a report opened again leaves it as it was', async () => {
    const numbers = () => world.sql('select no from evaluation_results order by no')
    const before = await numbers()
    const body = { sections: ['results'], reason: '再核对一次' }
    await (await world.as(province)).done(courseActs.reopenFiling, { params: { filingId }, body })
    await report()
    expect(await numbers()).toEqual(before)
  })

  it('may be that there is no rating, with its reason', async () => {
    await (await world.as(province)).done(courseActs.reopenFiling, {
      params: { filingId },
      body: { sections: ['results'], reason: '园区停止运营' },
    })
    const officer = await world.as(economy)
    await officer.done(acts.takeBack, { params: params(), body: { reason: '园区停止运营' } })
    const silent = await officer.call(acts.notRate, { params: params(), body: { reason: ' ' } })
    expect(silent.body.error).toMatchObject({ code: 'common.reason-missing', fields: [{ field: 'reason' }] })
    const withMobile = { reason: '园区停止运营，可问 138-0000-0000' }
    const told = await officer.call(acts.notRate, { params: params(), body: withMobile })
    expect(told.body.error?.fields).toMatchObject([{ field: 'reason' }])
    await officer.done(acts.notRate, { params: params(), body: { reason: '园区停止运营，无法核定' } })
    await report()
    expect((await show()).result).toMatchObject({ points: null, grade: null })
    expect(await third()).toMatchObject({ met: false })
    const { versions } = await officer.done(course.showFiling, { params: { filingId } })
    expect(versions.length).toBe(4)
  })
})
