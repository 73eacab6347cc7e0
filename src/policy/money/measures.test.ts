import { describe, expect, test } from 'vitest'
import { agreed, edition, expectRefusal } from '../../../tests/support/policy.ts'
import { type Refusal, refusalsIn } from '../../shared/refusal.ts'
import { editionOf } from '../editions/edition.ts'
import { vetoFindings } from '../editions/evaluation-rules.ts'
import { actionsIn } from '../lifecycle.ts'
import {
  findingOf,
  measureClause,
  measureGroundList,
  measureGrounds,
  measureKindList,
  measureKinds,
} from './measure-grounds.ts'
import {
  checkDecision,
  confirmMeasure,
  type Decision,
  levelOf,
  type Measure,
  measureLevelList,
  measureLifecycle,
  measureStateList,
  newMeasure,
  reverseMeasure,
  withdrawMeasure,
} from './measures.ts'
import type { MeasureSums } from './measures-sums.ts'

const today = '2027-05-10'
const sums: MeasureSums = {
  awardFen: 1000,
  releasedFen: 700,
  deductedFen: 100,
  claimedFen: 50,
  recoveredFen: 150,
  cashFen: 300,
  spentFen: 250,
  ownFen: 0,
}
const clause = 'G5.3' as const
const reason = '中期评价发现三项目标未完成'
const decidedAt = new Date('2027-05-10T09:00:00Z')
const criticism: Decision = {
  kind: 'criticism',
  ground: 'weak-progress',
  amountFen: null,
  dueOn: null,
  provenOn: null,
  reason,
  fileId: 'f',
}
const deduction: Decision = { ...criticism, kind: 'deduction', amountFen: 200 }
const recovery: Decision = { ...criticism, kind: 'recovery', amountFen: 500, dueOn: today }
const check = (given: Decision, more: Partial<MeasureSums> = {}) =>
  checkDecision(given, { clause, sums: { ...sums, ...more }, today, closedOn: null })
const said = (no: Refusal | null) => (no ? refusalsIn(no).map(({ code, field }) => [code, field]) : [])

describe('a decision (G5.3)', () => {
  test('takes every ground that its kind knows, what was found with the day on which it was proven', () => {
    for (const kind of measureKindList) {
      for (const ground of measureGroundList) {
        const asks: readonly string[] = measureKinds[kind].asks
        const provenOn = findingOf(ground) ? '2027-05-01' : null
        const amountFen = asks.includes('amountFen') ? 100 : null
        const dueOn = asks.includes('dueOn') ? '2027-06-30' : null
        const kinds: readonly string[] = measureGrounds[ground].kinds
        const given = { ...criticism, kind, ground, provenOn, amountFen, dueOn }
        if (kinds.includes(kind)) expect([kind, ground, check(given)]).toEqual([kind, ground, null])
        else expectRefusal(check(given), 'measures.ground-not-for-kind', clause, 'kind')
      }
    }
    expect(measureGroundList.flatMap((ground) => findingOf(ground) ?? [])).toEqual(Object.keys(vetoFindings))
  })

  test('takes the last fen that is left or recoverable, and not one more', () => {
    expect(check(deduction)).toBeNull()
    expectRefusal(check({ ...deduction, amountFen: 201 }), 'measures.deducts-too-much', clause, 'amountFen')
    expect(check(recovery)).toBeNull()
    expectRefusal(check({ ...recovery, amountFen: 501 }), 'measures.recovers-too-much', clause, 'amountFen')
    const unspent: Decision = { ...recovery, ground: 'unspent', amountFen: 300 }
    expect(check(unspent)).toBeNull()
    expectRefusal(check({ ...unspent, amountFen: 301 }), 'measures.unspent-too-much', clause, 'amountFen')
  })

  test.each([null, 0, -1, 0.5, Number.NaN])('knows no amount of %d', (amountFen) => {
    for (const given of [deduction, recovery])
      expectRefusal(check({ ...given, amountFen }), 'common.amount-not-positive', clause, 'amountFen')
  })

  test('asks for no money before there is a ledger, though it may criticise', () => {
    const none = { awardFen: 0, releasedFen: 0, deductedFen: 0, claimedFen: 0, recoveredFen: 0, cashFen: 0 }
    expect(check(criticism, none)).toBeNull()
    for (const given of [deduction, recovery])
      expectRefusal(check(given, none), 'measures.no-ledger', clause, 'amountFen')
  })

  test('names a due day from today on for a recovery, and for nothing else', () => {
    expectRefusal(check({ ...recovery, dueOn: '2027-05-09' }), 'measures.due-day-past', clause, 'dueOn')
    expectRefusal(check({ ...recovery, dueOn: null }), 'common.day-missing', clause, 'dueOn')
    expectRefusal(check({ ...recovery, dueOn: '2027-02-30' }), 'common.bad-day', clause, 'dueOn')
    for (const given of [criticism, deduction])
      expectRefusal(check({ ...given, dueOn: today }), 'measures.field-not-asked', clause, 'dueOn')
    expectRefusal(check({ ...criticism, amountFen: 1 }), 'measures.field-not-asked', clause, 'amountFen')
  })

  test('names the day of a proof where something was found, and nowhere else', () => {
    const found: Decision = { ...criticism, ground: 'false-evidence', provenOn: today }
    expect(check(found)).toBeNull()
    expectRefusal(check({ ...found, provenOn: '2027-05-11' }), 'common.day-in-future', clause, 'provenOn')
    expectRefusal(check({ ...found, provenOn: null }), 'common.day-missing', clause, 'provenOn')
    expectRefusal(check({ ...criticism, provenOn: today }), 'measures.field-not-asked', clause, 'provenOn')
  })

  test('is refused for all that is wrong at once', () => {
    const wrong: Decision = {
      ...{ kind: 'recovery', ground: 'false-evidence', amountFen: 9999, dueOn: '2027-05-01' },
      ...{ provenOn: '2028-01-01', reason: '', fileId: null },
    }
    expect(said(check(wrong))).toEqual([
      ['common.day-in-future', 'provenOn'],
      ['measures.recovers-too-much', 'amountFen'],
      ['measures.due-day-past', 'dueOn'],
      ['common.reason-missing', 'reason'],
      ['measures.paper-missing', 'fileId'],
    ])
  })

  test('cites the clause of its ground by the number of the edition', () => {
    const cited = (of: typeof edition) => measureGroundList.map((ground) => measureClause(of, ground))
    expect(cited(edition)).toEqual(['G5.3', 'G5.3', 'G5.3', 'G3.4', 'G4.4', 'G5.5', 'G3.6'])
    expect(cited(editionOf('zj-2025'))[0]).toBe('H7')
  })

  test('is of the level of the unit that takes it', () => {
    const of = ['province', 'city', 'county', 'zone', 'park', 'enterprise'].map(levelOf)
    expect(of).toEqual(['province', null, 'county', 'county', null, null])
  })
})

