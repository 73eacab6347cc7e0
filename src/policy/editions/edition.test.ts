import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edition, expectRefusal } from '../../../tests/support/policy.ts'
import { isDay } from '../../shared/dates.ts'
import { isFen, sumFen } from '../../shared/money.ts'
import { tranchePlan } from '../money/tranche-amounts.ts'
import { admitPilot, mostAward } from '../plan/pilot.ts'
import {
  batchPeriod,
  dueDay,
  editionList,
  editionOf,
  findEdition,
  indicatorOf,
  inPeriod,
  isExcluded,
  obligationOf,
  owes,
  registerEdition,
  returnPeriods,
  summaryPeriods,
} from './edition.ts'

describe('editions', () => {
  test('an unknown edition is null to ask for and an error to need', () => {
    expect(findEdition('constructor')).toBeNull()
    expect(() => editionOf('zj-1999')).toThrow('unknown edition')
  })

  test('are known in order of issue, and a known one keeps its rules', () => {
    expect(editionList().map((one) => one.id)).toEqual(['zj-2023', 'zj-2025'])
    expect(registerEdition(edition)).toBe(edition)
    expect(() => registerEdition({ ...edition, obligations: [] })).toThrow('other rules')
  })

  test('every inferred row says so', () => {
    const { indicators, evidence, smallOrder, tailoredShare } = edition
    for (const row of [...indicators, smallOrder, tailoredShare]) expect(row.source).toBe('inferred')
    for (const row of Object.values(evidence.own).flat())
      expect(row).toMatchObject({ clause: 'GA1', source: 'inferred' })
    expect(edition.obligations.find((row) => row.id === 'target-table')).toMatchObject({
      source: 'official',
      dueSource: 'inferred',
    })
  })
})

describe('a batch of 2023', () => {
  test('runs two calendar years (G3.2)', () => {
    expect(batchPeriod(edition, 2026)).toEqual({ from: '2026-01-01', to: '2027-12-31' })
  })

  test('holds its first and its last day', () => {
    const period = batchPeriod(edition, 2026)
    const held = ['2025-12-31', '2026-01-01', '2026-08-08', '2027-12-31', '2028-01-01'].map((day) =>
      inPeriod(period, day),
    )
    expect(held).toEqual([false, true, true, true, false])
  })

  test('names its indicators by code', () => {
    expect(indicatorOf(edition, 'F1')?.zh).toBe('预算执行率')
    expect(indicatorOf(edition, 'Z1')).toBeNull()
  })

  test('owes seven quarterly tables, the first for the second quarter (G3.5)', () => {
    expect(returnPeriods(edition, 2026).join(' ')).toBe('2026Q2 2026Q3 2026Q4 2027Q1 2027Q2 2027Q3 2027Q4')
  })

  test('owes four half-year summaries (G5.4)', () => {
    expect(summaryPeriods(edition, 2026)).toEqual(['2026H1', '2026H2', '2027H1', '2027H2'])
  })

  test.each([
    ['liaison-list', undefined, '2026-04-18'],
    ['plan', undefined, '2026-04-25'],
    ['disbursement-plan', undefined, '2026-04-30'],
    ['target-table', '2026Q2', '2026-07-10'],
    ['target-table', '2027Q4', '2028-01-10'],
    ['half-year-summary', '2026H1', '2026-07-31'],
    ['half-year-summary', '2026H2', '2027-01-31'],
    ['mid-term-evaluation', undefined, '2027-04-30'],
    ['final-evaluation', undefined, '2028-04-30'],
  ] as const)('%s %s is due on %s', (obligation, period, day) => {
    expect(dueDay(edition, 2026, obligation, period)).toBe(day)
  })

  test('a recurring duty needs its period', () => {
    expect(() => dueDay(edition, 2026, 'target-table')).toThrow('name it')
  })
})

const latest = editionOf('zj-2025')

describe('a batch of 2025', () => {
  test('runs two calendar years from its first', () => {
    expect(batchPeriod(latest, 2025)).toEqual({ from: '2025-01-01', to: '2026-12-31' })
  })

  test('owes half-yearly tables instead of quarterly ones (H6)', () => {
    expect(latest.returns).toMatchObject({ name: { zh: '试点工作情况表' }, clause: 'H6', source: 'official' })
    expect(returnPeriods(latest, 2025)).toEqual(['2025H1', '2025H2', '2026H1', '2026H2'])
  })

  test.each([
    ['plan', undefined, '2025-02-20', 'H3'],
    ['liaison-list', undefined, '2025-02-28', 'H5'],
    ['disbursement-plan', undefined, '2025-02-28', 'H4'],
    ['target-table', '2025H1', '2025-07-10', 'H6'],
    ['target-table', '2026H2', '2027-01-10', 'H6'],
    ['half-year-summary', '2025H1', '2025-07-31', 'G5.4'],
    ['half-year-summary', '2026H2', '2027-01-31', 'G5.4'],
    ['final-evaluation', undefined, '2027-04-30', 'H7'],
  ] as const)('%s %s is due on %s by %s', (obligation, period, day, clause) => {
    expect(dueDay(latest, 2025, obligation, period)).toBe(day)
    expect(obligationOf(latest, obligation).clause).toBe(clause)
  })

  test('knows no mid-term evaluation (H7)', () => {
    expect(owes(latest, 'mid-term-evaluation')).toBe(false)
    expect(() => dueDay(latest, 2025, 'mid-term-evaluation')).toThrow('has no obligation')
  })

  test('both bureaus stand under plan and county plan (H3, H4)', () => {
    expect(obligationOf(latest, 'plan').opinions).toEqual(['county-economy', 'county-finance'])
    expect(obligationOf(latest, 'disbursement-plan')).toMatchObject({
      by: ['economy-officer'],
      opinions: ['county-finance'],
      zh: '推进方案',
    })
  })

  test('publishes before it pays, in every tranche (H10)', () => {
    for (const row of latest.tranches) expect(row.notice).toMatchObject({ clause: 'H10', source: 'inferred' })
  })

  test('says of what it takes over from 2023 that it is inferred, and leaves the rule as it was', () => {
    expect(latest.carriedOver?.from).toBe('zj-2023')
    const { indicators, evidence, forbiddenUses, agencies, grades, tailoredShare } = latest
    const proofs = [...Object.values(evidence.common), ...Object.values(evidence.own)].flat()
    const rows = [...indicators, ...proofs, ...forbiddenUses, agencies, ...grades, tailoredShare, latest.period]
    for (const row of rows) expect(row.source).toBe('inferred')
    expect(forbiddenUses.map((use) => use.keywords)).toEqual(edition.forbiddenUses.map((use) => use.keywords))
    expect(indicators.map((row) => [row.code, row.weight])).toEqual(
      edition.indicators.map((row) => [row.code, row.weight]),
    )
    expect(agencies).toEqual({ ...edition.agencies, source: 'inferred' })
  })

  test('speaks of its own table where filing in time is counted', () => {
    expect(indicatorOf(latest, 'P10')).toMatchObject({ zh: '情况表按时报送率', clause: 'H8' })
  })
})

