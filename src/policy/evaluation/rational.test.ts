import { expect, test } from 'vitest'
import { exact, hundredthsOf, over, plus, readable, times } from './rational.ts'

test('sums are exact: a third three times is one', () => {
  const third = over(exact(1), exact(3))
  expect(plus(third, plus(third, third))).toEqual(exact(1))
  expect(plus(exact(0.1), exact(0.2))).toEqual(exact(0.3))
  expect(exact(1e-7)).toEqual({ num: 1n, den: 10_000_000n })
  expect(exact(1.5e21)).toEqual({ num: 1_500_000_000_000_000_000_000n, den: 1n })
  expect([0.005, 0.004999, 1.005, 2.675].map((one) => hundredthsOf(exact(one)))).toEqual([1, 0, 101, 268])
  expect(readable(times(third, exact(100)))).toBe('33.33')
  expect(() => over(exact(1), exact(0))).toThrow('divided by nought')
})
