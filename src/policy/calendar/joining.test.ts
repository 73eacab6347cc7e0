import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workCalendar } from '../../../tests/support/calendar.ts'
import { joinsNext } from '../../../tests/support/edited-editions.ts'
import { edition } from '../../../tests/support/policy.ts'
import { addDays } from '../../shared/dates.ts'
import { editionOf } from '../editions/edition.ts'
import { obligationDays } from './deadlines.ts'

const latest = editionOf('zj-2025')

const owedBy = (of: typeof edition, year: number, joinedOn: string, owner = 'pilot') =>
  obligationDays(of, year, workCalendar, joinedOn)
    .filter((day) => day.of === owner)
    .map(({ dueOn, kind, period }) => `${dueOn} ${kind} ${period}`.trim())

describe('who is admitted while the batch runs', () => {
  test('on 29 November owes the plan within a month, and tables from the running quarter on (G3.1, G3.5)', () => {
    expect(owedBy(edition, 2026, '2026-11-29')).toEqual([
      '2026-12-29 plan',
      '2027-01-10 target-table 2026Q4',
      '2027-04-10 target-table 2027Q1',
      '2027-07-10 target-table 2027Q2',
      '2027-10-10 target-table 2027Q3',
      '2028-01-10 target-table 2027Q4',
    ])
    expect(owedBy(edition, 2026, '2026-11-29', 'county').slice(0, 4)).toEqual([
      '2026-12-29 liaison-list',
      '2026-12-29 disbursement-plan',
      '2027-01-31 half-year-summary 2026H2',
      '2027-04-30 mid-term-evaluation',
    ])
  })

  test('owes by the edition of 2025 from the running half-year on (H3, H6)', () => {
    expect(owedBy(latest, 2025, '2025-11-29').slice(0, 2)).toEqual([
      '2025-12-29 plan',
      '2026-01-10 target-table 2025H2',
    ])
  })

  test('owes as an edition of other rules says', () => {
    expect(owedBy(joinsNext, 2026, '2026-11-29').slice(0, 2)).toEqual([
      '2026-12-19 plan',
      '2027-04-10 target-table 2027Q1',
    ])
  })

  test.each(['2026-01-01', '2026-04-18'])('on %s, before the first day, owes what everybody owes', (day) => {
    const everybody = obligationDays(edition, 2026, workCalendar)
    const own = obligationDays(edition, 2026, workCalendar, day)
    expect(own.map(({ dueOn, kind, period }) => [dueOn, kind, period])).toEqual(
      everybody.map(({ dueOn, kind, period }) => [dueOn, kind, period]),
    )
  })

  test('the edition’s day holds for who is admitted on it; a day later begins the month', () => {
    expect(owedBy(edition, 2026, '2026-04-25')[0]).toBe('2026-04-25 plan')
    expect(owedBy(edition, 2026, '2026-04-26')[0]).toBe('2026-05-26 plan')
  })

  test('nothing is ever due, or open, before the admission, and nothing is added by it', () => {
    const joined = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days))
    fc.assert(
      fc.property(joined, fc.constantFrom(edition, latest, joinsNext), (joinedOn, of) => {
        const all = new Set(obligationDays(of, 2026, workCalendar).map(({ kind, period }) => `${kind} ${period}`))
        for (const day of obligationDays(of, 2026, workCalendar, joinedOn)) {
          expect(all.has(`${day.kind} ${day.period}`)).toBe(true)
          expect(day.dueOn >= joinedOn && day.opensOn >= (day.period === '' ? joinedOn : '')).toBe(true)
        }
      }),
    )
  })
})
