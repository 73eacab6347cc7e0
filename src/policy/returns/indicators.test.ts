import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edition } from '../../../tests/support/policy.ts'
import { addDays } from '../../shared/dates.ts'
import { type PeriodCode, periodDays } from '../../shared/periods.ts'
import { type IndicatorFact, type IndicatorRow, indicatorRows, progressOfTime, withFigures } from './indicators.ts'
import { amountTo, rateOf } from './standing.ts'

const target = (indicator: string, value: number) => ({ indicator, unit: '', baseline: 0, target: value, weight: 1 })

function fact(indicator: string, recordId: string, day: string, more: Partial<IndicatorFact> = {}): IndicatorFact {
  return { indicator, recordId, day, value: 1, ...more }
}

function row(
  indicator: string,
  facts: IndicatorFact[],
  period: PeriodCode = '2026Q3',
  goal = 30,
  cutOff?: string,
): IndicatorRow {
  const given = { edition, firstYear: 2026, period, cutOff: cutOff ?? periodDays(period).to, facts }
  const [only] = indicatorRows({ ...given, targets: [target(indicator, goal)] })
  if (!only) throw new Error('no row')
  return only
}

const figures = ({ thisPeriod, thisYear, total }: IndicatorRow) => [thisPeriod, thisYear, total]

