import type { Day } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { addWorkingDays, type WorkCalendar, workingDaysBetween } from '../calendar/working-days.ts'
import type { NoticeRule, TrancheRule } from '../editions/edition-rules.ts'
import { describedFields } from '../guide/described-fields.ts'
import { checkWords } from '../guide/reasons.ts'
import { allRefusals, refuse } from '../guide/refuse.ts'
import { type Lifecycle, notInState } from '../lifecycle.ts'
import { asRefusal } from './tranche-conditions.ts'
import type { NoticeFacts } from './tranche-facts.ts'
import { isOut, type Tranche, trancheStateNames } from './tranche-states.ts'
import type { TrancheGate } from './tranches.ts'

export type NoticeState = 'running' | 'held' | 'over' | 'withdrawn' | 'lapsed'

/** `expire`: its last day passes, or the money is paid. `lapse`: the recommendation it announced is taken back. */
export type NoticeAction = 'object' | 'answer' | 'expire' | 'withdraw' | 'lapse'

export const noticeLifecycle: Lifecycle<NoticeState, NoticeAction> = {
  running: { object: 'held', expire: 'over', withdraw: 'withdrawn' },
  held: { object: 'held', answer: 'running', withdraw: 'withdrawn' },
  over: { lapse: 'lapsed' },
  withdrawn: { answer: 'withdrawn' },
  lapsed: { answer: 'lapsed' },
}

