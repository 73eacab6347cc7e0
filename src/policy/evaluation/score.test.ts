import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventedFacts, inventedForm } from '../../../tests/support/invented-form.ts'
import { editionOf } from '../editions/edition.ts'
import type { FormFacts, ItemFacts } from './facts.ts'
import { type Score, scoreForm } from './score.ts'

const edition = editionOf('zj-2023')
const score = (facts: FormFacts) => scoreForm(edition, inventedForm, facts)
const itemsOf = (form = inventedForm) => form.parts.flatMap((part) => part.items)
const sumOf = ({ items }: Score, ids: readonly string[]) =>
  items.filter(({ item }) => ids.includes(item)).reduce((all, one) => all + (one.scored ?? 0), 0)

const full: Readonly<Record<string, ItemFacts>> = {
  served: { kind: 'ratio', actual: 30, target: 30 },
  price: { kind: 'ratio', actual: 5, target: 10 },
  targets: {
    kind: 'targets',
    targets: [
      {
        code: 'T1',
        zh: '指标',
        en: 'Indicator',
        actual: 3,
        target: 3,
        direction: 'at-least',
        weight: 1,
        figure: { unit: { zh: '家', en: 'firms' }, decimals: 0 },
      },
    ],
  },
  quantity: { kind: 'step-down', done: 10, plan: 10 },
  speed: { kind: 'step-down', done: 10, plan: 10 },
  income: { kind: 'base-plus', done: 110, base: 100 },
  'set-up': { kind: 'checklist', proofs: { a: 1, b: 1, c: 1 } },
  evidence: { kind: 'bands', figure: 95 },
  effect: { kind: 'judged', band: 'reached', percent: 100 },
  reports: { kind: 'per-case', cases: [] },
  channels: { kind: 'accumulate', counts: {} },
  awards: { kind: 'checklist', proofs: {} },
}
const facts = (change: Readonly<Record<string, ItemFacts>> = {}): FormFacts => ({
  items: { ...full, ...change },
  findings: {},
})
const dropped: ItemFacts = { kind: 'not-applicable', reason: { zh: '未抽查', en: 'not checked' } }

describe('the whole form', () => {
  test('full points are 100 and the best grade, and say so', () => {
    expect(score(facts())).toMatchObject({ total: 100_00, byPoints: 'excellent', grade: 'excellent', open: [] })
    expect(score(facts()).sum.zh).toBe('各项得分 100.00：总分 100.00')
  })

  test('72 of 90 points that apply are 80.00', () => {
    const items = itemsOf()
    const rescaled = scoreForm(
      edition,
      {
        ...inventedForm,
        parts: [
          {
            ...inventedForm.parts[0],
            points: 100,
            items: items
              .filter(({ id }) => ['served', 'evidence'].includes(id))
              .map((item) => ({ ...item, points: item.id === 'served' ? 90 : 10 })),
          } as never,
        ],
        vetoes: [],
      },
      { items: { served: { kind: 'ratio', actual: 24, target: 30 }, evidence: dropped }, findings: {} },
    )
    expect(rescaled).toMatchObject({ total: 80_00, grade: 'good' })
    expect(rescaled.sum.en).toBe('items 72.00 ÷ 90.00 × 100 = 80.00: total 80.00')
  })

  test('a bonus comes on top up to its own lid, and the whole up to its: 105', () => {
    const bonus = {
      channels: { kind: 'accumulate', counts: { channel: 5 } },
      awards: { kind: 'checklist', proofs: { d: 1 } },
    } as const
    expect(score(facts(bonus))).toMatchObject({ total: 105_00 })
    expect(score(facts(bonus)).parts.at(-1)).toMatchObject({ scored: 5_00 })
    const growth = { ...bonus, income: { kind: 'base-plus', done: 135, base: 100 } } as const
    expect(score(facts(growth))).toMatchObject({ total: 105_00 })
    expect(score(facts(growth)).sum.zh).toBe('各项得分 105.00，加分 5.00，总分最高 105：总分 105.00')
  })

  test('an open item leaves total and grade open', () => {
    const { served, ...rest } = full
    expect(served).toBeDefined()
    expect(score({ items: rest, findings: {} })).toMatchObject({ total: null, grade: null, open: ['served'] })
  })

  test('a veto holds the grade whatever the points, and names its cases', () => {
    const found = score({
      ...facts(),
      findings: { 'false-evidence': [{ id: 'f1', zh: '发票虚开', en: 'a false invoice' }] },
    })
    expect(found).toMatchObject({ total: 100_00, byPoints: 'excellent', grade: 'fail' })
    expect(found.vetoes).toMatchObject([{ veto: 'false', cap: 'fail', cases: [{ zh: '发票虚开' }] }])
    const few = score(facts({ served: { kind: 'ratio', actual: 14, target: 30 } }))
    expect(few).toMatchObject({ byPoints: 'excellent', grade: 'pass' })
    expect(few.vetoes[0]?.cases[0]?.zh).toBe('服务过少：5.60 < 6.00')
    expect(score(facts({ served: { kind: 'ratio', actual: 15, target: 30 } })).vetoes).toEqual([])
  })

  test('a veto never lifts a grade', () => {
    const low = facts({
      served: { kind: 'ratio', actual: 0, target: 30 },
      targets: { ...full.targets, targets: [] } as never,
    })
    expect(score(low).grade).toBeNull()
    const poor = score(
      facts({
        served: { kind: 'ratio', actual: 0, target: 30 },
        effect: { kind: 'judged', band: 'missed', percent: 0 },
        quantity: { kind: 'step-down', done: 0, plan: 10 },
        income: { kind: 'base-plus', done: 0, base: 10 },
      }),
    )
    expect(poor).toMatchObject({ byPoints: 'fail', grade: 'fail' })
  })
})

