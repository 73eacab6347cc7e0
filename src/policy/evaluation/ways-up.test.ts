import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventedFacts, inventedForm } from '../../../tests/support/invented-form.ts'
import { editionOf } from '../editions/edition.ts'
import type { EvaluationForm } from '../editions/evaluation-rules.ts'
import type { Grade } from '../editions/rule-terms.ts'
import type { FormFacts } from './facts.ts'
import { formFor, scoreForm } from './score.ts'
import { targetFacts } from './target-facts.ts'
import { waysUp } from './ways-up.ts'

const edition = editionOf('zj-2023')
/** The invented facts are independent of each other, so that no figure is counted twice. */
const apart: EvaluationForm = {
  ...inventedForm,
  parts: inventedForm.parts.map((part) => ({ ...part, items: part.items.map((one) => ({ ...one, from: null })) })),
}
const ranks = edition.grades.map(({ grade }) => grade)
const rank = (grade: string | null) => ranks.indexOf(grade as Grade)

describe('what moves the grade', () => {
  test('doing it yields the grade, and the cheapest comes first', () => {
    fc.assert(
      fc.property(inventedFacts, (facts) => {
        const up = waysUp(edition, inventedForm, facts)
        const now = scoreForm(edition, inventedForm, facts)
        if (up === null) {
          expect(now.grade).toBe('excellent')
          return
        }
        expect(rank(up.next)).toBe(rank(now.grade) - 1)
        for (const way of up.ways) {
          const then = scoreForm(edition, inventedForm, way.facts)
          expect(rank(then.grade)).toBeLessThanOrEqual(rank(up.next))
          expect([then.total, then.grade]).toEqual([way.total, way.grade])
          expect(way.moves.length).toBeGreaterThan(0)
        }
        const efforts = up.ways.map((way) => way.effort)
        expect(efforts).toEqual(efforts.toSorted((a, b) => a - b))
        const proven = now.vetoes.some(({ veto }) => veto === 'false')
        if (proven) expect(up.ways).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('no single move is longer than it must be', () => {
    fc.assert(
      fc.property(inventedFacts, (facts) => {
        const up = waysUp(edition, apart, facts)
        for (const way of up?.ways ?? []) {
          const [move, ...others] = way.moves
          const [own, then] = [facts.items.served, way.facts.items.served]
          if (others.length > 0 || move?.item !== 'served' || own?.kind !== 'ratio' || then?.kind !== 'ratio') continue
          expect(then.actual - own.actual).toBe(move.steps)
          const less = { ...facts, items: { ...facts.items, served: { ...then, actual: then.actual - 1 } } }
          expect(rank(scoreForm(edition, apart, less).grade)).toBeGreaterThan(rank(up?.next ?? null))
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('of the form of 2023', () => {
  const form = formFor(edition, 'mid-term-evaluation')
  const row = (indicator: string, total: number | null, target: number) => {
    const rule = edition.indicators.find(({ code }) => code === indicator)
    return { indicator, kind: rule?.kind ?? ('ratio' as const), target, total, timeProgress: 50 }
  }
  const targets = edition.indicators.map(({ code, weight }) => ({ indicator: code, weight }))
  const rows = edition.indicators.map(({ code, example, kind }) => {
    const half = kind === 'cumulative' ? example / 2 : example
    return row(code, code === 'P8' ? null : code === 'B4' ? 0 : half, example)
  })
  const facts: FormFacts = {
    items: {
      progress: targetFacts(edition, targets, rows),
      mechanism: { kind: 'checklist', proofs: { liaison: 1, consultations: 1, 'fund-control': 1 } },
      diagnosis: { kind: 'ratio', actual: 30, target: 30 },
      agencies: { kind: 'checklist', proofs: { 'two-a-type': 1, 'fair-choice': 1 } },
      evidence: { kind: 'not-applicable', reason: { zh: '尚未抽查', en: 'no check yet' } },
      reports: { kind: 'per-case', cases: ['a', 'b', 'c', 'd'].map((id) => ({ id, zh: '逾期', en: 'late' })) },
      experience: { kind: 'judged', band: 'missed', percent: 30 },
      accounting: { kind: 'checklist', proofs: { separate: 1 } },
      execution: { kind: 'ratio', actual: 70, target: 100 },
      earmarked: { kind: 'checklist', proofs: { 'tailored-share': 1, 'no-forbidden-use': 1 } },
      disclosure: { kind: 'per-case', cases: [{ id: 'a', zh: '未公开', en: 'not published' }] },
    },
    findings: {},
  }

  test('half-way, half of a target is all of it; what no check has found drops out, and its place with it', () => {
    if (!form) throw new Error('no form')
    const progress = scoreForm(edition, form, facts).items.find(({ item }) => item === 'progress')
    // Weights 96 without P8; B4 brings nothing of its 5: 91 ÷ 96 × 50.
    expect(progress).toMatchObject({ scored: 47_40, points: 50_00 })
    expect(progress?.lines.find(({ zh }) => zh.startsWith('P1 '))?.zh).toBe(
      'P1 精准服务试点企业数：实际 15 家，应达 15 家，得 100%，权重 8',
    )
  })

  test('says in words what is cheapest, and what the bureau reads is what it brings', () => {
    if (!form) throw new Error('no form')
    const now = scoreForm(edition, form, facts)
    expect(now).toMatchObject({ total: 83_04, grade: 'good' })
    const up = waysUp(edition, form, facts)
    expect(up?.next).toBe('excellent')
    expect(up?.ways.map(({ moves, total }) => [moves.map(({ zh }) => zh).join('；'), total])).toEqual([
      ['服务机构管理：补齐“价格有市场依据”的佐证；预算执行率：增加 19.88%（70% → 89.88%）', 85_00],
      ['独立核算和制度：补齐“资金管理制度健全”的佐证', 85_22],
      ['B4 新增省级专精特新中小企业：增加 2 家（0 家 → 2 家）', 85_87],
    ])
  })

  test('a figure that two items are counted from moves in both, and is named once', () => {
    if (!form) throw new Error('no form')
    const spent = rows.map((one) => (one.indicator === 'F1' ? { ...one, total: 70 } : one))
    const both = { ...facts, items: { ...facts.items, progress: targetFacts(edition, targets, spent) } }
    const ways = waysUp(edition, form, both)?.ways ?? []
    const moving = ways.filter(({ moves }) => moves.some(({ zh }) => zh.includes('预算执行率')))
    expect(moving.length).toBeGreaterThan(0)
    for (const { moves, facts: then } of moving) {
      expect(moves.filter(({ zh }) => zh.includes('预算执行率'))).toHaveLength(1)
      const { execution, progress } = then.items
      const stated = progress?.kind === 'targets' ? progress.targets.find(({ code }) => code === 'F1')?.actual : null
      expect(execution).toMatchObject({ actual: stated })
      expect(stated).toBeGreaterThan(70)
    }
  })
})
