import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planFacts, soundPlan } from '../../../tests/support/policy.ts'
import { editionOf } from '../editions/edition.ts'
import { serviceKindList } from '../records/service-kinds.ts'
import { emptyPlan, type PlanContent } from './plan.ts'
import { gapText } from './plan-gap.ts'
import { planGaps } from './plan-gaps.ts'
import { acrossGaps } from './plan-gaps-across.ts'

const brief = (content: PlanContent, facts = planFacts) =>
  acrossGaps(content, facts).map(({ section, field, code }) => `${section} ${field} ${code}`)

const targetOf = (indicator: string, target: number): PlanContent => {
  const rows = soundPlan.targets.rows.map((row) => (row.indicator === indicator ? { ...row, target } : row))
  return { ...soundPlan, targets: { rows } }
}
const placeOf = (indicator: string) => soundPlan.targets.rows.findIndex((row) => row.indicator === indicator)

test('a sound plan and an empty one say nothing across their sections', () => {
  expect(brief(soundPlan)).toEqual([])
  expect(brief(emptyPlan())).toEqual([])
})

describe('a target the plan itself cannot meet (G5.5)', () => {
  test('thirty enterprises with five listed, told at the target with both figures and the list', () => {
    const rows = soundPlan.enterprises.rows
      .flatMap((row, i) => [row, { ...row, id: `x${i}`, uscc: `x${i}` }])
      .slice(0, 5)
    const [gap, ...others] = planGaps({ ...targetOf('P1', 30), enterprises: { rows } }, planFacts).filter(
      ({ code }) => code === 'plan.target-beyond-plan',
    )
    expect(others).toEqual([])
    expect(gap).toMatchObject({ section: 'targets', field: 'rows.0.target', clause: 'G5.5', severity: 'warning' })
    expect(gap?.facts).toMatchObject({ target: 30, planned: 5 })
    expect(gap && gapText(gap)).toMatchObject({
      zh: expect.stringContaining('目标为 30，试点企业清单只有 5'),
      en: expect.stringContaining('The target is 30, the list of pilot enterprises has only 5'),
    })
  })

  test.each([
    ['P1', 3],
    ['P2', 3],
    ['P3', 140],
    ['P4', 48],
    ['P6', 3],
  ])('%s: %i can be met, one more cannot', (indicator, most) => {
    expect(brief(targetOf(indicator, most))).toEqual([])
    expect(brief(targetOf(indicator, most + 1))).toEqual([
      `targets rows.${placeOf(indicator)}.target plan.target-beyond-plan`,
    ])
  })

  test('an enterprise listed twice is one; figures the plan names no source of are not judged', () => {
    const rows = [...soundPlan.enterprises.rows, { ...soundPlan.enterprises.rows[0], id: 'twice' }]
    const twice = { ...targetOf('P1', 4), enterprises: { rows } } as PlanContent
    expect(brief(twice)).toEqual(['targets rows.0.target plan.target-beyond-plan'])
    for (const indicator of ['P5', 'B2', 'B8', 'S1']) expect(brief(targetOf(indicator, 1e9))).toEqual([])
  })
})

