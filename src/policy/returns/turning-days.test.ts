import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edition } from '../../../tests/support/policy.ts'
import { addDays } from '../../shared/dates.ts'
import { periodDays } from '../../shared/periods.ts'
import { batchPeriod } from '../editions/edition.ts'
import type { Records, ServiceRecord } from '../records/records.ts'
import { indicatorRows, turningDays } from './indicators.ts'
import { factsAt } from './return-facts.ts'

const day = fc.integer({ min: -30, max: 800 }).map((days) => addDays('2026-01-01', days))
const service = fc.record({
  uscc: fc.constantFrom('e1', 'e2', 'e3'),
  cancelled: fc.boolean(),
  countedOn: fc.option(day),
  signedOn: fc.option(day),
  priceFen: fc.constantFrom(99, 100, 101),
  deliveredOn: fc.option(day),
  confirmedOn: fc.option(day),
  rating: fc.option(fc.integer({ min: 1, max: 5 })),
  proofs: fc.nat(9),
})
const payment = fc.record({ kind: fc.constantFrom('financing', 'training'), provincialFen: fc.nat(1000), paidOn: day })
const none = { diagnoses: [], activities: [], agencies: [], tranches: [], filings: [], practices: [], register: [] }

/** What cannot be told apart once its days are moved back to the turning day before them, added up as the database does it. */
function summed({ services, payments }: Records, days: readonly string[]): Records {
  const back = (one: string | null) => one && (days.findLast((turn) => turn <= one) ?? '0001-01-01')
  const empty = { cancelled: false, countedOn: null, signedOn: null, priceFen: null, marketPriceFen: null }
  const blank: ServiceRecord = {
    ...{ id: '', uscc: '', kind: '', ...empty, deliveredOn: null, confirmationId: null, confirmedOn: null },
    ...{ rating: null, proofs: 0 },
  }
  const parts = services.flatMap((one): Partial<ServiceRecord>[] => {
    const confirmedOn = back(one.confirmedOn)
    return [
      { uscc: one.uscc, countedOn: back(one.countedOn) },
      {
        cancelled: one.cancelled,
        signedOn: back(one.signedOn),
        priceFen: Math.sign((one.priceFen ?? 0) - 100),
        marketPriceFen: 0,
      },
      { deliveredOn: back(one.deliveredOn), confirmedOn },
      { confirmedOn, rating: one.rating, confirmationId: one.rating === null ? null : 'c' },
    ].map((part) => ({ ...part, proofs: one.proofs }))
  })
  const alike = <T extends object>(all: readonly T[], sum: 'proofs' | 'provincialFen') =>
    [...Map.groupBy(all, (one) => JSON.stringify({ ...one, [sum]: 0, id: '' })).values()].map((same, at) => ({
      ...(same[0] as T),
      id: String(at),
      [sum]: same.reduce((total, one) => total + Number((one as Record<string, unknown>)[sum]), 0),
      times: same.length,
    }))
  return {
    ...none,
    services: alike(parts, 'proofs').map((one) => ({
      ...blank,
      ...one,
      confirmationId: one.confirmationId ? one.id : null,
    })),
    payments: alike(
      payments.map((one) => ({ ...one, paidOn: back(one.paidOn) ?? '' })),
      'provincialFen',
    ),
  }
}

test('figures from sums between turning days are those of the records (G3.5)', () => {
  const targets = edition.indicators.map(({ code }) => ({
    indicator: code,
    unit: '',
    baseline: 0,
    target: 30,
    weight: 1,
  }))
  const term = batchPeriod(edition, 2026)
  fc.assert(
    fc.property(
      fc.array(service, { maxLength: 40 }),
      fc.array(payment, { maxLength: 20 }),
      fc.constantFrom('2026Q2', '2026Q4', '2027Q1', '2027H1', '2026M07'),
      fc.integer({ min: -20, max: 0 }),
      (services, payments, period, early) => {
        const cutOff = addDays(periodDays(period).to, early)
        const records: Records = {
          ...none,
          services: services.map((one, at) => {
            const confirmationId = one.confirmedOn && one.rating ? `k${at}` : null
            return { ...one, id: String(at), kind: 'financing', marketPriceFen: 100, confirmationId }
          }),
          payments: payments.map((one, at) => ({ ...one, id: String(at) })),
        }
        const rows = (of: Records) =>
          indicatorRows({
            edition,
            firstYear: 2026,
            period,
            cutOff,
            targets,
            facts: factsAt(edition, term, of, cutOff),
          })
        const days = turningDays(term, [
          { period, cutOff },
          { period: '2026Q2', cutOff: '2026-06-30' },
        ])
        expect(rows(summed(records, days))).toEqual(rows(records))
      },
    ),
    { numRuns: 300 },
  )
})
