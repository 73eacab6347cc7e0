import { expect, it } from 'vitest'
import { lineInput, nameInput, personalNumberInside, proseInput, publicProseInput, secretInput } from './inputs.ts'

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
    '990199189912310079',
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
