import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveFiling, openOf, record, submit, writeSections } from '../../../../database/demo/course.ts'
import * as play from '../../../../database/demo/evaluations.ts'
import type { County, Park } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { decidedId, inForce } from '../../../../tests/support/measures.ts'
import { servedPilot } from '../../../../tests/support/returns.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { mobileAsContact } from '../../../shared/uscc.ts'
import * as inbox from '../../oversight/inbox/contract.ts'
import * as courseActs from '../course/act-contract.ts'
import * as course from '../course/contract.ts'
import * as evaluationActs from '../evaluations/act-contract.ts'
import { showEvaluation } from '../evaluations/contract.ts'
import { compareEvaluations } from '../evaluations/overview-contract.ts'
import * as contract from './contract.ts'

const economy = '嘉善县经信局·经办'
const finance = '嘉善县财政局·经办'
const province = '省经信厅·处室'
const contact = '嘉善县经信局企业服务科'

let world: World
let county: County
let park: Park
let evaluationId = ''
let filingId = ''
let first = ''
beforeAll(async () => {
  world = await startWorld()
  const served = await servedPilot(world)
  county = served
  park = served.park
  world.setClock('2027-01-20')
  // Criticism in force is told with the result; what is only decided, and what takes money, is not.
  const criticism = { kind: 'criticism' as const, ground: 'weak-progress' as const, amountFen: null }
  await inForce(world, park, { ...criticism, reason: '半年未开展服务，通报批评' })
  await decidedId(world, park, { ...criticism, reason: '第二次通报批评，尚未确认' })
  evaluationId = await play.toldEvaluation(world, park, play.midTerm, '2026-12-31')
  await play.agree(world, park, evaluationId)
  const officer = await world.as(economy)
  filingId = await openOf(officer, { batchId: county.batchId, parkId: county.countyId }, 'mid-term-evaluation')
  await writeSections(officer, filingId, play.reportTexts)
})
afterAll(() => world.stop())

const code = (answer: { body: { error?: { code: string } } }) => answer.body.error?.code
const publish = async (who = economy, said = contact, id = filingId) =>
  (await world.as(who)).call(contract.publishResults, { params: { filingId: id }, body: { contact: said } })
const withdraw = async (publicationId: string, reason: string, who = economy) =>
  (await world.as(who)).call(contract.withdrawResults, { params: { publicationId }, body: { reason } })
const show = async (who = economy) => (await world.as(who)).done(contract.showPublication, { params: { filingId } })
const page = async (publicationId: string) =>
  (await world.stranger().call(contract.showPublicEvaluation, { params: { publicationId } })).body
const list = async () => (await world.stranger().done(contract.listPublicEvaluations)).publications
const tasks = async (who: string) => {
  const { mine, team } = await (await world.as(who)).done(inbox.showInbox)
  return [...mine.tasks, ...team.tasks].filter(({ href }) => href.startsWith('/evaluation-reports/'))
}
const overview = async (who = economy) => (await (await world.as(who)).done(compareEvaluations)).publications
const publicationIn = async (who: string) =>
  (await (await world.as(who)).done(showEvaluation, { params: { evaluationId } })).publication
const allowed = async (action: 'publish' | 'withdraw', who = economy) => abilityIn((await show(who)).actions, action)

/** Reports once more, as far as the province's record. */
async function report(recorded = true): Promise<void> {
  const officer = await world.as(economy)
  await officer.done(course.refreshDraft, { params: { filingId }, body: {} })
  const { no } = await submit(officer, filingId)
  await approveFiling(await world.as(finance), filingId, no)
  if (recorded) await record(await world.as(province), filingId, `评-${no}`, no)
}

describe('results before their report is on record', () => {
  it('are published by nobody, and asked for by nobody', async () => {
    expect(code(await publish())).toBe('evaluation.publish-after-record')
    await report(false)
    const early = await publish()
    expect([code(early), early.body.error?.clause]).toEqual(['evaluation.publish-after-record', 'G5.3'])
    expect(await allowed('publish')).toMatchObject({ allowed: false, clause: 'G5.3' })
    expect(await show()).toMatchObject({ draft: null, standing: null, former: [] })
    expect([await tasks(economy), await overview(), await list()]).toEqual([[], [], []])
    expect(await world.sql('select 1 from evaluation_publications')).toEqual([])
  })
})

