import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Party, unrelatedCount, unrelatedGroups } from './agencies.ts'

const party = (uscc: string, ...relatedTo: string[]): Party => ({ uscc, relatedTo })

describe('unrelated agencies (G3.3)', () => {
  test.each<[string, Party[], number]>([
    ['two strangers are two', [party('a'), party('b')], 2],
    ['two that are related count as one', [party('a', 'b'), party('b')], 1],
    ['it does not matter who declares it', [party('a'), party('b', 'a')], 1],
    ['a common owner outside the list relates them', [party('a', 'x'), party('b', 'x')], 1],
    ['relations go on through others', [party('a', 'b'), party('b', 'c'), party('c')], 1],
    ['the same agency twice is one', [party('a'), party('a')], 1],
    ['one of the park itself is none', [party('a', 'park'), party('b')], 1],
    ['nor one that is related to it through another', [party('a', 'x'), party('b', 'x', 'park'), party('c')], 1],
    ['nobody is nobody', [], 0],
  ])('%s', (_, parties, count) => expect(unrelatedCount(parties, 'park')).toBe(count))

  test('the order of the list does not matter, and one more relation never adds a choice', () => {
    const code = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'park')
    const parties = fc.array(fc.record({ uscc: code, relatedTo: fc.array(code, { maxLength: 2 }) }), { maxLength: 6 })
    fc.assert(
      fc.property(parties, code, code, (list, one, other) => {
        const count = unrelatedCount(list, 'park')
        expect(unrelatedCount([...list].reverse(), 'park')).toBe(count)
        const tied = list.map((row) => (row.uscc === one ? { ...row, relatedTo: [...row.relatedTo, other] } : row))
        expect(unrelatedCount(tied, 'park')).toBeLessThanOrEqual(count)
        const grouped = unrelatedGroups(list, 'park').flat()
        expect(new Set(grouped).size).toBe(grouped.length)
      }),
    )
  })
})
