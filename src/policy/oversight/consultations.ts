import { sameName } from '../../shared/clean.ts'
import { type Day, dayOf, daysBetween, isDay } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { batchPeriod, type Edition } from '../editions/edition.ts'
import { clauseIn } from '../editions/edition-clauses.ts'
import type { Clause } from '../guide/clauses.ts'
import { describedFields } from '../guide/described-fields.ts'
import { checkWords } from '../guide/reasons.ts'
import { allRefusals, both, refuse, refuseDay } from '../guide/refuse.ts'
import { type Lifecycle, nextState, notInState } from '../lifecycle.ts'
import { isAdministrator } from '../people/administrators.ts'
import { inScope, isPost, type Post, permits, postList, posts } from '../people/roles.ts'

/** How people consulted; inferred. */
export const consultationWays = {
  meeting: { zh: '会议', en: 'Meeting' },
  video: { zh: '视频会议', en: 'Video meeting' },
  'site-visit': { zh: '现场会商', en: 'On site' },
  phone: { zh: '电话', en: 'Phone' },
  letter: { zh: '书面', en: 'In writing' },
} as const satisfies Record<string, Text>

export type ConsultationWay = keyof typeof consultationWays

export type DecisionState = 'open' | 'done' | 'cancelled'
export type DecisionAction = 'complete' | 'cancel'

export const decisionLifecycle: Lifecycle<DecisionState, DecisionAction> = {
  open: { complete: 'done', cancel: 'cancelled' },
  done: {},
  cancelled: {},
}

export const decisionStateNames: Readonly<Record<DecisionState, Text>> = {
  open: { zh: '办理中', en: 'open' },
  done: { zh: '已完成', en: 'done' },
  cancelled: { zh: '已撤销', en: 'called off' },
}

const actionNames: Readonly<Record<DecisionAction, Text>> = {
  complete: { zh: '办结', en: 'finish it' },
  cancel: { zh: '撤销', en: 'call it off' },
}

/** A unit as the rule sees it. */
export type MinutedUnit = { readonly id: string; readonly name: string; readonly kind: string; readonly scope: string }

export type Minutes = {
  readonly heldOn: Day
  readonly participants: readonly { readonly unit: MinutedUnit | null; readonly person: string }[]
  readonly decisions: readonly {
    readonly what: string
    readonly unit: MinutedUnit | null
    readonly post: string
    readonly dueOn: Day
  }[]
}

/**
 * Whether minutes may be recorded (G5.1): of a day that has come and lies in the batch's time, with at least two people, nobody
 * from outside the recorder's subtree but who stands above it, nobody of one unit twice; each decision with a unit below, a post
 * of it and a day.
 */
export function recordConsultation(
  edition: Edition,
  firstYear: number,
  minutes: Minutes,
  given: { readonly scope: string; readonly today: Day },
): Refusal | null {
  const clause = clauseIn(edition, 'G5.1')
  const { heldOn, participants, decisions } = minutes
  const { from } = batchPeriod(edition, firstYear)
  return allRefusals(
    checkHeldOn(heldOn, { clause, from, today: given.today }),
    participants.length < 2 ? refuse('consultation.no-participants', clause, {}, 'participants') : null,
    ...participants.map(({ unit }, i) => {
      const field = `participants.${i}.unitId`
      if (!unit) return refuse('consultation.unit-missing', clause, {}, field)
      const near = inScope(given.scope, unit.scope) || inScope(unit.scope, given.scope)
      return near ? null : refuse('consultation.foreign-unit', clause, { unit: unit.name }, field)
    }),
    ...participants.map(({ unit, person }, i) => {
      const first = participants.findIndex((one) => one.unit?.id === unit?.id && sameName(one.person, person))
      if (unit === null || first === i) return null
      const fields = [i, first].flatMap((at) => [`participants.${at}.person`, `participants.${at}.unitId`])
      return refuse('consultation.person-twice', clause, { person }, fields as [string, ...string[]])
    }),
    ...decisions.flatMap((decision, i) => {
      const field = `decisions.${i}`
      return [
        checkResponsible(decision, { clause, scope: given.scope, field }),
        checkDueOn(decision.dueOn, { clause, heldOn, field: `${field}.dueOn` }),
      ]
    }),
  )
}

