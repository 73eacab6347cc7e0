import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreed, edition, expectRefusal } from '../../../tests/support/policy.ts'
import { percentOf } from '../../shared/money.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { Grade } from '../editions/edition-rules.ts'
import type { Bureau } from '../people/roles.ts'
import { mostAward } from '../plan/pilot.ts'
import { tranchePlan } from './tranche-amounts.ts'
import type { TrancheFacts } from './tranche-facts.ts'
import { type Judgment, type Judgments, noJudgments } from './tranche-judgments.ts'
import {
  confirmReceipt,
  newTranche,
  recommendTranche,
  releaseTranche,
  trancheGate,
  withdrawRecommendation,
} from './tranches.ts'

const award = 500_000_000

const judged = (bureau: Bureau, underWay: boolean, reason = '已有服务落地'): Judgment => ({
  bureau,
  underWay,
  reason,
  by: bureau,
})
const bothJudged: Judgments = { economy: judged('economy', true), finance: judged('finance', true) }

const all: TrancheFacts = {
  planApproved: true,
  mechanism: { controlFile: true },
  enterprisesDiagnosed: { done: 30, all: 30 },
  services: { 'under-way': 1 },
  judgments: bothJudged,
  notice: null,
  openObjections: 0,
  plan: [],
  evaluation: { grade: 'good', rectified: false },
  ...{ releasedFen: 0, deductedFen: 0 },
  awardFen: award,
  previousReceived: true,
}

const gate = (no: number, facts: Partial<TrancheFacts> = {}) => trancheGate(edition, no, { ...all, ...facts })
const missingOf = (no: number, facts: Partial<TrancheFacts>) =>
  gate(no, facts).missing.map((one) => `${one.code} ${one.clause}`)

describe('what each tranche may amount to (G4.2)', () => {
  test('30 % to the fen, at least 50 %, the rest', () => {
    expect(tranchePlan(edition, award)).toEqual([
      { no: 1, amountFen: { min: 150_000_000, max: 150_000_000 }, clause: 'G4.2' },
      { no: 2, amountFen: { min: 250_000_000, max: 350_000_000 }, clause: 'G4.2' },
      { no: 3, amountFen: { min: 0, max: 100_000_000 }, clause: 'G4.2' },
    ])
  })

  test('the least of two and the most of the third make the award, to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: mostAward(edition) }), (amount) => {
        const [first, second, third] = tranchePlan(edition, amount).map((row) => row.amountFen)
        expect(first?.min).toBe(percentOf(amount, 30))
        expect((second?.min ?? 0) * 100).toBeGreaterThanOrEqual(
          Math.min(amount * 50, (amount - (first?.min ?? 0)) * 100),
        )
        expect((first?.min ?? 0) + (second?.min ?? 0) + (third?.max ?? 0)).toBe(amount)
        expect((first?.min ?? 0) + (second?.max ?? 0)).toBe(amount)
      }),
    )
  })
})

