import { expect, test } from 'vitest'
import { agreed, expectRefusal } from '../../../tests/support/policy.ts'
import { contracted, needed, period, selected } from '../../../tests/support/policy-service.ts'
import { refusalsIn } from '../../shared/refusal.ts'
import { refusalText } from '../guide/refuse.ts'
import { correctDay, mayCorrectDay } from './day-correction.ts'

const by = needed.openedBy
const given = {
  step: 'selection' as const,
  on: needed.openedOn,
  reason: '登记时误填当天',
  by: selected.selection?.by ?? '',
  manager: false,
  diagnosedOn: '2026-05-10',
  period,
  today: '2026-07-01',
}

test('the true day of a choice or a need takes the place of the one keyed in', () => {
  const on = needed.openedOn
  const late = { ...selected, selection: selected.selection && { ...selected.selection, on: '2026-06-30' } }
  expect(agreed(correctDay(late, given)).selection?.on).toBe(on)
  expect(agreed(correctDay(needed, { ...given, step: 'need', on: '2026-05-11', by })).openedOn).toBe('2026-05-11')
})

test('it stays between the steps before and after it, differs, and has a reason', () => {
  const early = correctDay(selected, { ...given, on: '2026-05-11', reason: ' ' })
  expectRefusal(early, 'services.before-step-before', 'G3.4', 'on')
  expect('code' in early && refusalsIn(early).map(({ field }) => field)).toEqual(['on', 'reason'])
  expect('code' in early && refusalText(early).zh).toContain('早于需求日期')
  const need = { ...given, step: 'need' as const, by }
  expectRefusal(correctDay(selected, { ...need, on: '2026-05-16' }), 'services.after-step-after', 'G3.4', 'on')
  expectRefusal(correctDay(selected, { ...need, on: '2026-05-09' }), 'services.before-step-before', 'G3.4', 'on')
  expectRefusal(correctDay(selected, { ...need, on: needed.openedOn }), 'common.nothing-changed', 'G3.4', 'on')
})

test('by who recorded it or the manager, until the contract, and only where there is a choice', () => {
  expectRefusal(correctDay(selected, { ...given, by: 'another' }), 'services.correction-by-another', 'G3.4')
  expect(mayCorrectDay(selected, { by: 'another', manager: true })).toBeNull()
  expectRefusal(mayCorrectDay(contracted, { by, manager: true }), 'common.not-in-state', 'G3.4')
  expectRefusal(correctDay(needed, given), 'common.not-in-state', 'G3.4')
})
