import fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterTyping, type GridStep, lastStep, withStep } from './grid-steps.ts'

type Row = { readonly id: string; readonly text: string }
type Grid = { readonly rows: readonly Row[]; readonly steps: readonly GridStep<Row>[] }

const empty: Grid = { rows: [], steps: [] }
const pasted = ({ rows, steps }: Grid, after: readonly Row[]): Grid => ({
  rows: after,
  steps: withStep(steps, { before: rows, after, texts: {} }),
})
function without({ rows, steps }: Grid, index: number): Grid {
  const row = rows[index]
  if (!row) return { rows, steps }
  const after = rows.toSpliced(index, 1)
  return { rows: after, steps: withStep(steps, { before: rows, after, texts: {}, removed: { row, index } }) }
}
const typed = ({ rows, steps }: Grid, row: Row): Grid => ({
  rows: rows.map((one) => (one.id === row.id ? row : one)),
  steps: afterTyping(steps),
})
function back({ rows, steps }: Grid): Grid {
  const last = lastStep(steps, rows)
  return last ? { rows: last.rows, steps: last.left } : { rows, steps }
}

const row = (id: string, text = id): Row => ({ id, text })

it('takes back pastes and removed rows one by one, to where it began', () => {
  const act = fc.oneof(
    fc.record({ paste: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 5 }) }),
    fc.record({ remove: fc.nat(6) }),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      const passed = [empty]
      for (const one of acts) {
        const now = passed.at(-1) ?? empty
        const next =
          'paste' in one
            ? pasted(
                now,
                one.paste.map((id) => row(id)),
              )
            : without(now, one.remove)
        if (next.steps.length > now.steps.length) passed.push(next)
      }
      let now = passed.at(-1) ?? empty
      for (const before of passed.slice(0, -1).reverse()) {
        expect(lastStep(now.steps, now.rows)?.isNext).toBe(true)
        now = back(now)
        expect(now.rows).toEqual(before.rows)
      }
      expect(lastStep(now.steps, now.rows)).toBeNull()
    }),
  )
})

it('never takes back what was typed since, nor what somebody else wrote; a removed row still comes back', () => {
  const first = pasted(empty, [row('a'), row('b')])
  const gone = without(first, 0)
  const written = typed(gone, row('b', 'typed'))
  expect(lastStep(written.steps, written.rows)).toMatchObject({ isNext: false, rows: [row('a'), row('b', 'typed')] })
  expect(lastStep(back(written).steps, back(written).rows)).toBeNull()
  const merged = { ...first, rows: [...first.rows, row('c')] }
  expect(lastStep(merged.steps, merged.rows)).toBeNull()
})
