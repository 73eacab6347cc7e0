import type { z } from 'zod'
import type { Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { workCalendar } from '../../platform/work-calendar.ts'
import { isPost, type Permission, permits, posts } from '../../policy/roles.ts'
import { type TaskRow, tasksOn, taskTitle } from '../../policy/tasks.ts'
import { workingDaysBetween } from '../../policy/working-days.ts'
import { addDays, type Day, dayOf } from '../../shared/dates.ts'
import type { showInbox, TaskView } from './contract.ts'
import { decisionThings } from './decision-things.ts'
import { formThings } from './form-things.ts'
import { matterThings } from './matter-things.ts'
import { disbursementThings, objectionThings } from './money-things.ts'
import {
  filingThings,
  owedReturnThings,
  serviceThings,
  trancheThings,
  undiagnosedThings,
  type Waiting,
} from './things.ts'

type Inbox = z.input<typeof showInbox.reply>

/** How many tasks of a list are shown at once. */
const shownAtOnce = 100

/** What waits in the reader's scope and is theirs to see, by who must act: the reader, a colleague of the same unit, or somebody else. */
export async function showInboxView(tx: Tx, actor: Actor, now: Date): Promise<Inbox> {
  const today = dayOf(now)
  const inPark = actor.unitKind === 'park' || actor.unitKind === 'enterprise'
  const may = (permission: Permission) => isPost(actor.post) && permits(actor.post, permission)
  const waiting = [
    ...(may('plan.view') ? await filingThings(tx) : []),
    ...(may('filing.view') ? await formThings(tx, actor, now) : []),
    ...(may('matter.view') ? await matterThings(tx) : []),
    ...(may('funds.view') ? await trancheThings(tx, now) : []),
    ...(may('notice.view') ? await objectionThings(tx) : []),
    ...(!inPark && may('funds.view') ? await disbursementThings(tx) : []),
    ...(may('consultation.view') ? await decisionThings(tx, actor.scope) : []),
    ...(may('return.view') ? await owedReturnThings(tx, today) : []),
    ...(inPark && may('service.view') ? await serviceThings(tx) : []),
    ...(inPark && may('pilot.view') ? await undiagnosedThings(tx) : []),
  ]
  const all = waiting.flatMap((one) => tasksOn(one.thing).map((row) => ({ row, view: shown(one, row) })))
  const mine = all.filter(({ row }) => row.posts.some((post) => post === actor.post))
  const rest = all.filter((one) => !mine.includes(one))
  const isTeam = ({ row }: { row: TaskRow }) => row.posts.some((post) => sameDesk(actor, post))
  return {
    today,
    mine: listed(mine, today),
    team: listed(rest.filter(isTeam), today),
    waiting: listed(
      rest.filter((one) => !isTeam(one)),
      today,
    ),
  }
}

/** Posts of the reader's own bureau, or of the reader's own park. */
function sameDesk(actor: Actor, post: TaskRow['posts'][number]): boolean {
  const { bureau, unitKinds } = posts[post]
  const kinds: readonly string[] = unitKinds
  return kinds.includes(actor.unitKind) && bureau === actor.bureau
}

function listed(found: { view: TaskView }[], today: Day): Inbox['mine'] {
  const sorted = found.map((one) => one.view).sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999', 'en'))
  const tasks = sorted.slice(0, shownAtOnce).map((task) => ({ ...task, workingDaysLeft: daysLeft(task.dueOn, today) }))
  return { tasks, total: sorted.length }
}

function shown({ thing, about, parkName, href, since, obligationDay, clause }: Waiting, row: TaskRow): TaskView {
  return {
    task: row.id,
    title: taskTitle(row, thing),
    clause: clause ?? row.clause,
    about,
    parkName,
    href,
    dueOn: dueOf(row, since, obligationDay),
    workingDaysLeft: null,
    since: since.toISOString(),
    posts: row.posts.map((post) => ({ zh: posts[post].zh, en: posts[post].en })),
  }
}

function daysLeft(dueOn: Day | null, today: Day): number | null {
  return dueOn === null || dueOn < today ? null : workingDaysBetween(workCalendar, today, dueOn)
}

function dueOf({ due }: TaskRow, since: Date, obligationDay: string | null): string | null {
  if (due === null) return null
  return due.by === 'days' ? addDays(dayOf(since), due.days) : obligationDay
}
