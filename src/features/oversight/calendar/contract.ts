import { z } from 'zod'
import { type StandingState, standingStates } from '../../../policy/calendar/deadlines.ts'
import { dayInput, patternInput, proseInput, strictDayInput } from '../../../shared/inputs.ts'
import { ability, pageInputs, route, sortInput } from '../../../shared/route.ts'
import { recentMovesShape } from '../rest-days/contract.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const day = strictDayInput()
const kind = patternInput(/^[a-z][a-z-]{0,39}$/)
const period = patternInput(/^(\d{4}(M\d{2}|Q[1-4]|H[12]|-\d{3}))?$/)
const month = patternInput(/^20\d{2}-(0[1-9]|1[0-2])$/)
const states = standingStates as [StandingState, ...StandingState[]]
const state = z.enum(states)

/** `days`, `workingDays`: see `policy/calendar/deadlines.ts`. */
const standing = z.object({ state, days: z.number(), workingDays: z.number() })

const owner = z.enum(['pilot', 'county', 'province'])

const batches = z.array(z.object({ batchId: z.uuid(), name: z.string() }))
const kinds = z.array(z.object({ kind: z.string(), title: text }))

const duty = z.object({
  batchId: z.uuid(),
  batchName: z.string(),
  kind: z.string(),
  title: text,
  /** Empty where it is owed once. */
  period: z.string(),
  owner,
  unitId: z.uuid(),
  unitName: z.string(),
  /** Of what a county hands on, which it may owe several times: whose filing it is. */
  handsOn: z.object({ pilotId: z.uuid(), parkName: z.string() }).nullable(),
  dueOn: z.string(),
  /** The instant of that day, where it is due by the hour. */
  dueAt: z.string().nullable(),
  dueSource: z.enum(['official', 'inferred']),
  clause: z.string(),
  provisional: z.boolean(),
  locksOn: z.string().nullable(),
  filedOn: z.string().nullable(),
  standing,
  /** Until when an exception holds it open. */
  openUntil: z.string().nullable(),
  href: z.string().nullable(),
  /** For what is locked: whether this reader may open it. */
  grant: ability.nullable(),
})
export type DutyView = z.infer<typeof duty>

/** What narrows a list of duties; `from` and `to` are due days. */
const narrowing = {
  batchId: z.uuid().optional(),
  kind: kind.optional(),
  /** A unit and all below it. */
  unitId: z.uuid().optional(),
}

export const listCalendar = route({
  method: 'GET',
  path: '/api/calendar',
  permission: 'calendar.view',
  summary: { zh: '报送事项清单', en: 'Deadlines in my area' },
  search: z.strictObject({
    ...narrowing,
    /** Only what this tier owes itself. */
    owner: owner.optional(),
    from: day.optional(),
    to: day.optional(),
    /** `open`: what waits to be filed; `owed`: what is filed or past its day; `missing`: past it and not filed; `behind`: that, or filed late. */
    standing: z.enum([...states, 'open', 'owed', 'missing', 'behind']).optional(),
    sort: sortInput('title', 'unitName', 'batchName', 'dueOn', 'standing', 'filedOn', 'locksOn', 'clause'),
    ...pageInputs(),
  }),
  reply: z.object({ today: z.string(), batches, kinds, duties: z.array(duty), total: z.number() }),
})

/** All duties of one kind, period and batch that one tier owes on one day. */
const group = z.object({
  batchId: z.uuid(),
  batchName: z.string(),
  kind: z.string(),
  title: text,
  period: z.string(),
  owner,
  clause: z.string(),
  total: z.number(),
  counts: z.partialRecord(state, z.number()),
  /** Where there is but one; with the park whose filing a county hands on. */
  unitName: z.string().nullable(),
  parkName: z.string().nullable(),
  href: z.string().nullable(),
})
export type GroupView = z.infer<typeof group>