describe('a gate is open or says everything that is missing', () => {
  test.each<[number, Partial<TrancheFacts>, string[]]>([
    [1, {}, []],
    [1, { planApproved: false }, ['funds.plan-not-approved G3.1']],
    [1, { mechanism: { controlFile: false }, services: {}, judgments: noJudgments, evaluation: null }, []],
    [2, { releasedFen: 150_000_000, evaluation: null }, []],
    [2, { planApproved: false }, ['funds.plan-not-approved G3.1']],
    [2, { previousReceived: false }, ['funds.previous-not-received G4.2']],
    [2, { mechanism: { controlFile: false } }, ['funds.mechanism-not-ready G4.2']],
    [2, { enterprisesDiagnosed: { done: 29, all: 30 } }, ['funds.enterprises-not-diagnosed G1.3']],
    [2, { enterprisesDiagnosed: { done: 0, all: 0 } }, ['funds.enterprises-not-diagnosed G1.3']],
    [2, { services: { needed: 3, selected: 1, contracted: 2, cancelled: 4 } }, ['funds.no-service-under-way G4.2']],
    [
      2,
      { mechanism: { controlFile: false }, services: {} },
      ['funds.mechanism-not-ready G4.2', 'funds.no-service-under-way G4.2'],
    ],
    [2, { judgments: noJudgments }, ['funds.not-judged G4.2']],
    [2, { judgments: { ...bothJudged, finance: null } }, ['funds.not-judged G4.2']],
    [2, { judgments: { ...bothJudged, economy: judged('economy', false) } }, ['funds.judged-not-under-way G4.2']],
    [
      2,
      { judgments: { economy: judged('economy', false), finance: judged('finance', false) } },
      ['funds.judged-not-under-way G4.2', 'funds.judged-not-under-way G4.2'],
    ],
    [3, { releasedFen: 400_000_000 }, []],
    [3, { evaluation: null }, ['funds.no-evaluation G5.3']],
    [3, { evaluation: { grade: 'fail', rectified: true } }, ['funds.grade-closes G5.3']],
    [3, { evaluation: { grade: 'pass', rectified: false } }, ['funds.not-rectified G5.3']],
    [3, { evaluation: { grade: 'pass', rectified: true } }, []],
    [3, { releasedFen: award }, ['funds.nothing-left G4.2']],
  ])('tranche %i with %j', (no, facts, missing) => {
    expect(missingOf(no, facts)).toEqual(missing)
    expect(gate(no, facts).open).toBe(missing.length === 0)
  })

  test('in one sentence, in both languages, with the clause', () => {
    expect(gate(1).sentence.zh).toBe('第 1 期现在可拨付 1,500,000.00 元。')
    expect(gate(2, { releasedFen: 150_000_000 }).sentence.en).toBe(
      'Tranche 2 may be released now: 2,500,000.00 to 3,500,000.00 yuan.',
    )
    const closed = gate(3, { evaluation: null, releasedFen: 400_000_000 }).sentence
    expect(closed.zh).toContain('中期绩效评价尚未完成')
    expect(closed.zh).toContain('（G5.3）')
    expect(closed.en).toMatch(/^Tranche 3 cannot be released now: .*\(G5\.3\)\.$/)
  })

  test.each<[Grade, number, number]>([
    ['excellent', 100_000_000, 100_000_000],
    ['good', 100_000_000, 100_000_000],
    ['pass', 70_000_000, 100_000_000],
    ['fail', 0, 0],
  ])('the grade %s opens %i to %i of the last 100,000,000 fen (G5.3)', (grade, min, max) => {
    const facts = { releasedFen: 400_000_000, evaluation: { grade, rectified: true } }
    expect(gate(3, facts).amountFen).toEqual({ min, max })
  })

  test('the second tranche warns that it may leave nothing to decide on, the others do not', () => {
    const codes = (no: number, releasedFen: number) => gate(no, { releasedFen }).warnings.map((one) => one.code)
    expect(codes(1, 0)).toEqual([])
    expect(codes(2, 150_000_000)).toEqual(['funds.leaves-nothing'])
    expect(codes(3, 400_000_000)).toEqual([])
  })
})

describe("the county's own plan (G4.1)", () => {
  const plan = [
    { no: 1, amountFen: 150_000_000, plannedOn: '2026-05-10' },
    { no: 2, amountFen: 250_000_000, plannedOn: '2026-10-10' },
  ]

  test('is missed at the gate while it is not on record, and closes nothing', () => {
    const { open, warnings, planned } = gate(1, { plan: null })
    expect(open).toBe(true)
    expect(warnings.map(({ code, clause }) => `${code} ${clause}`)).toEqual(['funds.no-disbursement-plan G4.1'])
    expect(planned).toBeNull()
    expect(gate(2, { plan, releasedFen: 150_000_000 }).planned).toEqual(plan[1])
  })

  test('lets another sum through only with a reason in writing', () => {
    const second = gate(2, { plan, releasedFen: 150_000_000 })
    const ask = (amountFen: number, recommendation: string) =>
      recommendTranche(newTranche(2), { gate: second, amountFen, recommendation, by: 'economy' })
    expect(agreed(ask(250_000_000, '')).amountFen).toBe(250_000_000)
    expectRefusal(ask(250_000_000, '9'), 'common.says-nothing', 'G4.2', 'recommendation')
    const no = expectRefusal(ask(300_000_000, ' '), 'funds.deviates-from-plan', 'G4.1', 'recommendation')
    expect(no.facts).toEqual({ planned: '2,500,000.00', asked: '3,000,000.00' })
    expect(agreed(ask(300_000_000, '服务进度快于预期')).amountFen).toBe(300_000_000)
    expectRefusal(ask(350_000_001, '再多一点'), 'funds.amount-out-of-range', 'G4.2', 'amountFen')
  })
})

