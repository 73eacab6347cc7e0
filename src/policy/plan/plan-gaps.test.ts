import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parkUscc, planFacts, soundPlan, usccOf } from '../../../tests/support/policy.ts'
import { usccCheckCharacter } from '../../shared/uscc.ts'
import { editionOf } from '../editions/edition.ts'
import type { Clause } from '../guide/clauses.ts'
import type { RefusalCode } from '../guide/refuse.ts'
import { emptyPlan, type FundLine, type PlanContent } from './plan.ts'
import { type Gap, gapText } from './plan-gap.ts'
import { planGaps } from './plan-gaps.ts'

/** Places of the sound plan (`services/rows/0/kind`) with the value they get; a function makes it from the old one. */
type Edits = Readonly<Record<string, unknown>>
type Row = readonly [edits: Edits, place: string, code: RefusalCode, clause: Clause]
type Node = Record<string, unknown>

function edited(edits: Edits): PlanContent {
  const copy = structuredClone(soundPlan)
  for (const [path, value] of Object.entries(edits)) {
    const keys = path.split('/')
    const last = keys.pop() ?? ''
    const parent = keys.reduce<Node>((node, key) => node[key] as Node, copy as unknown as Node)
    parent[last] = typeof value === 'function' ? value(parent[last]) : value
  }
  return copy
}

const found = (content: PlanContent) => planGaps(content, planFacts).filter(({ code }) => code !== 'plan.doubtful')
const brief = (gaps: readonly Gap[]) =>
  gaps.map((gap) => `${gap.section}/${gap.field.replaceAll('.', '/')} ${gap.code}`)

/** The gap stands where the edit was made. */
function at(path: string, value: unknown, code: RefusalCode, clause: Clause): Row {
  return [{ [path]: value }, path, code, clause]
}

const service = (field: string) => `services/rows/1/${field}`
const product = (field: string) => `agencies/products/0/${field}`
const line = (field: string) => `fund-lines/rows/0/${field}`
const fewer = { 'targets/rows/2/target': 41 }
const ofService = (field: string) => `fund-lines/rows/1/${field}`
const reasons = 'agencies/fewAgenciesReasons/intellectual-property'
const related = { 'agencies/agencies/0/relatedTo': [usccOf(12)] }
const plus = (amount: number) => (old: number) => old + amount
const twice = (rows: readonly object[]) => [...rows, { ...rows[0], id: 'twice' }]
const oddBody = `${usccOf(21).slice(0, 16)}${usccOf(21)[16] === '1' ? '2' : '1'}`

