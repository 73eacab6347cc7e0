import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeThree } from './merge.ts'

const base = {
  summary: '按月对账',
  fileId: null as string | null,
  rows: [
    { id: 'a', sum: 1, text: '甲' },
    { id: 'b', sum: 2, text: '乙' },
  ],
}

describe('two texts that began as one', () => {
  it('take from each what it changed, where the other did not', () => {
    const mine = { ...base, summary: '按季对账', rows: [{ id: 'a', sum: 9, text: '甲' }, base.rows[1]] }
    const theirs = {
      ...base,
      fileId: 'f',
      rows: [{ id: 'a', sum: 1, text: '丙' }, base.rows[1], { id: 'c', sum: 3, text: '丁' }],
    }
    const merged = mergeThree(base, mine, theirs)
    const whole = {
      summary: '按季对账',
      fileId: 'f',
      rows: [{ id: 'a', sum: 9, text: '丙' }, base.rows[1], { id: 'c', sum: 3, text: '丁' }],
    }
    expect(merged).toEqual({ withMine: whole, withTheirs: whole, asked: theirs, base: theirs, clashes: false })
  })

  it('ask about the fields that both changed, and about no other', () => {
    const mine = { ...base, summary: '我的', fileId: 'mine' }
    const theirs = { ...base, summary: '对方的' }
    expect(mergeThree(base, mine, theirs)).toEqual({
      withMine: { ...base, summary: '我的', fileId: 'mine' },
      withTheirs: { ...base, summary: '对方的', fileId: 'mine' },
      asked: { ...base, summary: '我的', fileId: null },
      base,
      clashes: true,
    })
  })

  it('lose a row that one took away, unless the other wrote in it', () => {
    const [a, b] = base.rows
    const without = { ...base, rows: [b] }
    expect(mergeThree(base, without, { ...base, summary: 'x' }).withMine.rows).toEqual([b])
    const written = { ...base, rows: [{ ...a, sum: 5 }, b] }
    const merged = mergeThree(base, without, written)
    expect(merged.clashes).toBe(true)
    expect([merged.withMine.rows, merged.withTheirs.rows]).toEqual([[b], [{ ...a, sum: 5 }, b]])
  })

  it('are never asked about what only one of them changed, whatever they hold', () => {
    const fields = fc.record({ a: fc.integer({ max: 3, min: 0 }), b: fc.constantFrom('x', 'y'), c: fc.boolean() })
    fc.assert(
      fc.property(fields, fields, fields, (before, mine, theirs) => {
        const { withMine, withTheirs, clashes } = mergeThree(before, mine, theirs)
        const names = ['a', 'b', 'c'] as const
        const both = names.filter((name) => mine[name] !== before[name] && theirs[name] !== before[name])
        expect(clashes).toBe(both.some((name) => mine[name] !== theirs[name]))
        for (const name of names) {
          const changed = mine[name] !== before[name]
          expect(withMine[name]).toBe(changed ? mine[name] : theirs[name])
          expect(withTheirs[name]).toBe(changed && !both.includes(name) ? mine[name] : theirs[name])
        }
      }),
    )
  })

  it('are asked again about the same fields alone, whatever the other writes elsewhere meanwhile', () => {
    const fields = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.nat(2) })
    fc.assert(
      fc.property(fields, fields, fields, fields, (before, mine, theirs, later) => {
        const first = mergeThree(before, mine, theirs)
        const second = mergeThree(first.base, first.withMine, later)
        const names = ['a', 'b', 'c'] as const
        const mineAlone = names.filter((name) => mine[name] !== before[name] && mine[name] !== theirs[name])
        for (const name of names.filter((one) => !mineAlone.includes(one)))
          expect(second.withMine[name]).toBe(later[name])
        if (second.clashes) expect(mineAlone).not.toEqual([])
        for (const name of mineAlone.filter((one) => theirs[one] !== before[one] && later[one] === theirs[one]))
          expect([second.withMine[name], second.withTheirs[name]]).toEqual([mine[name], theirs[name]])
      }),
    )
  })
})
