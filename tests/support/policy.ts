import { expect } from 'vitest'
import { editionOf } from '../../src/policy/editions/edition.ts'
import type { Clause } from '../../src/policy/guide/clauses.ts'
import { type RefusalCode, refusalText } from '../../src/policy/guide/refuse.ts'
import type { FundLine, PlanContent, PlannedAgency, PlannedProduct } from '../../src/policy/plan/plan.ts'
import type { PlanFacts } from '../../src/policy/plan/plan-gaps.ts'
import { Refusal } from '../../src/shared/refusal.ts'
import { hasValidOrganisationCode, usccCheckCharacter } from '../../src/shared/uscc.ts'

export const edition = editionOf('zj-2023')

/** The value is a refusal with this code and clause, and its sentence has no hole in either language. */
export function expectRefusal(value: unknown, code: RefusalCode, clause: Clause | null, field?: string): Refusal {
  if (!(value instanceof Refusal)) throw new Error(`expected ${code}, got ${JSON.stringify(value)}`)
  expect({ code: value.code, clause: value.clause }).toEqual({ code, clause })
  if (field !== undefined) expect(value.field).toBe(field)
  const text = refusalText(value)
  expect(text.zh).not.toMatch(/[{}]/)
  expect(text.en).not.toMatch(/[{}]/)
  return value
}

/** The value is what a rule gives when it agrees. */
export function agreed<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(`refused: ${value.code} ${JSON.stringify(value.facts)}`)
  return value
}

/** A valid credit code, the same for the same number. */
export function usccOf(number: number): string {
  const body = `91330421MA2${String(number).padStart(5, '0')}`
  for (const check of '0123456789X') {
    const first17 = body + check
    if (hasValidOrganisationCode(`${first17}0`)) return first17 + usccCheckCharacter(first17)
  }
  throw new Error(`no code for ${number}`)
}

export const parkUscc = usccOf(1)

export const planFacts: PlanFacts = { awardFen: 500_000_000, edition, firstYear: 2026, park: { uscc: parkUscc } }

function agency(id: string, number: number, serviceKinds: PlannedAgency['serviceKinds']): PlannedAgency {
  return { id, uscc: usccOf(number), name: `机构${number}`, kind: 'professional', serviceKinds, relatedTo: [] }
}

function product(id: string, number: number, serviceKind: PlannedProduct['serviceKind']): PlannedProduct {
  return {
    id,
    agencyUscc: usccOf(number),
    serviceKind,
    name: `产品${id}`,
    deliverable: '报告',
    agreedPriceFen: 2_000_000,
    marketPriceFen: 2_500_000,
    priceBasis: '三家报价',
    exceptionReason: '',
  }
}

function line(id: string, serviceKind: FundLine['serviceKind'], quantity: number, provincialFen: number): FundLine {
  return {
    id,
    serviceKind,
    purpose: '为试点企业购买服务',
    quantity,
    unitPriceFen: (provincialFen + quantity * 100) / quantity,
    provincialFen,
    parkFen: quantity * 60,
    enterpriseFen: quantity * 40,
    quarter: '2026Q3',
    indicator: 'P3',
  }
}

const scheduled = [
  ['intellectual-property', 40],
  ['digital-transformation', 100],
  ['training', 48],
] as const

/** What a plan of three enterprises and three agencies can aim at. */
const reachable: Readonly<Record<string, number>> = { P1: 3, P2: 3, P6: 3 }

/** A plan without any gap: two tailored kinds and one universal, 5,000,000 yuan. */
export const soundPlan: PlanContent = {
  services: {
    rows: scheduled.map(([kind, quantity], i) => ({
      id: `s${i + 1}`,
      kind,
      quantity,
      unit: '项',
      fromQuarter: '2026Q2',
      toQuarter: '2027Q4',
      description: '按诊断结果提供服务',
    })),
  },
  agencies: {
    agencies: [
      agency('a1', 11, ['intellectual-property', 'digital-transformation']),
      agency('a2', 12, ['intellectual-property']),
      agency('a3', 13, ['digital-transformation']),
    ],
    products: [
      product('p1', 11, 'intellectual-property'),
      product('p2', 12, 'intellectual-property'),
      product('p3', 11, 'digital-transformation'),
      product('p4', 13, 'digital-transformation'),
    ],
    fewAgenciesReasons: {},
  },
  'fund-lines': {
    rows: [
      line('l1', 'intellectual-property', 40, 200_000_000),
      line('l2', 'digital-transformation', 100, 250_000_000),
      line('l3', 'training', 20, 50_000_000),
    ],
  },
  controls: { fileId: 'f1', fileName: '资金管理办法.pdf', summary: '专账核算，逐笔审批' },
  targets: {
    rows: edition.indicators.map((rule) => ({
      id: `t-${rule.code}`,
      indicator: rule.code,
      unit: rule.unit.zh,
      baseline: 0,
      target: reachable[rule.code] ?? rule.example,
      weight: rule.weight,
    })),
  },
  enterprises: {
    rows: [21, 22, 23].map((number) => ({
      id: `e${number}`,
      uscc: usccOf(number),
      name: `企业${number}`,
      industry: 'IND' as const,
      staff: 80,
      revenueWan: 3000,
      assetsWan: 5000,
    })),
  },
}
