import { describe, expect, test } from 'vitest'
import { agreed, expectRefusal } from '../../../tests/support/policy.ts'
import { refusalsIn } from '../../shared/refusal.ts'
import { measureStateList, newMeasure } from './measures.ts'
import {
  type Claim,
  checkPaidBack,
  checkReissue,
  claimOf,
  claimState,
  mayReverseReceipt,
  mayReverseReissue,
  openOf,
  type PaidBack,
} from './measures-claims.ts'
import type { MeasureSums } from './measures-sums.ts'

const clause = 'G5.3' as const
const today = '2027-07-10'
const claim: Claim = { amountFen: 500, dueOn: '2027-06-30', receivedFen: 0, reissuedFen: 0 }
const reason = '凭证金额录入有误'
/** Entered before noon, and the pilot is not closed. */
const open = { recordedAt: new Date('2027-06-20T09:00:00Z'), closedAt: null }
const closed = { ...open, closedAt: new Date('2027-06-20T12:00:00Z') }
const sums: MeasureSums = {
  awardFen: 1000,
  releasedFen: 700,
  deductedFen: 0,
  claimedFen: 500,
  recoveredFen: 0,
  cashFen: 300,
  spentFen: 250,
  ownFen: 50,
}

describe('a claim (G5.3)', () => {
  test.each([
    [0, '2027-06-30', 'open'],
    [1, '2027-06-30', 'part-paid'],
    [0, '2027-07-01', 'overdue'],
    [499, '2027-07-01', 'overdue'],
    [500, '2027-07-01', 'paid'],
    [500, '2027-05-01', 'paid'],
  ] as const)('of 500 with %d paid is on %s %s', (receivedFen, day, state) => {
    const now = { ...claim, receivedFen }
    expect([claimState(now, day), openOf(now)]).toEqual([state, 500 - receivedFen])
  })

  test('is that of a recovery in force', () => {
    const said = { ground: 'targets-missed', provenOn: null, reason, fileId: 'f' } as const
    const by = { clause, level: 'county', decidedBy: 'economy', decidedAt: new Date('2027-01-04') } as const
    const recovery = newMeasure({ ...said, kind: 'recovery', amountFen: 500, dueOn: '2027-06-30' }, by)
    for (const state of measureStateList) {
      const answer = claimOf({ ...recovery, state }, { receivedFen: 0, reissuedFen: 0 })
      if (state === 'confirmed') expect(agreed(answer)).toEqual(claim)
      else expectRefusal(answer, 'common.not-in-state', clause)
    }
    const criticism = newMeasure({ ...said, kind: 'criticism', amountFen: null, dueOn: null }, by)
    expectRefusal(claimOf({ ...criticism, state: 'confirmed' }, claim), 'measures.no-claim', clause)
  })
})

