import { describe, expect, test } from 'vitest'
import { edition } from '../../../tests/support/policy.ts'
import { changedFacts, correctionOf, factsAt } from '../returns/return-facts.ts'
import { measures } from './measures.ts'
import type { MeasuredRecord, Records, ServiceRecord } from './records.ts'

const service: ServiceRecord = {
  id: 's1',
  uscc: 'e1',
  kind: 'financing',
  cancelled: false,
  countedOn: '2026-06-10',
  signedOn: '2026-05-01',
  priceFen: 100,
  marketPriceFen: 100,
  deliveredOn: '2026-06-01',
  confirmationId: 'k1',
  confirmedOn: '2026-06-03',
  rating: 4,
  proofs: 8,
}
const nothing: Records = {
  services: [],
  diagnoses: [],
  activities: [],
  agencies: [],
  payments: [],
  tranches: [],
  filings: [],
  practices: [],
  register: [],
}
const withServices = (...services: Partial<ServiceRecord>[]): Records => ({
  ...nothing,
  services: services.map((more) => ({ ...service, ...more })),
})
const period = { from: '2026-01-01', to: '2027-12-31' }
const cutOff = '2026-06-30'

describe('what an indicator counts (G3.5)', () => {
  test('a service counts from its day, for its firm and as a service', () => {
    const records = withServices({}, { id: 's2', countedOn: null })
    expect(measures['enterprises-served'](records)).toMatchObject([{ recordId: 's1', subject: 'e1', proofs: 8 }])
    expect(measures['services-completed'](records)).toMatchObject([{ recordId: 's1', day: '2026-06-10', value: 1 }])
  })

  test('what was delivered is accepted only when the enterprise said so by the cut-off', () => {
    const records = withServices({}, { id: 's2', confirmedOn: '2026-07-01' }, { id: 's3', deliveredOn: null })
    const value = (at: string) => measures['services-accepted'](records, at).map((fact) => fact.value)
    expect(value(cutOff)).toEqual([1, 0])
    expect(value('2026-07-01')).toEqual([1, 1])
  })

  test('a price at the market price is within it; a contract called off is none', () => {
    const records = withServices({}, { priceFen: 101 }, { cancelled: true }, { signedOn: null })
    expect(measures['price-within-market'](records).map((fact) => fact.value)).toEqual([1, 0])
  })

  test('a rating of 4 is satisfied, one of 3 is not', () => {
    const records = withServices({ rating: 4 }, { rating: 3 }, { rating: null, confirmationId: null })
    expect(measures.satisfaction(records).map((fact) => fact.value)).toEqual([1, 0])
  })

  test('of the answers at an activity the fourth and fifth grade are satisfied, from the day both are in', () => {
    const answers = { on: '2026-06-20', rated: { rated5: 3, rated4: 2, rated3: 1, rated2: 0, rated1: 4 }, papers: 2 }
    const held = { id: 'a1', countedOn: '2026-06-10', enterprises: 2, proofs: 7, answers }
    const activities = [held, { ...held, id: 'a2', countedOn: '2026-06-30' }, { ...held, id: 'a3', answers: null }]
    expect(measures['activity-satisfaction']({ ...nothing, activities })).toEqual([
      { kind: 'activity', recordId: 'a1', day: '2026-06-20', value: 5, of: 10, proofs: 2 },
      { kind: 'activity', recordId: 'a2', day: '2026-06-30', value: 5, of: 10, proofs: 2 },
    ])
  })

  test('money spent stands against money received, tailored spending against all', () => {
    const records: Records = {
      ...nothing,
      payments: [
        { id: 'y1', kind: 'financing', provincialFen: 80, paidOn: '2026-06-01' },
        { id: 'y2', kind: 'training', provincialFen: 20, paidOn: '2026-06-02' },
      ],
      tranches: [{ id: 't1', amountFen: 1000, receivedOn: '2026-05-20' }],
    }
    expect(measures['tailored-spending'](records).map(({ value, of }) => [value, of])).toEqual([
      [80, 80],
      [0, 20],
    ])
    expect(measures['money-spent'](records).map(({ value, of }) => [value, of])).toEqual([
      [80, 0],
      [20, 0],
      [0, 1000],
    ])
  })

  test('agencies are those of the list in force at the cut-off', () => {
    const agencies = [
      { id: 'a1', listedOn: '2026-04-26' },
      { id: 'b1', listedOn: '2026-08-01' },
      { id: 'b2', listedOn: '2026-08-01' },
    ]
    const at = (day: string) => measures.agencies({ ...nothing, agencies }, day).map((fact) => fact.recordId)
    expect(at('2026-03-31')).toEqual([])
    expect(at(cutOff)).toEqual(['a1'])
    expect(at('2026-09-30')).toEqual(['b1', 'b2'])
  })

  test('what is filed counts from its due day on, a table twice, in time or not; one whose day is still to come says nothing', () => {
    const filings = [
      { id: 'plan', kind: 'plan', dueOn: '2026-04-30', isFiled: true, inTime: false },
      { id: 'q1', kind: 'target-table', dueOn: '2026-04-10', isFiled: true, inTime: true },
      { id: 'q2', kind: 'target-table', dueOn: '2026-07-10', isFiled: true, inTime: false },
      { id: 'q3', kind: 'target-table', dueOn: '2026-10-10', isFiled: false, inTime: false },
    ]
    const at = (day: string) =>
      factsAt(edition, period, { ...nothing, filings }, day).map(({ indicator, recordId, value, of, proofs }) => [
        indicator,
        recordId,
        value,
        of,
        proofs,
      ])
    expect(at('2026-03-31')).toEqual([])
    expect(at('2026-09-30')).toEqual([
      ['P9', 'plan', 0, 1, 1],
      ['P9', 'q1', 1, 1, 1],
      ['P9', 'q2', 0, 1, 1],
      ['P10', 'q1', 1, 1, 1],
      ['P10', 'q2', 0, 1, 1],
    ])
    expect(at('2026-12-31').at(-1)).toEqual(['P10', 'q3', 0, 1, 0])
  })

  test('nothing after the cut-off or outside the period becomes a fact (G3.2)', () => {
    const days = ['2025-12-31', '2026-06-30', '2026-07-01']
    const records = withServices(
      ...days.map((countedOn, i) => ({ id: `s${i}`, countedOn, signedOn: null, deliveredOn: null })),
    )
    const found = factsAt(edition, period, records, cutOff).filter((fact) => fact.indicator === 'P3')
    expect(found.map((fact) => fact.recordId)).toEqual(['s1'])
  })

  test('every computed indicator names its measure, every other none', () => {
    for (const { computed, measure } of edition.indicators) expect(measure !== null).toBe(computed)
  })
})

