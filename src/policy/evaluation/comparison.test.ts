import fc from 'fast-check'
import { expect, test } from 'vitest'
import { furthestFromMean, sharePercentOf, spreadOf } from './comparison.ts'

test('a spread lies between its least and its most, and knows nothing of nothing', () => {
  expect(spreadOf([])).toBeNull()
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { minLength: 1 }), (figures) => {
      const spread = spreadOf(figures)
      if (!spread) throw new Error('no spread')
      expect(spread.count).toBe(figures.length)
      expect(spread.least).toBe([...figures].sort((a, b) => a - b)[0])
      expect(spread.least <= spread.mean && spread.mean <= spread.most).toBe(true)
    }),
  )
})

test('what tells a result apart are the largest differences, above and below; what does not apply tells nothing', () => {
  const means = new Map([
    ['a', 500],
    ['b', 300],
    ['c', 100],
  ])
  expect(furthestFromMean({ a: 450, b: 500, c: 100, d: 900 }, means, 2)).toEqual([
    { item: 'b', difference: 200 },
    { item: 'a', difference: -50 },
  ])
  expect(furthestFromMean({ a: null }, means, 2)).toEqual([])
})

test('a share is of the points that were to be had, two decimals', () => {
  expect(sharePercentOf([])).toBeNull()
  expect(sharePercentOf([{ scored: 21_80, points: 27_00 }])).toBe(80.74)
  expect(
    sharePercentOf([
      { scored: 21_80, points: 27_00 },
      { scored: 35_00, points: 35_00 },
    ]),
  ).toBe(91.61)
})
