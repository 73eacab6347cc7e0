import { describe, expect, test } from 'vitest'
import { workCalendar } from '../../../tests/support/calendar.ts'
import {
  calendarOf,
  isStatutoryRestDay,
  listDoubts,
  listProblems,
  type RestDay,
  withList,
  type YearList,
} from './rest-days.ts'
import { addWorkingDays } from './working-days.ts'

/** Days on both sides of every edge, by hand: whether they are worked, and why. */
const edges: readonly [day: string, works: boolean, why: string][] = [
  ['2023-04-30', false, 'Labour Day'],
  ['2023-09-30', false, 'the National Day'],
  ['2023-12-29', true, 'a Friday before the turn of the year'],
  ['2023-12-31', false, 'a Sunday'],
  ['2024-01-01', false, 'New Year'],
  ['2024-01-02', true, 'the day after'],
  ['2024-02-04', true, 'a Sunday worked for the Spring Festival'],
  ['2024-02-09', true, 'New Year’s Eve, worked in 2024'],
  ['2024-02-18', true, 'a Sunday worked for the Spring Festival'],
  ['2024-03-31', false, 'a Sunday'],
  ['2024-05-02', false, 'Labour Day'],
  ['2024-05-11', true, 'a Saturday worked for Labour Day'],
  ['2024-06-30', false, 'a Sunday'],
  ['2024-10-12', true, 'a Saturday worked for the National Day'],
  ['2024-12-31', true, 'a Tuesday'],
  ['2025-01-01', false, 'New Year'],
  ['2025-01-26', true, 'a Sunday worked for the Spring Festival'],
  ['2025-01-31', false, 'the Spring Festival'],
  ['2025-10-08', false, 'the National Day and Mid-autumn together'],
  ['2025-10-11', true, 'a Saturday worked for them'],
  ['2025-12-31', true, 'a Wednesday'],
  ['2026-01-01', false, 'New Year'],
  ['2026-01-02', false, 'New Year, a Friday'],
  ['2026-01-04', true, 'a Sunday worked for New Year'],
  ['2026-02-14', true, 'a Saturday worked for the Spring Festival'],
  ['2026-02-28', true, 'another one'],
  ['2026-10-01', false, 'the National Day'],
  ['2026-10-08', true, 'the day after'],
  ['2026-10-10', true, 'a Saturday worked for the National Day'],
  ['2026-10-11', false, 'a Sunday'],
  ['2026-12-31', true, 'a Thursday'],
  // Not announced: weekdays, without what rests by statute.
  ['2027-01-01', false, 'New Year, a Friday'],
  ['2027-01-04', true, 'a Monday'],
  ['2027-05-01', false, 'a Saturday'],
  ['2027-05-03', true, 'a Monday'],
  ['2027-10-01', false, 'the National Day, a Friday'],
  ['2027-10-04', true, 'a Monday'],
  ['2027-12-31', true, 'a Friday'],
  ['2028-01-01', false, 'a Saturday'],
  ['2028-02-29', true, 'a Tuesday of a leap year'],
  ['2028-05-01', false, 'Labour Day, a Monday'],
  ['2028-05-02', false, 'Labour Day, a Tuesday'],
  ['2028-10-02', false, 'the National Day, a Monday'],
  ['2028-10-03', false, 'the National Day, a Tuesday'],
  ['2028-10-04', true, 'the day after'],
]

const zones = ['America/New_York', 'UTC', 'Asia/Shanghai']

