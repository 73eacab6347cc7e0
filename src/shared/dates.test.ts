import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayOf,
  daysBetween,
  instantOf,
  isDay,
  isMinute,
  minuteOf,
  nextQuarter,
  quarterDays,
  quarterOf,
  readMinute,
  startOfDay,
} from './dates.ts'

it('turns the day at midnight in Shanghai, whatever the machine’s own zone', () => {
  expect(dayOf(new Date('2026-06-30T15:59:59.999Z'))).toBe('2026-06-30')
  expect(dayOf(new Date('2026-06-30T16:00:00Z'))).toBe('2026-07-01')
  expect(dayOf(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01')
  expect(startOfDay('2026-07-01').toISOString()).toBe('2026-06-30T16:00:00.000Z')
})

it('knows the days of the calendar', () => {
  for (const day of ['2028-02-29', '2026-12-31']) expect(isDay(day), day).toBe(true)
  for (const text of [
    '2026-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '26-01-01',
    '2026-1-1',
    '2026-01-01 ',
    '9999-12-31',
    '',
  ])
    expect(isDay(text), text).toBe(false)
})

it('has quarters that follow each other without a gap', () => {
  expect(quarterDays('2026Q1')).toEqual({ from: '2026-01-01', to: '2026-03-31' })
  expect(quarterDays('2026Q4')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  expect(nextQuarter('2026Q4')).toBe('2027Q1')
  for (let quarter = '2024Q1'; quarter < '2032Q1'; quarter = nextQuarter(quarter)) {
    const { from, to } = quarterDays(quarter)
    expect([quarterOf(from), quarterOf(to), quarterOf(addDays(to, 1))]).toEqual([
      quarter,
      quarter,
      nextQuarter(quarter),
    ])
    expect(quarterDays(nextQuarter(quarter)).from).toBe(addDays(to, 1))
  }
})

it('counts days as they are added', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days))
  fc.assert(
    fc.property(day, fc.integer({ min: -2000, max: 2000 }), (from, days) => {
      const to = addDays(from, days)
      expect([isDay(to), daysBetween(from, to), dayOf(startOfDay(to))]).toEqual([true, days, to])
    }),
  )
})

describe('a minute', () => {
  it.each([
    ['2026-11-30 20:15', '2026-11-30 20:15'],
    [' 2026/11/30 8:05 ', '2026-11-30 08:05'],
    ['2026.11.30　20：15', '2026-11-30 20:15'],
    ['2026年11月30日20时15分', '2026-11-30 20:15'],
    ['2026年11月30日 20点15', '2026-11-30 20:15'],
    ['2026-11-30T20:15:59', '2026-11-30 20:15'],
    ['20261130 2015', null],
    ['2026-11-30', null],
    ['20:15', null],
    ['2026-11-30 24:00', null],
    ['2026-11-30 20:60', null],
    ['2026-02-30 20:15', null],
    ['2026-11-3020:15', null],
    ['', null],
  ])('%s is read as %s', (text, minute) => expect(readMinute(text)).toBe(minute))

  it('that exists is the one that its instant falls into', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1992-01-02'), max: new Date('2199-01-01'), noInvalidDate: true }), (at) => {
        const minute = minuteOf(at)
        expect(isMinute(minute)).toBe(true)
        expect(readMinute(minute)).toBe(minute)
        expect(Math.floor(at.getTime() / 60_000) * 60_000).toBe(instantOf(minute).getTime())
      }),
    )
  })
})
