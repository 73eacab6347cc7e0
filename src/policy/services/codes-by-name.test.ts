import { expect, test } from 'vitest'
import { codesByName } from './codes-by-name.ts'

const register = [
  { uscc: '91330421MA2000101E', name: '甲机械（嘉善）有限公司' },
  { uscc: '91330421MA2000103L', name: '乙厂' },
  { uscc: '91330421MA2000105T', name: '乙厂' },
]
const row = (id: string, name: string, uscc = '') => ({ id, uscc, name })

test('a name that one firm of the register bears has its code, however it is written', () => {
  const found = codesByName(
    [row('a', '甲机械(嘉善) 有限公司'), row('b', '乙厂'), row('c', '丙厂'), row('d', ' ')],
    register,
  )
  expect([...found].map(([id, { uscc }]) => [id, uscc])).toEqual([['a', '91330421MA2000101E']])
})

test('a code that stands there is left alone', () => {
  expect(codesByName([row('a', '甲机械（嘉善）有限公司', '91330421MA2000103L')], register).size).toBe(0)
})
