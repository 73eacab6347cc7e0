import { expect, test } from 'vitest'
import type { Records, ServiceRecord } from '../records/measures.ts'
import type { FieldsContent } from './forms.ts'
import { draftSummary, refreshedDraft, type SummarySource, summaryFacts } from './half-year.ts'

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
  activities: [{ id: 'a1', countedOn: '2026-04-01', enterprises: 12, proofs: 1 }],
  agencies: [],
  payments: [
    { id: 'y1', kind: 'talent', provincialFen: 30_000, paidOn: '2026-05-01' },
    { id: 'y2', kind: 'talent', provincialFen: 20_000, paidOn: '2026-08-01' },
  ],
  tranches: [{ id: 't1', amountFen: 100_000, receivedOn: '2026-03-01' }],
  tables: [],
}
const source = (parkName: string, more: Partial<SummarySource> = {}): SummarySource => ({
  pilotId: parkName,
  parkName,
  records,
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
  tables: [],
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
