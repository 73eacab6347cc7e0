import fc from 'fast-check'
import { expect, it } from 'vitest'
import { apartText, formatYuan, parseYuan, percentOf, sumFen } from './money.ts'

it('reads what people type and paste', () => {
  for (const [text, fen] of [
    ['1234', 123_400],
    ['1,234.5', 123_450],
    [' ¥1,234,567.89 ', 123_456_789],
    ['￥１２３４．５元', 123_450],
    ['-0.01', -1],
    ['1 234.50', 123_450],
    ['9999999999999.99', 999_999_999_999_999],
  ] as const) {
    expect(parseYuan(text), text).toBe(fen)
  }
})

it('takes nothing for an amount that may mean another one', () => {
  for (const text of [
    '',
    '.',
    '1,5',
    '12元5',
    '1,23',
    '12,34',
    '1,234,56',
    '1.234,5',
    '1.005',
    '1e3',
    '5万',
    '--1',
    '1'.repeat(14),
  ]) {
    expect(parseYuan(text), text).toBeNull()
  }
  expect(parseYuan(`1${',000'.repeat(5)}`)).toBeNull()
})

it('reads back every amount it has written', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.boolean(), (fen, group) => {
      expect(parseYuan(formatYuan(fen, { group }))).toBe(fen === 0 ? 0 : fen)
    }),
  )
})

it('takes a share down to the fen, so that shares never add up to more than the whole', () => {
  expect(percentOf(500_000_001, 30)).toBe(150_000_000)
  expect(percentOf(999, 33.33)).toBe(332)
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      fc.integer({ min: 0, max: 100 }),
      (fen, percent) => {
        expect(sumFen([percentOf(fen, percent), percentOf(fen, 100 - percent)])).toBeLessThanOrEqual(fen)
      },
    ),
  )
})

it('never adds up to what is no whole fen', () => {
  expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
  expect(() => sumFen([0.1, 0.2])).toThrow(RangeError)
})

it('a difference says its direction in words', () => {
  expect([apartText(-100_000), apartText(150)]).toEqual([
    { zh: '少 1,000.00 元', en: '1,000.00 yuan less' },
    { zh: '多 1.50 元', en: '1.50 yuan more' },
  ])
})
