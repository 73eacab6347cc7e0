import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseYuan } from './money.ts'
import { cleanNumber, readNumber } from './numbers.ts'

const amount = fc.record({
  whole: fc.integer({ min: 0, max: 999_999_999 }),
  part: fc.constantFrom('', '.5', '.25', '.06'),
  below: fc.boolean(),
})
type Amount = { whole: number; part: string; below: boolean }
const meant = ({ whole, part, below }: Amount) =>
  (below && whole + Number(part || 0) !== 0 ? -1 : 1) * Number(`${whole}${part}`)

const grouped = (whole: number, by: string) => String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, by)
const wide = (text: string) => text.replace(/[0-9.,]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
const minus = ['-', '−', '－', '–', '﹣'] as const

describe('a number as people write it', () => {
  test('means the same with any separator of thousands, width, minus, space and unit of money', () => {
    const written = fc.record({
      amount,
      by: fc.constantFrom('', ',', ' ', '，', "'"),
      sign: fc.constantFrom(...minus, 'brackets'),
      around: fc.constantFrom('', ' ', '\u200b', '\u00a0', '　'),
      end: fc.constantFrom('', '元', ' 元'),
      isWide: fc.boolean(),
    })
    fc.assert(
      fc.property(written, ({ amount: one, by, sign, around, end, isWide }) => {
        const plain = `${grouped(one.whole, by)}${one.part}`
        const signed = !one.below ? plain : sign === 'brackets' ? `(${plain})` : `${sign}${plain}`
        const unit = one.below && sign === 'brackets' ? '' : end
        const text = around + (isWide ? wide(signed) : signed) + unit + around
        expect(readNumber(text), text).toMatchObject({ value: meant(one) })
        expect(cleanNumber(cleanNumber(text))).toBe(cleanNumber(text))
        expect(parseYuan(text)).toBe(Math.round(meant(one) * 100))
      }),
    )
  })

  test('is never guessed where a comma parts no thousands', () => {
    const parts = fc.tuple(fc.stringMatching(/^\d{1,6}$/), fc.stringMatching(/^\d{1,6}$/))
    fc.assert(
      fc.property(parts, fc.constantFrom(',', '，', ' ', "'"), ([before, after], by) => {
        const read = readNumber(`${before}${by}${after}`)
        const parts3 = /^[1-9]\d{0,2}$/.test(before) && after.length === 3
        if (parts3) expect(read).toMatchObject({ value: Number(before + after) })
        else expect(read).toBe('ambiguous')
      }),
    )
  })

  test('reads anything only once', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789,.'’ +-−()（）元%¥万\u200b") }), (text) => {
        expect(cleanNumber(cleanNumber(text))).toBe(cleanNumber(text))
        expect(readNumber(cleanNumber(text))).toEqual(readNumber(text))
      }),
    )
  })
})

test.each([
  ['1,200.50', 1200.5, ''],
  ['１，２００．５', 1200.5, ''],
  ['1 200', 1200, ''],
  ['−3.2', -3.2, ''],
  ['(3.2)', -3.2, ''],
  ['（3.2）', -3.2, ''],
  ['95%', 95, '%'],
  ['95 ％', 95, '%'],
  ['￥1,200元', 1200, '元'],
  ['1200万元', 1200, '万元'],
  ['3亿', 3, '亿'],
  ['12家', 12, '家'],
  ['30.', 30, ''],
  ['.5', 0.5, ''],
  ["'12", 12, ''],
])('%s is %d %s', (text, value, suffix) => expect(readNumber(text)).toMatchObject({ value, suffix }))

test.each(['12,5', '0,85', '0,850', '1.200,5', '1.200,50', '12 5', '1,2000', '12,34,567', '1,200,5', '1.234.567'])(
  '%s can be read in two ways',
  (text) => expect(readNumber(text)).toBe('ambiguous'),
)

test.each(['', ' ', '一千', '1e5', '1.2E+05', '10²', '½', '--3', '-(3)', '12。5', '2026-05', '5kg', '1'.repeat(16)])(
  '%j is no number',
  (text) => expect(readNumber(text)).toBe('not-a-number'),
)

test('digits parted by a line break or a tab are no figure, whatever stands beside it; a break at the ends is none', () => {
  const digits = fc.stringMatching(/^[1-9]\d{0,3}$/)
  const breaks = fc.constantFrom('\n', '\r\n', '\t', '\u2028', '_x000D_\n', ' \n ', ',\n', '\n\u200b')
  fc.assert(
    fc.property(digits, breaks, digits, fc.boolean(), (one, by, other, isWide) => {
      const text = `${isWide ? wide(one) : one}${by}${other}`
      expect(readNumber(text)).toBe('two-lines')
      expect(parseYuan(text)).toBeNull()
      expect(readNumber(`\n${one}\n\t元\r\n`)).toMatchObject({ value: Number(one), suffix: '元' })
    }),
  )
})
