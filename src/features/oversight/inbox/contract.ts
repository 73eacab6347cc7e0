import { z } from 'zod'
import { subjects } from '../../../policy/oversight/tasks.ts'
import { keyInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'

const text = z.object({ zh: z.string(), en: z.string() })

const task = z.object({
  /** A row of `policy/oversight/tasks.ts`. */
  task: z.string(),
  subject: z.enum(subjects),
  title: text,
  /** Null for what no programme's document asks for. */
  clause: z.string().nullable(),
  /** What it is about: 'FW2026-000012 体系认证', '第 1 期'. */
  about: text,
  parkName: z.string(),
  /** The batch it belongs to; empty where it belongs to none. */
  batchName: z.string(),
  /** The exact place to do it. */
  href: z.string(),
  dueOn: z.string().nullable(),
  /** The instant of that day, where it is due by the hour. */
  dueAt: z.string().nullable(),
  isOverdue: z.boolean(),
  /** From tomorrow up to the due day; 0 on the last one, null once it has gone by or where nothing is due. */
  workingDaysLeft: z.number().nullable(),
  since: z.string(),
  /** Who is waited for. */
  posts: z.array(text),
})
export type TaskView = z.infer<typeof task>

const list = z.object({
  /** The most urgent first; `total` counts those that match and are not shown too, `all` what the filters leave out as well. */
  tasks: z.array(task),
  total: z.number(),
  all: z.number(),
})

const park = z.object({
  pilotId: z.uuid(),
  parkId: z.uuid(),
  parkName: z.string(),
  batchId: z.uuid(),
  batchName: z.string(),
  scope: z.string(),
  /** Tasks about it that wait for the reader, and for the reader's colleagues. */
  mine: z.number(),
  team: z.number(),
  /** What it has to file now; of that past its day; filed late. */
  due: z.number(),
  missing: z.number(),
  late: z.number(),
  /** Fen. */
  awardFen: z.number(),
  committedFen: z.number(),
  disbursedFen: z.number(),
  spentFen: z.number(),
  services: z.number(),
  servicesCounted: z.number(),
})
export type ParkRow = z.infer<typeof park>

export const listParks = route({
  method: 'GET',
  path: '/api/inbox/parks',
  permission: 'pilot.view',
  summary: { zh: '按园区查看', en: 'Everything by park' },
  reply: z.object({ parks: z.array(park) }),
})

export const showInbox = route({
  method: 'GET',
  path: '/api/inbox',
  permission: 'inbox.view',
  summary: { zh: '待办', en: 'Inbox' },
  search: z.strictObject({
    batch: keyInput(200).optional(),
    park: keyInput(200).optional(),
    kind: z.enum(subjects).optional(),
    /** Only what is past its day, or its hour. */
    overdue: z.literal('yes').optional(),
  }),
  reply: z.object({
    today: z.string(),
    mine: list,
    team: list,
    waiting: list,
    /** What can be asked for: all that occurs in the three lists. */
    choices: z.object({ batches: z.array(z.string()), parks: z.array(z.string()), kinds: z.array(z.enum(subjects)) }),
  }),
})