/** Node takes a new zone at once. */
function inZone<T>(zone: string, work: () => T): T {
  const before = process.env.TZ
  process.env.TZ = zone
  try {
    return work()
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
}

describe.each(zones)('in %s', (zone) => {
  test('the process stands there', () => {
    const hour = inZone(zone, () => new Date('2026-01-01T00:00:00Z').getHours())
    expect(hour).toBe({ 'America/New_York': 19, UTC: 0, 'Asia/Shanghai': 8 }[zone])
  })

  test.each(edges)('%s works: %s (%s)', (day, works) => {
    expect(inZone(zone, () => workCalendar.isWorkingDay(day))).toBe(works)
    expect(workCalendar.isProvisional(day)).toBe(day > '2027')
  })

  test.each([
    ['2025-12-29', 5, '2026-01-06'],
    // The first of January is off also while nobody has announced it.
    ['2026-12-29', 5, '2027-01-06'],
    ['2027-12-30', 2, '2028-01-03'],
    ['2026-01-06', -5, '2025-12-29'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2027-09-30', 1, '2027-10-04'],
    ['2028-04-28', 1, '2028-05-03'],
  ])('%s and %i working days make %s', (from, days, to) => {
    expect(inZone(zone, () => addWorkingDays(workCalendar, from, days))).toBe(to)
  })
})

test('the second of May is off by statute since 2025', () => {
  expect(['2024-05-02', '2025-05-02', '2031-05-02', '2024-05-01'].map(isStatutoryRestDay)).toEqual([
    false,
    true,
    true,
    true,
  ])
})

describe('a list that is changed in the middle of a year', () => {
  const rest = (day: string): RestDay => ({ day, kind: 'rest', name: '' })
  const first: YearList = { year: 2027, days: [rest('2027-01-01'), rest('2027-05-01'), rest('2027-05-03')] }
  const second: YearList = {
    year: 2027,
    days: [...first.days, rest('2027-05-04'), { ...rest('2027-05-08'), kind: 'worked' }],
  }

  test('counts from then on for its own year alone', () => {
    const before = calendarOf([first])
    const after = calendarOf(withList([first, { year: 2026, days: [rest('2026-01-02')] }], second))
    expect([addWorkingDays(before, '2027-04-30', 4), addWorkingDays(after, '2027-04-30', 4)]).toEqual([
      '2027-05-07',
      '2027-05-08',
    ])
    expect([after.isWorkingDay('2026-01-02'), after.isWorkingDay('2027-05-08')]).toEqual([false, true])
    expect([after.isProvisional('2027-05-08'), after.isProvisional('2028-01-04')]).toEqual([false, true])
  })

  test('never makes a statutory day a working one', () => {
    const wrong = calendarOf([{ year: 2027, days: [{ day: '2027-10-02', kind: 'worked', name: '' }] }])
    expect(wrong.isWorkingDay('2027-10-02')).toBe(false)
  })

  test('is sound as the package has it', () => {
    expect(listProblems(second)).toEqual([])
  })
})

test.each([
  ['a weekday that is worked', { day: '2027-05-04', kind: 'worked' }, 'days.1.day', /weekday/],
  ['a statutory day that is worked', { day: '2027-10-02', kind: 'worked' }, 'days.1.day', /statutory/],
  ['a day of another year', { day: '2026-12-31', kind: 'rest' }, 'days.1.day', /not in 2027/],
  ['a day twice', { day: '2027-01-01', kind: 'worked' }, 'days.1.day', /row 1/],
  ['no day at all', { day: '2027-02-30', kind: 'rest' }, 'days.1.day', /no day/],
] as const)('a list with %s is refused at its field', (_, day, field, said) => {
  const days: RestDay[] = [
    { day: '2027-01-01', kind: 'rest', name: '元旦' },
    { ...day, name: '' },
  ]
  expect(listProblems({ year: 2027, days })).toMatchObject([{ field, en: expect.stringMatching(said) }])
})

test('a list without a day off is refused', () => {
  expect(listProblems({ year: 2027, days: [] })).toMatchObject([{ field: 'days' }])
})

test('a list that may lack days is doubted: statutory days, few days, far fewer than the list in force', () => {
  const rest = (day: string) => ({ day, kind: 'rest' as const, name: '假日' })
  const days = ['01-01', '05-03', '05-04', '05-05', '06-09', '09-15', '10-01', '10-04', '10-05', '10-06', '10-07']
  const whole = { year: 2027, days: days.map((day) => rest(`2027-${day}`)) }
  expect(listDoubts(whole, null)).toEqual([])
  const few = { year: 2027, days: whole.days.slice(1, 3) }
  expect(listDoubts(few, whole).map(({ zh }) => zh)).toEqual([
    '名单中没有法定节假日 2027-01-01、2027-10-01',
    '全年只有 2 天放假，是否完整？',
    '现行名单有 11 天放假，这份只有 2 天',
  ])
})
