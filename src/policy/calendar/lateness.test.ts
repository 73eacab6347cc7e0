import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standingStates } from './deadlines.ts'
import { latenessOf } from './lateness.ts'

const states = (...list: (typeof standingStates)[number][]) => list.map((state) => ({ state }))

test('rates count what is due by now', () => {
  expect(latenessOf(states('not-yet', 'due'))).toMatchObject({ owed: 0, completeness: null, timeliness: null })
  expect(latenessOf(states('on-time', 'late', 'overdue', 'locked', 'exempted', 'due'))).toEqual({
    owed: 5,
    filed: 2,
    onTime: 1,
    late: 1,
    overdue: 3,
    locked: 1,
    completeness: 40,
    timeliness: 20,
  })
  expect(latenessOf(states(...Array<'on-time'>(999).fill('on-time'), 'overdue')).completeness).toBe(99.9)
  const sixteenOf24 = [...Array<'late'>(16).fill('late'), ...Array<'overdue'>(8).fill('overdue')]
  expect(latenessOf(states(...sixteenOf24))).toMatchObject({ completeness: 66.7, timeliness: 0 })
})

test('timeliness never exceeds completeness, and neither 100 %', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...standingStates)), (list) => {
      const { owed, filed, overdue, completeness, timeliness } = latenessOf(states(...list))
      expect(owed).toBe(filed + overdue)
      if (owed === 0) return
      expect(timeliness).toBeLessThanOrEqual(completeness ?? -1)
      expect(completeness).toBeLessThanOrEqual(100)
      if (overdue > 0) expect(completeness).toBeLessThan(100)
    }),
  )
})
