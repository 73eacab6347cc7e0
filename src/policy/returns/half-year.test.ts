import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edition } from '../../../tests/support/policy.ts'
import type { FieldsContent } from '../filings/forms.ts'
import type { Records, ServiceRecord } from '../records/records.ts'
import { draftSummary, refreshedDraft, type SummarySource, summaryFacts } from './half-year.ts'
import { indicatorRows } from './indicators.ts'
import { factsAt } from './return-facts.ts'
import { standingIn } from './standing.ts'

const service = (id: string, kind: string, countedOn: string | null, rating: number | null = null): ServiceRecord => ({
  id,
  uscc: 'u',
  kind,
  cancelled: false,
  countedOn,
  signedOn: null,
  priceFen: null,
  marketPriceFen: null,
  deliveredOn: null,
  confirmationId: rating === null ? null : id,
  confirmedOn: rating === null ? null : countedOn,
  rating,
  proofs: 1,
})
const records: Records = {
  services: [
    service('1', 'talent', '2026-03-01', 5),
    service('2', 'talent', '2026-06-30', 3),
    service('3', 'financing', '2026-07-01', 5),
    service('4', 'talent', null),
  ],
  diagnoses: [
    { id: 'd1', uscc: 'a', on: '2026-02-01', proofs: 1 },
    { id: 'd2', uscc: 'a', on: '2026-05-01', proofs: 1 },
  ],
  activities: [{ id: 'a1', countedOn: '2026-04-01', enterprises: 12, proofs: 1, answers: null }],
  agencies: [],
  payments: [
    { id: 'y1', kind: 'talent', provincialFen: 30_000, paidOn: '2026-05-01' },
    { id: 'y2', kind: 'talent', provincialFen: 20_000, paidOn: '2026-08-01' },
  ],
  tranches: [{ id: 't1', amountFen: 100_000, receivedOn: '2026-03-01' }],
  filings: [],
  practices: [],
  register: [],
}
const source = (parkName: string, more: Partial<SummarySource> = {}): SummarySource => ({
  pilotId: parkName,
  parkName,
  edition,
  records,
  reductions: [],
  visits: ['2026-01-01', '2026-06-30', '2026-07-01'],
  ...more,
})
const none: Records = {
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

const figures = (period: string, section: 'progress' | 'funds', sources: SummarySource[]) =>
  Object.fromEntries(summaryFacts(period, section, sources).map((fact) => [fact.id, fact.value]))

test('counts what fell into the half-year, and money up to its end (G5.4)', () => {
  expect(figures('2026H1', 'progress', [source('甲园')])).toEqual({
    services: 2,
    'services.talent': 2,
    diagnosed: 1,
    activities: 1,
    attendances: 12,
    visits: 2,
    satisfaction: 50,
  })
  expect(figures('2026H1', 'funds', [source('甲园')])).toEqual({
    received: 100_000,
    spent: 30_000,
    'received-in-all': 100_000,
    'spent-in-all': 30_000,
    execution: 30,
  })
  expect(figures('2026H2', 'funds', [source('甲园')])).toMatchObject({ received: 0, spent: 20_000, execution: 50 })
})

test('adds the parks up, and rates by the whole, not by the mean', () => {
  const two = [source('甲园'), source('乙园', { records: none, visits: [] })]
  expect(figures('2026H1', 'progress', two)).toMatchObject({ services: 2, satisfaction: 50 })
  const [first] = summaryFacts('2026H1', 'progress', two)
  expect(first?.parts).toEqual([
    { name: '甲园', value: 2, href: '/pilots/甲园/services' },
    { name: '乙园', value: 0, href: '/pilots/乙园/services' },
  ])
  expect(figures('2026H1', 'funds', [source('乙园', { records: none })])).toMatchObject({ execution: null })
})

test('says it in words, with every figure it counted', () => {
  const { progress, funds } = draftSummary('2026H1', '嘉善县', [source('甲园')])
  expect(progress.drafted).toBe(
    '2026年上半年，嘉善县 1 家试点园区共完成个性服务 2 项（人才引育 2 项），诊断试点企业 1 家，开展普惠活动 1 场、参加企业 12 家次，服务走访 2 次；企业满意率 50%。',
  )
  expect(funds.drafted).toBe(
    '截至 2026 年 6 月 30 日，省财政资金累计到位 1,000.00 元，累计支出 300.00 元，执行率 30%；其中本半年到位 1,000.00 元，支出 300.00 元。',
  )
})

test('a new draft takes the place of the old one, and of nothing else', () => {
  const fresh: FieldsContent = { fields: { text: '新稿' }, facts: [], drafted: '新稿' }
  const after = (text: string) => refreshedDraft({ fields: { text }, facts: [], drafted: '旧稿' }, fresh).fields.text
  expect(after('旧稿')).toBe('新稿')
  expect(after('前言。旧稿\n补充。')).toBe('前言。新稿\n补充。')
  expect(after('全部重写')).toBe('全部重写')
  expect(after(' ')).toBe('新稿')
})

test('figures that the tables have too are those after reductions, and say what was taken off (G3.5, G5.4)', () => {
  const taken = (indicator: string, period: string, amount: number, lift: string | null = null) => ({
    indicator,
    period,
    amount,
    lift: lift === null ? null : { period: lift },
  })
  const reductions = [
    taken('P3', '2026Q2', 1),
    taken('S1', '2026Q1', 1),
    taken('F1', '2026Q2', 10_000),
    taken('P4', '2026Q3', 1),
  ]
  const found = (period: string, section: 'progress' | 'funds', more = reductions) =>
    new Map(
      summaryFacts(period, section, [source('甲园', { reductions: more })]).map(({ id, value, before }) => [
        id,
        [value, before],
      ]),
    )
  expect(found('2026H1', 'progress').get('services')).toEqual([1, 2])
  expect(found('2026H1', 'progress').get('satisfaction')).toEqual([0, 50])
  // Of the third quarter: not yet known to the first half.
  expect(found('2026H1', 'progress').get('activities')).toEqual([1, undefined])
  expect(found('2026H1', 'funds').get('execution')).toEqual([20, 30])
  // What was really paid is the ledger's, and no judge takes it off.
  expect(found('2026H1', 'funds').get('spent')).toEqual([30_000, undefined])
  const lifted = [taken('P3', '2026Q2', 1, '2026Q3')]
  expect(found('2026H1', 'progress', lifted).get('services')).toEqual([1, 2])
  expect(found('2026H2', 'progress', lifted).get('services')).toEqual([1, undefined])
  const { progress } = draftSummary('2026H1', '嘉善县', [source('甲园', { reductions })])
  expect(progress.drafted).toContain('共完成个性服务 1 项（核减前 2 项）（人才引育 2 项），')
  expect(progress.drafted).toContain('企业满意率 0%（核减前 50%）。')
})

test('a first half says what the table at its end says of the year, whatever was taken off', () => {
  const measured = { services: 'P3', diagnosed: 'P2', activities: 'P4', attendances: 'P5', satisfaction: 'S1' }
  const code = fc.constantFrom(...Object.values(measured))
  const reduction = fc.record({
    indicator: code,
    period: fc.constantFrom('2026Q1', '2026Q2', '2026Q3'),
    amount: fc.integer({ min: 0, max: 2 }),
    lift: fc.option(fc.record({ period: fc.constantFrom('2026Q2', '2026Q3') })),
  })
  fc.assert(
    fc.property(fc.array(reduction, { maxLength: 5 }), (reductions) => {
      const cutOff = '2026-06-30'
      const targets = edition.indicators.map(({ code: indicator, unit }) => ({
        indicator,
        unit: unit.zh,
        baseline: 0,
        target: 100,
        weight: 1,
      }))
      const rows = indicatorRows({
        edition,
        firstYear: 2026,
        period: '2026Q2',
        cutOff,
        targets,
        facts: factsAt(edition, { from: '2026-01-01', to: '2027-12-31' }, records, cutOff),
        reductions: Map.groupBy(standingIn('2026Q2', reductions), (one) => one.indicator),
      })
      const half = figures('2026H1', 'progress', [source('甲园', { reductions })])
      for (const [id, indicator] of Object.entries(measured))
        expect([id, half[id]]).toEqual([id, rows.find((row) => row.indicator === indicator)?.thisYear])
    }),
  )
})
