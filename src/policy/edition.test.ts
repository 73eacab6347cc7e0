import { describe, expect, test } from 'vitest'
import { edition, expectRefusal } from '../../tests/support/policy.ts'
import { checkEdition } from './check-edition.ts'
import {
  batchPeriod,
  dueDay,
  type Edition,
  editionOf,
  findEdition,
  forbiddenUse,
  indicatorOf,
  inPeriod,
  isExcluded,
  returnPeriods,
  summaryPeriods,
} from './edition.ts'
import { admitPilot } from './pilot.ts'

describe('the edition of 2023', () => {
  test('is sound', () => expect(checkEdition(edition)).toEqual([]))

  test.each<[string, (sound: Edition) => Edition, RegExp]>([
    ['weights', (e) => ({ ...e, indicators: e.indicators.slice(1) }), /add up to 92/],
    ['a doubled indicator', (e) => ({ ...e, indicators: [...e.indicators, ...e.indicators] }), /stands twice/],
    ['no rest', (e) => ({ ...e, tranches: e.tranches.slice(0, 2) }), /not the rest/],
    ['misnumbered tranches', (e) => ({ ...e, tranches: e.tranches.slice(1) }), /not numbered/],
    [
      'shares over the whole',
      (e) => ({
        ...e,
        tranches: e.tranches.map((row) => (row.no === 2 ? { ...row, share: { min: 50, max: 80 } } : row)),
      }),
      /tranche 2/,
    ],
    [
      'a day that is none',
      (e) => ({
        ...e,
        obligations: e.obligations.map((row) => ({ ...row, due: { by: 'date', year: 0, monthDay: '02-30' } as const })),
      }),
      /02-30 is no day/,
    ],
    ['grades out of order', (e) => ({ ...e, grades: [...e.grades].reverse() }), /falling order/],
    [
      'a forbidden use without words',
      (e) => ({ ...e, forbiddenUses: e.forbiddenUses.map((use) => ({ ...use, keywords: [] })) }),
      /no keyword/,
    ],
    [
      'a period that ends before it begins',
      (e) => ({ ...e, period: { ...e.period, to: { year: -1, monthDay: '12-31' } } }),
      /period/,
    ],
    [
      'a period that begins on no day',
      (e) => ({ ...e, period: { ...e.period, from: { year: 0, monthDay: '02-30' } } }),
      /period/,
    ],
    [
      'nobody to review',
      (e) => ({ ...e, obligations: e.obligations.map((row) => ({ ...row, opinions: [] })) }),
      /nobody or somebody twice/,
    ],
    [
      'one seat twice',
      (e) => ({
        ...e,
        obligations: e.obligations.map((row) => ({ ...row, opinions: ['county-finance', 'county-finance'] as const })),
      }),
      /nobody or somebody twice/,
    ],
    ['no choice of agencies', (e) => ({ ...e, agencies: { ...e.agencies, minUnrelated: 0 } }), /asks for no agency/],
    [
      'a kind without proof',
      (e) => ({ ...e, evidence: { ...e.evidence, own: { ...e.evidence.own, talent: [] } } }),
      /no own proof for talent/,
    ],
  ])('finds %s', (_, spoil, problem) => expect(checkEdition(spoil(edition)).join('\n')).toMatch(problem))

  test('an unknown edition is null to ask for and an error to need', () => {
    expect(findEdition('constructor')).toBeNull()
    expect(() => editionOf('zj-1999')).toThrow('unknown edition')
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

describe('a batch', () => {
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

describe('a pilot is admitted (G0)', () => {
  test.each(['330200', '330203', '330282'])('not in %s', (divisionCode) => {
    expect(isExcluded(edition, divisionCode)).toBe(true)
    expectRefusal(admitPilot(edition, { divisionCode, awardFen: 100 }), 'funds.division-excluded', 'G0')
  })

  test('elsewhere, with an award of whole fen up to the cap', () => {
    const admit = (awardFen: number) => admitPilot(edition, { divisionCode: '330421', awardFen })
    expect(admit(1)).toBeNull()
    expect(admit(500_000_000)).toBeNull()
    for (const bad of [0, -1, 1.5, Number.NaN, 500_000_001])
      expectRefusal(admit(bad), 'funds.award-out-of-range', 'G4.2')
  })
})

describe('a forbidden use (G4.4)', () => {
  test.each([
    ['园区厂房装修', 'own-construction'],
    ['园区道路及绿化工程', 'own-construction'],
    ['采购空调', 'own-construction'],
    ['停车场改造', 'own-construction'],
    ['购置公务车辆', 'own-construction'],
    ['试点工作经费', 'working-expenses'],
    ['办 公 用 品 采购', 'working-expenses'],
    ['服务专员工资', 'wages'],
    ['工、资发放', 'wages'],
    ['专员绩效奖', 'wages'],
    ['归还借款', 'unrelated'],
    ['薪酬体系咨询及员工工资', 'wages'],
  ])('%s is %s', (purpose, id) => expect(forbiddenUse(edition, purpose)?.id).toBe(id))

  test.each([
    '为试点企业购买知识产权服务',
    '企业数字化改造诊断',
    '薪酬体系优化咨询',
    '股权投资对接服务',
    '生产设备联网与系统实施',
    '安全生产指导',
    '道路运输企业安全培训',
    '电梯零部件企业标准化建设',
    '装修企业质量体系认证',
    '文旅用品企业产业链对接',
    '质量管理体系认证',
    '',
  ])('“%s” is none', (purpose) => expect(forbiddenUse(edition, purpose)).toBeNull())
})
