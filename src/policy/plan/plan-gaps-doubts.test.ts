import { describe, expect, test } from 'vitest'
import { planFacts, soundPlan } from '../../../tests/support/policy.ts'
import type { PlanContent, PlannedEnterprise, PlannedTarget } from './plan.ts'
import { gapText } from './plan-gap.ts'
import { planGaps } from './plan-gaps.ts'

const firstOf = <Row>([first, ...others]: readonly Row[], edit: Partial<Row>): Row[] =>
  first === undefined ? [] : [{ ...first, ...edit }, ...others]

function told(edit: Partial<PlanContent>) {
  const gaps = planGaps({ ...soundPlan, ...edit }, planFacts)
  expect(gaps.every((gap) => gap.severity === 'warning')).toBe(true)
  return gaps.filter((gap) => gap.code === 'plan.doubtful').map((gap) => [gap.field, gapText(gap).zh])
}

const targets = (edit: Partial<PlannedTarget>) => ({ targets: { rows: firstOf(soundPlan.targets.rows, edit) } })
const enterprises = (edit: Partial<PlannedEnterprise>) => ({
  enterprises: { rows: firstOf(soundPlan.enterprises.rows, edit) },
})

describe('what looks wrong in a plan that may stand (G3.1)', () => {
  test('is told of what is typed as of what is imported: a wrong unit, yuan for 万元', () => {
    expect(told(targets({ unit: '亿元' }))).toEqual([
      ['rows.0.unit', expect.stringMatching(/^请核对：单位“亿元”与指标规定的“.+”不同；数值按原样采用/)],
    ])
    expect(told(enterprises({ revenueWan: 300_000_000, assetsWan: 300_000_000 }))[0]?.[0]).toBe('rows.0.revenueWan')
  })

  test('names a quarter as its reader does', () => {
    const rows = firstOf(soundPlan.services.rows, { fromQuarter: '2025Q4' })
    const gap = planGaps({ ...soundPlan, services: { rows } }, planFacts).find(
      (one) => one.code === 'plan.quarter-outside-period',
    )
    expect(gap && gapText(gap)).toMatchObject({
      zh: expect.stringContaining('2025年四季度不在实施期'),
      en: expect.stringContaining('2025 Q4 is outside'),
    })
  })
})
