import fc from 'fast-check'
import { type Edition, editionOf } from '../../src/policy/editions/edition.ts'
import type { TrancheCondition, TrancheRule } from '../../src/policy/editions/edition-rules.ts'

const base = editionOf('zj-2023')
const conditions: readonly TrancheCondition[] = [
  'plan-approved',
  'previous-received',
  'mechanism-ready',
  'enterprises-diagnosed',
  'services-under-way',
  'judged-under-way',
  'evaluation-done',
]

type Part = { from: number; to: number; conditions: TrancheCondition[]; days: number }

const part: fc.Arbitrary<Part> = fc.record({
  from: fc.integer({ min: 1, max: 60 }),
  to: fc.integer({ min: 0, max: 40 }),
  conditions: fc.subarray([...conditions]),
  days: fc.integer({ min: 0, max: 7 }),
})

/** Editions nobody has issued: one to four tranches of any share, the last one the rest, with any conditions and notice. */
export const inventedEditions: fc.Arbitrary<Edition> = fc
  .tuple(fc.array(part, { maxLength: 3 }), part)
  .map(([parts, rest]) => {
    let least = 0
    const tranches = parts.flatMap((one, i): TrancheRule[] => {
      const min = Math.min(one.from, 99 - least)
      if (min < 1) return []
      const max = Math.min(min + one.to, 100 - least)
      least += min
      return [{ ...ruleOf(i + 1, one), share: { min, max } }]
    })
    return {
      ...base,
      id: 'invented',
      tranches: [...tranches, { ...ruleOf(tranches.length + 1, rest), share: 'rest' as const }],
    }
  })

function ruleOf(no: number, { conditions: chosen, days }: Part): Omit<TrancheRule, 'share'> {
  const cited = { clause: 'G4.2', source: 'inferred' } as const
  const all: TrancheCondition[] = days > 0 ? [...chosen, 'notice-over'] : chosen
  return {
    ...cited,
    no,
    notice: { ...cited, workingDays: days },
    conditions: all.map((condition) => ({ condition, ...cited })),
  }
}
