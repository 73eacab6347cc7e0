import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFormChanges, formChanges, unchangedParts } from './form-changes.ts'
import { type FormContent, type FormRow, forms } from './forms.ts'

const kind = 'disbursement-plan'
const row = (id: string, more: Partial<FormRow> = {}): FormRow =>
  ({ id, park: 'p1', no: 1, amount: 100, month: '2026-06-01', condition: '', ...more }) as FormRow
const plan = (rows: readonly FormRow[], responsibilities = '经信核对'): FormContent => ({
  tranches: { rows },
  arrangements: { fields: { responsibilities, supervision: '专账', disclosure: '' } },
})

describe('what changed between two versions', () => {
  test('nothing, when nothing did; empty, missing and null are the same', () => {
    expect(formChanges(kind, plan([row('1')]), plan([row('1', { condition: null })]))).toEqual([])
    expect(unchangedParts(kind, [])).toEqual(['tranches', 'arrangements'])
  })

  test('a field, a row that came, one that went, another order', () => {
    const before = plan([row('1'), row('2'), row('3')])
    const after = plan([row('3'), row('1', { amount: 200 }), row('4')], '财政核对')
    const changes = formChanges(kind, before, after)
    expect(changes.map(({ section, kind: what, path, rowNo }) => [section, what, path, rowNo])).toEqual([
      ['tranches', 'changed', 'rows.1.amount', 2],
      ['tranches', 'removed', 'rows.2', 2],
      ['tranches', 'added', 'rows.4', 3],
      ['tranches', 'reordered', 'rows', null],
      ['arrangements', 'changed', 'fields.responsibilities', null],
    ])
    expect(unchangedParts(kind, changes)).toEqual([])
  })
})

const rows = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    park: fc.constantFrom('', 'p1', 'p2'),
    no: fc.constantFrom(null, 1, 2),
    amount: fc.constantFrom(null, 0, 100),
    month: fc.constantFrom('', '2026-06-01'),
    condition: fc.constantFrom('', '方案通过'),
  }),
  { selector: (one) => one.id },
)
const contents = fc.tuple(rows, fc.constantFrom('', '甲', '乙')).map(([own, text]) => plan(own as FormRow[], text))

/** Empty, missing and null said alike. */
const plain = (content: FormContent) =>
  JSON.stringify(content, (_, value) => (value === '' || value === undefined ? null : value))

test('the changes are all there is: made to the one version they give the other', () => {
  fc.assert(
    fc.property(contents, contents, (before, after) => {
      const changes = formChanges(kind, before, after)
      expect(plain(applyFormChanges(kind, before, changes))).toBe(plain(after))
      expect(changes.length === 0).toBe(plain(before) === plain(after))
    }),
  )
})

test('every form has sections and fields of their own names', () => {
  for (const sections of Object.values(forms)) {
    expect(new Set(sections.map((one) => one.id)).size).toBe(sections.length)
    for (const { fields } of sections) expect(new Set(fields.map((one) => one.id)).size).toBe(fields.length)
  }
})
