import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { z } from 'zod'
import {
  contactInput,
  lineInput,
  nameInput,
  noName,
  noReference,
  noWords,
  phoneInput,
  proseInput,
  publicContactInput,
  publicProseInput,
  referenceInput,
  secretInput,
  severalCodes,
  wordedInput,
} from './inputs.ts'
import { mobileAsContact, personalNumberInside } from './uscc.ts'

const inputs = { name: nameInput(200), line: lineInput(200), prose: proseInput(200) }

it.each(Object.entries(inputs))('a %s refuses the number of a person, however it is written', (_, input) => {
  for (const text of [
    '990199189912310078',
    '张三990199189912310078。',
    '9901 9918 9912 3100 78',
    '９９０１９９１８９９１２３１００７８',
  ])
    expect(input.safeParse(text).error?.issues, text).toMatchObject([{ code: 'custom', params: personalNumberInside }])
})

it.each(Object.entries(inputs))('a %s takes what only looks like one', (_, input) => {
  for (const text of [
    '编号 990199189912310079',
    '发票 25332000990199189912310078',
    '账号 9901991899123100781',
    '91330421990199189X',
    '电话 13800000000',
  ])
    expect(input.safeParse(text).success, text).toBe(true)
})

it('a secret is taken as it is; a mobile number is refused only where everybody reads', () => {
  expect(secretInput(1).safeParse('990199189912310078').success).toBe(true)
  expect(publicProseInput(200).safeParse('发票 25332000000138000000').success).toBe(true)
  expect(publicProseInput(200).safeParse('请联系 138-0000-0000').success).toBe(false)
})

it('takes no numbers on two lines as one: they are told, not joined', () => {
  const said = (input: z.ZodType, text: string) => input.safeParse(text).error?.issues.map(({ message }) => message)
  for (const input of [referenceInput(60), phoneInput(60)]) {
    for (const text of ['0573-84000000\n0573-84000001', 'HT-1\r\nHT-2', 'HT-1\tHT-2', 'HT-1_x000D_\nHT-2'])
      expect(said(input, text)).toEqual([severalCodes.en])
    for (const text of ['HT-2026-1\n', ' HT 1 ', '\nHT（2026）1号']) expect(said(input, text)).toBeUndefined()
  }
})

it('takes a post and the line of an office as public contact, and no mobile number', () => {
  for (const text of ['县经信局产业科 0573-84000000', '某县经信局·经办', '0573-8400 0000 转 138'])
    expect(publicContactInput(200).safeParse(text).success, text).toBe(true)
  for (const text of ['王科长 13812345678', '+86 138-1234-5678', '１３８ １２３４ ５６７８'])
    expect(publicContactInput(200).safeParse(text).error?.issues, text).toMatchObject([{ params: mobileAsContact }])
})

const kinds = {
  name: { input: nameInput(100), said: noName, digits: false },
  worded: { input: wordedInput(100), said: noWords, digits: false },
  reference: { input: referenceInput(100), said: noReference, digits: true },
  contact: { input: contactInput(100), said: noReference, digits: true },
}

it.each(Object.entries(kinds))('a %s is no run of signs, and what is empty is left to its rule', (_, kind) => {
  const signs = fc.stringMatching(/^[！？。、，；：·…—#@!?.,;:*~&%$^+=_|\\/-]{1,20}$/)
  fc.assert(
    fc.property(signs, (text) => {
      expect(kind.input.safeParse(text).error?.issues, text).toMatchObject([{ code: 'custom', params: kind.said }])
    }),
  )
  for (const text of ['1', '１２３', '2026']) expect(kind.input.safeParse(text).success, text).toBe(kind.digits)
  for (const text of ['', 'A-1', '甲厂', '财企〔2026〕1号', '３楼会议室'])
    expect(kind.input.safeParse(text).success, text).toBe(true)
})
