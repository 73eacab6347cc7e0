import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventedEditions } from '../../../tests/support/invented-editions.ts'
import { thirdEdition } from '../../../tests/support/third-edition.ts'
import { Play } from '../../../tests/support/tranche-play.ts'
import { step } from '../../../tests/support/tranche-steps.ts'
import { percentOf, sumFen } from '../../shared/money.ts'
import { editionOf } from '../editions/edition.ts'
import type { Grade } from '../editions/edition-rules.ts'
import { mostAward } from '../plan/pilot.ts'
import { tranchePlan } from './tranche-amounts.ts'
import { isOut } from './tranche-states.ts'
import { trancheGate } from './tranches.ts'

const issued = ['zj-2023', 'zj-2025'].map(editionOf)
const anyEdition = fc.oneof(fc.constantFrom(...issued, thirdEdition), inventedEditions)
const editionAndAward = anyEdition.chain((edition) =>
  fc.tuple(fc.constant(edition), fc.integer({ min: 1, max: mostAward(edition) })),
)

describe('the tranches of any edition, issued or invented', () => {
  test('add up to the award, whole fen, rounding never makes or loses one', () => {
    fc.assert(
      fc.property(
        editionAndAward,
        fc.array(fc.nat(100), { minLength: 4, maxLength: 4 }),
        ([edition, awardFen], part) => {
          const plan = tranchePlan(edition, awardFen)
          expect(
            plan.every(({ amountFen }) => Number.isInteger(amountFen.min) && Number.isInteger(amountFen.max)),
          ).toBe(true)
          let releasedFen = 0
          for (const { no: n } of edition.tranches) {
            const play = new Play(edition, awardFen)
            const facts = { ...play.factsOf(n), releasedFen }
            const { min, max } = trancheGate(edition, n, facts).amountFen
            expect(0 <= min && min <= max && releasedFen + max <= awardFen).toBe(true)
            releasedFen += min + percentOf(max - min, part[n - 1] ?? 100)
          }
          expect(releasedFen).toBe(awardFen)
        },
      ),
    )
  })

  test('release never more than the gates and the grade allow, whatever is done in whatever order', () => {
    const released: number[] = []
    const graded: Record<string, number> = {}
    fc.assert(
      fc.property(
        editionAndAward,
        fc.constantFrom<Grade>('excellent', 'good', 'pass'),
        fc.array(step, { minLength: 40, maxLength: 200, size: 'max' }),
        ([edition, awardFen], grade, steps) => {
          const play = new Play(edition, awardFen)
          play.facts = { ...play.facts, grade }
          for (const one of steps) {
            play.take(one)
            const out = play.tranches.filter(isOut).map((tranche) => tranche.amountFen ?? 0)
            expect(sumFen(out)).toBeLessThanOrEqual(awardFen)
          }
          released.push(...play.released)
          for (const [grade, n] of Object.entries(play.graded)) graded[grade] = (graded[grade] ?? 0) + n
        },
      ),
      { numRuns: 900 },
    )
    // A play in which nothing is ever paid would prove nothing.
    expect(released.length).toBeGreaterThan(60)
    expect(Math.max(...released)).toBeGreaterThan(1)
    expect(Object.keys(graded).sort()).toEqual(['excellent', 'good', 'pass'])
  })

  test('say in one sentence with a clause what is missing, or how much may go', () => {
    fc.assert(
      fc.property(editionAndAward, fc.array(step, { maxLength: 40 }), ([edition, awardFen], steps) => {
        const play = new Play(edition, awardFen)
        for (const one of steps) play.take(one)
        for (const { no: n } of edition.tranches) {
          const gate = trancheGate(edition, n, play.factsOf(n))
          expect(gate.open).toBe(gate.missing.length === 0)
          for (const one of [...gate.missing, ...gate.held]) {
            expect(gate.sentence.zh.includes(one.clause) || gate.missing.length > 0).toBe(true)
          }
          expect(`${gate.sentence.zh}${gate.sentence.en}`).not.toMatch(/[{}]|undefined|null/)
        }
      }),
    )
  })
})