export const showMonth = route({
  method: 'GET',
  path: '/api/calendar/month',
  permission: 'calendar.view',
  summary: { zh: '报送月历', en: 'Deadlines of a month' },
  search: z.strictObject({
    ...narrowing,
    month: month.optional(),
  }),
  reply: z.object({
    today: z.string(),
    month: z.string(),
    moved: recentMovesShape,
    /** What is past its day and not filed, whatever the month. */
    missing: z.number(),
    /** Whether the rest days of any day shown are not announced yet. */
    provisional: z.boolean(),
    batches,
    kinds,
    /** Whole weeks from Monday. */
    days: z.array(
      z.object({
        day: z.string(),
        kind: z.enum(['working', 'weekend', 'holiday', 'adjusted']),
        groups: z.array(group),
      }),
    ),
  }),
})
export type MonthView = z.infer<typeof showMonth.reply>

/** Counts of duties; rates in percent, null where nothing is owed yet. */
const lateness = z.object({
  owed: z.number(),
  filed: z.number(),
  onTime: z.number(),
  late: z.number(),
  overdue: z.number(),
  locked: z.number(),
  completeness: z.number().nullable(),
  timeliness: z.number().nullable(),
})
const unit = z.object({ unitId: z.uuid(), name: z.string(), kind: z.string() })

export const showLateness = route({
  method: 'GET',
  path: '/api/lateness',
  permission: 'calendar.view',
  summary: { zh: '报送完成率与及时率', en: 'Completeness and timeliness up the tree' },
  search: z.strictObject(narrowing),
  reply: z.object({
    today: z.string(),
    batches,
    kinds,
    unit,
    /** From the reader's own unit down to the one shown. */
    path: z.array(unit),
    totals: lateness,
    /** What counties hand on of a kind stands beside what is filed of it. `owner`: null where several tiers owe it. */
    byKind: z.array(lateness.extend({ kind: z.string(), title: text, owner: owner.nullable() })),
    /** The next tier; `own`: what the unit shown owes itself. */
    below: z.array(lateness.extend({ unitId: z.uuid(), name: z.string(), kind: z.string(), own: z.boolean() })),
  }),
})
export type LatenessView = z.infer<typeof showLateness.reply>
export type LatenessRow = z.infer<typeof lateness>

const exception = z.object({
  exceptionId: z.uuid(),
  batchName: z.string(),
  kind: z.string(),
  title: text,
  period: z.string(),
  clause: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  reason: z.string(),
  until: z.string(),
  open: z.boolean(),
  grantedByName: z.string(),
  grantedAt: z.string(),
  /** When it was then filed; null while it was not. */
  filedOn: z.string().nullable(),
  href: z.string().nullable(),
})
export type ExceptionView = z.infer<typeof exception>

export const listExceptions = route({
  method: 'GET',
  path: '/api/exceptions',
  permission: 'exception.view',
  summary: { zh: '逾期例外', en: 'Exceptions' },
  search: z.strictObject({
    batchId: z.uuid().optional(),
    kind: kind.optional(),
    state: z.enum(['open', 'ended']).optional(),
    sort: sortInput('title', 'unitName', 'batchName', 'reason', 'until', 'filedOn', 'grantedByName'),
    ...pageInputs(),
  }),
  reply: z.object({
    today: z.string(),
    batches,
    kinds,
    exceptions: z.array(exception),
    total: z.number(),
    /** Whether this reader grants exceptions at all. */
    grant: ability,
  }),
})

export const grantException = route({
  method: 'POST',
  path: '/api/exceptions',
  permission: 'exception.grant',
  summary: { zh: '登记逾期例外', en: 'Open a locked period by exception' },
  body: z.strictObject({
    batchId: z.uuid(),
    unitId: z.uuid(),
    kind,
    period,
    /** The last day on which it may be filed. */
    until: dayInput(),
    reason: proseInput(500),
  }),
  reply: z.object({ exceptionId: z.uuid() }),
})
