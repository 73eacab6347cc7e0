import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uuidv7 } from './ids.ts'

test('an id is a version 7 of its moment', () => {
  const id = uuidv7(new Date('2026-06-01T00:00:00Z'))
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-06-01T00:00:00Z'))
})

test('whatever the turns in which moments make ids, those of one moment stand in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(1_780_000_000_000, 1_780_000_000_001, 1_700_000_000_000)), (moments) => {
      const made = moments.map((ms) => ({ ms, id: uuidv7(new Date(ms)) }))
      for (const moment of new Set(moments)) {
        const ids = made.filter(({ ms }) => ms === moment).map(({ id }) => id)
        expect(ids).toEqual([...new Set(ids)].sort())
      }
    }),
  )
})