describe('results on record', () => {
  it('are asked for from whoever filed the report, and from nobody else', async () => {
    await record(await world.as(province), filingId, '评-2027-01')
    const href = `/evaluation-reports/${filingId}/publication`
    expect(await tasks(economy)).toMatchObject([{ href, title: { zh: '公示评价结果' }, parkName: '嘉善县' }])
    expect([await tasks(finance), await tasks(province)]).toEqual([[], []])
    expect(await overview()).toEqual([{ filingId, unitName: '嘉善县', publication: null }])
    expect(await publicationIn(`${park.name}·负责人`)).toBeNull()
  })

  it('are refused to the park, finance, the province, a foreign county, and without a post that takes objections', async () => {
    for (const who of [`${park.name}·负责人`, finance]) expect((await publish(who)).status).toBe(403)
    expect(code(await publish(province))).toBe('filing.not-the-preparer')
    expect((await publish('海宁市经信局·经办')).status).toBe(404)
    const mobile = await publish(economy, '王科长 13812345678')
    expect(mobile.body.error).toMatchObject({ fields: [{ field: 'contact', ...mobileAsContact }] })
    const silent = await publish(economy, ' ')
    expect([silent.status, silent.body.error?.fields?.map(({ field }) => field)]).toEqual([422, ['contact']])
    const none = await publish(economy, contact, evaluationId)
    expect(none.status).toBe(404)
    expect(await allowed('publish', province)).toMatchObject({ allowed: false })
    expect(await world.sql('select 1 from evaluation_publications')).toEqual([])
  })

  it('stand for the working days of the edition, as they stood, for everybody', async () => {
    const { draft } = await show()
    expect(draft).toMatchObject({ contact: economy, publishedOn: '2027-01-20', untilOn: '2027-01-27', workingDays: 5 })
    const done = await publish()
    expect([done.status, done.body.untilOn]).toEqual([200, '2027-01-27'])
    first = done.body.publicationId
    const shown = await page(first)
    const { result } = await (await world.as(economy)).done(showEvaluation, { params: { evaluationId } })
    expect(shown).toMatchObject({
      ...{
        unitName: '嘉善县',
        contact,
        clause: 'G5.3',
        state: 'running',
        publishedOn: '2027-01-20',
        untilOn: '2027-01-27',
      },
      ...{ endReason: '', newerId: null, daysLeft: 5 },
    })
    expect(shown.results).toEqual(draft?.results)
    expect(shown.results).toContainEqual({
      parkName: park.name,
      countyName: '嘉善县',
      points: result?.points,
      grade: result?.grade,
      remark: '',
      measures: [{ name: { zh: '通报批评', en: 'criticism' }, on: '2027-01-20' }],
    })
    // A park whose plan was never approved has no evaluation, and is published as not rated.
    expect(shown.results.filter(({ grade }) => grade === null).map(({ remark }) => remark)).toContain(
      '方案未审核通过，没有可供评价的目标',
    )
    expect(await list()).toMatchObject([{ publicationId: first, parks: shown.results.length, state: 'running' }])
  })

  it('say nothing of who published, and name no record', async () => {
    const said = JSON.stringify([await page(first), await list()])
    const ids = said.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []
    expect([...new Set(ids)]).toEqual([first])
    const people = await world.sql<{ name: string }>('select name from accounts')
    for (const { name } of people) expect(said).not.toContain(name)
  })

  it('are published once, done as a task, and seen by the park', async () => {
    expect(code(await publish())).toBe('evaluation.published-before')
    expect((await show()).draft).toBeNull()
    expect(await tasks(economy)).toEqual([])
    const publication = { publicationId: first, state: 'running', publishedOn: '2027-01-20', untilOn: '2027-01-27' }
    expect(await overview()).toEqual([{ filingId, unitName: '嘉善县', publication }])
    expect(await publicationIn(`${park.name}·负责人`)).toEqual(publication)
    const events = await world.sql(`select kind, scope from audit_events where kind like 'evaluation.publi%'`)
    expect(events).toEqual([{ kind: 'evaluation.published', scope: '33/3304/330421/' }])
  })

  it('are withdrawn with a reason that everybody reads, and published anew', async () => {
    expect(code(await withdraw(first, ' '))).toBe('common.reason-missing')
    const withMobile = await withdraw(first, '受理岗位写错，请联系 138-0000-0000')
    expect(withMobile.body.error?.fields).toEqual([
      expect.objectContaining({ field: 'reason', zh: expect.stringContaining('会公开') }),
    ])
    expect(code(await withdraw(first, '受理岗位写错', province))).toBe('filing.not-the-preparer')
    expect((await withdraw(first, '受理岗位写错', '海宁市经信局·经办')).status).toBe(404)
    expect((await withdraw(first, '受理岗位写错')).status).toBe(200)
    expect(code(await withdraw(first, '再次撤回公示'))).toBe('common.not-in-state')
    expect(await page(first)).toMatchObject({
      state: 'withdrawn',
      endReason: '受理岗位写错',
      daysLeft: 0,
      newerId: null,
    })
    expect(await tasks(economy)).toHaveLength(1)
    expect((await publicationIn(`${park.name}·负责人`))?.state).toBe('withdrawn')
    world.setClock('2027-01-21')
    const second = (await publish()).body.publicationId
    expect(await page(first)).toMatchObject({ state: 'withdrawn', newerId: second })
    expect(await page(second)).toMatchObject({ state: 'running', publishedOn: '2027-01-21', untilOn: '2027-01-28' })
    expect((await list()).map(({ publicationId }) => publicationId)).toEqual([second, first])
    expect((await show()).former).toMatchObject([{ publicationId: first, endedOn: '2027-01-20' }])
    expect(await publicationIn(`${park.name}·负责人`)).toMatchObject({ publicationId: second, state: 'running' })
  })

  it('lapse when their report is opened again, and what differs is published anew', async () => {
    const [{ publicationId: second } = { publicationId: '' }] = await list()
    const before = await page(second)
    const reopening = { sections: ['results'], reason: '园区补充了材料' }
    await (await world.as(province)).done(courseActs.reopenFiling, { params: { filingId }, body: reopening })
    expect(await page(second)).toMatchObject({ state: 'lapsed', endReason: '', results: before.results })
    expect([await tasks(economy), code(await publish())]).toEqual([[], 'evaluation.publish-after-record'])
    const officer = await world.as(economy)
    const params = { evaluationId }
    await officer.done(evaluationActs.takeBack, { params, body: { reason: '园区停止运营' } })
    await officer.done(evaluationActs.notRate, { params, body: { reason: '园区停止运营，无法核定' } })
    await report()
    expect(await tasks(economy)).toHaveLength(1)
    const third = (await publish()).body.publicationId
    const { results } = await page(third)
    expect(results.find(({ parkName }) => parkName === park.name)).toMatchObject({
      ...{ grade: null, points: null, remark: '园区停止运营，无法核定' },
    })
    // What was published stays as it was.
    expect(await page(second)).toMatchObject({ state: 'lapsed', results: before.results, newerId: third })
  })
})
