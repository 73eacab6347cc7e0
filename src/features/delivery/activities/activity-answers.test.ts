import { afterAll, beforeAll, expect, it } from 'vitest'
import type { County, Park } from '../../../../database/demo/programme.ts'
import { acceptReturn, openReturn, servedPilot, showReturn, submitReturn } from '../../../../tests/support/returns.ts'
import { managerOf, officerOf, paper } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as returns from '../../filings/return/contract.ts'
import * as contract from './contract.ts'

let world: World
let county: County
let park: Park
let activityId = ''
let filingId = ''
beforeAll(async () => {
  world = await startWorld()
  ;({ park, ...county } = await servedPilot(world))
  const client = await world.as(officerOf(park))
  const { activities } = await client.done(contract.listActivities, { params: { pilotId: park.pilotId } })
  activityId = activities[0]?.activityId ?? ''
  world.setClock('2026-07-03')
  filingId = await openReturn(world, park, '2026Q2')
})
afterAll(() => world.stop())

const none = { rated5: 0, rated4: 0, rated3: 0, rated2: 0, rated1: 0 }
type Body = Partial<typeof none> & { fileIds?: string[]; reason?: string }
const enter = async (body: Body, who = officerOf(park), on = activityId) =>
  (await world.as(who)).call(contract.enterAnswers, { params: { activityId: on }, body: { ...none, ...body } })
const refused = async (...given: Parameters<typeof enter>) => (await enter(...given)).body.error
const shown = async () => (await world.as(officerOf(park))).done(contract.showActivity, { params: { activityId } })
const s2 = async () =>
  (await showReturn(world, filingId, managerOf(park))).rows.find(({ indicator }) => indicator === 'S2')

/** An activity for one enterprise with five people and no paper. */
async function unpapered(title: string) {
  const attendees = [{ uscc: (await shown()).attendees[0]?.uscc ?? '', name: '到场企业1', people: 5 }]
  const body = { kind: 'work-safety' as const, title, heldOn: '2026-06-12', place: '会议室', attendees }
  const client = await world.as(officerOf(park))
  return (await client.done(contract.recordActivity, { params: { pilotId: park.pilotId }, body })).activityId
}

it('are none yet, and the figure says so instead of zero (G3.5)', async () => {
  expect((await shown()).answers).toEqual([])
  expect(await s2()).toMatchObject({
    computed: true,
    counts: 'answers',
    thisPeriod: null,
    total: null,
    rate: null,
    gap: null,
  })
})

it('are refused by field where they cannot be (G3.4)', async () => {
  for (const [body, field] of [
    [{ rated5: 1.5 }, 'rated5'],
    [{ rated1: -1 }, 'rated1'],
    [{ rated3: 10_001 }, 'rated3'],
  ] as const)
    expect(await refused(body)).toMatchObject({
      code: 'services.bad-answer-count',
      clause: 'G3.4',
      fields: [{ field }],
    })
  expect(await refused({})).toMatchObject({ code: 'services.no-answers', clause: 'G3.4' })
  const many = await refused({ rated5: 3, rated4: 2 })
  expect(many).toMatchObject({ code: 'services.more-answers-than-people', clause: 'G3.4' })
  expect(many.zh).toContain('答卷 5 份，多于参加活动的 4 人')
  const bare = await unpapered('安全生产指导')
  expect(await refused({ rated5: 1 }, officerOf(park), bare)).toMatchObject({
    code: 'services.answers-without-papers',
    fields: [{ field: 'fileIds' }],
  })
})

it('are the park’s to enter, of its own activities (G1.2)', async () => {
  expect((await enter({ rated5: 1 }, '嘉善县经信局·经办')).status).toBe(403)
  expect((await enter({ rated5: 1 }, officerOf(county.foreign))).status).toBe(404)
})

it('are entered once with their scans, count in the table from that day, and open from the figure (G3.5)', async () => {
  expect((await enter({ rated5: 2, rated4: 1, rated2: 1 })).body).toEqual({ activityId, countsFrom: '2026-07-03' })
  expect(await s2()).toMatchObject({ total: null })
  await submitReturn(world, park, filingId)
  await acceptReturn(world, filingId)
  world.setClock('2026-10-05')
  filingId = await openReturn(world, park, '2026Q3')
  expect(await s2()).toMatchObject({ thisPeriod: 75, total: 75, proofs: 1 })
  const client = await world.as('嘉善县经信局·经办')
  const behind = await client.done(returns.listRowRecords, { params: { filingId, indicator: 'S2' } })
  expect(behind).toMatchObject({ figure: 75, value: 3, of: 4 })
  expect(behind.records).toMatchObject([{ kind: 'activity', value: 3, of: 4, href: `/activities/${activityId}` }])
})

