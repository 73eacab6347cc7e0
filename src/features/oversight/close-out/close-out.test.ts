import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Park } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { confirm, decidedId, payBack } from '../../../../tests/support/measures.ts'
import { enterprisesOf, officerOf, serviceAt } from '../../../../tests/support/services.ts'
import { closeOutOf, closePilot, settledOn, settledPilot } from '../../../../tests/support/settled.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { recordActivity, withdrawActivity } from '../../delivery/activities/contract.ts'
import { cancelService } from '../../delivery/services/order-contract.ts'
import { withdrawMeasure } from '../../money/measures/contract.ts'
import { showInbox } from '../inbox/contract.ts'
import * as contract from './contract.ts'

let world: World
let park: Park
let openId = ''
/** A day on which services still begin. */
const inTime = '2027-12-20'
beforeAll(async () => {
  world = await startWorld()
  ;({ park } = await settledPilot(world))
  world.setClock(inTime)
  openId = await serviceAt(world, park, 'needed', { enterprise: 1 })
  world.setClock(settledOn)
}, 300_000)
afterAll(() => world.stop())

const economy = () => world.as('嘉善县经信局·经办')
const finance = () => world.as('嘉善县财政局·经办')
const province = () => world.as('省经信厅·处室')
const remark = { remark: '任务完成，资金结清' }
const propose = async () =>
  (await economy()).call(contract.proposeCloseOut, { params: { pilotId: park.pilotId }, body: remark })
const rows = () => world.sql('select state from close_outs')
const tasks = async (who: string) => {
  const { mine } = await (await world.as(who)).done(showInbox, { search: {} })
  return mine.tasks
    .filter(({ subject, parkName }) => subject === 'close-out' && parkName === park.name)
    .map(({ task, about }) => `${task} ${about.zh}`)
}

it('names what is open, opens its page, and refuses to close a pilot with an open service (G3.4)', async () => {
  const { conditions, actions, money } = await closeOutOf(world, park)
  const open = conditions.filter(({ standing }) => standing === 'open')
  expect(open).toMatchObject([
    { id: 'services', clause: 'G3.4', openInAll: 1, open: [{ href: `/services/${openId}` }] },
  ])
  expect(conditions.find(({ id }) => id === 'evaluation')).toMatchObject({ standing: 'met', clause: 'G5.3' })
  expect(money).toMatchObject({ disbursedFen: 3_000_000, spentFen: 3_000_000, heldFen: 0 })
  expect(abilityIn(actions, 'propose')).toMatchObject({ allowed: false, clause: 'G3.4' })
  const { status, body } = await propose()
  expect([status, body.error]).toMatchObject([422, { code: 'closing.condition-open', clause: 'G3.4' }])
  expect(body.error.zh).toContain('服务全部归档或取消')
  expect(await rows()).toEqual([])
})

it('tells every condition that is open at once, each with what is missing (G5.3)', async () => {
  world.setClock('2027-06-01')
  const { body } = await propose()
  for (const said of ['实施期已满', '清算期已满', '服务全部归档或取消']) {
    expect(body.error.zh).toContain(said)
  }
  world.setClock(settledOn)
})

it('waits for a measure to be confirmed and paid to the last fen, and for the papers of an activity (G5.3, G3.4)', async () => {
  const openOf = async (id: string, who?: string) =>
    (await closeOutOf(world, park, who)).conditions.find((one) => one.id === id)
  world.setClock(inTime)
  const officer = await world.as(officerOf(park))
  const [known] = await enterprisesOf(world, park)
  const attendees = [{ uscc: known?.uscc ?? '', name: known?.name ?? '', people: 3 }]
  const held = { kind: 'training' as const, title: '数字化培训', heldOn: inTime, place: '园区报告厅', attendees }
  const { activityId } = await officer.done(recordActivity, { params: { pilotId: park.pilotId }, body: held })
  world.setClock(settledOn)
  expect(await openOf('papers')).toMatchObject({ standing: 'open', clause: 'G3.4', openInAll: 1 })
  const [lacking] = (await openOf('papers'))?.open ?? []
  expect(lacking?.href).toBe(`/activities/${activityId}`)
  expect(lacking?.zh).toMatch(/^2027-12-20 数字化培训：缺少.*照片（0\/2）/)
  const gone = { params: { activityId }, body: { reason: '活动未举办，登记有误' } }
  await (await world.as(officerOf(park))).done(withdrawActivity, gone)
  expect(await openOf('papers')).toMatchObject({ standing: 'met' })

  const said = { kind: 'recovery' as const, amountFen: 100_000, dueOn: '2028-04-30' }
  const measureId = await decidedId(world, park, said)
  const decided = { zh: '收回 1,000.00 元（待财政确认）', href: `/pilots/${park.pilotId}/measures` }
  expect(await openOf('measures')).toMatchObject({ standing: 'open', clause: 'G5.3', open: [decided] })
  // What is not in force yet is not the park's to know.
  expect(await openOf('measures', `${park.name}·负责人`)).toMatchObject({ standing: 'met' })
  await confirm(world, measureId)
  await payBack(world, measureId, { amountFen: 60_000, ownFen: 60_000 })
  const open = [{ zh: '收回 400.00 元（待缴回）' }]
  expect(await openOf('measures', `${park.name}·负责人`)).toMatchObject({ standing: 'open', open })
  world.setClock('2028-05-02')
  expect(await openOf('measures')).toMatchObject({ open: [{ zh: '收回 400.00 元（逾期未缴）' }] })
  const { error } = (await propose()).body
  expect(error.zh).toContain('“处理措施均已生效，收回资金均已缴清”尚未满足：收回 400.00 元')
  world.setClock(settledOn)
  expect((await payBack(world, measureId, { amountFen: 40_000, ownFen: 40_000 })).status).toBe(200)
  expect(await openOf('measures')).toMatchObject({ standing: 'met', open: [] })
})