/** A park that is in no other batch. */
const alone = { awardConfirmed: false, period: { from: '2026-01-01', to: '2027-12-31' }, others: [] }

test('a park runs in one batch at a time (G4.2)', () => {
  const admit = (from: string, to: string) =>
    admitPilot(edition, {
      ...alone,
      divisionCode: '330421',
      awardFen: 300_000_000,
      others: [{ name: '另一批', from, to }],
    })
  expectRefusal(admit('2027-12-31', '2029-12-30'), 'pilot.in-another-batch', 'G4.2', 'parkId')
  expectRefusal(admit('2025-01-01', '2026-01-01'), 'pilot.in-another-batch', 'G4.2', 'parkId')
  expect(admit('2028-01-01', '2029-12-31')).toBeNull()
  expect(admit('2024-01-01', '2025-12-31')).toBeNull()
})

describe('a pilot of 2025 is admitted', () => {
  test.each(['330200', '330203', '330282'])('not in %s (H0)', (divisionCode) => {
    expectRefusal(
      admitPilot(latest, { ...alone, divisionCode, awardFen: 300_000_000 }),
      'funds.division-excluded',
      'H0',
      'parkId',
    )
  })

  test('with 3,000,000 or 2,000,000 yuan and nothing else (H1)', () => {
    const admit = (awardFen: number) => admitPilot(latest, { ...alone, divisionCode: '330421', awardFen })
    for (const tier of [300_000_000, 200_000_000]) expect(admit(tier)).toBeNull()
    for (const other of [0, -1, 1.5, 250_000_000, 300_000_001, 500_000_000])
      expectRefusal(admit(other), 'funds.award-outside-tiers', 'H1', 'awardFen')
  })
})

describe('in every edition', () => {
  test.each(editionList())('$id: the tranches can make the award to the fen, whatever the award', (one) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: mostAward(one) }), (award) => {
        const plan = tranchePlan(one, award)
        const before = plan.slice(0, -1).map((row) => row.amountFen)
        const least = sumFen(before.map((range) => range.min))
        const most = sumFen(before.map((range) => range.max))
        const rest = plan.at(-1)?.amountFen
        expect(rest).toEqual({ min: Math.max(0, award - most), max: award - least })
        for (const { min, max } of [...before, rest ?? { min: -1, max: 0 }])
          expect(isFen(min) && 0 <= min && min <= max).toBe(true)
      }),
    )
  })

  test.each(editionList())('$id: later years are due later, and later periods of a year too', (one) => {
    fc.assert(
      fc.property(fc.integer({ min: 2020, max: 2098 }), (year) => {
        for (const { id, due } of one.obligations) {
          if (due.by === 'at-once') continue
          const periods = id === 'target-table' ? returnPeriods(one, year) : summaryPeriods(one, year)
          const days = due.by === 'date' ? [dueDay(one, year, id)] : periods.map((p) => dueDay(one, year, id, p))
          for (const day of days) expect(isDay(day)).toBe(true)
          expect(days).toEqual([...new Set(days)].sort())
          if (due.by === 'date') expect(dueDay(one, year + 1, id) > (days[0] ?? '')).toBe(true)
        }
      }),
    )
  })
})

describe('a pilot of 2023 is admitted (G0)', () => {
  test.each(['330200', '330203', '330282'])('not in %s', (divisionCode) => {
    expect(isExcluded(edition, divisionCode)).toBe(true)
    expectRefusal(
      admitPilot(edition, { ...alone, divisionCode, awardFen: 100_000_000 }),
      'funds.division-excluded',
      'G0',
    )
  })

  test('elsewhere, with an award of whole fen up to the cap', () => {
    const admit = (awardFen: number, awardConfirmed = true) =>
      admitPilot(edition, { ...alone, divisionCode: '330421', awardFen, awardConfirmed })
    expect(admit(1)).toBeNull()
    expect(admit(50_000_000, false)).toBeNull()
    for (const odd of [1, 33, 49_999_999]) expectRefusal(admit(odd, false), 'funds.award-looks-odd', 'G4.2', 'awardFen')
    expect(admit(500_000_000)).toBeNull()
    for (const bad of [0, -1, 1.5, Number.NaN, 500_000_001])
      expectRefusal(admit(bad), 'funds.award-out-of-range', 'G4.2')
  })
})
