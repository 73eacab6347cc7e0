import { expect, test } from 'vitest'
import { nameInput, nameSearch } from './inputs.ts'
import { holdsSeveralNames, isNoName } from './line-kinds.ts'

test.each([
  '甲厂\n乙厂',
  '嘉善甲机械有限公司\r\n嘉善乙电子有限公司',
  '甲合伙企业（有限合伙）\n乙中心',
  '甲公司\t乙商行',
  'Alpha Co., Ltd.\nBeta Inc.',
])('%j are several names, and no name by themselves', (text) => {
  expect(holdsSeveralNames(text)).toBe(true)
  expect(nameInput(100).safeParse(text).success).toBe(false)
  expect(nameSearch().safeParse(text).success).toBe(true)
})

test.each([
  '嘉善甲机械\n有限公司',
  '嘉善甲中心\n（有限合伙）',
  '嘉善甲集团\n股份有限公司',
  '嘉善甲公司\n第一分公司',
  '嘉善甲厂\n',
  '嘉善甲厂 乙车间',
  'Alpha\nCo., Ltd.',
])('%j is one name', (text) => {
  expect(holdsSeveralNames(text)).toBe(false)
  expect(nameInput(100).safeParse(text).success).toBe(true)
})

test.each(['2026/5/1', '46143', '#N/A', '２０２６年５月１日', 'true', '12.5%', '####', '错误: 502'])(
  '%j is no name',
  (text) => expect(isNoName(text)).toBe(true),
)

test.each(['甲厂', '3M公司', '2026科技有限公司', 'A-1'])('%j is a name', (text) => expect(isNoName(text)).toBe(false))
