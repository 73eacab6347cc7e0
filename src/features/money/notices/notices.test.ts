import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { approvedPilot, type County, type Park } from '../../../../database/demo/programme.ts'
import { recommend, uploadVoucher } from '../../../../tests/support/funded.ts'
import { oldPapers } from '../../../../tests/support/old-papers.ts'
import { personal } from '../../../../tests/support/personal-numbers.ts'
import { noticePilot, publish } from '../../../../tests/support/tranches.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as inbox from '../../oversight/inbox/contract.ts'
import * as funds from '../funds/contract.ts'
import * as tranches from '../funds/tranche-contract.ts'
import * as contract from './contract.ts'

const economy = '嘉善县经信局·经办'
const finance = '嘉善县财政局·经办'
let world: World
let county: County & { park: Park }
/** Of the 2025 edition: five working days before payment. */
let park: Park
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
  park = await noticePilot(world, county)
})
afterAll(() => world.stop())
// Whatever was published, objected to, answered or ended: no paper that verifies as the newest says otherwise.
afterEach(async () => expect(await oldPapers(world)).toEqual([]))

const at = (no: number, of = park) => ({ pilotId: of.pilotId, no })
const post = '嘉善县经信局（县经信经办）'
const text = { body: '拟拨付，现予公示。', contact: economy }
const tranche = async (of = park, no = 1, by = economy) => {
  const { tranches } = await (await world.as(by)).done(funds.showFunds, { params: { pilotId: of.pilotId } })
  return tranches[no - 1]
}
const tasks = async (name: string) => {
  const { mine } = await (await world.as(name)).done(inbox.showInbox)
  return mine.tasks.filter((one) => one.parkName === park.name).map((one) => one.task)
}
const object = (noticeId: string, content = '金额与方案不符', more: object = {}) =>
  world.stranger().call(contract.fileObjection, { params: { noticeId }, body: { content, ...more } })
const shown = async (noticeId: string) => world.stranger().call(contract.showPublicNotice, { params: { noticeId } })
async function pay() {
  const client = await world.as(finance)
  const voucherFileId = await uploadVoucher(world, finance)
  const paidOn = new Date(world.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const body = { voucherNo: `公示-${paidOn}`, voucherFileId, paidOn }
  return client.call(funds.releaseTranche, { params: at(1), body })
}

let noticeId = ''

describe('publishing (G4.2, H10)', () => {
  it('is for the county economy bureau, and only for a sum behind an open gate', async () => {
    for (const other of [finance, `${park.name}·负责人`, '省经信厅·处室']) {
      const answer = await (await world.as(other)).call(tranches.publishNotice, { params: at(1), body: text })
      expect(answer.status).toBe(403)
    }
    const client = await world.as(economy)
    const foreign = await world.as('海宁市经信局·经办')
    expect((await foreign.call(tranches.publishNotice, { params: at(1), body: text })).status).toBe(404)
    const closed = await client.call(tranches.publishNotice, { params: at(2), body: text })
    expect(closed.body.error).toMatchObject({ code: 'funds.previous-not-received', clause: 'H2' })
    const early = await client.call(tranches.publishNotice, { params: at(1), body: text })
    expect(early.body.error).toMatchObject({ code: 'notices.recommend-first', clause: 'H10' })
  })

  it('holds the payment from the recommendation on, and asks for itself in the inbox', async () => {
    expect((await tranche())?.sentence.zh).toContain('拨付前：公示尚未发布（须公示 5 个工作日）（H10）')
    await recommend(world, park, 1)
    expect((await pay()).body.error).toMatchObject({ code: 'funds.notice-missing', clause: 'H10' })
    expect(await tasks(economy)).toEqual(['notice.publish'])
    expect(await tasks(finance)).toEqual([])
  })

  it('is drafted from the facts, with its last day in working days', async () => {
    const client = await world.as(economy)
    const draft = await client.done(contract.draftNotice, { params: at(1) })
    // Qingming: 4 to 6 April are free.
    expect(draft).toMatchObject({ publishedOn: '2026-04-01', untilOn: '2026-04-09', workingDays: 5, contact: post })
    for (const part of [post, park.name, '第 1 期 2,400,000.00 元', '视为无异议']) expect(draft.body).toContain(part)
    expect(draft.body).not.toMatch(/2026-04|工作日/)
    const wrong = [' ', 'x', `拟向${county.park.name}拨付资金，现予公示。`, '拟拨付资金 9,600,000.00 元，现予公示。']
    const nobody = ['', '王科长 13812345678'].map((contact) => ({ ...text, contact }))
    for (const body of [...wrong.map((one) => ({ ...text, body: one })), ...nobody]) {
      const answer = await client.call(tranches.publishNotice, { params: at(1), body })
      expect(answer.body.error.fields.map(({ field }) => field)).toEqual([
        body.contact === text.contact ? 'body' : 'contact',
      ])
    }
    noticeId = await publish(world, park, 1)
    const twice = await client.call(tranches.publishNotice, { params: at(1), body: text })
    expect(twice.body.error).toMatchObject({ code: 'notices.already-standing' })
    expect((await tranche())?.notice).toMatchObject({
      workingDays: 5,
      source: 'inferred',
      standing: { noticeId, state: 'running', untilOn: '2026-04-09', daysLeft: 5, provisional: false },
    })
    expect(await tasks(economy)).toEqual([])
  })
})

describe('the public page', () => {
  it('shows anybody what was published, and nothing else', async () => {
    const { body, status } = await shown(noticeId)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      countyName: '嘉善县',
      parkName: park.name,
      trancheNo: 1,
      amountFen: 240_000_000,
      clause: 'H10',
      state: 'running',
      takesObjections: true,
      objections: [],
    })
    const listed = await world.stranger().done(contract.listPublicNotices)
    expect(listed.notices.map((one) => one.noticeId)).toEqual([noticeId])
    expect(listed.next).toBeNull()
    for (const secret of [park.pilotId, county.countyId, 'publishedBy', 'scope'])
      expect(JSON.stringify([body, listed])).not.toContain(secret)
    expect((await shown(park.pilotId)).status).toBe(404)
  })

  it('takes objections of a reasonable size, from people', async () => {
    expect((await object(noticeId, '  ')).body.error).toMatchObject({
      code: 'notices.objection-missing',
      fields: [{ field: 'content' }],
    })
    expect((await object(noticeId, '长'.repeat(2001))).status).toBe(422)
    expect((await object(noticeId, '甲', { name: '名'.repeat(61) })).status).toBe(422)
    expect((await object(noticeId, '甲', { website: 'http://spam' })).status).toBe(422)
    expect((await object(park.pilotId)).status).toBe(404)
    for (const content of ['本人 13800000000 反映', '电话 138 0000 0000', '电话：+86-138-0000-0000。'])
      expect((await object(noticeId, content)).body.error.fields, content).toMatchObject([
        { field: 'content', zh: '这段文字会公开，请勿填写手机号码。' },
      ])
    const told = (await object(noticeId, `本人 ${personal}，金额与方案不符`)).body.error
    expect(told.fields).toMatchObject([{ field: 'content', zh: expect.stringContaining('请勿填写居民身份证号码') }])
    expect(JSON.stringify(told)).not.toContain(personal)
    expect((await object(noticeId, '甲', { name: personal })).body.error.fields).toMatchObject([{ field: 'name' }])
    expect((await shown(noticeId)).body.openObjections).toBe(0)
  })
})

