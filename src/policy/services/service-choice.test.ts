import { describe, expect, test } from 'vitest'
import { agreed, expectRefusal, parkUscc, usccOf } from '../../../tests/support/policy.ts'
import {
  candidates,
  choice,
  contract,
  contracted,
  contractFacts,
  need,
  needed,
  selected,
} from '../../../tests/support/policy-service.ts'
import type { Clause } from '../guide/clauses.ts'
import type { RefusalCode } from '../guide/refuse.ts'
import { openNeed, selectProduct, signContract } from './service-choice.ts'

describe('a need', () => {
  test('begins a service, on the day of the diagnosis at the earliest', () => {
    expect(needed).toMatchObject({ state: 'needed', diagnosisId: 'd1' })
    expect(agreed(openNeed({ ...need, on: '2026-05-10' })).state).toBe('needed')
  })

  test.each<[string, Partial<typeof need>, RefusalCode, Clause]>([
    [
      'before the diagnosis',
      { enterprise: { ...need.enterprise, diagnosis: null as never } },
      'services.not-diagnosed',
      'G1.3',
    ],
    ['before the day of the diagnosis', { on: '2026-05-09' }, 'services.before-step-before', 'G3.4'],
    ['of tomorrow', { on: '2026-05-13' }, 'common.day-in-future', 'G3.4'],
    ['of a stranger', { enterprise: { ...need.enterprise, pilot: false } }, 'services.not-a-pilot-enterprise', 'G4.4'],
    ['of a universal kind', { kind: 'training' as never }, 'services.not-tailored', 'G1.3'],
    ['without words', { need: ' ' }, 'services.need-missing', 'G1.3'],
    ['after the period', { on: '2028-01-01', today: '2028-01-01' }, 'services.outside-period', 'G3.2'],
  ])('is refused %s', (_, change, code, clause) => {
    expectRefusal(openNeed({ ...need, ...change }), code, clause)
  })
})

describe('the choice of a product (G3.3)', () => {
  test('keeps its record', () => {
    expect(selected.selection).toMatchObject({ productId: 'p1', candidates: ['p1', 'p2'], reason: choice.reason })
  })

  const [first, second] = candidates
  const relatedPair = [{ ...first, relatedTo: [usccOf(12)] }, second] as typeof candidates
  const ofThePark = [first, { ...second, relatedTo: [parkUscc] }] as typeof candidates

  test.each<[string, Partial<typeof choice>, RefusalCode]>([
    ['one candidate', { candidates: candidates.slice(0, 1) }, 'services.too-few-agencies'],
    [
      'two products of one agency',
      { candidates: [...candidates.slice(0, 1), { ...candidates[0], productId: 'p9' } as never] },
      'services.too-few-agencies',
    ],
    ['related agencies', { candidates: relatedPair }, 'services.too-few-agencies'],
    ['an agency of the park', { candidates: ofThePark }, 'services.too-few-agencies'],
    ['nothing to choose from', { candidates: [] }, 'services.choice-not-a-candidate'],
    ['one that was not compared', { productId: 'p3' }, 'services.choice-not-a-candidate'],
    [
      'another kind of service',
      { candidates: [first, { ...second, serviceKind: 'talent' }] as never },
      'services.candidate-of-other-kind',
    ],
    ['no reason', { reason: '' }, 'services.choice-without-reason'],
  ])('is refused with %s', (_, change, code) => {
    expectRefusal(selectProduct(needed, { ...choice, ...change }), code, 'G3.3')
  })

  test('among fewer than two it needs a written reason, which is kept', () => {
    const few = { ...choice, candidates: relatedPair, fewReason: '全县仅此一家' }
    expect(agreed(selectProduct(needed, few)).selection?.fewReason).toBe('全县仅此一家')
  })

  test('is made once', () => expectRefusal(selectProduct(selected, choice), 'common.not-in-state', 'G3.3'))
})

