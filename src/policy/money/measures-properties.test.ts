import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventedEditions } from '../../../tests/support/invented-editions.ts'
import { MeasurePlay } from '../../../tests/support/measure-play.ts'
import { firstPaid, measureStep } from '../../../tests/support/measure-steps.ts'
import { thirdEdition } from '../../../tests/support/third-edition.ts'
import { sumFen } from '../../shared/money.ts'
import { editionOf } from '../editions/edition.ts'
import { mostAward } from '../plan/pilot.ts'
import { accountKindOf, accountKinds, balanceOf } from './ledger.ts'
import { checkDecision } from './measures.ts'
import { leftToRelease, recoverable } from './measures-sums.ts'
import { isOut } from './tranche-states.ts'
import { trancheGate } from './tranches.ts'

const issued = ['zj-2023', 'zj-2025'].map(editionOf)
const anyEdition = fc.oneof(fc.constantFrom(...issued, thirdEdition), inventedEditions)
const editionAndAward = anyEdition.chain((edition) =>
  fc.tuple(fc.constant(edition), fc.integer({ min: 100, max: mostAward(edition) })),
)

/** What holds after every step, whatever was tried (G3.6, G4.2, G5.3). */
function holds(play: MeasurePlay, awardFen: number): void {
  const { book, sums, kept, tranches } = play
  const { releasedFen, deductedFen, claimedFen, recoveredFen, ownFen, spentFen } = sums
  // Released, still releasable and deducted are the award.
  expect(releasedFen + leftToRelease(sums) + deductedFen).toBe(awardFen)
  expect(sumFen(tranches.tranches.filter(isOut).map((one) => one.amountFen ?? 0))).toBe(releasedFen)
  // The same in the accounts of the ledger, to the fen: what is out and unclaimed, claimed, came back, is left or was deducted.
  const [grant, undisbursed] = [balanceOf(book, 'grant'), balanceOf(book, 'undisbursed')]
  const whole = recoverable(sums) + claimedFen + recoveredFen + undisbursed + deductedFen
  expect([grant, undisbursed, whole]).toEqual([0 - awardFen, leftToRelease(sums), awardFen])
  // What is out already is deducted no more, it is recovered.
  const above = leftToRelease(sums) + 1
  const facts = { clause: 'G5.3', sums, today: tranches.today, closedOn: null } as const
  const said = {
    ground: 'targets-missed',
    amountFen: above,
    provenOn: null,
    reason: '目标未完成',
    fileId: 'f',
  } as const
  const deducted = checkDecision({ ...said, kind: 'deduction', dueOn: null }, facts)
  const recovered = checkDecision({ ...said, kind: 'recovery', dueOn: tranches.today }, facts)
  expect([deducted?.code, recovered?.code ?? null]).toEqual([
    'measures.deducts-too-much',
    above > recoverable(sums) ? 'measures.recovers-too-much' : null,
  ])
  // What came back and what is asked back is never more than what went out.
  expect(0 <= recoverable(sums) && recoveredFen + claimedFen <= releasedFen).toBe(true)
  expect(0 <= ownFen && ownFen <= Math.min(spentFen, recoveredFen)).toBe(true)
  expect(sumFen(Object.values(book))).toBe(0)
  for (const [account, amount] of Object.entries(book)) {
    const kind = accountKindOf(account)
    if (kind && !accountKinds[kind].mayBeNegative) expect([account, amount >= 0]).toEqual([account, true])
  }
  // The accounts are what the measures in force come to.
  const inForce = kept.filter(({ measure }) => measure.state === 'confirmed')
  const sumOf = (kind: string) =>
    sumFen(inForce.flatMap(({ measure }) => (measure.kind === kind ? [measure.amountFen ?? 0] : [])))
  const standing = (rows: 'receipts' | 'reissues') =>
    sumFen(inForce.flatMap((one) => one[rows].flatMap((row) => (row.reversed ? [] : [row.amountFen]))))
  expect(deductedFen).toBe(sumOf('deduction'))
  expect(recoveredFen).toBe(standing('receipts'))
  expect(claimedFen).toBe(sumOf('recovery') - standing('receipts'))
  expect(balanceOf(book, 'reissued')).toBe(standing('reissues'))
}

describe('measures and tranches of any edition, in whatever order', () => {
  test('keep the award whole, recover no more than went out, leave no balance below zero', () => {
    const done: Record<string, number> = {}
    fc.assert(
      fc.property(
        editionAndAward,
        fc.array(measureStep, { minLength: 40, maxLength: 160, size: 'max' }),
        ([edition, awardFen], steps) => {
          const play = new MeasurePlay(edition, awardFen)
          for (const one of [...firstPaid, ...steps]) {
            play.take(one)
            holds(play, awardFen)
            for (const { no } of edition.tranches) {
              const { max } = trancheGate(edition, no, {
                ...play.tranches.factsOf(no),
                deductedFen: play.sums.deductedFen,
              }).amountFen
              const other = play.tranches.tranches.filter((row) => row.no !== no && isOut(row))
              const out = sumFen(other.map((row) => row.amountFen ?? 0))
              expect(out + max + play.sums.deductedFen).toBeLessThanOrEqual(awardFen)
            }
          }
          for (const [what, n] of Object.entries(play.done)) done[what] = (done[what] ?? 0) + n
        },
      ),
      { numRuns: 150 },
    )
    // A play in which nothing of it ever happens would prove nothing.
    const often = ['release', 'deduction', 'recovery', 'spend', 'pay-back', 'reissue']
    const atTimes = ['undo-receipt', 'undo-reissue', 'reverse']
    for (const what of often) expect([what, (done[what] ?? 0) > 20]).toEqual([what, true])
    for (const what of atTimes) expect([what, (done[what] ?? 0) > 2]).toEqual([what, true])
  })
})
