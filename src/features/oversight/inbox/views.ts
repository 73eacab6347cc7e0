import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { isInTime } from '../../../policy/calendar/deadlines.ts'
import { type WorkCalendar, workingDaysBetween } from '../../../policy/calendar/working-days.ts'
import { taskDueDay } from '../../../policy/oversight/task-due.ts'
import { subjects, type TaskRow, tasksOn, type WorkItem } from '../../../policy/oversight/tasks.ts'
import { isPost, type Permission, permits, posts } from '../../../policy/people/roles.ts'
import { isOfMeasures } from '../../../policy/people/signed-acts.ts'
import { compareNames } from '../../../shared/clean.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import type { Waiting } from '../../filings/owed/public.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import { signedSeatsIn, waitingActs } from '../../programme/signing/public.ts'
import { accountItems } from './account-items.ts'
import { batchesOf, batchNames, closedPilots } from './batch-names.ts'
import { closeOutItems } from './close-out-items.ts'
import type { showInbox, TaskView } from './contract.ts'
import { decisionItems } from './decision-items.ts'
import { evaluationItems, publicationItems } from './evaluation-items.ts'
import { filingItems, matterNames, soonWaiting } from './filing-items.ts'
import { incidentItems } from './incident-items.ts'
import { measureItems } from './measure-items.ts'
import { disbursementItems, objectionItems } from './money-items.ts'
import { practiceItems } from './practice-items.ts'
import { samplingItems } from './sampling-items.ts'
import { signatureItems } from './signature-items.ts'
import { type InboxItem, type MatterNames, serviceItems, trancheItems, undiagnosedItems } from './work-items.ts'

type Inbox = z.input<typeof showInbox.reply>
type Asked = z.output<(typeof showInbox)['search']>

/** How many tasks of a list are shown at once. */
const shownAtOnce = 100

export async function showInboxView(tx: Tx, asked: Asked, actor: Actor, now: Date): Promise<Inbox> {
  const today = dayOf(now)
  const { mine, team, waiting } = await tasksSeen(tx, actor, now)
  const calendar = await workCalendarOf(tx)
  const seen = { mine: found(mine, asked), team: found(team, asked), waiting: found(waiting, asked) }
  const shown = Object.values(seen).flatMap(({ urgent }) => urgent)
  const matters = await matterNames(
    tx,
    shown.flatMap(({ from }) => from.matterId ?? []),
  )
  const list = ({ urgent, ...counts }: Found) => ({
    tasks: urgent.map((task) => viewOf(task, matters, today, calendar)),
    ...counts,
  })
  return {
    today,
    mine: list(seen.mine),
    team: list(seen.team),
    waiting: list(seen.waiting),
    choices: choicesOf([...mine, ...team, ...waiting], await batchNames(tx)),
  }
}

/** `known`: the filings that wait, where they were read already. What waits in the reader's scope and is theirs to see, by who must act: the reader, a colleague of the same unit, or somebody else. */
export async function tasksSeen(
  tx: Tx,
  actor: Actor,
  now: Date,
  known?: Waiting,
): Promise<Record<'mine' | 'team' | 'waiting', Task[]>> {
  const today = dayOf(now)
  const inPark = actor.unitKind === 'park' || actor.unitKind === 'enterprise'
  const may = (permission: Permission) => isPost(actor.post) && permits(actor.post, permission)
  const acts = may('act.sign') ? await waitingActs(tx) : []
  const signed = await signedSeatsIn(tx)
  const filings = may('filing.view')
    ? await filingItems(tx, known ?? (await soonWaiting(tx, actor, now)), now, acts, signed)
    : new Map<string, InboxItem>()
  const items = [
    ...filings.values(),
    ...(may('funds.view') ? await trancheItems(tx, now, acts, signed) : []),
    ...signatureItems(acts, filings),
    ...(may('notice.view') ? await objectionItems(tx) : []),
    ...(!inPark && may('funds.view') ? await disbursementItems(tx) : []),
    ...(may('measure.view') ? await measureItems(tx, today, acts) : []),
    ...(may('consultation.view') ? await decisionItems(tx, actor.scope) : []),
    ...(may('pilot.view') ? await practiceItems(tx) : []),
    ...(may('evaluation.view') ? await evaluationItems(tx, actor, now) : []),
    ...(may('evaluations.view') ? await publicationItems(tx) : []),
    ...(may('pilot.view') ? await closeOutItems(tx, today) : []),
    ...(may('sampling.view') ? await samplingItems(tx) : []),
    ...(may('incident.handle') ? await incidentItems(tx) : []),
    ...(may('account.close') ? await accountItems(tx) : []),
    ...(inPark && may('service.view') ? await serviceItems(tx) : []),
    ...(inPark && may('pilot.view') ? await undiagnosedItems(tx) : []),
  ]
  const batches = await batchesOf(tx, items)
  const closed = await closedPilots(tx)
  const seen: Record<'mine' | 'team' | 'waiting', Task[]> = { mine: [], team: [], waiting: [] }
  const rowsOf = tasksOfAlike(actor)
  for (const item of items) {
    const isClosed = item.pilotId !== null && closed.has(item.pilotId)
    // Measures alone go on after the closing.
    if (isClosed && !isAboutMeasures(item.item)) continue
    for (const { row, whose } of rowsOf(item.item)) {
      const isOwn = whose === 'mine' && item.preparedBy === actor.accountId
      const task = taskOf(item, row, batches, now, today)
      seen[isOwn ? (row.posts.some((post) => sameDesk(actor, post)) ? 'team' : 'waiting') : whose].push(task)
    }
  }
  return seen
}