const errors: readonly Row[] = [
  [{ 'services/rows': [] }, 'services/', 'plan.part-missing', 'G3.1'],
  [{ 'agencies/agencies': [] }, 'agencies/', 'plan.part-missing', 'G3.1'],
  [{ 'fund-lines/rows': [] }, 'fund-lines/', 'plan.part-missing', 'G3.1'],
  at('controls/fileId', null, 'plan.control-rules-missing', 'G3.1'),
  at('controls/summary', ' ', 'plan.field-missing', 'G3.1'),
  at(service('kind'), null, 'plan.field-missing', 'G3.1'),
  at(service('quantity'), null, 'plan.field-missing', 'G3.1'),
  at(service('quantity'), 0.5, 'plan.not-a-count', 'G3.1'),
  at(service('quantity'), 1e9, 'plan.not-a-count', 'G3.1'),
  at(service('toQuarter'), '2028Q1', 'plan.quarter-outside-period', 'G3.2'),
  at(service('toQuarter'), '2027Q5', 'plan.quarter-outside-period', 'G3.2'),
  at(service('toQuarter'), '2026Q1', 'plan.quarters-reversed', 'G3.2'),
  [{ 'services/rows/2/kind': 'recruitment' }, 'fund-lines/rows/2/serviceKind', 'plan.kind-without-service', 'G3.1'],
  at('agencies/agencies/1/uscc', '91350100M000100Y41', 'unit.uscc-unproven', 'G3.3'),
  at('agencies/agencies/1/relatedTo', ['启程管理咨询'], 'plan.bad-uscc', 'G3.3'),
  at('agencies/agencies/1/relatedTo', [''], 'unit.bad-uscc', 'G3.3'),
  at('agencies/agencies/1/relatedTo', [usccOf(12).toLowerCase()], 'plan.bad-uscc', 'G3.3'),
  at('agencies/agencies/1/uscc', parkUscc, 'plan.agency-is-the-park', 'G3.3'),
  [{ 'agencies/agencies': twice }, 'agencies/agencies/3/uscc', 'plan.listed-twice', 'G3.3'],
  [related, reasons, 'plan.too-few-agencies', 'G3.3'],
  [{ ...related, [reasons]: ' ' }, reasons, 'plan.too-few-agencies', 'G3.3'],
  [{ 'agencies/agencies/0/relatedTo': [parkUscc] }, reasons, 'plan.too-few-agencies', 'G3.3'],
  at(product('agreedPriceFen'), 2_500_001, 'plan.above-market-price', 'G3.3'),
  [{ [product('marketPriceFen')]: 1 }, product('agreedPriceFen'), 'plan.above-market-price', 'G3.3'],
  at(product('agreedPriceFen'), -1, 'plan.bad-amount', 'G3.3'),
  at(product('priceBasis'), ' ', 'plan.field-missing', 'G3.1'),
  at(product('agencyUscc'), usccOf(99), 'plan.product-of-unlisted-agency', 'G3.3'),
  at(product('serviceKind'), 'talent', 'plan.product-outside-agency', 'G3.3'),
  [{ 'agencies/products': (rows: object[]) => rows.slice(2) }, 'agencies/products', 'plan.no-product-of-kind', 'G3.3'],
  at(line('purpose'), '服务人员工资', 'plan.forbidden-use', 'G4.4'),
  at(line('purpose'), '园 区 装-修', 'plan.forbidden-use', 'G4.4'),
  at(line('purpose'), '', 'plan.field-missing', 'G3.1'),
  [
    { [line('provincialFen')]: plus(-1), [line('parkFen')]: plus(1) },
    'fund-lines/',
    'plan.lines-do-not-meet-award',
    'G3.1',
  ],
  [{ [line('provincialFen')]: Number.NaN }, 'fund-lines/', 'plan.lines-not-summed', 'G3.1'],
  [{ [line('parkFen')]: plus(1) }, line('provincialFen'), 'plan.shares-do-not-add-up', 'G3.1'],
  at(line('parkFen'), -5, 'plan.bad-amount', 'G3.1'),
  at(line('quantity'), 0, 'plan.not-a-count', 'G3.1'),
  at(line('parkFen'), 0.5, 'plan.bad-amount', 'G3.1'),
  at(line('quarter'), '2025Q4', 'plan.quarter-outside-period', 'G3.2'),
  at(line('indicator'), 'P99', 'plan.indicator-not-in-targets', 'G3.1'),
  at('targets/rows/5/indicator', 'P99', 'plan.unknown-indicator', 'G3.1'),
  at('targets/rows/5/indicator', 'P5', 'plan.listed-twice', 'G3.1'),
  [{ 'targets/rows/0/weight': plus(-1) }, 'targets/', 'plan.weights-not-hundred', 'G3.1'],
  at('targets/rows/0/target', 0, 'plan.target-of-nothing', 'G3.1'),
  at('targets/rows/0/target', Number.NaN, 'plan.not-a-number', 'G3.1'),
  at('targets/rows/10/target', 101, 'plan.percentage-above-hundred', 'G3.1'),
  at('targets/rows/0/baseline', -1, 'plan.not-a-number', 'G3.1'),
  [{ 'enterprises/rows': [] }, 'enterprises/', 'plan.no-enterprises', 'G1.3'],
  at('enterprises/rows/2/uscc', usccOf(21), 'plan.listed-twice', 'G1.3'),
  at('enterprises/rows/2/uscc', '1', 'plan.bad-uscc', 'G1.3'),
  at('enterprises/rows/0/staff', -1, 'plan.not-a-number', 'G1.3'),
  at('enterprises/rows/0/revenueWan', -0.1, 'plan.not-a-number', 'G1.3'),
  at('enterprises/rows/0/staff', 1.5, 'plan.not-a-number', 'G1.3'),
  [
    { 'enterprises/rows/0/staff': 1000, 'enterprises/rows/0/revenueWan': 40000 },
    'enterprises/rows/0/name',
    'plan.enterprise-too-large',
    'G4.4',
  ],
]

const warnings: readonly Row[] = [
  [{ ...related, [reasons]: '全县仅一家' }, reasons, 'plan.few-agencies-with-reason', 'G3.3'],
  [
    { [product('agreedPriceFen')]: 2_500_001, [product('exceptionReason')]: '独家工艺' },
    product('agreedPriceFen'),
    'plan.above-market-with-reason',
    'G3.3',
  ],
  [
    { 'agencies/agencies/1/relatedTo': [parkUscc], [reasons]: '全县仅一家' },
    'agencies/agencies/1/relatedTo',
    'plan.agency-related-to-park',
    'G3.3',
  ],
  at('enterprises/rows/0/uscc', oddBody + usccCheckCharacter(oddBody), 'plan.odd-uscc', 'G1.3'),
  [{ 'fund-lines/rows/1/serviceKind': 'training' }, 'fund-lines/', 'plan.tailored-share-low', 'G4.4'],
  [
    { 'services/rows/2/kind': 'talent', 'fund-lines/rows/2/serviceKind': 'intellectual-property' },
    'services/',
    'plan.no-universal-service',
    'G1.2',
  ],
]

