import { describe, expect, test } from 'vitest'
import { agreed, expectRefusal, usccOf } from '../../../tests/support/policy.ts'
import {
  confirmed,
  contracted,
  delivered,
  enterpriseUscc,
  invoice,
  invoiced,
  invoiceFacts,
  needed,
  period,
  selected,
  underWay,
  visit,
} from '../../../tests/support/policy-service.ts'
import type { Clause } from '../guide/clauses.ts'
import type { RefusalCode } from '../guide/refuse.ts'
import type { NamedInvoice } from './invoice.ts'
import { cleanInvoiceNumbers, invoiceKeys, isInvoiceNumber } from './invoice-numbers.ts'
import type { Service } from './service.ts'
import {
  cancelService,
  closeService,
  confirm,
  deliver,
  dispute,
  mayInvoice,
  owedByPark,
  recordInvoice,
  recordVisit,
  resume,
  settleIfPaid,
  settleService,
} from './service-steps.ts'

const when = { period, today: '2026-06-25' }
const paid = agreed(settleService(invoiced, { owedFen: 1_500_000, paidFen: 1_500_000 }))
const disputed = agreed(dispute(delivered, { comment: '报告未交', today: '2026-06-22', by: 'enterprise' }))

describe('visits and delivery', () => {
  test.each<[string, Partial<typeof visit>, RefusalCode, Clause | null]>([
    ['before the contract', { on: '2026-05-19' }, 'services.before-step-before', 'G3.4'],
    ['in the future', { on: '2026-06-26' }, 'common.day-in-future', 'G3.4'],
    ['before the period', { on: '2025-12-31' }, 'services.outside-period', 'G3.2'],
    ['on no day', { on: '2026-06-31' }, 'common.bad-day', null],
    ['about nothing', { content: '' }, 'services.visit-without-content', 'G3.4'],
  ])('no visit %s', (_, change, code, clause) => {
    expectRefusal(recordVisit(contracted, { ...visit, ...change }, when), code, clause)
  })

  test('no visit before the contract is signed, nor after the delivery', () => {
    for (const service of [needed, selected, delivered]) {
      expectRefusal(recordVisit(service, visit, when), 'common.not-in-state', 'G3.4')
    }
  })

  test('a visit may be on the day of the contract; the delivery is not before the last visit, in whatever order they came', () => {
    expect(agreed(recordVisit(contracted, { ...visit, on: '2026-05-20' }, when)).state).toBe('under-way')
    const dates = ['2026-06-10', '2026-06-05']
    const visited = dates.reduce(
      (service, on) => agreed(recordVisit(service, { ...visit, id: on, on }, when)),
      underWay,
    )
    const of = { summary: '报告', remedy: '', by: 'officer', ...when }
    expectRefusal(deliver(visited, { ...of, on: '2026-06-09' }), 'services.before-step-before', 'G3.4')
    expect(agreed(deliver(visited, { ...of, on: '2026-06-10' })).state).toBe('delivered')
  })

  test('visits add up', () => {
    const more = agreed(recordVisit(underWay, { ...visit, id: 'v2', on: '2026-06-05' }, when))
    expect(more.visits.map((one) => one.id)).toEqual(['v1', 'v2'])
  })

  test('no delivery without a visit, before it, or of nothing', () => {
    const of = { on: '2026-06-20', summary: '报告', remedy: '', by: 'officer', ...when }
    expectRefusal(deliver(contracted, of), 'common.not-in-state', 'G3.4')
    expectRefusal(deliver(underWay, { ...of, on: '2026-06-01' }), 'services.before-step-before', 'G3.4')
    expectRefusal(deliver(underWay, { ...of, summary: ' ', remedy: '' }), 'services.delivery-without-summary', 'G3.4')
    expectRefusal(
      deliver(underWay, { ...of, on: '2028-01-01', today: '2028-01-02' }),
      'services.outside-period',
      'G3.2',
    )
  })
})

