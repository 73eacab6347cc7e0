import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edition, expectRefusal } from '../../../tests/support/policy.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import { editionList } from '../editions/edition.ts'
import { noJudgments } from '../money/tranche-judgments.ts'
import { isOut } from '../money/tranche-states.ts'
import { newTranche, recommendTranche, releaseTranche, type Tranche, trancheGate } from '../money/tranches.ts'
import { type Post, permissionList, permits, postList, type Seat, seats } from './roles.ts'
import { actsByOne, actsOfSeat, permissionOf, permissionsOfOne, seatsOfAct, signedActList } from './signed-acts.ts'
import {
  reviewerOf,
  signerOf,
  takesTwo,
  whyNotDiscarded,
  whyNotPrepared,
  whyNotPreparer,
  whyNotSigner,
} from './two-persons.ts'

const clause = 'G4.2' as const

test('an act takes two persons where its edition or the county says so, of that seat alone; the issued editions ask for none', () => {
  for (const act of signedActList) {
    for (const seat of seatsOfAct[act]) {
      const rules = { signatures: [{ act, seats: [seat], clause, source: 'inferred' as const }] }
      expect([act, seat, takesTwo(rules, act, seat, [])]).toEqual([act, seat, true])
      expect(takesTwo({}, act, seat, [seat])).toBe(true)
      for (const issued of editionList()) expect(takesTwo(issued, act, seat, [])).toBe(false)
      for (const other of seats.filter((one) => one !== seat)) {
        expect(takesTwo(rules, act, other, [])).toBe(false)
        expect(takesTwo({}, act, seat, [other])).toBe(false)
      }
      for (const other of signedActList.filter((one) => one !== act))
        expect(takesTwo(rules, other, seat, [])).toBe(false)
    }
  }
})

test('who signs may do the act itself', () => {
  for (const act of signedActList) {
    for (const seat of seatsOfAct[act]) {
      for (const post of [signerOf(seat), reviewerOf(seat)]) {
        expect([act, post, permits(post, permissionOf[act]), permits(post, 'act.sign')]).toEqual([
          act,
          post,
          true,
          true,
        ])
      }
    }
  }
})

test('whatever a bureau does is told as taking two persons or one, and nothing as both', () => {
  const told = [...Object.values(permissionOf), ...permissionsOfOne, 'filing.give-opinion']
  // To look, to write drafts, to sign, to set who signs: no act of the bureau towards others.
  const noAct = ['public', 'signed-in', 'filing.edit', 'filing.submit', 'act.sign', 'signing.require', 'pilot.admit']
  const others = ['consultation.answer', 'file.upload', ...noAct]
  const done = permissionList.filter(
    (one) => !one.endsWith('.view') && seats.some((seat) => permits(signerOf(seat), one)) && !others.includes(one),
  )
  expect([...new Set(told)].sort()).toEqual(done.sort())
  expect(actsOfSeat('county-economy').zh).toBe('审核意见（含核定）、服务开展情况判断、拨付建议、处理措施')
  expect(actsByOne('county-economy').zh).toBe(
    '撤回拨付建议、发布与撤回公示、答复公示异议、登记省平台备案号、重新开放材料、登记逾期例外、登记会商纪要、编制抽样计划、抽取样本、批准或撤回抽样计划、采纳机制与经验文件、登记企业联系人、查看完整个人信息、打印企业确认单、组织绩效评价、出具县级评价意见、公示评价结果、撤回处理措施、提出结项、退回或撤回结项、开展常态化服务、更新常态化服务清单',
  )
  expect(actsOfSeat('county-finance').zh).toBe(
    '审核意见（含核定）、服务开展情况判断、资金拨付、拨付冲正、处理措施确认、处理措施冲正',
  )
  expect(actsByOne('county-finance').zh).not.toContain('拨付')
})

describe.each(seats)('what %s has prepared', (seat) => {
  const waiting = { seat, by: 'preparer' }

  test('is not prepared twice', () => {
    expect(whyNotPrepared(null, clause)).toBeNull()
    expectRefusal(whyNotPrepared(waiting, clause), 'review.waits-for-signature', clause)
  })

  test('is prepared by its officers, not by the leader who alone signs', () => {
    const refused = postList.filter((post) => whyNotPreparer(seat, post, clause) !== null)
    expect(refused).toEqual([signerOf(seat)])
    for (const post of refused) expectRefusal(whyNotPreparer(seat, post, clause), 'review.officer-prepares', clause)
    expect(whyNotPreparer(seat, reviewerOf(seat), clause)).toBeNull()
  })

  test('is signed by one post of that seat and never by who prepared it', () => {
    const answers = postList.flatMap((post) =>
      [...seats, null].flatMap((from) =>
        ['preparer', 'another'].map((by) => ({
          post,
          from,
          by,
          no: whyNotSigner(waiting, { seat: from, by, post }, clause),
        })),
      ),
    )
    const may = answers.filter(({ no }) => no === null).map(({ post, from, by }) => [post, from, by])
    expect(may).toEqual([[signerOf(seat), seat, 'another']])
    for (const { post, from, by, no } of answers) {
      if (!no) continue
      const code = from !== seat ? 'nothing-to-sign' : post !== signerOf(seat) ? 'leader-signs' : 'preparer-cannot-sign'
      expectRefusal(no, `review.${code}`, clause)
      expect(by === 'preparer' || code !== 'preparer-cannot-sign').toBe(true)
    }
    expectRefusal(
      whyNotSigner(null, { seat, by: 'another', post: signerOf(seat) }, clause),
      'review.nothing-to-sign',
      clause,
    )
  })

  test('is sent back by the signer and taken back by who prepared it, each with a reason', () => {
    const by = (person: string, post: Post, reason: string, from: Seat | null = seat) =>
      whyNotDiscarded(waiting, { seat: from, by: person, post, reason }, clause)
    expect(by('another', signerOf(seat), '依据不足')).toBeNull()
    expect(by('preparer', reviewerOf(seat), '金额有误')).toBeNull()
    expectRefusal(by('another', signerOf(seat), ' '), 'review.sent-back-without-reason', clause, 'reason')
    expectRefusal(by('preparer', reviewerOf(seat), ''), 'review.taken-back-without-reason', clause, 'reason')
    expectRefusal(by('another', 'park-manager', '依据不足', null), 'review.nothing-to-sign', clause)
    expectRefusal(by('preparer', reviewerOf(seat), '金额有误', null), 'review.nothing-to-sign', clause)
    expectRefusal(by('another', reviewerOf(seat), '依据不足'), 'review.leader-signs', clause)
  })
})