describe('the quarterly figures (G3.5)', () => {
  test('a count adds up over period, year and term', () => {
    const facts = [
      fact('P3', 'a', '2026-05-01'),
      fact('P3', 'b', '2026-08-01'),
      fact('P3', 'c', '2026-09-30'),
      fact('P3', 'd', '2026-10-01'),
    ]
    expect(figures(row('P3', facts))).toEqual([2, 3, 3])
    expect(figures(row('P3', facts, '2027Q1'))).toEqual([0, 0, 4])
  })

  test('an enterprise counts once, in the period it came first', () => {
    const facts = [
      fact('P1', 's1', '2026-05-01', { subject: 'e1' }),
      fact('P1', 's2', '2026-08-01', { subject: 'e1' }),
      fact('P1', 's3', '2026-08-02', { subject: 'e2' }),
    ]
    expect(figures(row('P1', facts))).toEqual([1, 2, 2])
    expect(row('P1', facts).proofs).toBe(3)
  })

  test('the same record twice is one', () => {
    expect(
      figures(row('P5', [fact('P5', 'a', '2026-08-01', { value: 20 }), fact('P5', 'a', '2026-08-01', { value: 20 })])),
    ).toEqual([20, 20, 20])
  })

  test('a state is what holds at the cut-off', () => {
    const facts = [
      fact('P6', 'join-1', '2026-04-26'),
      fact('P6', 'join-2', '2026-04-26'),
      fact('P6', 'leave-1', '2026-08-01', { value: -1 }),
    ]
    expect(figures(row('P6', facts, '2026Q2'))).toEqual([2, 2, 2])
    expect(figures(row('P6', facts))).toEqual([1, 1, 1])
  })

  test('a ratio is of the parts and wholes of its own time, and of nothing it is null', () => {
    const facts = [
      fact('P12', 'a', '2026-05-01', { value: 50, of: 100 }),
      fact('P12', 'b', '2026-08-01', { value: 90, of: 100 }),
    ]
    expect(figures(row('P12', facts))).toEqual([90, 70, 70])
    expect(figures(row('P12', facts, '2026Q4'))).toEqual([null, 70, 70])
    expect(row('S1', [])).toMatchObject({ total: null, rate: null, gap: null })
  })

  test('what lies outside the term or after the cut-off does not count (G3.2)', () => {
    const facts = [
      fact('P3', 'early', '2025-12-31'),
      fact('P3', 'in', '2026-09-15'),
      fact('P3', 'after-cut-off', '2026-09-21'),
      fact('P3', 'next', '2026-10-01'),
      fact('P3', 'late', '2028-01-01'),
    ]
    expect(row('P3', facts, '2026Q3', 30, '2026-09-20').total).toBe(1)
    expect(row('P3', facts, '2027Q4').total).toBe(3)
    const edges = [fact('P3', 'first', '2026-01-01'), fact('P3', 'last', '2027-12-31')]
    expect(row('P3', edges, '2027Q4').total).toBe(2)
  })

  test('against target and time', () => {
    const facts = Array.from({ length: 12 }, (_, i) => fact('P3', `s${i}`, '2026-08-01'))
    expect(row('P3', facts, '2026Q4', 24)).toMatchObject({
      total: 12,
      yearTarget: 12,
      rate: 50,
      timeProgress: 50,
      gap: 0,
    })
    expect(row('P3', facts, '2026Q3', 24)).toMatchObject({ rate: 50, timeProgress: 37.4, gap: 12.6 })
    expect(row('P12', [fact('P12', 'a', '2026-08-01', { value: 72, of: 100 })], '2026Q3', 80)).toMatchObject({
      yearTarget: 80,
      rate: 90,
      gap: -10,
    })
  })

  test('years share a count without losing a unit', () => {
    expect(row('P3', [], '2026Q3', 15).yearTarget).toBe(8)
    expect(row('P3', [], '2027Q3', 15).yearTarget).toBe(7)
  })

  test('a mean stands alike in all three spans, may be below zero, and reaches nothing of its target then', () => {
    const grown = (id: string, value: number) => ({ ...fact('B1', id, '2026-08-01'), value, of: 1, subject: id })
    const mean = row('B1', [grown('a', -0.3), grown('b', 0.1)])
    expect(mean).toMatchObject({
      kind: 'mean',
      signed: true,
      thisPeriod: -10,
      thisYear: -10,
      total: -10,
      rate: 0,
      gap: -100,
    })
    const reduced = withFigures(mean, '2026Q3', [{ period: '2026Q3', amount: amountTo({ value: -0.2, of: 2 }, -15) }])
    expect([reduced.thisPeriod, reduced.total]).toEqual([-15, -15])
  })

  test('twenty-two are computed here, the other is left open', () => {
    const computed = edition.indicators.filter((rule) => rule.computed).map((rule) => rule.code)
    expect(computed.join(' ')).toBe('P1 P2 P3 P4 P5 P6 P7 P9 P10 P11 P12 B1 B2 B3 B4 B5 B6 B7 B8 S1 S2 F1')
    expect(row('P8', [fact('P8', 'a', '2026-08-01')])).toMatchObject({
      computed: false,
      total: null,
      rate: null,
      proofs: 0,
    })
    expect(row('X9', [fact('X9', 'a', '2026-08-01')])).toMatchObject({ computed: false, total: null })
  })

  test.each([
    [50, 100, 'at-least', 50],
    [100, 100, 'exactly', 100],
    [50, 100, 'at-most', 200],
    [0, 100, 'at-most', 100],
    [5, 0, 'at-least', null],
    [null, 10, 'at-least', null],
  ] as const)('%s of %i, %s, is %s percent', (value, goal, direction, rate) => {
    expect(rateOf(value, goal, direction)).toBe(rate)
  })

  test('time runs from 0 to 100', () => {
    const term = { from: '2026-01-01', to: '2027-12-31' }
    expect(progressOfTime(term, '2025-12-31')).toBe(0)
    expect(progressOfTime(term, '2027-12-31')).toBe(100)
    expect(progressOfTime(term, '2029-01-01')).toBe(100)
  })

  test('the quarters of a count add up to its total, in any order of the facts', () => {
    const day = fc.integer({ min: 0, max: 729 }).map((n) => addDays('2026-01-01', n))
    const facts = fc.array(
      fc.record({
        indicator: fc.constant('P1'),
        recordId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        day,
        value: fc.constant(1),
        subject: fc.constantFrom('x', 'y', 'z'),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(facts, (list) => {
        const quarters = ['2026Q1', '2026Q2', '2026Q3', '2026Q4', '2027Q1', '2027Q2', '2027Q3', '2027Q4']
        const rows = quarters.map((period) => row('P1', list, period))
        const sum = rows.reduce((total, one) => total + (one.thisPeriod ?? 0), 0)
        expect(sum).toBe(rows.at(-1)?.total)
        expect(sum).toBe(new Set(list.map((one) => one.subject)).size)
        expect(row('P1', [...list].reverse())).toEqual(row('P1', list))
        rows.reduce((before, one) => {
          expect(one.total ?? 0).toBeGreaterThanOrEqual(before)
          return one.total ?? 0
        }, 0)
      }),
    )
  })
})
