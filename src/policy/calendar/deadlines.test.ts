import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { restingOn, workCalendar } from '../../../tests/support/calendar.ts'
import { edition, expectRefusal } from '../../../tests/support/policy.ts'
import { addDays, endOfDay, isDay, startOfDay } from '../../shared/dates.ts'
import { type Edition, obligationOf } from '../editions/edition.ts'
import type { DueRule, MonthDay, ObligationRule } from '../editions/edition-rules.ts'
import {
  dueOn,
  filedLateText,
  isLocked,
  isOver,
  obligationDays,
  overdueText,
  periodsOf,
  reminderDays,
  standing,
  whyLocked,
} from './deadlines.ts'

const rolling: Edition = { ...edition, restDays: { ...edition.restDays, due: 'roll-forward' } }

describe('every obligation as a date', () => {
  test('of the batch of 2023: what the guide names stands on its day, also on a rest day (G3.1, G3.5, G4.1, G5.1, G5.4)', () => {
    const days = obligationDays(edition, 2023, workCalendar)
    expect(days.map((one) => `${one.dueOn} ${one.kind} ${one.period}`.trim())).toEqual([
      '2023-04-18 liaison-list',
      '2023-04-25 plan',
      '2023-04-30 disbursement-plan',
      '2023-07-10 target-table 2023Q2',
      '2023-07-31 half-year-summary 2023H1',
      '2023-10-10 target-table 2023Q3',
      '2024-01-10 target-table 2023Q4',
      '2024-01-31 half-year-summary 2023H2',
      '2024-04-10 target-table 2024Q1',
      '2024-04-30 mid-term-evaluation',
      '2024-07-10 target-table 2024Q2',
      '2024-07-31 half-year-summary 2024H1',
      '2024-10-10 target-table 2024Q3',
      '2025-01-10 target-table 2024Q4',
      '2025-01-31 half-year-summary 2024H2',
      '2025-04-30 final-evaluation',
    ])
    expect(days.every((one) => one.namedOn === one.dueOn && !one.provisional)).toBe(true)
  })

  test.each([
    // The Labour Day holiday began on 29 April; the last working day before is the Friday.
    ['disbursement-plan', '', 2023, '2023-04-30', '2023-04-28', '2023-05-04'],
    // The Spring Festival of 2025 began on 28 January; Sunday the 26th was worked.
    ['half-year-summary', '2024H2', 2023, '2025-01-31', '2025-01-27', '2025-02-05'],
    ['plan', '', 2026, '2026-04-25', '2026-04-24', '2026-04-27'],
    // A Saturday that is worked is no rest day.
    ['target-table', '2026Q3', 2026, '2026-10-10', '2026-10-09', '2026-10-10'],
    ['half-year-summary', '2026H1', 2026, '2026-07-31', '2026-07-30', '2026-07-31'],
  ] as const)('%s %s of %i: due %s, reminded on %s, rolled to %s', (kind, period, year, due, reminded, rolled) => {
    expect(dueOn(edition, year, kind, period, workCalendar)).toBe(due)
    expect(reminderDays(obligationOf(edition, kind), due, workCalendar).at(-1)).toBe(reminded)
    expect(dueOn(rolling, year, kind, period, workCalendar)).toBe(rolled)
  })

  test('the ends of quarters of domain.md that were rest days stay where they are', () => {
    const atEnd = changed({ by: 'after-period', days: 0 })
    for (const [period, day] of [
      ['2023Q3', '2023-09-30'],
      ['2023Q4', '2023-12-31'],
      ['2024Q1', '2024-03-31'],
      ['2024Q2', '2024-06-30'],
    ] as const) {
      expect(workCalendar.isWorkingDay(day)).toBe(false)
      expect(dueOn(atEnd, 2023, 'target-table', period, workCalendar)).toBe(day)
    }
  })

  test('a day in a year whose rest days are not announced is provisional', () => {
    const days = obligationDays(edition, 2030, workCalendar)
    expect(days.every((one) => one.provisional)).toBe(true)
  })

  test('each pilot, each county and the province owes its own', () => {
    const days = obligationDays(edition, 2026, workCalendar)
    const of = (owner: string) => days.filter((one) => one.of === owner).map((one) => one.kind)
    expect(of('pilot')).toEqual(['plan', ...Array<string>(7).fill('target-table')])
    expect(new Set(of('county'))).toEqual(
      new Set(['liaison-list', 'disbursement-plan', 'half-year-summary', 'mid-term-evaluation']),
    )
    expect(of('province')).toEqual(['final-evaluation'])
    expect(periodsOf(edition, 2026, 'major-matter')).toEqual([])
  })
})