describe('an objection', () => {
  it('holds the payment until it is answered, past the last day too', async () => {
    const first = await object(noticeId, '金额与方案不符', { name: '某企业', contact: '13800000000' })
    expect(first.body).toEqual({ no: 1, joined: false })
    expect((await object(noticeId, '匿名意见')).body).toEqual({ no: 2, joined: false })
    expect((await pay()).body.error.code).toBe('funds.notice-running')
    world.setClock('2026-04-10')
    expect((await pay()).body.error).toMatchObject({ code: 'funds.objection-open', clause: 'H10', facts: { count: 2 } })
    expect((await tranche())?.notice?.standing).toMatchObject({ state: 'held', openObjections: 2 })
    expect((await object(noticeId, '迟到')).body.error).toMatchObject({ code: 'notices.period-over' })
    expect(await tasks(economy)).toEqual(['objection.answer', 'objection.answer'])
    expect(await tasks(finance)).toEqual(['objection.answer', 'objection.answer'])
  })

  it('is told with its contact to the county bureaus alone', async () => {
    const seen = async (by: string) => (await world.as(by)).call(contract.showNotice, { params: { noticeId } })
    for (const by of [economy, finance, '嘉善县财政局·负责人'])
      expect((await seen(by)).body.objections[0]).toMatchObject({ name: '某企业', contact: '138****0000' })
    expect((await seen('省经信厅·处室')).body.objections[0]).toMatchObject({ name: '某企业', contact: null })
    expect((await seen(`${park.name}·负责人`)).status).toBe(403)
    expect((await seen('海宁市经信局·经办')).status).toBe(404)
    expect((await shown(noticeId)).body).toMatchObject({ openObjections: 2, objections: [] })
    const trail = await world.sql(`select 1 from audit_events where after::text like '%13800000000%'`)
    expect(trail).toEqual([])
  })

  it('is answered once, by one of the two bureaus, beside its own words or without them', async () => {
    const answer = async (by: string, no: number, reply: string, withheld = false) =>
      (await world.as(by)).call(contract.answerObjection, { params: { noticeId, no }, body: { text: reply, withheld } })
    expect((await answer('省经信厅·处室', 1, '好')).status).toBe(403)
    expect((await answer('海宁市财政局·经办', 1, '好')).status).toBe(404)
    expect((await answer(economy, 7, '好')).status).toBe(404)
    expect((await answer(economy, 1, ' ')).body.error.code).toBe('notices.answer-missing')
    expect((await answer(economy, 1, 'x')).body.error.code).toBe('common.says-nothing')
    expect((await answer(economy, 1, '金额按方案 80% 计算，无误。')).body).toEqual({ openObjections: 1 })
    expect((await pay()).body.error).toMatchObject({ code: 'funds.objection-open', facts: { count: 1 } })
    expect((await answer(finance, 1, '再答')).body.error.code).toBe('notices.answered')
    expect((await answer(finance, 2, '内容涉及他人隐私，经核不成立。', true)).body).toEqual({ openObjections: 0 })
    const { objections } = (await shown(noticeId)).body
    expect(objections).toMatchObject([
      { no: 1, named: true, content: '金额与方案不符', answer: { bureau: 'economy', answeredOn: '2026-04-10' } },
      { no: 2, named: false, content: null, answer: { bureau: 'finance' } },
    ])
    expect(JSON.stringify(objections)).not.toContain('某企业')
    await expect(world.sql('update notice_objections set content = content')).rejects.toThrow('append-only')
    await expect(world.sql('delete from notice_answers')).rejects.toThrow('append-only')
  })
})

