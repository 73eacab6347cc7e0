import { zj2023 } from '../src/policy/editions/data/zj-2023.ts'
import { decimalsOf } from '../src/policy/editions/figure-unit.ts'
import { columnFacts } from '../src/policy/evaluation/columns.ts'
import type { FormFacts, ItemFacts } from '../src/policy/evaluation/facts.ts'
import { formFor, scoreForm } from '../src/policy/evaluation/score.ts'

/** How far parks have come: every seventh stands alike. */
const kinds = 7

/** What a park says and its county gives of what a person judges. */
const judged: Readonly<Record<string, ItemFacts>> = {
  agencies: { kind: 'checklist', proofs: { 'two-a-type': 1, 'fair-choice': 1, 'price-proof': 1 } },
  experience: { kind: 'judged', band: 'reached', percent: 85 },
  accounting: { kind: 'checklist', proofs: { separate: 1, rules: 1 } },
}

/** What the records of a park come to; `nth` of seven, from three eighths of every target to more than all of it. */
function factsOf(nth: number): FormFacts {
  const targets = zj2023.indicators.map((rule) => ({
    code: rule.code,
    zh: rule.zh,
    en: rule.en,
    actual: Number(((rule.example * (nth + 3)) / 8).toFixed(2)),
    target: rule.example,
    direction: 'at-least' as const,
    weight: rule.weight,
    figure: { unit: rule.unit, decimals: decimalsOf(rule) === 0 ? (0 as const) : (2 as const) },
  }))
  return {
    findings: {},
    items: {
      progress: { kind: 'targets', targets },
      mechanism: { kind: 'checklist', proofs: { liaison: 1, consultations: 2, 'fund-control': 1 } },
      diagnosis: { kind: 'ratio', actual: 21 + nth, target: 30 },
      evidence: { kind: 'not-applicable', reason: { zh: '尚未开展佐证抽查', en: 'no spot check yet' } },
      reports: { kind: 'per-case', cases: [] },
      execution: { kind: 'ratio', actual: 62.5, target: 100 },
      earmarked: { kind: 'checklist', proofs: { 'tailored-share': 1, 'no-forbidden-use': 1 } },
      disclosure: { kind: 'per-case', cases: [] },
    },
  }
}

/** Mid-term evaluations as the generator writes them: facts, what is judged, and the result by the product's own form. */
export function evaluations() {
  const form = formFor(zj2023, 'mid-term-evaluation')
  if (!form) throw new Error('the edition has no form of a mid-term evaluation')
  return Array.from({ length: kinds }, (_, nth) => {
    const facts = factsOf(nth)
    const { total, grade, items } = scoreForm(zj2023, form, columnFacts(facts, judged))
    const byItem = Object.fromEntries(items.map(({ item, scored }) => [item, scored]))
    return { facts, judged, points: total, grade, items: byItem }
  })
}