/** On the limit, and still sound. */
const limits: readonly Edits[] = [
  { [service('quantity')]: 1, [ofService('quantity')]: 1, [ofService('unitPriceFen')]: 250_010_000, ...fewer },
  { [service('quantity')]: 1_000_000 },
  { [service('fromQuarter')]: '2026Q1', [service('toQuarter')]: '2026Q1' },
  { [service('fromQuarter')]: '2027Q4', [service('toQuarter')]: '2027Q4', [ofService('quarter')]: '2027Q4' },
  { [product('agreedPriceFen')]: 2_500_000 },
  { [product('agreedPriceFen')]: 0 },
  { 'targets/rows/10/target': 100 },
  { 'targets/rows/7/target': 101 },
  { 'enterprises/rows/0/staff': 0, 'enterprises/rows/0/revenueWan': 0.5 },
  { 'enterprises/rows/0/staff': 999, 'enterprises/rows/0/revenueWan': 40000 },
  // 80 % for tailored services to the fen: 4,000,000 of 5,000,000 yuan.
  {
    'fund-lines/rows/0/provincialFen': 150_000_000,
    'fund-lines/rows/0/unitPriceFen': 3_750_100,
    'fund-lines/rows/2/provincialFen': 100_000_000,
    'fund-lines/rows/2/unitPriceFen': 5_000_100,
  },
]

test.each(limits)('%j is on the limit and sound', (edits) => expect(brief(found(edited(edits)))).toEqual([]))

test('a sound plan has no gap', () => expect(brief(found(soundPlan))).toEqual([]))

describe('every gap is named where it is, with its clause', () => {
  test.each(errors)('%j: %s %s', (edits, place, code, clause) => {
    const gaps = found(edited(edits))
    expect(brief(gaps)).toContain(`${place} ${code}`)
    expect(gaps.find((gap) => gap.code === code)).toMatchObject({ clause, severity: 'error' })
  })

  test.each(warnings)('as a warning: %j: %s %s', (edits, place, code, clause) => {
    const gaps = found(edited(edits))
    expect(brief(gaps)).toContain(`${place} ${code}`)
    expect(gaps.find((gap) => gap.code === code)).toMatchObject({ clause, severity: 'warning' })
  })

  test('a kind without a product is named', () => {
    const gaps = found(edited({ 'agencies/products': (rows: object[]) => rows.slice(2) }))
    const [gap, ...others] = gaps.filter((one) => one.code === 'plan.no-product-of-kind')
    expect(gap?.facts).toMatchObject({ kindZh: '知识产权' })
    expect(others).toEqual([])
  })

  test('the difference to the award is told with its direction', () => {
    const gaps = found(edited({ [line('provincialFen')]: plus(-150), [line('parkFen')]: plus(150) }))
    expect(gaps[0]?.facts).toMatchObject({ sum: '4,999,998.50', award: '5,000,000.00', apartZh: '少 1.50 元' })
  })

  test('a written reason makes the exception a warning only (G3.3)', () => {
    for (const [edits] of warnings.slice(0, 5)) {
      expect(found(edited(edits)).filter((gap) => gap.severity === 'error')).toEqual([])
    }
  })

  test('an empty plan misses its four parts, the targets and the enterprises, all at once', () => {
    expect(brief(found(emptyPlan()))).toEqual([
      'services/ plan.part-missing',
      'agencies/ plan.part-missing',
      'fund-lines/ plan.part-missing',
      'controls/fileId plan.control-rules-missing',
      'controls/summary plan.field-missing',
      'targets/ plan.no-targets',
      'enterprises/ plan.no-enterprises',
    ])
  })

  test('a plan of 2025 is cited by its own clause, what is carried over by the old one (H3)', () => {
    const facts = { ...planFacts, edition: editionOf('zj-2025') }
    const cited = planGaps(emptyPlan(), facts).map((gap) => `${gap.code} ${gap.clause}`)
    expect(cited).toContain('plan.part-missing H3')
    expect(cited).toContain('plan.no-enterprises G1.3')
    expect(cited.filter((text) => text.endsWith('G3.1'))).toEqual([])
  })

  test('gaps of every section come together, and each can be said', () => {
    const rows = [errors[3], errors[7], errors[13], errors[26], errors[36], errors[43]]
    const gaps = found(edited(Object.assign({}, ...rows.map((row) => row?.[0]))))
    for (const row of rows) expect(brief(gaps)).toContain(`${row?.[1]} ${row?.[2]}`)
    for (const [edits] of [...errors, ...warnings]) {
      for (const gap of found(edited(edits))) expect(gapText(gap).zh + gapText(gap).en).not.toMatch(/[{}]/)
    }
  })
})

test('the award and the lines agree to the fen, whatever the amounts (G3.1)', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 100_000_000 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(amounts, fc.integer({ min: -3, max: 3 }), (shares, off) => {
      const rows = shares.map(
        (share, i): FundLine => ({
          id: `l${i}`,
          serviceKind: 'intellectual-property',
          purpose: '购买服务',
          quantity: 1,
          unitPriceFen: share,
          provincialFen: share,
          parkFen: 0,
          enterpriseFen: 0,
          quarter: '2026Q3',
          indicator: 'P3',
        }),
      )
      const awardFen = shares.reduce((sum, share) => sum + share, 0) + off
      const gaps = planGaps({ ...soundPlan, 'fund-lines': { rows } }, { ...planFacts, awardFen })
      expect(gaps.flatMap((gap) => (gap.severity === 'error' ? [gap.code] : []))).toEqual(
        off === 0 ? [] : ['plan.lines-do-not-meet-award'],
      )
    }),
  )
})
