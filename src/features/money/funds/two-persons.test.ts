import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedPilot, type County, type Park } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { uploadVoucher } from '../../../../tests/support/funded.ts'
import { said } from '../../../../tests/support/opinions.ts'
import { publish } from '../../../../tests/support/tranches.ts'
import { readWord } from '../../../../tests/support/word.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { requireSigning } from '../../filings/course/act-contract.ts'
import { showInbox } from '../../oversight/inbox/contract.ts'
import { discardPrepared, signPrepared } from '../../programme/signing/contract.ts'
import * as notices from '../notices/contract.ts'
import * as contract from './contract.ts'
import { trancheWord } from './tranche-contract.ts'

const economy = '嘉善县经信局·经办'
const economyLeader = '嘉善县经信局·负责人'
const finance = '嘉善县财政局·经办'
const financeLeader = '嘉善县财政局·负责人'

let world: World
let county: County & { park: Park }
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
  for (const leader of [economyLeader, financeLeader])
    await (await world.as(leader)).done(requireSigning, { body: { required: true } })
})
afterAll(() => world.stop())

const on = (no: number) => ({ pilotId: county.park.pilotId, no })
const funds = async (by: string) =>
  (await world.as(by)).done(contract.showFunds, { params: { pilotId: county.park.pilotId } })
const first = async (by: string) => {
  const [tranche] = (await funds(by)).tranches
  if (!tranche) throw new Error('no tranche')
  return tranche
}
const waiting = async (by: string) => (await first(by)).prepared[0]?.preparedId ?? ''
const recommend = async (by: string, recommendation = '方案已审核通过') =>
  (await world.as(by)).call(contract.recommendTranche, {
    params: on(1),
    body: { amountFen: 150_000_000, recommendation },
  })
const release = async (by: string, voucherFileId: string | null, voucherNo = '财支2026-0001') =>
  (await world.as(by)).call(contract.releaseTranche, {
    params: on(1),
    body: { voucherNo, voucherFileId, paidOn: '2026-04-01' },
  })
const sign = async (by: string, preparedId: string) =>
  (await world.as(by)).call(signPrepared, { params: { preparedId } })
const discard = async (by: string, preparedId: string, reason: string) =>
  (await world.as(by)).call(discardPrepared, { params: { preparedId }, body: { reason } })
const inboxOf = async (name: string) => {
  const { mine } = await (await world.as(name)).done(showInbox)
  return mine.tasks.filter(({ subject }) => subject === 'signature' || subject === 'tranche')
}
const events = async (kind: string) => (await world.sql(`select id from audit_events where kind = $1`, [kind])).length