describe('the end of a notice', () => {
  it('comes by itself; then it is neither withdrawn nor objected to, and the money goes out', async () => {
    const client = await world.as(economy)
    const late = await client.call(contract.withdrawNotice, { params: { noticeId }, body: { reason: '内容有误' } })
    expect(late.body.error).toMatchObject({ code: 'common.not-in-state', clause: 'H10' })
    // The recommendation it announced can still be taken back; the notice lapses with it, and everything begins again.
    await client.done(funds.withdrawRecommendation, { params: at(1), body: { reason: '金额有误' } })
    expect((await shown(noticeId)).body).toMatchObject({ state: 'lapsed', takesObjections: false })
    expect((await object(noticeId)).body.error.code).toBe('notices.taken-down')
    await recommend(world, park, 1)
    expect((await pay()).body.error.code).toBe('funds.notice-missing')
  })

  it('or by a reason, while it runs; another may follow', async () => {
    const client = await world.as(economy)
    const second = await publish(world, park, 1)
    await object(second, '合作机构存在关联关系')
    const held = await client.call(funds.withdrawRecommendation, { params: at(1), body: { reason: '金额有误' } })
    expect(held.body.error).toMatchObject({ code: 'funds.withdraw-notice-first', clause: 'H10' })
    const call = (reason: string) =>
      client.call(contract.withdrawNotice, { params: { noticeId: second }, body: { reason } })
    expect((await call(' ')).body.error.code).toBe('common.reason-missing')
    expect((await call('园区名称有误')).body).toEqual({ state: 'withdrawn' })
    expect((await call('再撤')).body.error.code).toBe('common.not-in-state')
    expect((await shown(second)).body).toMatchObject({ state: 'withdrawn', endReason: '园区名称有误' })
    await expect(world.sql(`update notices set ended = 'lapsed' where id = '${second}'`)).rejects.toThrow('ends once')
    const third = await publish(world, park, 1)
    // What was objected to the notice taken down is still to be answered, and holds the payment until then.
    expect((await tranche())?.notice).toMatchObject({
      standing: { noticeId: third, openObjections: 0 },
      former: [
        { noticeId: second, state: 'withdrawn', endReason: '园区名称有误', objections: 1, openObjections: 1 },
        { noticeId, state: 'lapsed', endReason: '', objections: 2, openObjections: 0 },
      ],
    })
    expect(await tasks(finance)).toEqual(['objection.answer'])
    const until = (await shown(third)).body.untilOn
    expect(until).toBe('2026-04-17')
    world.setClock('2026-04-17')
    expect((await shown(third)).body.daysLeft).toBe(0)
    expect((await pay()).body.error.code).toBe('funds.notice-last-day')
    world.setClock('2026-04-18')
    expect((await pay()).body.error).toMatchObject({ code: 'funds.objection-open', clause: 'H10', facts: { count: 1 } })
    const answered = { params: { noticeId: second, no: 1 }, body: { text: '经核实不成立' } }
    await (await world.as(economy)).done(contract.answerObjection, answered)
    expect((await shown(second)).body).toMatchObject({ state: 'withdrawn', objections: [{ no: 1 }] })
    expect((await pay()).status).toBe(200)
    expect(await tranche()).toMatchObject({ state: 'released', notice: { standing: { state: 'over', daysLeft: 0 } } })
    const { notices } = await client.done(contract.listNotices)
    expect(notices.map((one) => one.state)).toEqual(['over', 'withdrawn', 'lapsed'])
    const sorted = async (page: number, sort: 'state' | '-state') =>
      (await client.done(contract.listNotices, { search: { sort, page, pageSize: 2 } })).notices.map((one) => one.state)
    expect([...(await sorted(1, 'state')), ...(await sorted(2, 'state'))]).toEqual(['over', 'withdrawn', 'lapsed'])
    expect(await sorted(1, '-state')).toEqual(['lapsed', 'withdrawn'])
    expect((await (await world.as('海宁市经信局·经办')).done(contract.listNotices)).notices).toEqual([])
  })
})
