import ical, { escape as escapeText, ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
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

/**
 * An iCalendar object (RFC 5545): whole-day events with their alarms. The calendar names no time zone: days are days
 * everywhere and alarms are instants, and with a zone the library would read both by the clock of the server.
 */
export function icalendar({ name, stamp, events }: IcsCalendar): string {
  const calendar = ical({
    prodId: '//Yuanqitong//Calendar//ZH',
    scale: 'GREGORIAN',
    method: ICalCalendarMethod.PUBLISH,
    // the library writes names and ids as they are
    name: escapeText(printable(name), false),
    ttl: 6 * 3600,
  })
  for (const { uid, day, summary, description, alarms } of events) {
    const title = printable(summary)
    const event = calendar.createEvent({
      id: escapeText(printable(uid), false),
      stamp,
      allDay: true,
      start: midnight(day),
      end: midnight(addDays(day, 1)),
      summary: title,
      description: printable(description),
      transparency: ICalEventTransparency.TRANSPARENT,
    })
    for (const alarm of alarms) {
      const trigger = new Date(startOfDay(alarm).getTime() + alarmHour * 3_600_000)
      event.createAlarm({ type: ICalAlarmType.display, description: title, trigger })
    }
  }
  return `${calendar.toString()}\r\n`
}

/** The library takes the day of a date by UTC. */
function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** Line ends as one newline, no other control characters, no half characters: the library escapes but does not clean. */
function printable(text: string): string {
  return text
    .replace(/\r\n|\r/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, '')
    .toWellFormed()
}
