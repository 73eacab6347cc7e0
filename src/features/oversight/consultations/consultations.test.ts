import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type County, demoCounty } from '../../../../database/demo/programme.ts'
import { personal } from '../../../../tests/support/personal-numbers.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as inbox from '../inbox/contract.ts'
import * as contract from './contract.ts'

let world: World
let county: County
let foreignId = ''
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
  const [foreign] = await world.sql<{ id: string }>(`select id from units where name = '海宁市'`)
  foreignId = foreign?.id ?? ''
  world.setClock('2026-05-20')
})
afterAll(() => world.stop())

const economy = '嘉善县经信局·经办'
const manager = () => `${county.first.name}·负责人`
type Body = Parameters<typeof body>[0]
function body(more: Record<string, unknown> = {}) {
  return {
    batchId: county.batchId,
    heldOn: '2026-05-18',
    way: 'meeting' as const,
    place: '县经信局会议室',
    topic: '一季度试点推进会商',
    matters: '诊断进度偏慢，部分机构报价高于市场价。',
    participants: [
      { unitId: county.countyId, person: '经信局经办、财政局经办' },
      { unitId: county.first.parkId, person: '园区负责人' },
    ],
    decisions: [
      { what: '补齐企业诊断报告', unitId: county.first.parkId, post: 'park-manager', dueOn: '2026-06-10' },
      { what: '核对资金专账', unitId: county.countyId, post: 'finance-officer', dueOn: '2026-05-25' },
    ],
    ...more,
  }
}
const record = async (who: string, more: Body = {}) =>
  (await world.as(who)).call(contract.recordConsultation, { body: body(more) })
const counted = async () => (await world.sql<{ n: number }>('select count(*)::int as n from consultations'))[0]?.n
const list = async (who: string, show?: 'open' | 'late') =>
  (await (await world.as(who)).done(contract.listConsultations, { search: show ? { show } : {} })).consultations
const show = async (who: string, consultationId: string) =>
  (await world.as(who)).call(contract.showConsultation, { params: { consultationId } })
const tasksOf = async (who: string) => {
  const { mine } = await (await world.as(who)).done(inbox.showInbox)
  return mine.tasks.filter((task) => task.task === 'decision.complete')
}

describe('minutes that are refused leave nothing behind (G5.1)', () => {
  it.each([
    ['of a day to come', { heldOn: '2026-05-21' }, 422, 'consultation.not-yet-held'],
    ['of a day that does not exist', { heldOn: '2026-02-30' }, 422, 'common.bad-day'],
    ['without anybody taking part', { participants: [] }, 422, 'consultation.no-participants'],
    ['without a topic', { topic: ' ' }, 422, 'common.invalid'],
  ])('%s', async (_, more, status, code) => {
    const answer = await record(economy, more)
    expect(answer.status).toBe(status)
    expect(answer.body.error.code).toBe(code)
    expect(await counted()).toBe(0)
  })

  it('somebody’s own number, or one person twice', async () => {
    const joined = async (person: string) => {
      const participants = [...body().participants, { unitId: county.first.parkId, person }]
      return (await record(economy, { participants })).body.error
    }
    const numbered = await joined(`张三 ${personal}`)
    expect(numbered.fields).toMatchObject([{ field: 'participants.2.person', zh: expect.stringContaining('请勿填写') }])
    expect(JSON.stringify(numbered)).not.toContain(personal)
    expect(await joined('园区 负责人')).toMatchObject({
      code: 'consultation.person-twice',
      fields: [{ field: 'participants.2.person' }],
    })
    expect(await counted()).toBe(0)
  })

  it('a decision that is nobody’s, of a foreign county, or of a post that the unit has not', async () => {
    const [first] = body().decisions
    const decided = async (more: object) => (await record(economy, { decisions: [{ ...first, ...more }] })).body.error
    expect(await decided({ unitId: null })).toMatchObject({ code: 'consultation.nobody-responsible', clause: 'G5.1' })
    expect(await decided({ post: '' })).toMatchObject({ code: 'consultation.nobody-responsible', clause: 'G5.1' })
    expect(await decided({ post: 'finance-officer' })).toMatchObject({ code: 'consultation.post-not-in-unit' })
    expect(await decided({ dueOn: '2026-05-01' })).toMatchObject({ code: 'consultation.due-before-held' })
    const foreign = [{ ...first, unitId: county.foreign.parkId }]
    expect((await record(economy, { decisions: foreign })).status).toBe(404)
    const participants = [...body().participants, { unitId: foreignId, person: '邻县经办' }]
    expect((await record(economy, { participants })).status).toBe(404)
    expect((await record(manager())).status).toBe(403)
    expect(await counted()).toBe(0)
  })
})