export const noticeStateNames: Readonly<Record<NoticeState, Text>> = {
  running: { zh: '公示中', en: 'on display' },
  held: { zh: '有异议待答复', en: 'objection to be answered' },
  over: { zh: '公示结束', en: 'display over' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  lapsed: { zh: '已失效', en: 'lapsed' },
}

export const noticeStates = Object.keys(noticeStateNames) as [NoticeState, ...NoticeState[]]

/** A published notice. `untilOn`: its last day; null: it stands until the money is paid. */
export type Notice = {
  readonly untilOn: Day | null
  readonly ended: 'withdrawn' | 'lapsed' | null
  readonly openObjections: number
  /** Whether the money it announces is paid. */
  readonly paid: boolean
}

/** Objections that one sender has answered one by one; what comes beyond is answered together with the last of them. */
export const mostOfOneSender = 3
/** Objections to one notice that are answered one by one, whoever sends them; what comes beyond is answered together with the last. */
export const mostObjections = 200
/** Additions to one objection: of one sender, and of all. */
export const mostAdditions = { ofOneSender: 20, ofAll: 1000 } as const

const publish: Text = { zh: '发布公示', en: 'publish a notice' }
const withdraw: Text = { zh: '撤回公示', en: 'withdraw the notice' }

export function noticeState(notice: Notice, today: Day): NoticeState {
  if (notice.ended) return notice.ended
  if (notice.openObjections > 0) return 'held'
  const expired = notice.untilOn === null ? notice.paid : today > notice.untilOn || notice.paid
  return expired ? 'over' : 'running'
}

/** The last day of a notice published today: the day of publication itself does not count (H10, inferred). */
export function lastDay(rule: Pick<NoticeRule, 'workingDays'>, today: Day, calendar: WorkCalendar): Day | null {
  return rule.workingDays === 0 ? null : addWorkingDays(calendar, today, rule.workingDays)
}

/** The last day by another calendar: a display that was promised is never cut short. */
export function extendedDay(
  rule: Pick<NoticeRule, 'workingDays'>,
  { publishedOn, untilOn }: { readonly publishedOn: Day; readonly untilOn: Day },
  calendar: WorkCalendar,
): Day {
  const last = lastDay(rule, publishedOn, calendar)
  return last === null || last < untilOn ? untilOn : last
}

/** How another calendar moves the last day of a display, or makes it certain; null where it does neither. */
export function movedDisplay(
  rule: Pick<NoticeRule, 'workingDays'>,
  display: { readonly publishedOn: Day; readonly untilOn: Day; readonly provisional: boolean },
  calendar: WorkCalendar,
): { readonly to: Day; readonly willBeProvisional: boolean } | null {
  const to = extendedDay(rule, display, calendar)
  const willBeProvisional = calendar.isProvisional(to)
  return to === display.untilOn && willBeProvisional === display.provisional ? null : { to, willBeProvisional }
}

/** What a tranche's gate is told about its standing notice. `daysLeft`: working days after today; 0 on the last day. */
export function noticeFacts(notice: Pick<Notice, 'untilOn'>, today: Day, calendar: WorkCalendar): NoticeFacts {
  const { untilOn } = notice
  const daysLeft = untilOn === null || today > untilOn ? 0 : workingDaysBetween(calendar, today, untilOn)
  return { untilOn, over: untilOn !== null && today > untilOn, daysLeft }
}

/** Only a recommended sum behind an open gate is announced, once at a time (G4.2, H10). */
export function mayPublish(given: {
  readonly rule: TrancheRule
  readonly tranche: Pick<Tranche, 'state' | 'no'>
  readonly gate: TrancheGate
  /** Whether a notice of this tranche stands already. */
  readonly standing: boolean
}): Refusal | null {
  const { rule, tranche, gate, standing } = given
  if (!rule.notice) return refuse('notices.not-asked', rule.clause, { no: rule.no })
  const { clause } = rule.notice
  if (isOut(tranche)) return notInState(trancheStateNames[tranche.state], publish, clause)
  const closed = allRefusals(...gate.missing.map(asRefusal))
  if (closed) return closed
  if (tranche.state === 'waiting') return refuse('notices.recommend-first', clause, { no: rule.no })
  return standing ? refuse('notices.already-standing', clause, { no: rule.no }) : null
}

/** A notice is taken down with a reason before it is over. */
export function mayWithdraw(rule: Pick<NoticeRule, 'clause'>, notice: Notice, today: Day): Refusal | null {
  const state = noticeState(notice, today)
  if (state === 'running' || state === 'held') return null
  return notInState(noticeStateNames[state], withdraw, rule.clause)
}

/** Anybody may object while the notice is on display. */
export function mayObject(rule: NoticeRule, notice: Notice, today: Day): Refusal | null {
  const { clause } = rule
  const { untilOn } = notice
  if (notice.ended) return refuse('notices.taken-down', clause)
  if (notice.paid || (untilOn !== null && today > untilOn)) return refuse('notices.period-over', clause)
  return null
}

/** An objection that another may be added to. */
export type Standing = { readonly no: number; readonly answered: boolean; readonly additions: number }

/**
 * Where an objection stands: as its own, or added to one that waits for its answer, so that no sender fills the box and nobody is shut
 * out. `fromSender`: the sender's so far, `own` the last of them; `received`: all so far, `last` the last of them.
 */
export function placeObjection(
  rule: NoticeRule,
  given: {
    readonly fromSender: number
    readonly own: Standing | null
    readonly received: number
    readonly last: Standing | null
  },
): { readonly joins: number | null } | Refusal {
  const isMany = given.fromSender >= mostOfOneSender
  const to = isMany ? given.own : given.received >= mostObjections ? given.last : null
  if (to === null || to.answered) return { joins: null }
  const most = isMany ? mostAdditions.ofOneSender : mostAdditions.ofAll
  return to.additions >= most ? refuse('notices.too-many-objections', rule.clause, { no: to.no }) : { joins: to.no }
}

/** One answer to each objection, which says something; it is published beside it, and corrected with a reason (`answer-correction.ts`). */
export function answerObjection(
  rule: NoticeRule,
  given: {
    readonly answered: boolean
    readonly text: string
    /** Additions that there are, and that were read. */
    readonly additions?: number
    readonly read?: number
  },
): Refusal | null {
  if (given.answered) return refuse('notices.answered', rule.clause)
  if ((given.additions ?? 0) !== (given.read ?? 0)) return refuse('notices.addition-unread', rule.clause)
  return checkWords(given.text, describedFields.answer, 'notices.answer-missing', rule.clause, { field: 'text' })
}