describe('recommend, release, receive', () => {
  const open = gate(1)
  const recommended = agreed(
    recommendTranche(newTranche(1), { gate: open, amountFen: 150_000_000, recommendation: '同意拨付', by: 'economy' }),
  )
  const voucher = { gate: open, voucherNo: 'Z-1', voucherFileId: 'f1', by: 'finance' }
  const released = agreed(releaseTranche(recommended, voucher))

  test('lead from waiting to received', () => {
    expect(agreed(confirmReceipt(released, { gate: open, by: 'fund' }))).toMatchObject({
      state: 'received',
      receivedBy: 'fund',
    })
  })

  test.each([149_999_999, 150_000_001])('not for %i fen: the first is 30 %% exactly', (amountFen) => {
    const no = recommendTranche(newTranche(1), { gate: open, amountFen, recommendation: '', by: 'economy' })
    expectRefusal(no, 'funds.amount-out-of-range', 'G4.2', 'amountFen')
  })

  test.each([0, -1, 0.5, Number.NaN, 1e300])('not for %d, which is no amount', (amountFen) => {
    const no = recommendTranche(newTranche(1), { gate: open, amountFen, recommendation: '', by: 'economy' })
    expectRefusal(no, 'common.amount-not-positive', 'G4.2')
  })

  test('not through a closed gate, neither at the recommendation nor when it closed before the release', () => {
    const closed = gate(1, { planApproved: false })
    const no = recommendTranche(newTranche(1), { gate: closed, amountFen: 150_000_000, recommendation: '', by: 'x' })
    expectRefusal(no, 'funds.plan-not-approved', 'G3.1')
    expectRefusal(releaseTranche(recommended, { ...voucher, gate: closed }), 'funds.plan-not-approved', 'G3.1')
  })

  test('by two people, with the number and the file of the voucher', () => {
    expectRefusal(releaseTranche(recommended, { ...voucher, by: 'economy' }), 'funds.same-person', 'G4.2')
    expectRefusal(releaseTranche(recommended, { ...voucher, voucherNo: ' ' }), 'funds.voucher-number-missing', 'G4.2')
    expectRefusal(
      releaseTranche(recommended, { ...voucher, voucherFileId: null }),
      'funds.voucher-file-missing',
      'G4.2',
    )
  })

  test('each only once and in order', () => {
    expectRefusal(releaseTranche(newTranche(1), voucher), 'common.not-in-state', 'G4.2')
    expectRefusal(releaseTranche(released, voucher), 'common.not-in-state', 'G4.2')
    expectRefusal(confirmReceipt(recommended, { gate: open, by: 'fund' }), 'common.not-in-state', 'G4.2')
    const again = { gate: open, amountFen: 150_000_000, recommendation: '', by: 'economy' }
    expectRefusal(recommendTranche(recommended, again), 'common.not-in-state', 'G4.2')
    const free = { gate: open, announced: false }
    expect(agreed(withdrawRecommendation(recommended, free))).toEqual(newTranche(1))
    expectRefusal(
      withdrawRecommendation(recommended, { ...free, announced: true }),
      'funds.withdraw-notice-first',
      'G4.2',
    )
    expectRefusal(withdrawRecommendation(released, free), 'common.not-in-state', 'G4.2')
  })

  test('never release more than the award, and all three together exactly the award', () => {
    const amount = fc.integer({ min: 1, max: mostAward(edition) })
    fc.assert(
      fc.property(
        amount,
        fc.tuple(fc.nat(100), fc.nat(100)),
        fc.integer({ min: -2, max: 2 }),
        (awardFen, part, off) => {
          let releasedFen = 0
          for (const { no } of edition.tranches) {
            const now = gate(no, { awardFen, releasedFen })
            const { min, max } = now.amountFen
            const amountFen = min + percentOf(max - min, part[no - 1] ?? 100)
            const over = { gate: now, amountFen: max + 1 + Math.abs(off), recommendation: '', by: 'a' }
            expect(isRefusal(recommendTranche(newTranche(no), over))).toBe(true)
            if (max === 0) continue
            const answer = recommendTranche(newTranche(no), { ...over, amountFen })
            if (amountFen === 0) continue
            releasedFen += agreed(answer).amountFen ?? 0
            expect(releasedFen).toBeLessThanOrEqual(awardFen)
          }
          expect(releasedFen).toBe(awardFen)
        },
      ),
    )
  })
})