function isAboutMeasures(item: WorkItem): boolean {
  return item.subject === 'measure' || (item.subject === 'signature' && isOfMeasures(item.act))
}

type Rows = readonly { readonly row: TaskRow; readonly whose: 'mine' | 'team' | 'waiting' }[]

/** The tasks on an item and who acts: most of a thousand parks stand alike, and are asked about once. */
function tasksOfAlike(actor: Actor): (item: WorkItem) => Rows {
  const asked = new Map<WorkItem, Rows>()
  const alike = new Map<string, Rows>()
  const key = keyOfAlike()
  const whose = ({ posts: asked }: TaskRow) =>
    asked.some((post) => post === actor.post)
      ? 'mine'
      : asked.some((post) => sameDesk(actor, post))
        ? 'team'
        : 'waiting'
  return (item) => {
    const known = asked.get(item)
    if (known) return known
    const at = key(item)
    const rows = alike.get(at) ?? tasksOn(item).map((row) => ({ row, whose: whose(row) }))
    alike.set(at, rows)
    asked.set(item, rows)
    return rows
  }
}

/** Equal for items whose values are the same: those that are no texts, flags or lists of texts by what they are, not what is in them. */
function keyOfAlike(): (item: object) => string {
  const numbers = new Map<unknown, number>()
  const same = (value: unknown): string => {
    if (value === null || typeof value !== 'object') return String(value)
    if (Array.isArray(value)) return `[${value.map(same).join()}]`
    const number = numbers.get(value) ?? numbers.size
    numbers.set(value, number)
    return `#${number}`
  }
  return (item) => Object.values(item).map(same).join(' ')
}

function choicesOf(tasks: readonly Task[], batchesInOrder: readonly string[]): Inbox['choices'] {
  const batches = new Set(tasks.map(({ batchName }) => batchName))
  const kinds = new Set(tasks.map(({ row }) => row.subject))
  return {
    batches: batchesInOrder.filter((name) => batches.has(name)),
    parks: inOrder(tasks.map(({ from }) => from.parkName)),
    kinds: subjects.filter((subject) => kinds.has(subject)),
  }
}

/** Orders of names that were asked for lately: to compare a thousand of them takes longer than all else about the choices. */
const ordered = new Map<string, readonly string[]>()
const mostOrdered = 100

function inOrder(names: readonly string[]): string[] {
  const each = [...new Set(names)].filter(Boolean)
  const key = each.join('\n')
  const known = ordered.get(key) ?? each.toSorted(compareNames)
  if (ordered.size >= mostOrdered) ordered.clear()
  ordered.set(key, known)
  return [...known]
}

function matches({ from, row, isOverdue, batchName }: Task, { batch, park, kind, overdue }: Asked): boolean {
  return (
    (batch === undefined || batchName === batch) &&
    (park === undefined || from.parkName === park) &&
    (kind === undefined || row.subject === kind) &&
    (overdue === undefined || isOverdue)
  )
}

/** One thing that somebody has to do, and by when. */
export type Task = {
  readonly from: InboxItem
  readonly row: TaskRow
  readonly dueOn: Day | null
  readonly dueAt: Date | null
  readonly isOverdue: boolean
  readonly batchName: string
}

function taskOf(
  from: InboxItem,
  row: TaskRow,
  batches: ReadonlyMap<string, string | null>,
  now: Date,
  today: Day,
): Task {
  const batchName = from.batchName ?? batches.get(from.pilotId ?? '') ?? ''
  const dueOn = taskDueDay(row, { own: from.ownDay, since: dayOf(from.since) })
  const dueAt = row.due?.by === 'own' ? (from.ownHour ?? null) : null
  const isOverdue = dueOn !== null && (dueAt === null ? dueOn < today : !isInTime(now, { dueAt }))
  return { from, row, batchName, dueOn, dueAt, isOverdue }
}

/** Posts of the reader's own bureau, or of the reader's own park. */
function sameDesk(actor: Actor, post: TaskRow['posts'][number]): boolean {
  const { bureau, unitKinds } = posts[post]
  const kinds: readonly string[] = unitKinds
  return kinds.includes(actor.unitKind) && bureau === actor.bureau
}

/** Of what is asked for the most urgent are shown; all are counted. */
type Found = { readonly urgent: readonly Task[]; readonly total: number; readonly all: number }

function found(tasks: readonly Task[], asked: Asked): Found {
  const matching = tasks.filter((task) => matches(task, asked))
  // Thousands are due on a few days.
  const byDay = Map.groupBy(matching, ({ dueOn }) => dueOn ?? '9999')
  const inTurn = [...byDay.keys()].sort().flatMap((day) => byDay.get(day)?.slice(0, shownAtOnce) ?? [])
  return { urgent: inTurn.slice(0, shownAtOnce), total: matching.length, all: tasks.length }
}

function viewOf(task: Task, matters: MatterNames, today: Day, calendar: WorkCalendar): TaskView {
  const { from, row, dueOn, dueAt, isOverdue, batchName } = task
  const { parkName, since } = from
  const { about, href } = from.shown(matters)
  return {
    task: row.id,
    subject: row.subject,
    title: { zh: row.zh, en: row.en },
    clause: row.clause,
    about,
    parkName,
    batchName,
    href: row.act ? `${href}?act=${row.act}` : href,
    dueOn,
    dueAt: dueAt?.toISOString() ?? null,
    isOverdue,
    workingDaysLeft: dueOn === null || isOverdue ? null : workingDaysBetween(calendar, today, dueOn),
    since: since.toISOString(),
    posts: row.posts.map((post) => ({ zh: posts[post].zh, en: posts[post].en })),
  }
}