const monthDay = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
const cadence = fc.constantFrom('month', 'quarter', 'half-year')
const due: fc.Arbitrary<DueRule> = fc.oneof(
  fc.record({ by: fc.constant('after-period' as const), days: fc.integer({ min: 0, max: 90 }) }),
  fc
    .tuple(monthDay, monthDay)
    .map(([a, b]) => (a > b ? [a, b] : [b, a]) as [MonthDay, MonthDay])
    .map(([firstHalf, secondHalf]) => ({ by: 'after-half-year' as const, firstHalf, secondHalf })),
)

function changed(rule: DueRule, more: Partial<ObligationRule> = {}, base = edition): Edition {
  const row = { ...obligationOf(base, 'target-table'), due: rule, ...more }
  return { ...base, obligations: base.obligations.map((one) => (one.id === 'target-table' ? row : one)) }
}

describe('whatever an edition says', () => {
  const made = fc
    .record({
      due,
      cadence,
      year: fc.integer({ min: 2020, max: 2030 }),
      roll: fc.boolean(),
      remind: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }),
    })
    .map(({ due: rule, cadence: every, year, roll, remind }) => {
      const base: Edition = roll ? rolling : edition
      const returns = { ...base.returns, cadence: every, first: { year: 0, no: 1 } }
      return { year, roll, edition: changed(rule, { remind }, { ...base, returns }) }
    })

  test('deadlines never fall back from one period to the next', () => {
    fc.assert(
      fc.property(made, ({ edition: odd, year }) => {
        const days = periodsOf(odd, year, 'target-table').map((one) =>
          dueOn(odd, year, 'target-table', one, workCalendar),
        )
        expect(days.length).toBeGreaterThan(0)
        expect(days.every(isDay)).toBe(true)
        expect(days).toEqual([...days].sort())
      }),
    )
  })

  test('reminders lie before the due day, on working days, in order, the last one on the last working day before it', () => {
    fc.assert(
      fc.property(made, ({ edition: odd, year }) => {
        for (const { reminders, dueOn: day } of obligationDays(odd, year, workCalendar)) {
          expect(reminders.length).toBeGreaterThan(0)
          expect(reminders).toEqual([...new Set(reminders)].sort())
          for (const one of reminders) {
            expect(one < day).toBe(true)
            expect(workCalendar.isWorkingDay(one)).toBe(true)
          }
          const last = reminders.at(-1) ?? ''
          for (let next = addDays(last, 1); next < day; next = addDays(next, 1)) {
            expect(workCalendar.isWorkingDay(next)).toBe(false)
          }
        }
      }),
    )
  })

  test('rolling forward never moves a day earlier, and moves only rest days', () => {
    fc.assert(
      fc.property(made, ({ edition: odd, year, roll }) => {
        for (const one of obligationDays(odd, year, workCalendar)) {
          expect(one.dueOn >= one.namedOn).toBe(true)
          if (!roll || workCalendar.isWorkingDay(one.namedOn)) expect(one.dueOn).toBe(one.namedOn)
          else expect(workCalendar.isWorkingDay(one.dueOn)).toBe(true)
        }
      }),
    )
  })
})

