import { expect, test } from 'vitest'
import { expectRefusal } from '../../../tests/support/policy.ts'
import { editionOf } from '../editions/edition.ts'
import { checkCutOff, type Evaluation, maySeatExperts } from './course.ts'

const cutOffOn = (cutOff: string) =>
  checkCutOff(editionOf('zj-2023'), { kind: 'mid-term-evaluation', firstYear: 2025, cutOff, today: '2026-12-01' })

test('the cut-off is a day that exists, after the full year and not to come (G5.3)', () => {
  for (const day of ['2026-02-30', '2026-11-31', '2025-13-01'])
    expectRefusal(cutOffOn(day), 'common.bad-day', 'G5.3', 'cutOff')
  expectRefusal(cutOffOn(''), 'common.day-missing', 'G5.3', 'cutOff')
  expectRefusal(cutOffOn('2025-12-30'), 'evaluation.year-not-full', 'G5.3', 'cutOff')
  expectRefusal(cutOffOn('2026-12-02'), 'evaluation.cut-off-to-come', 'G5.3', 'cutOff')
  expect(cutOffOn('2025-12-31')).toBeNull()
})

test('experts are given seats until the draft result is told, and none while it stands in a report (G5.3)', () => {
  const evaluation: Evaluation = {
    kind: 'mid-term-evaluation',
    state: 'scoring',
    objectUntil: null,
    agreed: false,
    openObjections: 0,
    reported: false,
  }
  expect(maySeatExperts(evaluation, 'G5.3')).toBeNull()
  expect(maySeatExperts({ ...evaluation, state: 'self' }, 'G5.3')).toBeNull()
  for (const state of ['told', 'not-rated'] as const)
    expectRefusal(maySeatExperts({ ...evaluation, state }, 'G5.3'), 'common.not-in-state', 'G5.3')
  expectRefusal(maySeatExperts({ ...evaluation, reported: true }, 'G5.3'), 'evaluation.reported', 'G5.3')
})
