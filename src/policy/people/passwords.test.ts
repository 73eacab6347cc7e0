import { describe, expect, it } from 'vitest'
import { checkPassword, isCommonPassword } from './passwords.ts'

const owner = { account: '嘉善县经信局·经办', unit: '嘉善县' }
const codeOf = (password: string, more = {}) => checkPassword(password, owner, more)?.code ?? null

describe('a password', () => {
  it.each(['Abc-123', 'abcdefgh1', 'ABCDEFGH1', '12345678-', ''])('%j is weak', (password) => {
    expect(codeOf(password)).toBe('account.weak-password')
  })

  it.each([
    'Password1',
    'P@ssw0rd2026!',
    'Admin@123',
    'admin888A',
    'Welcome#2026',
    'Qwer1234!',
    'Qwerty-2026',
    '1qaz@WSX',
    '!QAZ2wsx',
    'Aa123456!',
    'Abcd1234',
    'Abc-12345678',
    'Zxcvbn-20260101',
    'Aaaa1111!',
    'Woaini1314!',
    'Jiaxing-2026',
    'Jiashan@330421',
    'Zhejiang2026',
    'Yuanqitong-2026',
    '20260101-Aa',
  ])('%s is among the first that are tried', (password) => {
    expect(codeOf(password)).toBe('account.common-password')
  })

  it.each([
    'Given-2026',
    'Kept-by-nobody-7',
    'Lantern&Rice9',
    'xK7-pdqRw2',
    'tG4#qv8Lm',
    '清晨-Lantern9',
    'Mountain-adminton3',
  ])('%s is taken', (password) => {
    expect(codeOf(password)).toBeNull()
  })

  it.each(['嘉善县经信局-Rq7', 'Rq7-经办-xx', 'Rq7-嘉善县-x'])('%s holds a name of its owner', (password) => {
    expect(codeOf(password)).toBe('account.name-in-password')
    expect(checkPassword(password, { account: '省财政厅·处室', unit: '浙江省' })).toBeNull()
  })

  it('holds no Latin name either, in capitals or not', () => {
    const latin = { account: 'Linden·desk', unit: 'Park' }
    expect(checkPassword('my-LINDEN-77', latin)?.code).toBe('account.name-in-password')
    // Three letters are in every other word.
    expect(checkPassword('Lantern&Rice9', { account: 'ant', unit: 'ice' })).toBeNull()
  })

  it('that all know is taken where it is shared, and no other for it', () => {
    expect(codeOf('Yuanqitong-2026', { shared: 'Yuanqitong-2026' })).toBeNull()
    expect(codeOf('Yuanqitong-2027', { shared: 'Yuanqitong-2026' })).toBe('account.common-password')
  })

  it('is refused at the field that it was typed in', () => {
    expect(checkPassword('x', owner, { field: 'next' })).toMatchObject({ field: 'next' })
  })
})

it('is not common for a word inside another', () => {
  expect(['Adminton-Rose4', 'Passworte-Igel5'].map(isCommonPassword)).toEqual([false, false])
})
