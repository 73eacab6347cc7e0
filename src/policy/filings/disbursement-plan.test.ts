import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editionList } from '../editions/edition.ts'
import { tranchePlan } from '../money/tranche-amounts.ts'
import { mostAward } from '../plan/pilot.ts'
import { disbursementGaps, emptyPlanRows, plannedDays } from './disbursement-plan.ts'
import type { FormRow } from './forms.ts'

const [edition] = editionList()
if (!edition) throw new Error('no edition')
const ruled = { edition, firstYear: 2026 }
const pilots = (awardFen: number) => [{ parkId: 'p1', parkName: '甲园', awardFen }]
const gapsOf = (rows: FormRow[], awardFen: number, of = ruled) =>
  disbursementGaps({ tranches: { rows } }, of, pilots(awardFen)).map((gap) => gap.en)

test('whatever the award and the split inside the shares, a plan that adds up has no gap (G4.1, G4.2)', () => {
  for (const one of editionList()) {
    const of = { edition: one, firstYear: 2026 }
    fc.assert(
      fc.property(fc.integer({ min: 100, max: mostAward(one) }), fc.integer({ min: 0, max: 100 }), (awardFen, at) => {
        let left = awardFen
        const rows = tranchePlan(one, awardFen).map(({ no, amountFen: { min, max } }, i): FormRow => {
          const isLast = i === one.tranches.length - 1
          const amount = isLast ? left : Math.min(left, min + Math.floor(((max - min) * at) / 100))
          left -= amount
          const rule = one.tranches[i]
          const month = rule ? plannedDays(of, rule).to : ''
          return { id: String(no), park: 'p1', no, amount, month, condition: '' }
        })
        expect(gapsOf(rows, awardFen, of)).toEqual([])
        const short = rows.map((row, i): FormRow => (i === 0 ? { ...row, amount: Number(row.amount) - 1 } : row))
        expect(gapsOf(short, awardFen, of)).not.toEqual([])
      }),
    )
  }
})

test('begins with every tranche, and lacks everything that is still to be said', () => {
  const rows = emptyPlanRows(ruled, pilots(500_000_000))
  expect(rows.map((row) => row.no)).toEqual(edition.tranches.map((rule) => rule.no))
  expect(gapsOf([], 500_000_000)).toEqual(['甲园 is missing.'])
  expect(gapsOf([...rows, { ...(rows[0] as FormRow), id: 'x' }], 500_000_000)).toContain(
    '甲园: tranche 1 stands twice.',
  )
  expect(gapsOf([{ id: 'x', park: 'p9', no: 1, amount: 1, month: '', condition: '' }], 500_000_000)).toContain(
    'Row 1: no park of this county and batch.',
  )
})

test('what waits for an evaluation after the period may be planned in the year of that evaluation', () => {
  for (const one of editionList()) {
    const of = { edition: one, firstYear: 2026 }
    const [first] = one.tranches
    const last = one.tranches.at(-1)
    if (!first || !last) throw new Error('no tranche')
    expect(plannedDays(of, first).to).toBe('2027-12-31')
    expect(plannedDays(of, last).to >= '2027-12-31').toBe(true)
  }
})
