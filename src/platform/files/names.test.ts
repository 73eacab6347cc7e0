import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentDisposition, extensionOf, safeFileName } from './names.ts'

test('paths, control and invisible characters go, Chinese stays', () => {
  expect(safeFileName('../../etc/passwd')).toBe('passwd')
  expect(safeFileName('C:\\用户\\走访 记录（一）.jpg')).toBe('走访 记录（一）.jpg')
  expect(safeFileName('a\r\nSet-Cookie: x\0.jpg')).toBe('aSet-Cookie x.jpg')
  expect(safeFileName('photo\u202egpj.exe')).toBe('photogpj.exe')
  expect(safeFileName('...')).toBe('file')
  expect(safeFileName('NUL.txt')).toBe('_NUL.txt')
})

test('a long name keeps its extension', () => {
  const name = safeFileName(`${'合'.repeat(300)}.xlsx`)
  expect([...name]).toHaveLength(120)
  expect(name.endsWith('合.xlsx')).toBe(true)
})

test('any name becomes one safe name, and again the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const safe = safeFileName(name)
      expect(safe).not.toMatch(/[/\\\p{Cc}]/u)
      expect([...safe].length).toBeLessThanOrEqual(120)
      expect(safeFileName(safe)).toBe(safe)
      expect(contentDisposition(name)).toMatch(/^[\x20-\x7e]+$/)
    }),
  )
})

test('content disposition carries both spellings', () => {
  expect(contentDisposition('季报 "一".xlsx', true)).toBe(
    `inline; filename="__ __.xlsx"; filename*=UTF-8''%E5%AD%A3%E6%8A%A5%20%E4%B8%80.xlsx`.replace('__ __', '__ _'),
  )
})

test('an extension is letters, never a date', () => {
  expect(extensionOf('a.JPG')).toBe('jpg')
  expect(extensionOf('走访 2026.05')).toBeNull()
  expect(extensionOf('2026.5.6 走访')).toBeNull()
})