describe('a correction (G3.5)', () => {
  const frozen = { indicator: 'P3', total: 12 }

  test('is how far today’s records are from what was reported', () => {
    expect(correctionOf(frozen, 11)).toEqual({ indicator: 'P3', reported: 12, now: 11, difference: -1 })
    expect(correctionOf(frozen, 12).difference).toBe(0)
    expect(correctionOf({ ...frozen, total: null }, 3).difference).toBe(3)
    expect(correctionOf({ ...frozen, total: null }, null).difference).toBeNull()
    expect(correctionOf({ ...frozen, total: 33.3 }, 33.1).difference).toBe(-0.2)
  })

  test('names the records that came and went, and those that changed on both sides', () => {
    const fact = (recordId: string, value = 1) => ({ recordId, value })
    const { added, removed } = changedFacts([fact('a'), fact('b'), fact('c')], [fact('b'), fact('c', 0), fact('d')])
    expect(added).toEqual([fact('c', 0), fact('d')])
    expect(removed).toEqual([fact('a'), fact('c')])
  })
})

describe('what the registers say (G3.5)', () => {
  const entry = (id: string, more: Partial<Records['register'][number]> = {}) => ({
    id,
    uscc: 'e1',
    kind: 'title' as const,
    sort: 'innovative' as const,
    on: '2026-02-01',
    amountFen: null,
    yearsOn: null,
    ...more,
  })
  const measured = (id: keyof typeof measures, ...register: Records['register']) =>
    (measures[id]({ ...nothing, register }, cutOff) as MeasuredRecord[]).map(({ recordId, value, subject }) => [
      recordId,
      value,
      subject,
    ])

  test('an old target counts the first step under its new name, and one firm on both only once', () => {
    const renamed = entry('b', { sort: 'tech-innovative', on: '2026-06-01' })
    expect(measured('first-step-titles', renamed, entry('a'))).toEqual([['a', 1, 'e1']])
    expect(measured('first-step-titles', { ...renamed, uscc: 'e2' }, entry('a'))).toEqual([
      ['b', 1, 'e2'],
      ['a', 1, 'e1'],
    ])
    expect(measured('first-step-titles', entry('c', { sort: 'srdi' }))).toEqual([])
  })

  test('a title that is renewed is not new; above scale and high-tech are two', () => {
    const renewed = entry('b', { sort: 'srdi', on: '2026-05-01' })
    expect(measured('srdi-titles', renewed, entry('a', { sort: 'srdi', on: '2023-04-01' }))).toEqual([['a', 1, 'e1']])
    const both = [entry('a', { sort: 'above-scale' }), entry('b', { sort: 'high-tech' })]
    expect(measured('scale-or-high-tech', ...both)).toHaveLength(2)
  })

  test('growth of each firm against its own base year, the newest year alone; without both years none', () => {
    const year = (id: string, yearsOn: number, yuan: number, uscc = 'e1') =>
      entry(id, {
        uscc,
        kind: 'yearly-figures',
        sort: 'revenue',
        on: `202${5 + yearsOn}-12-31`,
        amountFen: yuan,
        yearsOn,
      })
    const early = (...all: Records['register']) => all.map((one) => ({ ...one, on: '2026-03-01' }))
    const grown = early(year('a', 0, 1000), year('b', 1, 1200), year('c', 2, 900), year('d', 0, 500, 'e2'))
    expect(measured('revenue-growth', ...grown)).toEqual([['c', -0.1, 'e1']])
    expect(measured('revenue-growth', ...early(year('b', 1, 1200), year('z', -1, 800)))).toEqual([])
    expect(
      measured('revenue-growth', ...early(year('a', 0, 1000)), { ...year('b', 1, 1200), on: '2027-02-01' }),
    ).toEqual([])
  })

  test('rights by number, financing by what arrived in 10,000 yuan, certificates by firm', () => {
    expect(measured('rights-granted', entry('a', { kind: 'intellectual-property', sort: 'invention' }))).toHaveLength(1)
    const loan = entry('a', { kind: 'financing', sort: 'loan', amountFen: 123_456_789 })
    expect(measured('financing-arrived', loan)).toEqual([['a', 123.456789, 'e1']])
    const certified = entry('a', { kind: 'certificate', sort: 'management-system' })
    expect(measured('certified', certified, loan)).toEqual([['a', 1, 'e1']])
  })
})