describe('over any facts', () => {
  test('points are bounded, and every sum is told in both languages', () => {
    fc.assert(
      fc.property(inventedFacts, (some) => {
        const { items, total } = score(some)
        for (const { scored, points, item, sum, lines } of items) {
          const most = item === 'income' ? points * 1.5 : points
          if (scored !== null) {
            expect(Number.isInteger(scored) && 0 <= scored && scored <= most).toBe(true)
            expect(sum.zh).toContain('= ')
          }
          for (const text of [sum, ...lines]) expect(`${text.zh}${text.en}`).not.toMatch(/undefined|NaN|null|\[object/)
        }
        expect(total !== null && 0 <= total && total <= 105_00).toBe(true)
      }),
    )
  })

  test('the order of parts, items, elements, targets and facts does not matter', () => {
    const turned = {
      ...inventedForm,
      vetoes: inventedForm.vetoes.toReversed(),
      parts: inventedForm.parts.toReversed().map((part) => ({
        ...part,
        items: part.items.toReversed().map((item) => ({
          ...item,
          primitive:
            item.primitive.kind === 'checklist'
              ? { ...item.primitive, elements: item.primitive.elements.toReversed() }
              : item.primitive.kind === 'bands'
                ? { ...item.primitive, bands: item.primitive.bands.toReversed() }
                : item.primitive,
        })),
      })),
    }
    fc.assert(
      fc.property(inventedFacts, (some) => {
        const items = Object.fromEntries(
          Object.entries(some.items)
            .toReversed()
            .map(([id, one]) => [id, one.kind === 'targets' ? { ...one, targets: one.targets.toReversed() } : one]),
        )
        const [straight, back] = [score(some), scoreForm(edition, turned, { ...some, items })]
        expect([back.total, back.grade, back.byPoints]).toEqual([straight.total, straight.grade, straight.byPoints])
        for (const one of straight.items)
          expect(back.items.find(({ item }) => item === one.item)?.scored).toBe(one.scored)
      }),
    )
  })

  test('rescaling keeps the ratio of what was won to what could be, to the hundredth', () => {
    fc.assert(
      fc.property(inventedFacts, (some) => {
        const told = score({
          ...some,
          items: {
            ...some.items,
            price: dropped,
            evidence: dropped,
            channels: full.channels,
            awards: full.awards,
          } as never,
        })
        const main = itemsOf().flatMap(({ id }) =>
          ['price', 'evidence', 'channels', 'awards'].includes(id) ? [] : [id],
        )
        const won = sumOf(told, main)
        // 84 of 100 points apply: won ÷ 84 = total ÷ 100, but for the rounding of one hundredth and the lid.
        const total = told.total ?? Number.NaN
        expect(Math.abs(Math.min(won / 84, 105) - total / 100)).toBeLessThanOrEqual(0.5 / 100 + 1e-9)
      }),
    )
  })

  test('more of what is good, or less of what is bad, never loses a point', () => {
    const better: Readonly<Record<string, (one: ItemFacts) => ItemFacts>> = {
      served: (one) => (one.kind === 'ratio' ? { ...one, actual: one.actual + 1 } : one),
      price: (one) => (one.kind === 'ratio' ? { ...one, actual: Math.max(0, one.actual - 1) } : one),
      targets: (one) =>
        one.kind === 'targets'
          ? {
              ...one,
              targets: one.targets.map((row) => ({
                ...row,
                actual: row.actual === null ? null : row.actual + (row.direction === 'at-most' ? 0 : 1),
              })),
            }
          : one,
      quantity: (one) => (one.kind === 'step-down' ? { ...one, done: one.done + 1 } : one),
      speed: (one) => (one.kind === 'step-down' ? { ...one, done: Math.max(0, one.done - 1) } : one),
      income: (one) => (one.kind === 'base-plus' ? { ...one, done: one.done + 1 } : one),
      'set-up': (one) => (one.kind === 'checklist' ? { ...one, proofs: { ...one.proofs, a: 1 } } : one),
      evidence: (one) => (one.kind === 'bands' ? { ...one, figure: one.figure + 1 } : one),
      reports: (one) => (one.kind === 'per-case' ? { ...one, cases: one.cases.slice(1) } : one),
      channels: (one) => (one.kind === 'accumulate' ? { ...one, counts: { ...one.counts, need: 9 } } : one),
    }
    fc.assert(
      fc.property(inventedFacts, fc.constantFrom(...Object.keys(better)), (some, id) => {
        const own = some.items[id]
        const now = own && better[id]?.(own)
        if (!now) return
        const after = score({ ...some, items: { ...some.items, [id]: now } })
        expect(after.total ?? 0).toBeGreaterThanOrEqual(score(some).total ?? 0)
      }),
    )
  })
})