describe('a measure', () => {
  const decided = newMeasure(deduction, { clause, level: 'county', decidedBy: 'economy', decidedAt })
  const finance = { by: 'finance', level: 'county' as const, sums, today }
  const inForce = agreed(confirmMeasure(decided, finance))

  test('is confirmed by another person of the same level, against the sums of that moment', () => {
    expect(inForce).toMatchObject({ state: 'confirmed', confirmedBy: 'finance', amountFen: 200 })
    expectRefusal(confirmMeasure(decided, { ...finance, by: 'economy' }), 'measures.same-person', clause)
    for (const level of ['province', null] as const)
      expectRefusal(confirmMeasure(decided, { ...finance, level }), 'measures.other-level', clause)
    const paidSince = { ...finance, sums: { ...sums, releasedFen: 701 } }
    expectRefusal(confirmMeasure(decided, paidSince), 'measures.deducts-too-much', clause)
    const claim = newMeasure(recovery, { clause, level: 'province', decidedBy: 'economy', decidedAt })
    const late = { ...finance, level: 'province' as const, today: '2027-05-11' }
    expectRefusal(confirmMeasure(claim, late), 'measures.due-day-past', clause)
  })

  test('is withdrawn by its own level with a reason, reversed by another than confirmed it', () => {
    const back = { by: 'economy', level: 'county' as const, reason }
    expect(withdrawMeasure(decided, back)).toMatchObject({ state: 'withdrawn' })
    expectRefusal(withdrawMeasure(decided, { ...back, reason: ' ' }), 'common.reason-missing', clause, 'reason')
    expectRefusal(withdrawMeasure(decided, { ...back, level: 'province' }), 'measures.other-level', clause)
    const undo = { by: 'leader', level: 'county' as const, reason, byTwo: false, receivedFen: 0, closedAt: null }
    expect(reverseMeasure(inForce, undo)).toMatchObject({ state: 'reversed' })
    expectRefusal(reverseMeasure(inForce, { ...undo, by: 'finance' }), 'measures.confirmer-reverses', clause)
    // Where two persons of the bureau do it, one of them may have confirmed it.
    expect(reverseMeasure(inForce, { ...undo, by: 'finance', byTwo: true })).toMatchObject({ state: 'reversed' })
    expectRefusal(reverseMeasure(inForce, { ...undo, receivedFen: 1 }), 'measures.reverse-receipts-first', clause)
    expectRefusal(reverseMeasure(inForce, { ...undo, reason: '' }), 'common.reason-missing', clause, 'reason')
    expectRefusal(reverseMeasure(inForce, { ...undo, level: null }), 'measures.other-level', clause)
  })

  test('knows in each state the steps of its table and no other', () => {
    for (const state of measureStateList) {
      for (const level of measureLevelList) {
        const measure: Measure = { ...decided, state, level, confirmedBy: state === 'decided' ? null : 'finance' }
        const answers = {
          confirm: confirmMeasure(measure, { ...finance, level }),
          withdraw: withdrawMeasure(measure, { by: 'economy', level, reason }),
          reverse: reverseMeasure(measure, {
            by: 'leader',
            level,
            reason,
            byTwo: false,
            receivedFen: 0,
            closedAt: null,
          }),
        }
        for (const [action, answer] of Object.entries(answers)) {
          if (actionsIn(measureLifecycle, state).some((one) => one === action)) agreed(answer)
          else expectRefusal(answer, 'common.not-in-state', clause)
        }
      }
    }
  })
})
