import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saysSomething } from './clean.ts'

test.each([
  ['企业搬迁', true],
  ['3月停产', true],
  ['账号有误，退回重付', true],
  ['duplicate', true],
  [' 企 业 搬 迁 ', true],
  ['', false],
  ['无', false],
  ['同意', false],
  ['改日付', false],
  ['1234567', false],
  ['……………', false],
  ['啊啊啊啊啊', false],
  ['aaaa', false],
  ['2026-05-01', false],
])('%s: %s', (text, says) => expect(saysSomething(text)).toBe(says))

test('what stands around a reason never makes one of it, nor takes it away', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(' ', '\n', '\u200b', '\u3000'), (text, space) => {
      expect(saysSomething(`${space}${text}${space}`)).toBe(saysSomething(text))
    }),
  )
})
