import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workCalendar } from '../../../tests/support/calendar.ts'
import { addDays } from '../../shared/dates.ts'
import { addWorkingDays, dayKind, workingDayFrom, workingDaysBetween } from './working-days.ts'

const anyDay = fc.integer({ min: 0, max: 6000 }).map((days) => addDays('2019-01-01', days))

describe('working days', () => {
  test('of the autumn of 2026, with 调休', () => {
    expect(dayKind(workCalendar, '2026-10-10')).toBe('adjusted')
    expect(dayKind(workCalendar, '2026-10-01')).toBe('holiday')
    expect(dayKind(workCalendar, '2026-10-11')).toBe('weekend')
    expect(dayKind(workCalendar, '2026-10-12')).toBe('working')
    expect(addWorkingDays(workCalendar, '2026-09-30', 1)).toBe('2026-10-08')
    expect(addWorkingDays(workCalendar, '2026-10-08', -1)).toBe('2026-09-30')
    expect(workingDayFrom(workCalendar, '2026-10-01')).toBe('2026-10-08')
    expect(workingDayFrom(workCalendar, '2026-10-10')).toBe('2026-10-10')
    expect(workingDaysBetween(workCalendar, '2026-10-09', '2026-10-11')).toBe(1)
    expect(workingDaysBetween(workCalendar, '2026-10-16', '2026-10-17')).toBe(0)
    expect(workingDaysBetween(workCalendar, '2026-10-12', '2026-10-12')).toBe(0)
    expect(workingDaysBetween(workCalendar, '2026-10-12', '2026-09-30')).toBe(-4)
  })

  test('rolling forward never moves earlier and always ends on a working day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const rolled = workingDayFrom(workCalendar, day)
        expect(rolled >= day).toBe(true)
        expect(workCalendar.isWorkingDay(rolled)).toBe(true)
        expect(workingDayFrom(workCalendar, rolled)).toBe(rolled)
      }),
    )
  })

  test('so many working days on are so many working days between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, count) => {
        expect(workingDaysBetween(workCalendar, day, addWorkingDays(workCalendar, day, count))).toBe(count)
        const before = addWorkingDays(workCalendar, day, 0 - count)
        expect(workCalendar.isWorkingDay(before)).toBe(true)
        expect(before < day).toBe(true)
      }),
    )
  })
})
