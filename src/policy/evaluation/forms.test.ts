import { expect, test } from 'vitest'
import { editionOf } from '../editions/edition.ts'
import { formFor } from './score.ts'

test.each([
  ['zj-2023', 'mid-term-evaluation', 'GA2', [50, 35, 15]],
  ['zj-2023', 'final-evaluation', 'GA2', [50, 35, 15]],
  ['zj-2025', 'final-evaluation', 'H7', [50, 35, 15]],
] as const)('the form of %s for the %s, all inferred (G5.3)', (id, of, clause, points) => {
  const form = formFor(editionOf(id), of)
  expect(form?.parts.map((part) => part.points)).toEqual(points)
  const rows = form?.parts.flatMap((part) => [part, ...part.items]) ?? []
  for (const row of [...rows, ...(form?.vetoes ?? [])]) expect(row).toMatchObject({ clause, source: 'inferred' })
})

test('the edition of 2025 has no form for a mid-term evaluation (H7)', () => {
  expect(formFor(editionOf('zj-2025'), 'mid-term-evaluation')).toBeNull()
})