describe('the enterprise', () => {
  test.each([0, 6, 2.5, Number.NaN])('does not rate %d', (rating) => {
    const no = confirm(delivered, { rating, comment: '', today: '2026-06-22', by: 'enterprise' })
    expectRefusal(no, 'services.bad-rating', 'G3.4', 'rating')
  })

  test.each([1, 5])('may rate %d', (rating) => {
    expect(agreed(confirm(delivered, { rating, comment: '', today: '2026-06-22', by: 'e' })).confirmation?.rating).toBe(
      rating,
    )
  })

  test('speaks once, about what was delivered', () => {
    const word = { rating: 4, comment: '', today: '2026-06-22', by: 'enterprise' }
    for (const service of [underWay, confirmed, disputed]) {
      expectRefusal(confirm(service, word), 'common.not-in-state', 'G3.4')
      expectRefusal(dispute(service, word), 'common.not-in-state', 'G3.4')
    }
  })

  test('says what it disputes; then the service goes on and is delivered anew', () => {
    const mute = { comment: '', today: '2026-06-22', by: 'enterprise' }
    expectRefusal(dispute(delivered, mute), 'services.dispute-without-reason', 'G3.4')
    expect(disputed.confirmation).toMatchObject({ verdict: 'dispute', rating: null })
    expect(agreed(resume(disputed))).toMatchObject({ state: 'under-way', delivery: null, confirmation: null })
  })
})

describe('an invoice (G3.4)', () => {
  test.each<[string, Partial<NamedInvoice>, RefusalCode, Clause]>([
    ['of another seller', { sellerUscc: usccOf(12) }, 'payments.seller-is-not-the-agency', 'G3.4'],
    ['without the seller’s name', { sellerName: ' ' }, 'payments.seller-name-missing', 'G3.4'],
    ['of a seller named otherwise', { sellerName: '机构12' }, 'payments.seller-name-differs', 'G3.4'],
    ['to a stranger', { buyerUscc: usccOf(40) }, 'payments.buyer-is-a-stranger', 'G3.4'],
    ['to the park under another name', { buyerName: '企业' }, 'payments.buyer-name-differs', 'G3.4'],
    ['older than the contract', { issuedOn: '2026-05-19' }, 'payments.invoice-before-contract', 'G3.4'],
    ['of tomorrow', { issuedOn: '2026-07-03' }, 'common.day-in-future', 'G3.4'],
    ['over the contract', { sumFen: 2_000_001 }, 'payments.invoices-above-contract', 'G3.4'],
    ['of nothing', { sumFen: 0 }, 'common.amount-not-positive', 'G3.4'],
    ['with a second digital number', { digitalNumber: '25332000000398124895' }, 'payments.bad-digital-number', 'G3.4'],
    [
      'with a digital number of 19 digits',
      { code: '0330021004', number: '12345678', digitalNumber: '2533200000039812489' },
      'payments.bad-digital-number',
      'G3.4',
    ],
    ['with a number of 19 digits', { number: '2533200000039812489' }, 'payments.bad-invoice-number', 'G3.4'],
  ])('is refused %s', (_, change, code, clause) => {
    expectRefusal(recordInvoice(confirmed, { ...invoice, ...change }, invoiceFacts), code, clause)
  })

  test('is refused when its number was entered before, and names where', () => {
    const no = recordInvoice(confirmed, invoice, { ...invoiceFacts, usedBy: { zh: '服务 FW-7', en: 'service FW-7' } })
    expect(expectRefusal(no, 'payments.invoice-used-before', 'G3.4', 'number').facts.otherZh).toBe('服务 FW-7')
  })

  test('may come some time after the period, but not later', () => {
    const on = (issuedOn: string) =>
      recordInvoice(confirmed, { ...invoice, issuedOn }, { ...invoiceFacts, today: '2028-06-01' })
    expect(agreed(on('2028-03-30')).state).toBe('invoiced')
    expectRefusal(on('2028-03-31'), 'payments.invoice-after-period', 'G3.2')
  })

  test.each(['2026-05-20', '2026-07-02'])('may be of the day of the contract and of today: %s', (issuedOn) => {
    expect(agreed(recordInvoice(confirmed, { ...invoice, issuedOn }, invoiceFacts)).state).toBe('invoiced')
  })

  test('several together do not exceed the contract', () => {
    const toEnterprise = { buyerUscc: enterpriseUscc, buyerName: '企业' }
    const second: NamedInvoice = { ...invoice, ...toEnterprise, number: '25332000000398124895', sumFen: 500_000 }
    expect(agreed(recordInvoice(invoiced, second, invoiceFacts)).invoices).toHaveLength(2)
    const over = recordInvoice(invoiced, { ...second, sumFen: 500_001 }, invoiceFacts)
    expectRefusal(over, 'payments.invoices-above-contract', 'G3.4', 'sumFen')
  })

  test('may come until all of the contract is invoiced', () => {
    expect(mayInvoice(confirmed)).toBeNull()
    expect(mayInvoice(invoiced)).toBeNull()
    expectRefusal(mayInvoice(delivered), 'common.not-in-state', 'G3.4')
    const all = agreed(recordInvoice(confirmed, { ...invoice, sumFen: 2_000_000 }, invoiceFacts))
    expectRefusal(mayInvoice(all), 'payments.fully-invoiced', 'G3.4')
  })

  test('comes after the enterprise has confirmed', () => {
    expectRefusal(recordInvoice(delivered, invoice, invoiceFacts), 'common.not-in-state', 'G3.4')
  })

  test.each([
    ['', '24952000000110579895', true],
    ['033002100411', '12345678', true],
    ['3300210041', '12345678', true],
    ['', '12345678', false],
    ['033002100411', '24952000000110579895', false],
    ['', '2495200000011057989a', false],
    ['', '２４952000000110579895', false],
  ])('%s %s has the shape of a number: %s', (code, number, sound) => expect(isInvoiceNumber(code, number)).toBe(sound))

  test('is the same one by its number, not by its file', () => {
    const digital = '24952000000110579895'
    const keys = (code: string, number: string, digitalNumber = '') => invoiceKeys({ code, number, digitalNumber })
    expect(keys('', digital)).toEqual({ number: digital, digital })
    expect(keys('033002100411', '12345678')).toEqual({ number: '03300210041112345678', digital: null })
    expect(keys('0330021004', '12345678', digital)).toEqual({ number: '033002100412345678', digital })
    const typed = { code: '', number: '', digitalNumber: ' 2495 2000 0001 1057 9895' }
    expect(cleanInvoiceNumbers(typed)).toEqual({ code: '', number: digital, digitalNumber: '' })
    const swapped = { code: '0330-021004', number: digital, digitalNumber: '１２３４５６７８' }
    const right = { code: '0330021004', number: '12345678', digitalNumber: digital }
    expect(cleanInvoiceNumbers(swapped)).toEqual(right)
    expect(cleanInvoiceNumbers(right)).toEqual(right)
  })
})