describe('where a duty stands', () => {
  const lastDay = '2026-10-10'
  const deadline = { dueOn: lastDay, dueAt: endOfDay(lastDay), opensOn: '2026-10-01', locksOn: '2026-12-09' }
  const at = (today: string, filedOn: string | null = null, until: string | null = null) => {
    const filed = { filedAt: filedOn && endOfDay(filedOn), exception: until === null ? null : { until } }
    return standing(deadline, filed as { filedAt: Date | null }, startOfDay(today), workCalendar)
  }

  test('before it can be filed, while it can, on its day', () => {
    expect(at('2026-09-30')).toEqual({ state: 'not-yet', days: 10, workingDays: 3 })
    expect(at('2026-10-01')).toEqual({ state: 'due', days: 9, workingDays: 3 })
    expect(at('2026-10-09')).toEqual({ state: 'due', days: 1, workingDays: 1 })
    expect(at('2026-10-10')).toEqual({ state: 'due', days: 0, workingDays: 0 })
  })

  test('being late does not keep anybody from filing', () => {
    expect(at('2026-10-11')).toEqual({ state: 'overdue', days: 1, workingDays: 0 })
    expect(at('2026-12-09').state).toBe('overdue')
    expect(at('2027-03-01', '2026-10-10')).toEqual({ state: 'on-time', days: 0, workingDays: 0 })
    expect(at('2027-03-01', '2026-10-13')).toEqual({ state: 'late', days: 3, workingDays: 0 })
  })

  test('what is due by the hour is late from that hour on, which its day alone does not tell (G5.5)', () => {
    const due = { ...deadline, dueAt: new Date('2026-10-10T09:30:00+08:00'), locksOn: null }
    const by = (now: string, filedAt: string | null = null) =>
      standing(due, { filedAt: filedAt === null ? null : new Date(filedAt) }, new Date(now), workCalendar)
    expect(by('2026-10-10T09:30:00+08:00')).toEqual({ state: 'due', days: 0, workingDays: 0 })
    expect(by('2026-10-10T09:30:01+08:00')).toEqual({ state: 'overdue', days: 0, workingDays: 0 })
    expect(by('2026-10-11T00:00:00+08:00')).toEqual({ state: 'overdue', days: 1, workingDays: 0 })
    const later = '2026-12-01T00:00:00+08:00'
    expect(by(later, '2026-10-10T09:30:00+08:00').state).toBe('on-time')
    expect(by(later, '2026-10-10T23:00:00+08:00')).toEqual({ state: 'late', days: 0, workingDays: 0 })
    expect(by(later, '2026-10-12T01:00:00+08:00')).toEqual({ state: 'late', days: 2, workingDays: 0 })
    expect([filedLateText(0).zh, filedLateText(2).zh]).toEqual(['当日超时报送', '逾期 2 天报送'])
    expect([overdueText(0).zh, overdueText(1).en]).toEqual(['今天已超时', '1 day overdue'])
  })

  test('a due day lasts to its end where the programme is', () => {
    expect(endOfDay('2026-10-10').toISOString()).toBe('2026-10-10T15:59:59.999Z')
    const filed = (filedAt: Date) => standing(deadline, { filedAt }, endOfDay('2026-11-01'), workCalendar)
    expect(filed(endOfDay(lastDay)).state).toBe('on-time')
    expect(filed(startOfDay('2026-10-11'))).toMatchObject({ state: 'late', days: 1 })
  })

  test('after the lock only an exception opens it, as long as it lasts', () => {
    expect(at('2026-12-10')).toEqual({ state: 'locked', days: 61, workingDays: 0 })
    expect(at('2026-12-10', null, '2026-12-15').state).toBe('exempted')
    expect(at('2026-12-15', null, '2026-12-15').state).toBe('exempted')
    expect(at('2026-12-16', null, '2026-12-15').state).toBe('locked')
    expect(at('2026-11-01', null, '2026-12-15').state).toBe('overdue')
    expect(isLocked({ locksOn: null }, null, '2099-01-01')).toBe(false)
  })

  test('a first submission after the lock is refused with the clause; a resubmission never is', () => {
    const rule = obligationOf(edition, 'half-year-summary')
    const filing = { dueOn: '2026-07-31', filedOn: null }
    expect(whyLocked(rule, filing, null, '2026-08-30')).toBeNull()
    const no = expectRefusal(whyLocked(rule, filing, null, '2026-08-31'), 'deadline.locked', 'G5.4')
    expect(no.facts).toMatchObject({ due: '2026-07-31', last: '2026-08-30' })
    expect(whyLocked(rule, filing, { until: '2026-09-05' }, '2026-09-05')).toBeNull()
    expectRefusal(whyLocked(rule, filing, { until: '2026-09-05' }, '2026-09-06'), 'deadline.locked', 'G5.4')
    expect(whyLocked(rule, { ...filing, filedOn: '2026-08-02' }, null, '2026-12-01')).toBeNull()
    expect(whyLocked(obligationOf(edition, 'plan'), filing, null, '2030-01-01')).toBeNull()
  })

  test('a period is over from the day after its last', () => {
    expect(isOver('2026Q2', '2026-06-30')).toBe(false)
    expect(isOver('2026Q2', '2026-07-01')).toBe(true)
  })

  test('working days left go by the calendar handed in', () => {
    const holiday = restingOn('2026-10-08', '2026-10-09', '2026-10-10')
    expect(standing(deadline, { filedAt: null }, startOfDay('2026-10-07'), holiday)).toEqual({
      state: 'due',
      days: 3,
      workingDays: 0,
    })
  })
})
