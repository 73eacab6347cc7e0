import { addDays, type Day, startOfDay } from '../shared/dates.ts'

/** Something due on a day. `alarms`: days on whose morning the reader is reminded. */
export type IcsEvent = {
  /** The same for the same thing for ever. */
  readonly uid: string
  readonly day: Day
  readonly summary: string
  readonly description: string
  readonly alarms: readonly Day[]
}

export type IcsCalendar = { readonly name: string; readonly stamp: Date; readonly events: readonly IcsEvent[] }

/** Reminders come at nine in the morning. */
const alarmHour = 9

/** An iCalendar object (RFC 5545): whole-day events with their alarms, lines folded at 75 octets and ended by CRLF. */
export function icalendar({ name, stamp, events }: IcsCalendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Yuanqitong//Calendar//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap((event) => linesOf(event, stamp)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function linesOf({ uid, day, summary, description, alarms }: IcsEvent, stamp: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${instant(stamp)}`,
    `DTSTART;VALUE=DATE:${plain(day)}`,
    `DTEND;VALUE=DATE:${plain(addDays(day, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    ...alarms.flatMap((alarm) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(summary)}`,
      `TRIGGER;VALUE=DATE-TIME:${instant(new Date(startOfDay(alarm).getTime() + alarmHour * 3_600_000))}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ]
}

function plain(day: Day): string {
  return day.replaceAll('-', '')
}

/** 20261009T010000Z */
function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

/** At most 75 octets a line; what goes on begins with a space. No character is cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const character of line) {
    const octets = Buffer.byteLength(character)
    if (size + octets > 75) {
      parts.push(part)
      part = ' '
      size = 1
    }
    part += character
    size += octets
  }
  return [...parts, part].join('\r\n')
}