describe('the end of a service', () => {
  test('is paid when all that the park owes is paid', () => {
    expect(paid.state).toBe('paid')
    expect(owedByPark(confirmed)).toBe(1_500_000)
    expect(owedByPark(needed)).toBe(0)
    const short = settleService(invoiced, { owedFen: 1_500_000, paidFen: 1_499_999 })
    expectRefusal(short, 'services.not-fully-paid', 'G3.6')
    expectRefusal(settleService(confirmed, { owedFen: 0, paidFen: 0 }), 'common.not-in-state', 'G3.6')
  })

  test('is paid as soon as nothing is open on its invoices, and owes again after a further one', () => {
    expect(settleIfPaid(invoiced, 1_499_999).state).toBe('invoiced')
    expect(settleIfPaid(invoiced, 1_500_000).state).toBe('paid')
    const part = agreed(recordInvoice(confirmed, { ...invoice, sumFen: 900_000 }, invoiceFacts))
    const settled = settleIfPaid(part, 900_000)
    expect(settled.state).toBe('paid')
    const further: NamedInvoice = { ...invoice, number: '25332000000398124896', sumFen: 600_000 }
    const again = agreed(recordInvoice(settled, further, invoiceFacts))
    expect(settleIfPaid(again, 900_000).state).toBe('invoiced')
    expect(settleIfPaid(again, 1_500_000).state).toBe('paid')
  })

  test('is closed when paid, or at once when the park owes nothing', () => {
    const { provincialFen = 0, parkFen = 0 } = paid.contract ?? {}
    const all = { paid: { provincialFen, parkFen }, reason: '' }
    expect(agreed(closeService(paid, all)).state).toBe('closed')
    expectRefusal(closeService(confirmed, all), 'services.unpaid', 'G3.6')
    const contract = { ...confirmed.contract, provincialFen: 0, parkFen: 0 } as Service['contract']
    const nothing = { paid: { provincialFen: 0, parkFen: 0 }, reason: '' }
    expect(agreed(closeService({ ...confirmed, contract }, nothing)).state).toBe('closed')
  })

  test('can be called off with a reason until it is delivered, or when it is disputed', () => {
    for (const service of [needed, selected, contracted, underWay, disputed]) {
      expect(agreed(cancelService(service, { reason: '企业迁出' })).state).toBe('cancelled')
    }
    expectRefusal(cancelService(needed, { reason: ' ' }), 'common.reason-missing', 'G3.2')
    for (const service of [delivered, confirmed, invoiced, paid]) {
      expectRefusal(cancelService(service, { reason: 'x' }), 'common.not-in-state', 'G3.2')
    }
  })
})
