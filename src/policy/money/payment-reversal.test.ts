import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreed, expectRefusal } from '../../../tests/support/policy.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { RefusalCode } from '../guide/refuse.ts'
import { isStanding, type Payment, paymentStates } from './payment.ts'
import { reversalDay, reversalKinds, reversePayment } from './payment-reversal.ts'

const paid: Payment = {
  id: 'pay1',
  serviceId: 's1',
  invoiceKey: 'i1',
  fundLineId: 'l1',
  state: 'paid',
  provincialFen: 1_200_000,
  parkFen: 300_000,
  payeeName: '机构(嘉善)有限公司',
  purpose: '支付知识产权服务费',
  preparedBy: 'fund',
  approvedBy: 'manager',
  receiptNo: 'R-1',
  receiptFileId: 'f1',
  paidOn: '2026-07-08',
  cancelReason: '',
}
const returned = { kind: 'returned', receiptNo: 'T-1', fileId: 'f2', on: '2026-07-10', reason: '收款账号有误' } as const
const wrong = { kind: 'entered-wrongly', receiptNo: '', fileId: '', on: '', reason: '回单属于另一笔付款' } as const
const facts = { by: 'fund', receiptBy: 'fund', today: '2026-07-10', usedBy: null, fileUse: null }

describe('money that came back (G3.4, G3.6)', () => {
  test('is recorded with the paper of the bank, by whoever keeps the funds, and counts until that day', () => {
    expect(agreed(reversePayment(paid, returned, facts))).toEqual({ ...paid, state: 'returned' })
    expect(reversalDay(paid, returned)).toBe('2026-07-10')
  })

  const rows: [string, object, object, RefusalCode, string | undefined][] = [
    ['without a number', { receiptNo: ' ' }, {}, 'payments.return-number-missing', 'receiptNo'],
    ['without its paper', { fileId: '' }, {}, 'payments.return-file-missing', 'fileId'],
    ['of tomorrow', { on: '2026-07-11' }, {}, 'common.day-in-future', 'returnedOn'],
    ['before it was paid', { on: '2026-07-07' }, {}, 'payments.returned-before-paid', 'returnedOn'],
    [
      'by a number used before',
      {},
      { usedBy: { no: 'S-2', paidOn: '2026-07-01', payeeName: '乙' } },
      'payments.return-number-used',
      'receiptNo',
    ],
  ]
  test.each(rows)('%s is refused', (_, change, other, code, field) => {
    expectRefusal(reversePayment(paid, { ...returned, ...change }, { ...facts, ...other }), code, 'G3.4', field)
  })

  test('without a reason is refused', () => {
    expectRefusal(reversePayment(paid, { ...returned, reason: ' ' }, facts), 'common.reason-missing', 'G3.6', 'reason')
  })
})

describe('a receipt that was entered wrongly (G3.6)', () => {
  test('is corrected by another person, as if it had never been entered', () => {
    expect(agreed(reversePayment(paid, wrong, { ...facts, by: 'manager' })).state).toBe('entered-wrongly')
    expect(reversalDay(paid, wrong)).toBe('2026-07-08')
    expectRefusal(reversePayment(paid, wrong, facts), 'payments.corrected-by-same-person', 'G3.6', 'kind')
  })
})

test('only a paid payment is reversed, once, and none that was stands', () => {
  fc.assert(
    fc.property(fc.constantFrom(...paymentStates), fc.constantFrom(...reversalKinds), (state, kind) => {
      const reversal = kind === 'returned' ? returned : wrong
      const after = reversePayment({ ...paid, state }, reversal, { ...facts, by: 'manager' })
      expect(isRefusal(after)).toBe(state !== 'paid')
      if (isRefusal(after)) return
      expect(isStanding(after.state)).toBe(false)
      expect(isRefusal(reversePayment(after, reversal, { ...facts, by: 'manager' }))).toBe(true)
    }),
  )
})
