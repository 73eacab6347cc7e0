import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreed, edition, expectRefusal } from '../../../tests/support/policy.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { Clause } from '../guide/clauses.ts'
import type { RefusalCode } from '../guide/refuse.ts'
import { recordReceipt } from './bank-receipt.ts'
import { approvePayment, cancelPayment, mayApprove, mayPrepare, type PaymentFacts, preparePayment } from './payment.ts'

const line = { id: 'l1', committedFen: 1_200_000, reservedFen: 0 }
const facts: PaymentFacts = {
  invoice: {
    key: 'i1',
    sumFen: 1_500_000,
    sellerName: '机构(嘉善)有限公司',
    otherPaymentsFen: 0,
    issuedOn: '2026-07-01',
  },
  contract: { provincialFen: 1_200_000, otherProvincialFen: 0, parkFen: 300_000, otherParkFen: 0 },
  line,
  cashFen: 1_200_000,
  edition,
}

const given = {
  id: 'pay1',
  serviceId: 's1',
  provincialFen: 1_200_000,
  parkFen: 300_000,
  payeeName: '机构(嘉善)有限公司',
  purpose: '支付知识产权服务费',
  by: 'fund',
}

const prepared = agreed(preparePayment(given, facts))
const approved = agreed(approvePayment(prepared, { by: 'manager' }, facts))
const receipt = {
  receiptNo: 'R-1',
  fileId: 'f1',
  paidOn: '2026-07-08',
  today: '2026-07-08',
  issuedOn: '2026-07-01',
  fileUse: null,
  bankedFen: 10_000_000_000,
  usedBy: null as { no: string; paidOn: string; payeeName: string } | null,
}

type Change = { given?: Partial<typeof given>; facts?: Partial<PaymentFacts> }

const refusedRows: [string, Change, RefusalCode, Clause][] = [
  ['wages', { given: { purpose: '专员工资' } }, 'payments.forbidden-use', 'G4.4'],
  ['the park’s own building', { given: { purpose: '园区装修' } }, 'payments.forbidden-use', 'G4.4'],
  ['no purpose', { given: { purpose: ' ' } }, 'payments.purpose-missing', 'G4.4'],
  ['a person instead of the seller', { given: { payeeName: '张三' } }, 'payments.payee-is-not-the-seller', 'G3.4'],
  ['nobody', { given: { payeeName: '' } }, 'payments.payee-missing', 'G3.4'],
  ['more than the invoice', { given: { parkFen: 300_001 } }, 'payments.above-invoice', 'G3.6'],
  [
    'an invoice paid already',
    { facts: { invoice: { ...facts.invoice, otherPaymentsFen: 1 } } },
    'payments.above-invoice',
    'G3.6',
  ],
  [
    'more provincial money than the contract',
    { given: { provincialFen: 1_200_001, parkFen: 0 } },
    'payments.above-contract-share',
    'G3.6',
  ],
  [
    'a share paid already',
    { facts: { contract: { ...facts.contract, otherProvincialFen: 1 } } },
    'payments.above-contract-share',
    'G3.6',
  ],
  [
    'more of the park’s money than the contract',
    { given: { provincialFen: 0, parkFen: 300_001 } },
    'payments.above-park-share',
    'G3.6',
  ],
  [
    'a park’s share paid already',
    { facts: { contract: { ...facts.contract, otherParkFen: 1 } } },
    'payments.above-park-share',
    'G3.6',
  ],
  ['provincial money without a line', { facts: { line: null } }, 'payments.above-committed-line', 'G3.6'],
  [
    'more than the line',
    { facts: { line: { ...line, committedFen: 1_199_999 } } },
    'payments.above-committed-line',
    'G3.6',
  ],
  [
    'a line that others hold',
    { facts: { line: { ...line, reservedFen: 1 } } },
    'payments.above-committed-line',
    'G3.6',
  ],
  ['more than the cash', { facts: { cashFen: 1_199_999 } }, 'payments.above-cash', 'G3.6'],
  ['nothing', { given: { provincialFen: 0, parkFen: 0 } }, 'common.amount-not-positive', 'G3.6'],
  ['less than nothing', { given: { provincialFen: -1 } }, 'services.bad-amount', 'G3.6'],
  ['half a fen', { given: { parkFen: 0.5 } }, 'services.bad-amount', 'G3.6'],
]