describe('a recommendation that takes two persons', () => {
  it('is checked as a whole when it is prepared, and nothing is recommended', async () => {
    const wrong = await (await world.as(economy)).call(contract.recommendTranche, {
      params: on(1),
      body: { amountFen: 1, recommendation: '' },
    })
    expect(said(wrong)).toBe('funds.amount-out-of-range')
    expect((await first(economy)).prepared).toEqual([])
    expect(said(await recommend(economyLeader))).toBe('review.officer-prepares')
    const act = abilityIn((await first(economyLeader)).actions, 'recommend')
    expect([act.allowed, act.because?.zh]).toEqual([false, expect.stringContaining('签发')])
    expect((await recommend(economy)).body).toEqual({ toSign: true })
    expect(await first(finance)).toMatchObject({ state: 'waiting', amountFen: null, recommended: null, prepared: [] })
    expect(await events('tranche.recommended')).toBe(0)
    expect(said(await recommend(economyLeader))).toBe('review.waits-for-signature')
    expect(abilityIn((await first(economy)).actions, 'recommend').allowed).toBe(false)
  })

  it('waits in the leader’s inbox, and is asked of nobody else', async () => {
    const preparedId = await waiting(economyLeader)
    expect(await inboxOf(economyLeader)).toMatchObject([
      {
        task: 'signature.recommendation',
        clause: 'G4.2',
        parkName: county.park.name,
        href: `/pilots/${county.park.pilotId}/money/signature/${preparedId}`,
      },
    ])
    for (const other of [economy, financeLeader]) expect([other, await inboxOf(other)]).toEqual([other, []])
  })

  it('is signed by the leader of its own bureau alone', async () => {
    const preparedId = await waiting(economy)
    expect(said(await sign(economy, preparedId))).toBe('review.leader-signs')
    expect(said(await sign(financeLeader, preparedId))).toBe('review.nothing-to-sign')
    expect((await sign(`${county.park.name}·负责人`, preparedId)).status).toBe(403)
    expect((await sign('海宁市经信局·负责人', preparedId)).status).toBe(404)
    expect(said(await discard('省经信厅·处室', preparedId, '重拟'))).toBe('review.nothing-to-sign')
    expect((await discard('海宁市经信局·负责人', preparedId, '重拟')).status).toBe(404)
    expect((await first(economy)).state).toBe('waiting')
  })

  it('goes back with a reason that stays, from the leader and from whoever prepared it', async () => {
    expect(said(await discard(economyLeader, await waiting(economy), ' '))).toBe('review.sent-back-without-reason')
    expect(said(await discard(economyLeader, await waiting(economy), '请写明依据'))).toBe(200)
    await recommend(economy, '依据 G4.2')
    expect(said(await discard(economy, await waiting(economy), ''))).toBe('review.taken-back-without-reason')
    expect(said(await discard(economy, await waiting(economy), '金额待定'))).toBe(200)
    expect((await first(economyLeader)).unsigned).toMatchObject([
      { act: 'recommendation', ended: 'taken-back', by: { name: economy }, reason: '金额待定' },
      { act: 'recommendation', ended: 'sent-back', by: { name: economyLeader }, reason: '请写明依据' },
    ])
    expect((await first(finance)).unsigned).toEqual([])
    await expect(world.sql(`update prepared_acts set end_reason = 'x'`)).rejects.toThrow(/ends once/)
    await expect(world.sql('delete from prepared_acts')).rejects.toThrow(/ends once/)
  })

  it('takes effect once when it is signed, and keeps both names, on the paper too', async () => {
    await recommend(economy)
    const preparedId = await waiting(economyLeader)
    const twice = await Promise.all([sign(economyLeader, preparedId), sign(economyLeader, preparedId)])
    expect(twice.map((one) => one.status).sort()).toEqual([200, 422])
    expect(await first(finance)).toMatchObject({
      state: 'recommended',
      amountFen: 150_000_000,
      recommended: { name: economyLeader, preparedBy: economy },
    })
    expect(await events('tranche.recommended')).toBe(1)
    const params = { ...on(1) }
    const paper = await (await world.as(finance)).call(trancheWord, { params })
    const boxes = (await readWord(paper.raw)).tables.at(-1)?.flat() ?? []
    expect(boxes.find((box) => box.startsWith('嘉善县经信局意见'))).toContain(
      `拟定：${economy}；签发：${economyLeader}`,
    )
    expect(await inboxOf(economyLeader)).toEqual([])
    expect((await inboxOf(finance)).map(({ task }) => task)).toEqual(['tranche.release'])
  })
})

describe('a release that takes two persons', () => {
  it('lapses with the recommendation it would pay', async () => {
    expect((await release(finance, await uploadVoucher(world, finance))).body).toEqual({ toSign: true })
    const preparedId = await waiting(financeLeader)
    const withdrawal = { params: on(1), body: { reason: '金额有误' } }
    await (await world.as(economy)).done(contract.withdrawRecommendation, withdrawal)
    expect(said(await sign(financeLeader, preparedId))).toBe('review.nothing-to-sign')
    expect((await first(finance)).unsigned).toMatchObject([{ act: 'release', ended: 'lapsed', by: { name: economy } }])
    await recommend(economy)
    await sign(economyLeader, await waiting(economy))
  })

  it('moves nothing before it is signed, and asks every gate again: all that has changed is told at once', async () => {
    await release(finance, await uploadVoucher(world, finance))
    const preparedId = await waiting(financeLeader)
    expect((await funds(finance)).money.disbursedFen).toBe(0)
    expect((await inboxOf(financeLeader)).map(({ task }) => task)).toEqual(['signature.release'])
    // An objection comes in, and another payment of the county bears the voucher's number.
    const noticeId = await publish(world, county.park, 1)
    const { no } = await world
      .stranger()
      .done(notices.fileObjection, { params: { noticeId }, body: { content: '金额有误', name: '', contact: '' } })
    const numbered = (voucherNo: string | null) =>
      world.sql('update tranches set voucher_no = $2 where pilot_id = $1 and no = 2', [county.park.pilotId, voucherNo])
    await numbered('财支2026-0001')
    const refused = await sign(financeLeader, preparedId)
    expect(refused.body.error).toMatchObject({ code: 'funds.objection-open', clause: 'G4.2' })
    expect(JSON.stringify(refused.body.error)).toContain('该凭证号在本县已登记过')
    const [shown] = (await first(financeLeader)).prepared
    expect(shown?.refused).toMatchObject([{ zh: '有 1 条公示异议尚未答复。', clause: 'G4.2' }])
    expect(shown?.actions.map(({ allowed }) => allowed)).toEqual([false, true])
    await numbered(null)
    const answer = { params: { noticeId, no }, body: { text: '金额无误', withheld: false } }
    await (await world.as(finance)).done(notices.answerObjection, answer)
    expect(await first(financeLeader)).toMatchObject({ state: 'recommended', prepared: [{ preparedId, refused: [] }] })
  })

  it('pays when the leader signs it', async () => {
    expect(said(await sign(financeLeader, await waiting(financeLeader)))).toBe(200)
    expect(await first(economy)).toMatchObject({
      state: 'released',
      released: { name: financeLeader, preparedBy: finance },
      voucherNo: '财支2026-0001',
    })
    expect((await funds(finance)).money.disbursedFen).toBe(150_000_000)
    expect(await events('act.signed')).toBe(3)
  })
})

