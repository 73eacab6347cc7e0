import { expect, test } from 'vitest'
import { workCalendar } from './work-calendar.ts'

test.each([
  ['2026-10-10', true, 'a Saturday worked for the National Day'],
  ['2026-02-14', true, 'a Saturday worked for the Spring Festival'],
  ['2026-02-28', true, 'another one'],
  ['2026-10-01', false, 'the National Day'],
  ['2026-10-08', true, 'the day after'],
  ['2026-10-11', false, 'a Sunday'],
  ['2023-04-30', false, 'Labour Day'],
  ['2023-09-30', false, 'the National Day'],
  ['2023-12-31', false, 'a Sunday'],
  ['2024-03-31', false, 'a Sunday'],
  ['2024-06-30', false, 'a Sunday'],
  ['2025-01-31', false, 'the Spring Festival'],
])('%s works: %s (%s)', (day, works) => {
  expect(workCalendar.isWorkingDay(day)).toBe(works)
  expect(workCalendar.isProvisional(day)).toBe(false)
})

test('a year that is not announced goes by weekdays and says so', () => {
  expect(workCalendar.isWorkingDay('2031-10-01')).toBe(true)
  expect(workCalendar.isWorkingDay('2031-10-04')).toBe(false)
  expect(workCalendar.isProvisional('2031-10-01')).toBe(true)
  expect(workCalendar.isProvisional('2026-12-31')).toBe(false)
})