describe('a payment', () => {
  test.each(refusedRows)('is not prepared for %s', (_, change, code, clause) => {
    const no = preparePayment({ ...given, ...change.given }, { ...facts, ...change.facts })
    expectRefusal(no, code, clause)
  })

  test.each(refusedRows.filter(([, change]) => change.facts))('is not approved for %s', (_, change, code, clause) => {
    expectRefusal(approvePayment(prepared, { by: 'manager' }, { ...facts, ...change.facts }), code, clause)
  })

  test('knows the payee whatever the width of its brackets', () => {
    expect(agreed(preparePayment({ ...given, payeeName: ' 机构（嘉善） 有限公司' }, facts)).state).toBe('prepared')
  })

  test('is approved by another than who prepared it (G3.6)', () => {
    expectRefusal(approvePayment(prepared, { by: 'fund' }, facts), 'payments.preparer-cannot-approve', 'G3.6')
    expect(mayApprove(prepared, 'manager')).toBeNull()
    expect(approved).toMatchObject({ state: 'approved', approvedBy: 'manager' })
  })

  test.each<[string, Partial<typeof receipt>, RefusalCode, Clause | null]>([
    ['a number', { receiptNo: ' ' }, 'payments.receipt-number-missing', 'G3.4'],
    [
      'a number of its own',
      { usedBy: { no: 'FW1', paidOn: '2026-07-01', payeeName: '甲' } },
      'payments.receipt-number-used',
      'G3.4',
    ],
    ['a file', { fileId: '' }, 'payments.receipt-file-missing', 'G3.4'],
    ['a day', { paidOn: '2026-13-01' }, 'common.bad-day', null],
    ['a day that has come', { paidOn: '2026-07-09' }, 'common.day-in-future', 'G3.4'],
    ['a day after the invoice', { paidOn: '2026-06-30' }, 'payments.paid-before-invoice', 'G3.4'],
  ])('is not closed by a receipt without %s', (_, change, code, clause) => {
    expectRefusal(recordReceipt(approved, { ...receipt, ...change }), code, clause)
  })

  test('ends with the bank’s receipt, and is not paid twice', () => {
    const paid = agreed(recordReceipt(approved, receipt))
    expect(paid).toMatchObject({ state: 'paid', receiptNo: 'R-1' })
    expect(agreed(recordReceipt(approved, { ...receipt, paidOn: '2026-07-01' })).state).toBe('paid')
    expectRefusal(recordReceipt(paid, receipt), 'common.not-in-state', 'G3.6')
    expectRefusal(recordReceipt(prepared, receipt), 'common.not-in-state', 'G3.6')
    expectRefusal(approvePayment(approved, { by: 'manager' }, facts), 'common.not-in-state', 'G3.6')
  })

  test('needs no fund line where the park alone pays', () => {
    const contract = { ...facts.contract, provincialFen: 0 }
    const own = preparePayment({ ...given, provincialFen: 0 }, { ...facts, contract, line: null, cashFen: 0 })
    expect(agreed(own)).toMatchObject({ state: 'prepared', fundLineId: null })
  })

  test('is drawn up on an invoice, one at a time, while something is owed', () => {
    expect(mayPrepare({ invoiced: true, open: false, owedFen: 1 })).toBeNull()
    expectRefusal(mayPrepare({ invoiced: false, open: false, owedFen: 0 }), 'payments.no-invoice', 'G3.4')
    expectRefusal(mayPrepare({ invoiced: true, open: true, owedFen: 1 }), 'payments.one-at-a-time', 'G3.6')
    expectRefusal(mayPrepare({ invoiced: true, open: false, owedFen: 0 }), 'payments.nothing-owed', 'G3.6')
  })

  test('can be cancelled with a reason until the bank has paid', () => {
    for (const payment of [prepared, approved]) {
      expect(agreed(cancelPayment(payment, { reason: '账号有误' })).state).toBe('cancelled')
      expectRefusal(cancelPayment(payment, { reason: '' }), 'common.reason-missing', 'G3.6')
    }
    const paid = agreed(recordReceipt(approved, receipt))
    expectRefusal(cancelPayment(paid, { reason: 'x' }), 'common.not-in-state', 'G3.6')
  })

  test('together never exceed the invoice, the share, the line or the cash', () => {
    const amount = fc.nat(900_000)
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { maxLength: 12 }), amount, (attempts, cash) => {
        let provincial = 0
        let total = 0
        for (const [provincialFen, parkFen] of attempts) {
          const answer = preparePayment(
            { ...given, provincialFen, parkFen },
            {
              ...facts,
              invoice: { ...facts.invoice, otherPaymentsFen: total },
              contract: { ...facts.contract, otherProvincialFen: provincial, otherParkFen: total - provincial },
              line: { id: 'l1', committedFen: 1_000_000, reservedFen: provincial },
              cashFen: cash - provincial,
            },
          )
          if (isRefusal(answer)) continue
          provincial += provincialFen
          total += provincialFen + parkFen
        }
        expect(total).toBeLessThanOrEqual(1_500_000)
        expect(provincial).toBeLessThanOrEqual(Math.min(1_000_000, cash))
        expect(total - provincial).toBeLessThanOrEqual(300_000)
      }),
    )
  })
})