it('are corrected with a reason, the former kept, by whoever entered them or the manager', async () => {
  const body = { rated5: 1, rated4: 1, rated3: 1, rated2: 1 }
  expect(await refused(body)).toMatchObject({ code: 'common.reason-missing', fields: [{ field: 'reason' }] })
  const same = { rated5: 2, rated4: 1, rated2: 1, reason: '没有改动的更正' }
  expect((await refused(same)).code).toBe('common.nothing-changed')
  const scan = await paper(world, managerOf(park), '补扫答卷')
  const corrected = await enter({ ...body, fileIds: [scan], reason: '清点时看错一份' }, managerOf(park))
  expect(corrected.body).toEqual({ activityId, countsFrom: '2026-07-03' })
  expect((await shown()).answers).toMatchObject([
    { revision: 2, rated5: 1, correctionReason: '清点时看错一份' },
    { revision: 1, rated5: 2, correctionReason: '' },
  ])
  expect(await refused({ ...body, rated5: 0, reason: '再次清点之后' })).toMatchObject({
    code: 'services.correction-by-another',
  })
  expect(await s2()).toMatchObject({ total: 50, proofs: 2 })
})

it('hold the head counts: nobody answers who was not there, by the rule and by the database', async () => {
  const { title, heldOn, place, attendees } = await shown()
  const fewer = attendees.map(({ uscc, name }) => ({ uscc: uscc ?? '', name, people: 1 }))
  const body = { title, heldOn, place, attendees: fewer, reason: '签到表人数重复' }
  const answer = await (await world.as(officerOf(park))).call(contract.correctActivity, {
    params: { activityId },
    body,
  })
  expect(answer.body.error).toMatchObject({
    code: 'services.more-answers-than-people',
    fields: [{ field: 'attendees' }],
  })
  const copy = (of: string, revision = 3, reason = `'x'`) =>
    world.sql(`insert into activity_answers (activity_id, revision, rated5, rated4, rated3, rated2, rated1, counts_from,
                 correction_reason, written_by, written_at, scope)
               select activity_id, ${revision}, ${of}, counts_from, ${reason}, written_by, written_at, scope
                 from activity_answers where activity_id = '${activityId}' and revision = 2`)
  await expect(copy('5, 0, 0, 0, 0')).rejects.toThrow('more answers than people')
  await expect(copy('0, 0, 0, 0, 0')).rejects.toThrow('activity_answers_given')
  await expect(copy('1, -1, 1, 0, 0')).rejects.toThrow('rated4_check')
  await expect(copy('1, 0, 0, 0, 0', 5)).rejects.toThrow('revision by revision')
  await expect(copy('1, 0, 0, 0, 0', 3, `''`)).rejects.toThrow('corrected_with_reason')
  await expect(world.sql('update activity_answers set rated5 = 0')).rejects.toThrow()
  const bare = await unpapered('没有答卷的指导')
  await expect(
    world.sql(`insert into activity_answers (activity_id, revision, rated5, rated4, rated3, rated2, rated1, counts_from,
                 written_by, written_at, scope)
               select id, 1, 1, 0, 0, 0, 0, held_on, written_by, written_at, scope from activities where id = '${bare}'`),
  ).rejects.toThrow('without their questionnaires')
  await expect(
    world.sql(
      `update activities set revision = revision + 1, correction_reason = '人数', written_at = now() where id = '${activityId}'`,
    ),
  ).rejects.toThrow('fewer people than answers')
})

it('count nowhere once their activity is withdrawn', async () => {
  const client = await world.as(officerOf(park))
  await client.done(contract.withdrawActivity, { params: { activityId }, body: { reason: '重复登记了一场' } })
  expect(await refused({ rated5: 1, reason: '撤回之后再填' })).toMatchObject({ code: 'services.activity-withdrawn' })
  expect(await s2()).toMatchObject({ total: null })
})