function checkHeldOn(
  day: Day,
  { clause, from, today }: { readonly clause: Clause; readonly from: Day; readonly today: Day },
): Refusal | null {
  const field = 'heldOn'
  if (!isDay(day)) return refuseDay(day, clause, field)
  if (day > today) return refuse('consultation.not-yet-held', clause, { day }, field)
  return day < from ? refuse('consultation.before-batch', clause, { day, from }, field) : null
}

/** A day that is none is told for itself; only a day can be held against a day. */
function checkDueOn(
  day: Day,
  { clause, heldOn, field }: { readonly clause: Clause; readonly heldOn: Day; readonly field: string },
): Refusal | null {
  if (!isDay(day)) return refuseDay(day, clause, field)
  return isDay(heldOn) && day < heldOn
    ? refuse('consultation.due-before-held', clause, { day }, [field, 'heldOn'])
    : null
}

/** Whether somebody who sits below the recorder is responsible for a decision. */
function checkResponsible(
  { unit, post }: Minutes['decisions'][number],
  { clause, scope, field }: { readonly clause: Clause; readonly scope: string; readonly field: string },
): Refusal | null {
  const parts = [`${field}.unitId`, `${field}.post`] as const
  if (unit === null || post === '') return refuse('consultation.nobody-responsible', clause, {}, parts)
  if (!inScope(scope, unit.scope))
    return refuse('consultation.foreign-unit', clause, { unit: unit.name }, `${field}.unitId`)
  if (isPost(post) && sitsIn(post, unit.kind)) return null
  const name = isPost(post) ? posts[post] : { zh: post, en: post }
  return refuse('consultation.post-not-in-unit', clause, { unit: unit.name, ...both('post', name) }, [
    parts[1],
    parts[0],
  ])
}

function sitsIn(post: Post, unitKind: string): boolean {
  const kinds: readonly string[] = posts[post].unitKinds
  return !isAdministrator(post) && kinds.includes(unitKind)
}

/** Posts of a unit of that kind that can be made responsible. */
export function postsOfUnit(unitKind: string): Post[] {
  return postList.filter((post) => sitsIn(post, unitKind) && permits(post, 'consultation.answer'))
}

export type Decision = {
  readonly state: DecisionState
  readonly unitId: string
  readonly unitName: string
  readonly post: Post
  /** The unit whose minutes it stands in. */
  readonly recorderId: string
}

/** Done by the responsible post of the responsible unit, or called off by the unit whose minutes they are; both say why (G5.1). */
export function closeDecision(
  decision: Decision,
  action: DecisionAction,
  given: { readonly unitId: string; readonly post: string; readonly note: string },
): DecisionState | Refusal {
  const next = nextState(decisionLifecycle, decision.state, action)
  if (next === null) return notInState(decisionStateNames[decision.state], actionNames[action], 'G5.1')
  const { unitId, unitName, post, recorderId } = decision
  if (action === 'complete' && (given.unitId !== unitId || given.post !== post)) {
    return refuse('consultation.not-the-responsible', 'G5.1', { unit: unitName, ...both('post', posts[post]) })
  }
  if (action === 'cancel' && given.unitId !== recorderId) return refuse('consultation.not-the-recorder', 'G5.1')
  const name = action === 'complete' ? describedFields.decisionDone : describedFields.reason
  return checkWords(given.note, name, 'consultation.closed-without-note', 'G5.1', { field: 'note' }) ?? next
}

/** By how many days a decision was done after its day; 0 for one in time, still open, or called off. */
export function doneLateDays(decision: {
  readonly state: DecisionState
  readonly dueOn: Day
  readonly closedAt: Date | null
}): number {
  const { state, dueOn, closedAt } = decision
  return state === 'done' && closedAt ? Math.max(0, daysBetween(dueOn, dayOf(closedAt))) : 0
}

/** Later words stand below the minutes, written by the unit that recorded them. */
export function amendConsultation(
  consultation: { readonly recorderId: string },
  given: { readonly unitId: string; readonly amendment: string },
): Refusal | null {
  if (given.unitId !== consultation.recorderId) return refuse('consultation.not-the-recorder', 'G5.1')
  return checkWords(given.amendment, describedFields.amendment, 'consultation.empty-amendment', 'G5.1', {
    field: 'amendment',
  })
}