describe('services, money and agencies (G3.1, G3.2, G3.3)', () => {
  const service = soundPlan.services.rows[0]
  const line = soundPlan['fund-lines'].rows[1]
  const withServices = (...rows: object[]) =>
    ({ ...soundPlan, services: { rows: [...soundPlan.services.rows, ...rows] } }) as PlanContent
  const withLine = (edits: object) => {
    const rows = soundPlan['fund-lines'].rows.map((row) => (row === line ? { ...row, ...edits } : row))
    return { ...soundPlan, 'fund-lines': { rows } } as PlanContent
  }

  test('a service without a line of money, once a kind, universal ones too', () => {
    const more = ['talent', 'recruitment', 'talent'].map((kind, i) => ({ ...service, id: `m${i}`, kind }))
    expect(brief(withServices(...more))).toEqual([
      'services rows.3.kind plan.service-without-money',
      'services rows.4.kind plan.service-without-money',
    ])
  })

  test('an agency of which no kind is scheduled, and a product of a kind that is not', () => {
    const [agency] = soundPlan.agencies.agencies
    const [product] = soundPlan.agencies.products
    const agencies = {
      ...soundPlan.agencies,
      agencies: [...soundPlan.agencies.agencies, { ...agency, uscc: 'x', serviceKinds: ['financing', 'talent'] }],
      products: [...soundPlan.agencies.products, { ...product, serviceKind: 'talent' }],
    } as PlanContent['agencies']
    expect(brief({ ...soundPlan, agencies })).toEqual([
      'agencies agencies.3.serviceKinds plan.agency-without-service',
      'agencies products.4.serviceKind plan.kind-without-service',
    ])
  })

  test('money for more than is scheduled, or before it begins; as much, and later, is sound', () => {
    expect(brief(withLine({ quantity: 101 }))).toEqual(['fund-lines rows.1.quantity plan.more-paid-than-scheduled'])
    expect(brief(withLine({ quarter: '2026Q1' }))).toEqual(['fund-lines rows.1.quarter plan.paid-before-scheduled'])
    expect(brief(withLine({ quantity: 100, quarter: '2026Q2' }))).toEqual([])
    expect(brief(withLine({ quarter: '2027Q4' }))).toEqual([])
  })
})

test('none of it blocks; each stands at a row that exists, and is said without a hole, whatever the plan', () => {
  const kind = fc.constantFrom(null, ...serviceKindList)
  const count = fc.option(fc.integer({ min: 1, max: 200 }))
  const quarter = fc.constantFrom(null, '2026Q1', '2026Q3', '2027Q4')
  const plans = fc.record({
    services: fc.array(fc.record({ kind, quantity: count, fromQuarter: quarter }), { maxLength: 5 }),
    lines: fc.array(fc.record({ serviceKind: kind, quantity: count, quarter }), { maxLength: 5 }),
    kinds: fc.array(fc.array(fc.constantFrom(...serviceKindList), { maxLength: 2 }), { maxLength: 3 }),
    enterprises: fc.integer({ min: 0, max: 3 }),
    target: count,
    edition: fc.constantFrom(editionOf('zj-2023'), editionOf('zj-2025')),
  })
  fc.assert(
    fc.property(plans, ({ services, lines, kinds, enterprises, target, edition }) => {
      const [service] = soundPlan.services.rows
      const [line] = soundPlan['fund-lines'].rows
      const [agency] = soundPlan.agencies.agencies
      const content = {
        ...soundPlan,
        services: { rows: services.map((row) => ({ ...service, ...row })) },
        'fund-lines': { rows: lines.map((row) => ({ ...line, ...row })) },
        agencies: { ...soundPlan.agencies, agencies: kinds.map((serviceKinds) => ({ ...agency, serviceKinds })) },
        enterprises: { rows: soundPlan.enterprises.rows.slice(0, enterprises) },
        targets: { rows: soundPlan.targets.rows.map((row) => ({ ...row, target })) },
      } as PlanContent
      const gaps = acrossGaps(content, { ...planFacts, edition })
      for (const gap of gaps) {
        expect(gap.severity).toBe('warning')
        const [list = '', at, field = ''] = gap.field.split('.')
        const rows = (content[gap.section] as unknown as Record<string, object[]>)[list]
        expect(rows?.[Number(at)]).toHaveProperty(field)
        expect(gapText(gap).zh + gapText(gap).en).not.toMatch(/[{}]/)
      }
      const unpaid = services.filter((row) => row.kind && !lines.some((one) => one.serviceKind === row.kind))
      expect(gaps.filter(({ code }) => code === 'plan.service-without-money')).toHaveLength(
        new Set(unpaid.map((row) => row.kind)).size,
      )
      const beyond = gaps.some(({ code, field }) => code === 'plan.target-beyond-plan' && field === 'rows.0.target')
      expect(beyond).toBe((target ?? 0) > enterprises)
    }),
  )
})