type Try = { do: 'act' | 'sign' | 'discard'; act: 'recommendation' | 'release'; by: string }
const people: Record<string, { seat: Seat; post: Post }> = {
  e1: { seat: 'county-economy', post: 'economy-officer' },
  e2: { seat: 'county-economy', post: 'economy-leader' },
  e3: { seat: 'county-economy', post: 'economy-leader' },
  f1: { seat: 'county-finance', post: 'finance-officer' },
  f2: { seat: 'county-finance', post: 'finance-leader' },
  f3: { seat: 'county-finance', post: 'finance-leader' },
}
const attempt: fc.Arbitrary<Try> = fc.record({
  do: fc.constantFrom('act', 'act', 'sign', 'sign', 'discard'),
  act: fc.constantFrom('recommendation', 'release'),
  by: fc.constantFrom(...Object.keys(people)),
})

test('where both bureaus ask for two persons, no money moves by the hands of fewer than four', () => {
  const paid: boolean[] = []
  fc.assert(
    fc.property(fc.array(attempt, { minLength: 20, maxLength: 120, size: 'max' }), fc.boolean(), (tries, closes) => {
      const desk = new Desk()
      for (const [i, one] of tries.entries()) {
        desk.open = !closes || i % 3 > 0
        desk.take(one)
        const { recommendedBy, recommendationPreparedBy, releasedBy, releasePreparedBy } = desk.tranche
        if (!isOut(desk.tranche)) continue
        const hands = [recommendedBy, recommendationPreparedBy, releasedBy, releasePreparedBy]
        expect(new Set(hands.filter((hand) => hand !== null)).size).toBe(4)
        expect([recommendedBy, releasedBy].map((by) => people[by ?? '']?.post)).toEqual([
          'economy-leader',
          'finance-leader',
        ])
      }
      paid.push(isOut(desk.tranche))
    }),
    { numRuns: 200 },
  )
  // A play in which nothing is ever paid would prove nothing.
  expect(paid.filter(Boolean).length).toBeGreaterThan(20)
})

/** One tranche and what waits about it, as the acts go about both; a gate that is closed refuses whoever acts or signs. */
class Desk {
  tranche: Tranche = newTranche(1)
  open = true
  waiting: Partial<Record<Try['act'], { seat: Seat; by: string }>> = {}

  ask(act: Try['act'], by: string, preparedBy: string | null): Tranche | Refusal {
    const facts = {
      ...{ planApproved: this.open, mechanism: { controlFile: true }, enterprisesDiagnosed: { done: 1, all: 1 } },
      ...{
        services: {},
        judgments: noJudgments,
        evaluation: null,
        notice: null,
        openObjections: 0,
        plan: null,
        releasedFen: 0,
        deductedFen: 0,
      },
      ...{ awardFen: 500_000_000, previousReceived: true },
    }
    const gate = trancheGate(
      { ...edition, tranches: edition.tranches.map((row) => ({ ...row, notice: null })) },
      1,
      facts,
    )
    if (act === 'recommendation')
      return recommendTranche(this.tranche, { gate, amountFen: 150_000_000, recommendation: '', by, preparedBy })
    return releaseTranche(this.tranche, { gate, voucherNo: 'V', voucherFileId: 'f', by, preparedBy })
  }

  take({ do: what, act, by }: Try): void {
    const person = people[by]
    const waiting = this.waiting[act] ?? null
    if (!person || !seatsOfAct[act].includes(person.seat)) return
    const before = this.tranche
    if (what === 'discard') {
      if (!whyNotDiscarded(waiting, { ...person, by, reason: '理由' }, clause)) delete this.waiting[act]
      return
    }
    if (what === 'act') {
      if (isRefusal(this.ask(act, by, null)) || whyNotPrepared(waiting, clause)) return
      this.waiting[act] = { seat: person.seat, by }
      expect(this.tranche).toBe(before)
      return
    }
    if (whyNotSigner(waiting, { ...person, by }, clause)) return
    const next = this.ask(act, by, waiting?.by ?? null)
    if (isRefusal(next)) return
    expect(this.open).toBe(true)
    delete this.waiting[act]
    this.tranche = next
  }
}
