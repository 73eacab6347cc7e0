import { z } from 'zod'
import { restDayFields } from '../../../policy/calendar/rest-days.ts'
import { batchYears } from '../../../policy/plan/pilot.ts'
import { dayInput, named, strictDayInput, wordedInput } from '../../../shared/inputs.ts'
import { ability, route } from '../../../shared/route.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const day = strictDayInput()
const kind = z.enum(['rest', 'worked'])

/** A day that is not as its weekday says; `name`: of the holiday it belongs to. */
const restDay = z.strictObject({
  /** Whether it exists and lies in the year is the rule's to say, with all else that is wrong. */
  day: named(restDayFields.day, dayInput(20)),
  kind: named(restDayFields.kind, kind),
  name: named(restDayFields.name, wordedInput(40)),
})
const days = named(restDayFields.days, z.array(restDay).max(366))
const year = z.int().min(batchYears.min).max(batchYears.max)

const list = z.object({
  listId: z.uuid(),
  year: z.number(),
  version: z.number(),
  /** Whether it is the one that counts for its year. */
  counts: z.boolean(),
  source: z.string(),
  /** Null where it came with the database, as `source` says. */
  publishedOn: z.string().nullable(),
  enteredByName: z.string().nullable(),
  enteredAt: z.string(),
  days: z.array(restDay),
})
export type ListView = z.infer<typeof list>

export const listRestDays = route({
  method: 'GET',
  path: '/api/rest-days',
  permission: 'rest-day.view',
  summary: { zh: '放假安排', en: 'Rest days by year' },
  reply: z.object({
    today: z.string(),
    /** The newest year first, of each year the newest version first. */
    lists: z.array(list),
    /** What the package has and the database has not: to be looked at and entered. */
    offered: z.array(z.object({ year: z.number(), source: z.string(), days: z.array(restDay) })),
    announce: ability,
  }),
})

/** One day of several units that the list moves. `what`: the due day, the last reminder, the last day for handing on, or that of a display. */
const move = z.object({
  what: z.enum(['due', 'reminder', 'handing-on', 'display']),
  title: text,
  period: z.string(),
  batchName: z.string(),
  from: z.string(),
  to: z.string(),
  units: z.array(z.string()),
})
export type MoveView = z.infer<typeof move>

/** What lists moved lately of the reader's units. */
export const recentMovesShape = z.array(
  z.object({ listId: z.uuid(), source: z.string(), movedOn: z.string(), moves: z.array(move) }),
)
export type RecentMoves = z.infer<typeof recentMovesShape>

const announced = z.strictObject({
  year,
  /** The document that announces them. */
  source: wordedInput(300, 1),
  publishedOn: day,
  days,
})
export type Announced = z.output<typeof announced>

export const previewRestDays = route({
  method: 'POST',
  path: '/api/rest-days/preview',
  permission: 'rest-day.announce',
  summary: { zh: '放假安排的影响', en: 'What a list of rest days would move' },
  body: announced,
  /** `doubts`: what the list may lack. */
  reply: z.object({ moves: z.array(move), replaces: z.number().nullable(), doubts: z.array(text) }),
})

export const announceRestDays = route({
  method: 'POST',
  path: '/api/rest-days',
  permission: 'rest-day.announce',
  summary: { zh: '登记放假安排', en: 'Enter the rest days of a year' },
  body: announced,
  reply: z.object({ listId: z.uuid(), version: z.number(), moves: z.array(move) }),
})

export const readRestDays = route({
  method: 'POST',
  path: '/api/rest-days/file',
  permission: 'rest-day.announce',
  summary: { zh: '读取放假安排表', en: 'Read a workbook of rest days' },
  upload: { maxBytes: 2 * 1_048_576 },
  reply: z.object({
    days: z.array(restDay),
    /** What was not read, or may not be meant: `place` is a sheet and a cell. */
    warnings: z.array(text.extend({ place: z.string() })),
  }),
})