it('says of every fault in which list, in which row and which field it is, all at once', async () => {
  const [person, other] = body().participants
  const [first, second] = body().decisions
  const faulty = {
    heldOn: '',
    topic: '',
    participants: [person, { ...other, unitId: '' }, { ...other, person: ' ' }],
    decisions: [first, { ...second, what: '', dueOn: '' }],
  }
  const { fields } = (await record(economy, faulty)).body.error
  expect(fields.map(({ field, place, zh }) => [field, place?.zh, place?.en, zh])).toEqual([
    ['topic', '议题', 'Topic', '请填写'],
    ['participants.2.person', '参加单位和人员第 3 行“岗位或姓名”', 'Who took part, row 3, Post or name', '请填写'],
    ['decisions.1.what', '议定事项第 2 行“事项”', 'Decisions, row 2, What', '请填写'],
    ['heldOn', '会商日期', 'Day', '请填写日期。'],
    ['participants.1.unitId', '参加单位和人员第 2 行“单位”', 'Who took part, row 2, Unit', '请选择单位。'],
    ['decisions.1.dueOn', '议定事项第 2 行“完成期限”', 'Decisions, row 2, Due', '请填写日期。'],
  ])
  const broken = { decisions: [first, { ...second, post: 'park-manager' }, { ...second, unitId: null }] }
  const told = (await record(economy, broken)).body.error
  expect(told.fields.map(({ field, place, zh }) => [field, place?.zh, zh])).toEqual([
    ['decisions.1.post', '议定事项第 2 行“责任单位和岗位”', '嘉善县没有“园区负责人”这一岗位。'],
    ['decisions.2.unitId', '议定事项第 3 行“责任单位和岗位”', '没有指定责任单位和岗位。'],
  ])
  expect(await counted()).toBe(0)
})