it('is proposed by economy, confirmed by finance and recorded by the province, each in turn (G5.3)', async () => {
  const body = { reason: '企业需求已另行解决' }
  await (await world.as(`${park.name}·服务专员`)).done(cancelService, { params: { serviceId: openId }, body })
  expect(await tasks('嘉善县经信局·经办')).toEqual(['close-out.propose 试点结项'])
  const proposed = await propose()
  expect(proposed.body).toMatchObject({ state: 'proposed' })
  expect((await propose()).body.error).toMatchObject({ code: 'closing.proposed-before', clause: 'G5.3' })
  const params = { closeOutId: proposed.body.closeOutId }
  expect((await (await province()).call(contract.recordCloseOut, { params })).body.error).toMatchObject({
    code: 'common.not-in-state',
    clause: 'G5.3',
  })
  expect((await (await economy()).call(contract.confirmCloseOut, { params })).status).toBe(403)
  expect(await tasks('嘉善县财政局·经办')).toEqual(['close-out.confirm 试点结项'])
  const back = { params, body: { reason: '付款回单需再核对' } }
  expect((await (await province()).call(contract.endCloseOut, back)).body.error).toMatchObject({
    code: 'closing.not-your-turn',
  })
  expect((await (await finance()).call(contract.endCloseOut, { params, body: { reason: '' } })).status).toBe(422)
  expect(await (await finance()).done(contract.endCloseOut, back)).toMatchObject({ state: 'ended' })
  const { closeOut, former } = await closeOutOf(world, park)
  expect([closeOut, former]).toMatchObject([null, [{ state: 'ended', endReason: '付款回单需再核对' }]])
  expect(await tasks('嘉善县经信局·经办')).toHaveLength(1)
})

it('is refused by the database where something is under way, and where one person takes two steps (G5.3)', async () => {
  const { body } = await propose()
  const id = body.closeOutId
  const [{ by } = { by: '' }] = await world.sql<{ by: string }>(
    'select proposed_by as by from close_outs where id = $1',
    [id],
  )
  const confirmed = `update close_outs set state = 'confirmed', confirmed_by = $2, confirmed_at = proposed_at where id = $1`
  await expect(world.sql(confirmed, [id, by])).rejects.toThrow(/foreign key|close_outs_three_persons/)
  const born = `insert into close_outs (id, pilot_id, state, proposed_by, proposed_at, scope, ended_by, ended_at, end_reason)
    select gen_random_uuid(), pilot_id, 'ended', proposed_by, proposed_at, scope, proposed_by, proposed_at, '直接结束' from close_outs where id = $1`
  await expect(world.sql(born, [id])).rejects.toThrow('begins with its proposal')
  await expect(world.sql(`update close_outs set state = 'recorded' where id = $1`, [id])).rejects.toThrow(
    'step by step',
  )
  await (await finance()).done(contract.confirmCloseOut, { params: { closeOutId: id } })
  world.setClock(inTime)
  const late = await serviceAt(world, park, 'needed', { enterprise: 2 })
  world.setClock(settledOn)
  const recorded = `update close_outs set state = 'recorded', recorded_at = $2, recorded_by =
    (select a.id from accounts a where a.name = '省经信厅·处室') where id = $1`
  await expect(world.sql(recorded, [id, world.now])).rejects.toThrow('still under way')
  const answer = await (await province()).call(contract.recordCloseOut, { params: { closeOutId: id } })
  expect(answer.body.error).toMatchObject({ code: 'closing.condition-open', clause: 'G3.4' })
  const reason = { reason: '登记错误，予以取消' }
  await (await world.as(`${park.name}·服务专员`)).done(cancelService, { params: { serviceId: late }, body: reason })
  const measureId = await decidedId(world, park, { kind: 'criticism', amountFen: null })
  await expect(world.sql(recorded, [id, world.now])).rejects.toThrow('still under way')
  const back = { params: { measureId }, body: { reason: '事由已查清，不再处理' } }
  await (await economy()).done(withdrawMeasure, back)
  expect(await (await province()).done(contract.recordCloseOut, { params: { closeOutId: id } })).toMatchObject({
    state: 'recorded',
  })
})

it('happens once: neither proposed, nor recorded, nor taken back again (G5.3)', async () => {
  expect((await propose()).body.error).toMatchObject({ code: 'pilot.closed', clause: 'G5.3' })
  await expect(closePilot(world, park)).rejects.toThrow('pilot.closed')
  const { closeOut, actions } = await closeOutOf(world, park, '省经信厅·处室')
  expect(closeOut).toMatchObject({ state: 'recorded', recorded: { by: '省经信厅·处室' } })
  for (const act of ['propose', 'confirm', 'record', 'end'] as const)
    expect(abilityIn(actions, act).allowed).toBe(false)
  expect(abilityIn(actions, 'archive').allowed).toBe(true)
  const { error } = (
    await (await province()).call(contract.recordCloseOut, { params: { closeOutId: closeOut?.closeOutId ?? '' } })
  ).body
  expect(error).toMatchObject({ code: 'pilot.closed', clause: 'G5.3' })
})
