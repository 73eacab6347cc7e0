import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as clean from './clean.ts'

const cleaners = Object.entries({
  cleanLine: clean.cleanLine,
  cleanProse: clean.cleanProse,
  cleanName: clean.cleanName,
  cleanChoice: clean.cleanChoice,
  cleanCode: clean.cleanCode,
  cleanReference: clean.cleanReference,
  cleanPhone: clean.cleanPhone,
})

/** What keyboards, spreadsheets and PDF files put between and around letters. */
const noise = ['\u200b', '\u200e', '\u202c', '\ufeff', '\u00a0', '\u3000', ' ', '\t', '\u2060', '\u00ad', '\ufe0f']
const pieces = fc.constantFrom(
  ...noise,
  ...[
    '_x000D_',
    '_x00',
    '0D_',
    '\r\n',
    '\n',
    "'",
    '’',
    '-',
    '－',
    '–',
    '.',
    '（',
    '）',
    '(',
    ')',
    '[2026]',
    '【2026】',
  ],
  ...['甲', '机械', '⼯', '\u{2f81a}', 'Ａ', 'a', '９', '1', '138', '0573', '+86', '转', 'ß', '·', '・', '²', '½'],
)
const text = fc.oneof(
  fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

describe.each(cleaners)('%s', (_, cleaner) => {
  test('cleans once and for all', () => {
    fc.assert(
      fc.property(text, (typed) => {
        expect(cleaner(cleaner(typed))).toBe(cleaner(typed))
      }),
    )
  })

  test('leaves nothing that nobody can see', () => {
    fc.assert(
      fc.property(text, (typed) => {
        expect(cleaner(typed)).not.toMatch(/\p{Cf}|\ufe0f|_x000D_|^\s|\s$/u)
      }),
    )
  })
})

const within = (code: string, between: readonly string[]) =>
  fc
    .array(fc.constantFrom('', ...between), { minLength: code.length + 1, maxLength: code.length + 1 })
    .map((gaps) => gaps.map((gap, at) => gap + code.charAt(at)).join(''))

test('separators, width and case never change a code', () => {
  const typed = fc.constantFrom('91330421MA2000101E', '26337000009900000001').chain((code) =>
    fc.record({
      code: fc.constant(code),
      typed: within(code, [...noise, ' ', '-', '–', '.', '/', "'", '’', '_', '·', ':', '，']),
      wide: fc.boolean(),
      small: fc.boolean(),
    }),
  )
  fc.assert(
    fc.property(typed, ({ code, typed: written, wide, small }) => {
      const cased = small ? written.toLowerCase() : written
      const width = (letter: string) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)
      expect(clean.cleanCode(wide ? cased.replace(/[0-9A-Za-z]/g, width) : cased)).toBe(code)
    }),
  )
})

test('what nobody can see never changes a name', () => {
  fc.assert(
    fc.property(within('甲一号（长三角）机械有限公司', [...noise, '\n', '_x000D_', '_x000D_\n']), (typed) => {
      expect(clean.cleanName(typed)).toBe('甲一号（长三角）机械有限公司')
    }),
  )
})

test.each([
  ['甲三号机械\n有限公司', '甲三号机械有限公司'],
  ['甲五百_x000D_\n机械有限公司', '甲五百机械有限公司'],
  ['　甲二号机械有限公司 ', '甲二号机械有限公司'],
  ['甲\u200b零号机械有限公司', '甲零号机械有限公司'],
  ['某某(集团) 有限公司', '某某（集团）有限公司'],
  ['张  三', '张三'],
  ['Alpha  Beta Ltd', 'Alpha Beta Ltd'],
  ['Alpha（China） Ltd', 'Alpha(China) Ltd'],
  ['⼯⼚甲', '工厂甲'],
  ['嘉善县经信局・经办', '嘉善县经信局·经办'],
])('the name %j is %s', (typed, name) => expect(clean.cleanName(typed)).toBe(name))

test('a line keeps its punctuation, a text its lines', () => {
  expect(clean.cleanLine(' 场地（一）：\t二楼\n会议室 ')).toBe('场地（一）： 二楼 会议室')
  expect(clean.cleanProse('一、\u200b目标 \r\n\r\n　　二、_x000D_措施\u00a0 ')).toBe('一、目标\n\n　　二、\n措施')
})

test.each([
  ['财企[2026]1号', '财企〔2026〕1号'],
  ['财企（2026） 1号', '财企〔2026〕1号'],
  [' ht–2026 - 01 ', 'HT-2026-01'],
  ["'HT(2026)1", 'HT(2026)1'],
  ['ＺＪ－2026－0410', 'ZJ-2026-0410'],
])('the number %j is %s', (typed, number) => expect(clean.cleanReference(typed)).toBe(number))

test.each([
  ['+86 138 0000 0000', '13800000000'],
  ['138-0000-0000', '13800000000'],
  ['１３８００００００００', '13800000000'],
  ['(0573) 8400 0000 转 12', '0573-84000000-12'],
  ['0573—84000000', '0573-84000000'],
  ['010 8400 0000', '010-84000000'],
  ['+86-573-84000000', '0573-84000000'],
  ['400-800-8000', '400-800-8000'],
])('the telephone %j is %s', (typed, phone) => expect(clean.cleanPhone(typed)).toBe(phone))

test('names are one however they were typed', () => {
  expect(clean.sameName('某某（集团）有限公司', '某某(集团) 有限公司')).toBe(true)
  expect(clean.sameName('甲一号', '甲二号')).toBe(false)
})

test('names with numbers stand in the order of the numbers', () => {
  const firms = ['嘉善样例12号有限公司', '嘉善样例6号有限公司', '嘉善样例18号有限公司', '安吉样例有限公司']
  expect(clean.byName(firms.map((name) => ({ name }))).map(({ name }) => name)).toEqual([
    '安吉样例有限公司',
    '嘉善样例6号有限公司',
    '嘉善样例12号有限公司',
    '嘉善样例18号有限公司',
  ])
  expect(['第10厂', '第9厂'].sort(clean.compareNames)).toEqual(['第9厂', '第10厂'])
})
