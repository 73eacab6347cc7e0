import fc from 'fast-check'
import { expect, test } from 'vitest'
import { icalendar } from './icalendar.ts'

const stamp = new Date('2026-09-01T02:03:04Z')
const event = { uid: 'u1', day: '2026-10-10', summary: '季报', description: '', alarms: ['2026-10-09'] }

test('an event is a whole day with its alarm at nine in the morning of the programme', () => {
  const lines = icalendar({ name: '日历', stamp, events: [event] }).split('\r\n')
  expect(lines.at(-1)).toBe('')
  expect(lines).toContain('DTSTAMP:20260901T020304Z')
  expect(lines).toContain('DTSTART;VALUE=DATE:20261010')
  expect(lines).toContain('DTEND;VALUE=DATE:20261011')
  expect(lines).toContain('TRIGGER;VALUE=DATE-TIME:20261009T010000Z')
})

const nameOf = (line: string) => line.split(/[:;]/)[0]
const harmless = icalendar({ name: '日历', stamp, events: [event] })
  .split('\r\n')
  .map(nameOf)

test('whatever the texts, lines hold at most 75 octets, unfold to what was written and never break out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const ics = icalendar({
        name: `日历${text}`,
        stamp,
        events: [{ ...event, summary: text, description: `${text}\n${text}` }],
      })
      expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const whole = ics.replaceAll('\r\n ', '').split('\r\n')
      expect(whole.filter((line) => line.startsWith('SUMMARY:'))).toHaveLength(1)
      expect(whole.map(nameOf)).toEqual(harmless)
      const written = (whole.find((line) => line.startsWith('SUMMARY:')) ?? '').slice(8)
      const read = written.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
      expect(read).toBe(text.replace(/\r\n|\r/g, '\n').replace(/[^\P{Cc}\n]/gu, ''))
    }),
  )
})

test('days and instants do not depend on the time zone of the server', () => {
  const home = process.env.TZ
  const written = ['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati'].map((zone) => {
    process.env.TZ = zone
    return icalendar({ name: '日历', stamp, events: [event, { ...event, uid: 'u2', day: '2026-03-08' }] })
  })
  if (home === undefined) delete process.env.TZ
  else process.env.TZ = home
  expect(new Set(written).size).toBe(1)
})
