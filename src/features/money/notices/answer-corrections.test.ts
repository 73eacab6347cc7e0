import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedPilot, type Park } from '../../../../database/demo/programme.ts'
import { recommend } from '../../../../tests/support/funded.ts'
import { noticePilot, publish } from '../../../../tests/support/tranches.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { correctAnswer } from './answer-contract.ts'
import * as contract from './contract.ts'

const [economy, finance] = ['嘉善县经信局·经办', '嘉善县财政局·经办']
const first = '经核实，反映人与园区无关联，金额无误。'
let world: World
let park: Park
let noticeId = ''

beforeAll(async () => {
  world = await startWorld()
  park = await noticePilot(world, await approvedPilot(world))
  await recommend(world, park, 1)
  noticeId = await publish(world, park, 1)
  for (const content of ['金额与方案不符', '合作机构存在关联关系']) {
    await world.stranger().done(contract.fileObjection, { params: { noticeId }, body: { content } })
  }
  const body = { text: first }
  await (await world.as(economy)).done(contract.answerObjection, { params: { noticeId, no: 1 }, body })
})
afterAll(() => world.stop())

const correct = async (by: string, body: object, no = 1) =>
  (await world.as(by)).call(correctAnswer, {
    params: { noticeId, no },
    body: { text: '经核实，金额无误。', reason: '原答复有笔误', ...body },
  })
const published = async () =>
  (await world.stranger().done(contract.showPublicNotice, { params: { noticeId } })).objections[0]
const seenBy = async (by: string) =>
  (await (await world.as(by)).done(contract.showNotice, { params: { noticeId } })).objections

describe('an answer that is put right (G4.2, H10)', () => {
  it('is so by the bureau that gave it, with a reason', async () => {
    expect((await correct('省经信厅·处室', {})).status).toBe(403)
    expect((await correct('海宁市经信局·经办', {})).status).toBe(404)
    expect((await correct(economy, {}, 7)).status).toBe(404)
    expect((await correct(economy, {}, 2)).body.error).toMatchObject({ code: 'notices.not-answered', clause: 'H10' })
    const foreign = (await correct(finance, {})).body.error
    expect(foreign).toMatchObject({ code: 'notices.answered-by-other-bureau', clause: 'H10' })
    const refused = (await correct(economy, { text: first, reason: '有误' })).body.error
    expect(refused.fields.map((one) => one.field)).toEqual(['reason'])
    expect((await correct(economy, { text: first })).body.error.code).toBe('common.nothing-changed')
    const [answered, open] = await seenBy(finance)
    expect(answered?.actions).toMatchObject([{ action: 'correct', allowed: false, clause: 'H10' }])
    expect(answered?.actions[0]?.because?.zh).toBe('该异议由经信部门答复，由其更正。')
    expect(open?.actions).toMatchObject([{ action: 'answer', allowed: true }])
    expect((await seenBy(economy))[0]?.actions).toMatchObject([{ action: 'correct', allowed: true }])
  })

  it('stands on the public page with its day, the former wording and the reason beside it', async () => {
    world.setClock('2026-04-03')
    expect((await correct(economy, { text: '经核实，金额按方案八成计算，无误。' })).body).toEqual({ correction: 1 })
    expect(await published()).toMatchObject({
      content: '金额与方案不符',
      answer: {
        content: '经核实，金额按方案八成计算，无误。',
        bureau: 'economy',
        answeredOn: '2026-04-01',
        correctedOn: '2026-04-03',
        former: [{ content: first, correctedOn: '2026-04-03', reason: '原答复有笔误' }],
        hidesFormer: false,
      },
    })
  })

  it('shows the public nothing of a wording that named a person, nor of the reason; the authorities read all of it', async () => {
    world.setClock('2026-04-07')
    const named = { text: '经核实，反映人吴某某所述不实。', withheld: true, reason: '补充核实结论' }
    expect((await correct(economy, named)).body).toEqual({ correction: 2 })
    const hiding = { text: '经核实，所述不实。', withheld: true, hidesFormer: true, reason: '误写反映人吴某某姓名' }
    expect((await correct(economy, hiding)).body).toEqual({ correction: 3 })
    const shown = await published()
    expect(shown).toMatchObject({ content: null, answer: { content: hiding.text, former: [], hidesFormer: true } })
    expect(JSON.stringify(shown)).not.toContain('吴某某')
    const again = await correct(economy, { ...named, reason: '恢复原来答复' })
    expect(again.body.error).toMatchObject({ code: 'notices.answer-hidden', fields: [{ field: 'text' }] })
    for (const by of [finance, '省经信厅·处室']) {
      const [objection] = await seenBy(by)
      expect(objection?.answer).toMatchObject({ content: hiding.text, withheld: true, answeredOn: '2026-04-01' })
      expect(objection?.answer?.corrections).toMatchObject([
        { no: 3, former: named.text, isHidden: true, reason: hiding.reason, byName: economy },
        { no: 2, isHidden: true, withheld: { before: false, since: true } },
        { no: 1, former: first, isHidden: true, correctedOn: '2026-04-03' },
      ])
    }
  })

  it('can be so as long as the page stands, and opens or holds no payment', async () => {
    const client = await world.as(economy)
    const before = await client.done(contract.showNotice, { params: { noticeId } })
    expect(before.openObjections).toBe(1)
    await client.done(contract.withdrawNotice, { params: { noticeId }, body: { reason: '园区名称有误' } })
    world.setClock('2026-06-01')
    expect((await correct(economy, { text: '经核实，所述情况不实。', withheld: true })).status).toBe(200)
    const { answer } = (await published()) ?? {}
    expect(answer).toMatchObject({
      correctedOn: '2026-06-01',
      former: [{ content: '经核实，所述不实。' }],
      hidesFormer: true,
    })
    const after = await client.done(contract.showNotice, { params: { noticeId } })
    expect(after.openObjections).toBe(1)
  })

  it('is kept by the database as it was written, and only from the bureau that answered', async () => {
    await expect(world.sql('update notice_answer_corrections set reason = reason')).rejects.toThrow('append-only')
    await expect(world.sql('delete from notice_answer_corrections')).rejects.toThrow('append-only')
    const other = `insert into notice_answer_corrections
      select objection_id, 9, content, withheld, hides_former, reason, (select id from accounts where name = '${finance}'),
             'finance', corrected_at, scope from notice_answer_corrections where no = 1`
    await expect(world.sql(other)).rejects.toThrow('notice_answer_corrections_objection_id_bureau_scope_fkey')
  })
})
