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

/** Most objections taken to one notice, and within a minute: a box on the open net must not be filled by a machine. */
export const mostObjections = 200
export const mostObjectionsAMinute = 5

const publish: Text = { zh: '发布公示', en: 'publish a notice' }
const withdraw: Text = { zh: '撤回公示', en: 'withdraw the notice' }

export function noticeState(notice: Notice, today: Day): NoticeState {
  if (notice.ended) return notice.ended
  if (notice.openObjections > 0) return 'held'
  const expired = notice.untilOn === null ? notice.paid : today > notice.untilOn || notice.paid
  return expired ? 'over' : 'running'
}

/** The last day of a notice published today: the day of publication itself does not count (H10, inferred). */
export function lastDay(rule: NoticeRule, today: Day, calendar: WorkCalendar): Day | null {
  return rule.workingDays === 0 ? null : addWorkingDays(calendar, today, rule.workingDays)
}

/** The last day by another calendar: a display that was promised is never cut short. */
export function extendedDay(
  rule: NoticeRule,
  { publishedOn, untilOn }: { readonly publishedOn: Day; readonly untilOn: Day },
  calendar: WorkCalendar,
): Day {
  const last = lastDay(rule, publishedOn, calendar)
  return last === null || last < untilOn ? untilOn : last
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
export function mayWithdraw(rule: NoticeRule, notice: Notice, today: Day): Refusal | null {
  const state = noticeState(notice, today)
  if (state === 'running' || state === 'held') return null
  return notInState(noticeStateNames[state], withdraw, rule.clause)
}

/** Anybody may object while the notice is on display; `received`: objections so far, in all and within the last minute. */
export function mayObject(
  rule: NoticeRule,
  notice: Notice,
  given: { readonly today: Day; readonly received: number; readonly lastMinute: number },
): Refusal | null {
  const { clause } = rule
  const { untilOn } = notice
  if (notice.ended) return refuse('notices.taken-down', clause)
  if (notice.paid || (untilOn !== null && given.today > untilOn)) return refuse('notices.period-over', clause)
  const tooMany = given.received >= mostObjections || given.lastMinute >= mostObjectionsAMinute
  return tooMany ? refuse('notices.too-many-objections', clause) : null
}

/** One answer to each objection, which says something; it is published beside it, and corrected with a reason (`answer-correction.ts`). */
export function answerObjection(
  rule: NoticeRule,
  given: { readonly answered: boolean; readonly text: string },
): Refusal | null {
  if (given.answered) return refuse('notices.answered', rule.clause)
  return checkWords(given.text, describedFields.answer, 'notices.answer-missing', rule.clause, { field: 'text' })
}
