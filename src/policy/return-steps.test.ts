import { describe, expect, test } from 'vitest'
import { agreed, expectRefusal } from '../../tests/support/policy.ts'
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
    expect(returnGaps(rows).map((gap) => gap.facts.indicator)).toEqual(['P1', 'F1'])
    expect(returnGaps(rows)[0]?.field).toBe('rows.P1.reason')
  })

  test('one of them stops it; so does the return before, as long as the park keeps it', () => {
    const explained = rows.map((row) => ({ ...row, reason: '已说明' }))
    expectRefusal(
      maySubmitReturn('open', { rows, unsubmitted: null, locked: null }),
      'returns.reason-for-delay-missing',
      'G3.5',
    )
    expect(agreed(maySubmitReturn('open', { rows: explained, unsubmitted: null, locked: null }))).toBe('submitted')
    const early = maySubmitReturn('open', { rows: explained, unsubmitted: '2026Q2', locked: null })
    expect(expectRefusal(early, 'returns.one-before-not-submitted', 'G3.5').facts.period).toBe('2026Q2')
    expectRefusal(
      maySubmitReturn('submitted', { rows: explained, unsubmitted: null, locked: null }),
      'common.not-in-state',
      'G3.5',
    )
  })
})

test('whoever wrote any of it does not accept it (G3.5)', () => {
  const given = { by: 'county', makers: ['officer', 'manager'] }
  expect(agreed(mayAcceptReturn('submitted', given))).toBe('accepted')
  expectRefusal(mayAcceptReturn('submitted', { ...given, by: 'manager' }), 'review.maker-cannot-review', 'G3.5')
  expectRefusal(mayAcceptReturn('open', given), 'common.not-in-state', 'G3.5')
  expectRefusal(mayAcceptReturn('accepted', given), 'common.not-in-state', 'G3.5')
})