describe('a receipt', () => {
  const given: PaidBack = { paidOn: today, amountFen: 500, ownFen: 200, voucherNo: '缴-1', voucherFileId: 'f' }
  const facts = {
    ...{ clause, today, sums, decidedOn: '2027-05-10', bankedFen: 300 },
    ...{ numberTaken: false, paperUse: null },
  }
  const check = (more: Partial<PaidBack> = {}, other: Partial<typeof facts> = {}, of: Claim = claim) =>
    checkPaidBack(of, { ...given, ...more }, { ...facts, ...other })

  test('takes the separate account to its last fen and the own money for what was spent', () => {
    expect(check()).toBeNull()
    expect(check({ amountFen: 300, ownFen: 0 })).toBeNull()
    expect(check({ amountFen: 200, ownFen: 200 })).toBeNull()
    expectRefusal(check({ ownFen: 199 }), 'measures.more-than-banked', clause, 'ownFen')
    expectRefusal(check({}, { bankedFen: 299 }), 'measures.more-than-banked', clause, 'ownFen')
    expectRefusal(check({ ownFen: 201 }), 'measures.own-above-spent', clause, 'ownFen')
    for (const ownFen of [-1, 501, 0.5])
      expectRefusal(check({ ownFen }), 'measures.own-above-receipt', clause, 'ownFen')
  })

  test('never exceeds what is still open', () => {
    const partly = { ...claim, receivedFen: 300 }
    expect(check({ amountFen: 200, ownFen: 0 }, {}, partly)).toBeNull()
    expectRefusal(check({ amountFen: 201, ownFen: 0 }, {}, partly), 'measures.receipt-above-claim', clause, 'amountFen')
    for (const amountFen of [0, -5, 0.5])
      expectRefusal(check({ amountFen, ownFen: 0 }), 'common.amount-not-positive', clause, 'amountFen')
  })

  test('lies between the decision and today, with a voucher of its own', () => {
    expect(check({ paidOn: '2027-05-10' })).toBeNull()
    expectRefusal(check({ paidOn: '2027-05-09' }), 'measures.before-decision', clause, 'paidOn')
    expectRefusal(check({ paidOn: '2027-07-11' }), 'common.day-in-future', clause, 'paidOn')
    expectRefusal(check({ paidOn: '' }), 'common.day-missing', clause, 'paidOn')
    expectRefusal(check({}, { numberTaken: true }), 'measures.voucher-number-taken', clause, 'voucherNo')
  })

  test('is refused for all that is wrong at once', () => {
    const no = check({ paidOn: '2027-01-01', amountFen: 501, ownFen: 400, voucherNo: ' ', voucherFileId: null })
    expect(no && refusalsIn(no).map(({ code, field }) => [code, field])).toEqual([
      ['measures.before-decision', 'paidOn'],
      ['measures.receipt-above-claim', 'amountFen'],
      ['measures.own-above-spent', 'ownFen'],
      ['measures.voucher-number-missing', 'voucherNo'],
      ['measures.voucher-file-missing', 'voucherFileId'],
    ])
  })

  test('is taken back with a reason, unless its money was given out again', () => {
    const of = { ...claim, receivedFen: 500, reissuedFen: 200 }
    const entered = { ...open, amountFen: 300, reversed: false, reason, clause }
    expect(mayReverseReceipt(of, entered)).toBeNull()
    expectRefusal(mayReverseReceipt(of, { ...entered, amountFen: 301 }), 'measures.reverse-reissue-first', clause)
    expectRefusal(mayReverseReceipt(of, { ...entered, reversed: true }), 'measures.reversed-before', clause)
    expectRefusal(mayReverseReceipt(of, { ...entered, reason: '' }), 'common.reason-missing', clause, 'reason')
    expectRefusal(mayReverseReceipt(of, { ...entered, ...closed }), 'measures.sealed', clause)
  })
})

describe('a re-issue', () => {
  const paid = { ...claim, receivedFen: 400, reissuedFen: 100 }
  const given = { amountFen: 300, issuedOn: today, documentNo: '浙财企〔2027〕30号', reason: '并入当年专项资金再安排' }
  const facts = { clause, today, firstPaidOn: '2027-06-20' }
  const check = (more: Partial<typeof given> = {}) => checkReissue(paid, { ...given, ...more }, facts)

  test('gives out what came back and no more, once', () => {
    expect(check()).toBeNull()
    expectRefusal(check({ amountFen: 301 }), 'measures.reissue-above-recovered', clause, 'amountFen')
    expectRefusal(check({ amountFen: 0 }), 'common.amount-not-positive', clause, 'amountFen')
  })

  test('names the notice, its day and the reason', () => {
    expectRefusal(check({ documentNo: '' }), 'measures.document-number-missing', clause, 'documentNo')
    expectRefusal(check({ issuedOn: '2027-06-19' }), 'measures.reissued-before-paid', clause, 'issuedOn')
    expectRefusal(check({ issuedOn: '2027-07-11' }), 'common.day-in-future', clause, 'issuedOn')
    expectRefusal(check({ reason: '' }), 'common.reason-missing', clause, 'reason')
  })

  test('is taken back with a reason, once', () => {
    expect(mayReverseReissue({ ...open, reversed: false, reason, clause })).toBeNull()
    expectRefusal(mayReverseReissue({ ...open, reversed: true, reason, clause }), 'measures.reversed-before', clause)
    expectRefusal(mayReverseReissue({ ...closed, reversed: false, reason, clause }), 'measures.sealed', clause)
    expectRefusal(
      mayReverseReissue({ ...open, reversed: false, reason: '', clause }),
      'common.reason-missing',
      clause,
      'reason',
    )
  })
})
