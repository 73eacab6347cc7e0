import { describe, expect, test } from 'vitest'
import { agreed, expectRefusal } from '../../tests/support/policy.ts'
import { editionOf } from './edition.ts'
import { mayAcceptReturn, maySubmitReturn, returnGaps } from './return-steps.ts'

const rows = [
  { indicator: 'P1', gap: -3, reason: '' },
  { indicator: 'P2', gap: -1, reason: '下季度补上' },
  { indicator: 'P3', gap: 0, reason: '' },
  { indicator: 'B1', gap: null, reason: '' },
  { indicator: 'F1', gap: -20, reason: '  ' },
]

describe('before a return is submitted (G3.5)', () => {
  test('every figure behind time without a reason is named at once', () => {
    expect(returnGaps(rows, 'G3.5').map((gap) => gap.facts.indicator)).toEqual(['P1', 'F1'])
    expect(returnGaps(rows, 'G3.5')[0]?.field).toBe('rows.P1.reason')
  })

  test('one of them stops it; so does the return before, as long as the park keeps it', () => {
    const explained = rows.map((row) => ({ ...row, reason: '已说明' }))
    expectRefusal(
      maySubmitReturn('open', { rows, unsubmitted: null, locked: null, clause: 'G3.5' }),
      'returns.reason-for-delay-missing',
      'G3.5',
    )
    expect(agreed(maySubmitReturn('open', { rows: explained, unsubmitted: null, locked: null, clause: 'G3.5' }))).toBe(
      'submitted',
    )
    const early = maySubmitReturn('open', { rows: explained, unsubmitted: '2026Q2', locked: null, clause: 'G3.5' })
    expect(expectRefusal(early, 'returns.one-before-not-submitted', 'G3.5').facts.period).toBe('2026Q2')
    expectRefusal(
      maySubmitReturn('submitted', { rows: explained, unsubmitted: null, locked: null, clause: 'G3.5' }),
      'common.not-in-state',
      'G3.5',
    )
  })
})

test('whoever wrote any of it does not accept it (G3.5)', () => {
  const given = { by: 'county', makers: ['officer', 'manager'], clause: 'G3.5' } as const
  expect(agreed(mayAcceptReturn('submitted', given))).toBe('accepted')
  expectRefusal(mayAcceptReturn('submitted', { ...given, by: 'manager' }), 'review.maker-cannot-review', 'G3.5')
  expectRefusal(mayAcceptReturn('open', given), 'common.not-in-state', 'G3.5')
  expectRefusal(mayAcceptReturn('accepted', given), 'common.not-in-state', 'G3.5')
})

test('the table of 2025 is refused by its own clause (H6)', () => {
  const { clause } = editionOf('zj-2025').returns
  expect(returnGaps(rows, clause).map((gap) => gap.clause)).toEqual(['H6', 'H6'])
  expectRefusal(mayAcceptReturn('open', { by: 'county', makers: [], clause }), 'common.not-in-state', 'H6')
})