describe('a judgment that takes two persons', () => {
  it('counts when it is signed; one that waits lapses nowhere else', async () => {
    const body = { underWay: true, reason: '现场核查，服务已开展' }
    expect((await (await world.as(finance)).call(contract.judgeTranche, { params: on(2), body })).body).toEqual({
      toSign: true,
    })
    const second = async () => (await funds(financeLeader)).tranches[1]
    expect((await second())?.judging?.judgments[1]).toMatchObject({ bureau: 'finance', underWay: null })
    await sign(financeLeader, (await second())?.prepared[0]?.preparedId ?? '')
    expect((await second())?.judging?.judgments[1]).toMatchObject({
      underWay: true,
      given: { name: financeLeader, preparedBy: finance },
    })
  })
})

describe('the database', () => {
  const judge = (by: string, preparedBy: string | null) =>
    world.sql(
      `insert into tranche_judgments (id, tranche_id, bureau, under_way, reason, seen, given_by, prepared_by, given_at, scope)
       select gen_random_uuid(), t.id, 'economy', true, '已开展', '{}', a.id, p.id, now(), t.scope
         from tranches t join accounts a on a.name = $2 left join accounts p on p.name = $3
        where t.pilot_id = $1 and t.no = 2`,
      [county.park.pilotId, by, preparedBy],
    )
  const prepare = (act: string, ended: string | null, by: string | null) =>
    world.sql(
      `insert into prepared_acts (id, act, subject, unit_id, level, bureau, clause, params, body, prepared_by, prepared_at, scope,
                                  ended, ended_by, ended_at, end_reason)
       select gen_random_uuid(), $2, t.id, a.unit_id, 'county', 'economy', 'G4.2', '{}', '{}', a.id, now(), t.scope,
              $4, e.id, case when e.id is not null then now() end, ''
         from tranches t join accounts a on a.name = $3 left join accounts e on e.name = $5 where t.pilot_id = $1 and t.no = 3`,
      [county.park.pilotId, act, economy, ended, by],
    )

  it('takes no act of one person, nor of two of whom one has not prepared or the other not signed', async () => {
    await expect(judge(economy, null)).rejects.toThrow(/signed by a second person/)
    await expect(judge(economyLeader, economyLeader)).rejects.toThrow(/nobody prepared|by_two/)
    await expect(judge(economyLeader, economy)).rejects.toThrow(/nobody prepared and signed/)
    const recommended = `update tranches set state = 'recommended', amount_fen = 1, recommended_at = now(), recommended_by = a.id
                           from accounts a where a.name = $2 and pilot_id = $1 and no = 3`
    await expect(world.sql(recommended, [county.park.pilotId, economy])).rejects.toThrow(/signed by a second person/)
  })

  it('keeps one that waits for each act, signed by another of the same bureau', async () => {
    await expect(prepare('judgment', 'signed', economy)).rejects.toThrow(/prepared_acts_two_persons/)
    await expect(prepare('judgment', 'signed', financeLeader)).rejects.toThrow(/seen_by/)
    await expect(prepare('judgment', 'sent-back', economyLeader)).rejects.toThrow(/back_with_reason/)
    await expect(prepare('judgment', 'taken-back', economyLeader)).rejects.toThrow(/taken_back_by_preparer|with_reason/)
    await prepare('judgment', null, null)
    await expect(prepare('judgment', null, null)).rejects.toThrow(/one_prepared_act/)
  })
})