describe('minutes of a county', () => {
  let id = ''
  it('are recorded with their decisions as tasks', async () => {
    const { status, body: reply } = await record(economy)
    expect(status).toBe(200)
    id = reply.consultationId
    const { body: minutes } = await show('嘉善县财政局·经办', id)
    expect(minutes).toMatchObject({ unitName: '嘉善县', topic: '一季度试点推进会商', recordedByName: economy })
    expect(minutes.participants.map((one) => one.unitName)).toEqual(['嘉善县', county.first.name])
    expect(minutes.decisions.map((one) => [one.no, one.unitName, one.post.zh, one.state])).toEqual([
      [1, county.first.name, '园区负责人', 'open'],
      [2, '嘉善县', '县财政经办', 'open'],
    ])
  })

  it('stand in the inbox of the responsible post, with the day', async () => {
    const [task] = await tasksOf(manager())
    expect(task).toMatchObject({
      title: { zh: '办理会商议定事项' },
      about: { zh: '一季度试点推进会商：补齐企业诊断报告' },
      dueOn: '2026-06-10',
      clause: 'G5.1',
      href: `/consultations/${id}?decision=1`,
    })
    expect(await tasksOf(`${county.first.name}·资金专员`)).toEqual([])
    expect(await tasksOf(economy)).toEqual([])
    expect((await tasksOf('嘉善县财政局·经办')).map((one) => one.dueOn)).toEqual(['2026-05-25'])
  })

  it('are seen by who takes part, by the county and the province, and by nobody else', async () => {
    for (const who of [manager(), economy, '省财政厅·处室']) expect((await show(who, id)).status).toBe(200)
    for (const who of [`${county.second.name}·负责人`, '海宁市经信局·经办']) {
      expect((await show(who, id)).status).toBe(404)
      expect(await list(who)).toEqual([])
    }
  })

  it('say which decision is overdue', async () => {
    expect(await list(economy, 'late')).toEqual([])
    world.setClock('2026-05-28')
    expect(await list(economy, 'late')).toMatchObject([{ consultationId: id, decisions: 2, open: 2, late: 1 }])
  })

  it('let the responsible post finish a decision, with a word, once', async () => {
    const { body: minutes } = await show(manager(), id)
    const decisionId = minutes.decisions[0]?.decisionId ?? ''
    const complete = async (who: string, note: string) =>
      (await world.as(who)).call(contract.completeDecision, { params: { decisionId }, body: { note } })
    expect(minutes.decisions[0]?.actions).toMatchObject([
      { action: 'complete', allowed: true },
      { action: 'cancel', allowed: false },
    ])
    expect((await complete(`${county.first.name}·服务专员`, '完成')).body.error.code).toBe(
      'consultation.not-the-responsible',
    )
    expect((await complete(economy, '完成')).body.error.code).toBe('consultation.not-the-responsible')
    expect((await complete(manager(), ' ')).body.error.code).toBe('consultation.closed-without-note')
    expect((await complete(`${county.second.name}·负责人`, '完成')).status).toBe(404)
    expect((await complete(manager(), '5 份诊断报告均已上传')).body).toEqual({ state: 'done' })
    expect((await complete(manager(), '再次')).body.error.code).toBe('common.not-in-state')
    expect(await tasksOf(manager())).toEqual([])
    const { body: after } = await show(economy, id)
    expect(after.decisions[0]).toMatchObject({
      state: 'done',
      note: '5 份诊断报告均已上传',
      closedByName: manager(),
      lateDays: 0,
    })
  })

  it('let the county call a decision off, with a reason', async () => {
    const { body: minutes } = await show(economy, id)
    const decisionId = minutes.decisions[1]?.decisionId ?? ''
    const cancel = async (who: string, note: string) =>
      (await world.as(who)).call(contract.cancelDecision, { params: { decisionId }, body: { note } })
    expect((await cancel('省经信厅·处室', '不再需要')).body.error.code).toBe('consultation.not-the-recorder')
    expect((await cancel(economy, '')).body.error.code).toBe('consultation.closed-without-note')
    expect((await cancel(economy, '专账已由审计核对')).body).toEqual({ state: 'cancelled' })
    expect(await tasksOf('嘉善县财政局·经办')).toEqual([])
  })

  it('are amended below, never changed', async () => {
    const amend = async (who: string, amendment: string) =>
      (await world.as(who)).call(contract.amendConsultation, { params: { consultationId: id }, body: { amendment } })
    expect((await amend('省经信厅·处室', '补充')).body.error.code).toBe('consultation.not-the-recorder')
    expect((await amend(economy, ' ')).body.error.code).toBe('consultation.empty-amendment')
    expect((await amend(economy, '到会人员更正为 5 人')).body).toEqual({ amendments: 1 })
    const { body: minutes } = await show(manager(), id)
    expect(minutes.amendments).toMatchObject([{ amendment: '到会人员更正为 5 人', byName: economy }])
    for (const table of ['consultations', 'consultation_participants', 'consultation_units', 'consultation_amendments'])
      await expect(world.sql(`delete from ${table}`)).rejects.toThrow('append-only')
    await expect(world.sql(`update consultation_decisions set what = 'x'`)).rejects.toThrow('closed once')
    await expect(world.sql(`update consultation_decisions set state = 'open'`)).rejects.toThrow()
  })
})

describe('minutes of the province', () => {
  it('reach the counties and parks that take part', async () => {
    const { units } = await (await world.as('省经信厅·处室')).done(contract.consultationChoices, {})
    expect(units.map((unit) => unit.name)).toEqual(
      expect.arrayContaining(['浙江省', '嘉善县', '海宁市', county.first.name, county.foreign.name]),
    )
    const answer = await record('省经信厅·处室', {
      topic: '全省试点调度',
      participants: [...body().participants, { unitId: foreignId, person: '海宁市经信局' }],
      decisions: [{ what: '报送进展', unitId: foreignId, post: 'economy-officer', dueOn: '2026-06-30' }],
    })
    expect(answer.status).toBe(200)
    for (const who of ['海宁市经信局·经办', economy, manager()])
      expect((await list(who)).map((one) => one.topic)).toContain('全省试点调度')
    expect((await tasksOf('海宁市经信局·经办')).map((one) => one.about.zh)).toEqual(['全省试点调度：报送进展'])
    expect((await list(`${county.second.name}·负责人`)).map((one) => one.topic)).toEqual([])
  })

  it('a county chooses from its own area and the province, and makes only its own area responsible', async () => {
    const { units } = await (await world.as(economy)).done(contract.consultationChoices, {
      search: { batchId: county.batchId },
    })
    expect(units.map((unit) => [unit.name, unit.posts.length > 0])).toEqual([
      ['浙江省', false],
      ['嘉善县', true],
      [county.first.name, true],
      [county.second.name, true],
    ])
  })
})