describe('a contract', () => {
  test('is signed', () => expect(contracted).toMatchObject({ state: 'contracted', contract: { priceFen: 2_000_000 } }))

  test.each<[string, Partial<typeof contract>, RefusalCode, Clause, string]>([
    ['above the agreed price', { priceFen: 2_000_001 }, 'services.above-agreed-price', 'G3.3', 'priceFen'],
    ['with shares that do not add up', { parkFen: 300_001 }, 'services.shares-do-not-add-up', 'G3.6', 'provincialFen'],
    ['with a negative share', { parkFen: -1 }, 'services.bad-amount', 'G3.6', 'parkFen'],
    ['with half a fen', { enterpriseFen: 0.5 }, 'services.bad-amount', 'G3.6', 'enterpriseFen'],
    [
      'above its fund line',
      { provincialFen: 1_200_001, parkFen: 299_999 },
      'services.above-fund-line',
      'G3.6',
      'provincialFen',
    ],
    ['on another fund line', { fundLineId: 'l2' }, 'services.no-fund-line', 'G3.6', 'fundLineId'],
    ['without a number', { number: ' ' }, 'services.contract-number-missing', 'G3.4', 'number'],
    ['without its file', { fileId: '' }, 'services.contract-file-missing', 'G3.4', 'fileId'],
    ['before the choice', { signedOn: '2026-05-14' }, 'services.before-step-before', 'G3.4', 'signedOn'],
    ['in the future', { signedOn: '2026-05-22' }, 'common.day-in-future', 'G3.4', 'signedOn'],
  ])('is refused %s', (_, change, code, clause, field) => {
    expectRefusal(signContract(selected, { ...contract, ...change }, contractFacts), code, clause, field)
  })

  test('is refused before and after the period (G3.2), and on a day that is none', () => {
    const day = (signedOn: string) =>
      signContract(selected, { ...contract, signedOn }, { ...contractFacts, today: '2028-02-01' })
    expectRefusal(day('2025-12-31'), 'services.outside-period', 'G3.2')
    expectRefusal(day('2028-01-01'), 'services.outside-period', 'G3.2')
    expectRefusal(day('2026-02-30'), 'common.bad-day', null)
  })

  test('is not dearer than the market, unless the exception was approved with the catalogue (G3.3)', () => {
    const product = { ...contractFacts.product, marketPriceFen: 1_999_999 }
    expectRefusal(
      signContract(selected, contract, { ...contractFacts, product }),
      'services.above-market-price',
      'G3.3',
    )
    const excepted = { ...contractFacts, product: { ...product, exceptionReason: '独家工艺' } }
    expect(agreed(signContract(selected, contract, excepted)).state).toBe('contracted')
  })

  test('may cost as much as the market, be signed on the day of the choice and on the first and last day of the period', () => {
    const product = { ...contractFacts.product, marketPriceFen: 2_000_000 }
    expect(agreed(signContract(selected, contract, { ...contractFacts, product })).state).toBe('contracted')
    for (const signedOn of ['2026-05-15', '2027-12-31']) {
      const signed = signContract(selected, { ...contract, signedOn }, { ...contractFacts, today: '2027-12-31' })
      expect(agreed(signed).contract?.signedOn).toBe(signedOn)
    }
    const early = {
      ...selected,
      openedOn: '2026-01-01',
      selection: { ...selected.selection, on: '2026-01-01' },
    } as typeof selected
    expect(agreed(signContract(early, { ...contract, signedOn: '2026-01-01' }, contractFacts)).state).toBe('contracted')
  })

  test('is for the product that was chosen, on a fund line of its kind', () => {
    const product = { ...contractFacts.product, id: 'p2' }
    expectRefusal(
      signContract(selected, contract, { ...contractFacts, product }),
      'services.contract-for-other-product',
      'G3.3',
    )
    const line = { ...contractFacts.line, serviceKind: 'talent' as const }
    expectRefusal(
      signContract(selected, contract, { ...contractFacts, line }),
      'services.fund-line-of-other-kind',
      'G3.6',
    )
    expectRefusal(signContract(selected, contract, { ...contractFacts, line: null }), 'services.no-fund-line', 'G3.6')
  })

  test('needs no fund line when no provincial money is in it', () => {
    const own = { ...contract, provincialFen: 0, parkFen: 1_500_000, fundLineId: null }
    expect(agreed(signContract(selected, own, { ...contractFacts, line: null })).state).toBe('contracted')
  })

  test('comes after the choice and only once', () => {
    expectRefusal(signContract(needed, contract, contractFacts), 'common.not-in-state', 'G3.3')
    expectRefusal(signContract(contracted, contract, contractFacts), 'common.not-in-state', 'G3.3')
  })
})
