import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type WorkCalendar, workingDaysBetween } from '../../../policy/calendar/working-days.ts'
import { type TaskRow, taskDueDay, tasksOn } from '../../../policy/oversight/tasks.ts'
import { isPost, type Permission, permits, posts } from '../../../policy/people/roles.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import type { showInbox, TaskView } from './contract.ts'
import { decisionItems } from './decision-items.ts'
import { filingItems } from './filing-items.ts'
import { disbursementItems, objectionItems } from './money-items.ts'
import { type InboxItem, serviceItems, trancheItems, undiagnosedItems } from './work-items.ts'

type Inbox = z.input<typeof showInbox.reply>

/** How many tasks of a list are shown at once. */
const shownAtOnce = 100

/** What waits in the reader's scope and is theirs to see, by who must act: the reader, a colleague of the same unit, or somebody else. */
export async function showInboxView(tx: Tx, actor: Actor, now: Date): Promise<Inbox> {
  const today = dayOf(now)
  const inPark = actor.unitKind === 'park' || actor.unitKind === 'enterprise'
  const may = (permission: Permission) => isPost(actor.post) && permits(actor.post, permission)
  const items = [
    ...(may('filing.view') ? await filingItems(tx, actor, now) : []),
    ...(may('funds.view') ? await trancheItems(tx, now) : []),
    ...(may('notice.view') ? await objectionItems(tx) : []),
    ...(!inPark && may('funds.view') ? await disbursementItems(tx) : []),
    ...(may('consultation.view') ? await decisionItems(tx, actor.scope) : []),
    ...(inPark && may('service.view') ? await serviceItems(tx) : []),
    ...(inPark && may('pilot.view') ? await undiagnosedItems(tx) : []),
  ]
  const all = items.flatMap((item) => tasksOn(item.item).map((row) => taskOf(item, row)))
  const mine = all.filter(({ row }) => row.posts.some((post) => post === actor.post))
  const rest = all.filter(({ row }) => !row.posts.some((post) => post === actor.post))
  const calendar = await workCalendarOf(tx)
  const isTeam = ({ row }: Task) => row.posts.some((post) => sameDesk(actor, post))
  return {
    today,
    mine: listed(mine, today, calendar),
    team: listed(rest.filter(isTeam), today, calendar),
    waiting: listed(
      rest.filter((one) => !isTeam(one)),
      today,
      calendar,
    ),
  }
}

/** One thing that somebody has to do, and by when. */
type Task = { readonly from: InboxItem; readonly row: TaskRow; readonly dueOn: Day | null }

function taskOf(from: InboxItem, row: TaskRow): Task {
  return { from, row, dueOn: taskDueDay(row, { own: from.ownDay, since: dayOf(from.since) }) }
}

/** Posts of the reader's own bureau, or of the reader's own park. */
function sameDesk(actor: Actor, post: TaskRow['posts'][number]): boolean {
  const { bureau, unitKinds } = posts[post]
  const kinds: readonly string[] = unitKinds
  return kinds.includes(actor.unitKind) && bureau === actor.bureau
}

/** The most urgent are shown; all are counted. */
function listed(tasks: readonly Task[], today: Day, calendar: WorkCalendar): Inbox['mine'] {
  const sorted = [...tasks].sort((a, b) => compare(a.dueOn ?? '9999', b.dueOn ?? '9999'))
  return { tasks: sorted.slice(0, shownAtOnce).map((task) => viewOf(task, today, calendar)), total: sorted.length }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function viewOf({ from, row, dueOn }: Task, today: Day, calendar: WorkCalendar): TaskView {
  const { about, parkName, href, since } = from
  return {
    task: row.id,
    title: { zh: row.zh, en: row.en },
    clause: row.clause,
    about,
    parkName,
    href: row.act ? `${href}?act=${row.act}` : href,
    dueOn,
    workingDaysLeft: dueOn === null || dueOn < today ? null : workingDaysBetween(calendar, today, dueOn),
    since: since.toISOString(),
    posts: row.posts.map((post) => ({ zh: posts[post].zh, en: posts[post].en })),
  }
}
