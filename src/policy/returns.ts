import { type Day, daysBetween } from '../shared/dates.ts'
import { cadenceOf, nextPeriod, type PeriodCode, periodDays, periodName } from '../shared/periods.ts'
import { type Facts, isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Text } from '../shared/words.ts'
import { anyCadence, cadenceWords } from './cadence-words.ts'
import type { Clause } from './clauses.ts'
import { isOver } from './deadlines.ts'
import { type Edition, returnPeriods } from './edition.ts'
import type { ObligationRule } from './edition-rules.ts'
import { type Lifecycle, nextState, notInState } from './lifecycle.ts'
import { both, refuse } from './refuse.ts'
import type { Post } from './roles.ts'

export type ReturnState = 'open' | 'submitted' | 'accepted' | 'recorded'
export type ReturnAction = 'explain' | 'submit' | 'accept' | 'record'

export const returnLifecycle: Lifecycle<ReturnState, ReturnAction> = {
  open: { explain: 'open', submit: 'submitted' },
  submitted: { accept: 'accepted' },
  accepted: { record: 'recorded' },
  recorded: {},
}

export const returnStateNames: Readonly<Record<ReturnState, Text>> = {
  open: { zh: '填报中', en: 'open' },
  submitted: { zh: '待核定', en: 'submitted' },
  accepted: { zh: '已核定', en: 'accepted' },
  recorded: { zh: '已备案', en: 'on record' },
}

const actionNames: Readonly<Record<ReturnAction, Text>> = {
  explain: { zh: '填写说明', en: 'explain it' },
  submit: { zh: '报送', en: 'submit it' },
  accept: { zh: '核定', en: 'accept it' },
  record: { zh: '备案', en: 'take it on record' },
}

/** The state after an action, or why it is refused (G3.5, H6): by the clause under which the edition wants the table. */
export function stepReturn(state: ReturnState, action: ReturnAction, clause: Clause): ReturnState | Refusal {
  return nextState(returnLifecycle, state, action) ?? notInState(returnStateNames[state], actionNames[action], clause)
}

/** Whether a return may be opened: a period of the period, over by today, the one before already opened. */
export function mayOpenReturn(
  edition: Edition,
  firstYear: number,
  given: {
    readonly period: PeriodCode
    readonly today: Day
    readonly opened: readonly PeriodCode[]
  },
): Refusal | null {
  const { period, today, opened } = given
  const { clause } = edition.returns
  const periods = returnPeriods(edition, firstYear)
  if (!periods.includes(period)) return refuse('returns.no-return-owed', clause, periodFacts(period), 'period')
  if (opened.includes(period)) return refuse('returns.opened-before', clause, periodFacts(period), 'period')
  if (!isOver(period, today)) {
    const { to: day } = periodDays(period)
    return refuse('returns.period-not-over', clause, { ...periodFacts(period), day }, 'period')
  }
  const before = periods[periods.indexOf(period) - 1]
  if (before !== undefined && !opened.includes(before))
    return refuse('returns.one-before-missing', clause, periodFacts(before), 'period')
  return null
}

/** A period and what its table is called, as facts of a refusal. */
export function periodFacts(period: PeriodCode): Facts {
  const cadence = cadenceOf(period)
  const name = (cadence ? cadenceWords[cadence] : anyCadence).return
  return { period, ...both('period', periodName(period)), ...both('return', name) }
}

/** The authority above takes an accepted return on record, where the edition has one; never who made it or accepted it. */
export function recordReturn(
  state: ReturnState,
  given: {
    readonly rule: Pick<ObligationRule, 'records' | 'clause'>
    readonly post: Post
    readonly by: string
    readonly makers: readonly string[]
  },
): ReturnState | Refusal {
  const { clause, records } = given.rule
  if (records.length === 0) return refuse('returns.not-recorded', clause)
  const next = stepReturn(state, 'record', clause)
  if (isRefusal(next)) return next
  if (!records.includes(given.post)) return refuse('filing.not-the-recorder', clause)
  if (given.makers.includes(given.by)) return refuse('review.maker-cannot-review', clause)
  return next
}

/** Whether all tables of a county for a period may be taken on record together: when none is missing any more. */
export function recordCounty(given: {
  readonly rule: Pick<ObligationRule, 'records' | 'clause'>
  readonly post: Post
  readonly parks: readonly { readonly name: string; readonly state: ReturnState | null }[]
}): Refusal | null {
  const { parks, post } = given
  const { clause, records } = given.rule
  if (records.length === 0) return refuse('returns.not-recorded', clause)
  if (!records.includes(post)) return refuse('filing.not-the-recorder', clause)
  const missing = parks.filter(({ state }) => state === null || !isAccepted(state)).map((park) => park.name)
  if (missing.length > 0) return refuse('returns.county-incomplete', clause, { parks: missing.join('、') })
  if (parks.every(({ state }) => state === 'recorded')) return refuse('returns.county-recorded', clause)
  return null
}

/** Whether the county has judged it, and its figures are final. */
export function isAccepted(state: ReturnState): boolean {
  return state === 'accepted' || state === 'recorded'
}

/** The park's submission: behind time without a reason is a gap. `rows` as computed; the park cannot overtype them. */
export function submitReturn(
  state: ReturnState,
  rows: readonly { readonly indicator: string; readonly gap: number | null; readonly reason: string }[],
  clause: Clause,
): ReturnState | Refusal {
  const next = stepReturn(state, 'submit', clause)
  if (isRefusal(next)) return next
  for (const row of rows) {
    if (row.gap !== null && row.gap < 0 && row.reason.trim() === '') {
      return refuse(
        'returns.reason-for-delay-missing',
        clause,
        { indicator: row.indicator, gap: Math.abs(row.gap) },
        `rows.${row.indicator}.reason`,
      )
    }
  }
  return next
}

/** What the county accepts of a figure. */
export type AcceptedRow = {
  readonly indicator: string
  readonly computed: number | null
  readonly accepted: number | null
  readonly reason: string
}

/** The county may leave a figure or reduce it with a reason; never raise it, nor put one where there is none (G3.5). */
export function acceptRow(
  row: { readonly indicator: string; readonly computed: number | null },
  accepted: number | null,
  reason: string,
  clause: Clause,
): AcceptedRow | Refusal {
  const { indicator, computed } = row
  const field = `rows.${indicator}.accepted`
  const why = reason.trim()
  if (computed === null || accepted === null) {
    if (accepted !== computed) return refuse('returns.figure-out-of-nothing', clause, { indicator }, field)
    return { indicator, computed, accepted, reason: why }
  }
  if (!Number.isFinite(accepted) || accepted < 0) return refuse('returns.bad-figure', clause, { indicator }, field)
  if (accepted > computed) return refuse('returns.figure-raised', clause, { indicator, accepted, computed }, field)
  if (accepted < computed && why === '')
    return refuse('returns.reduced-without-reason', clause, { indicator }, `rows.${indicator}.reason`)
  return { indicator, computed, accepted, reason: why }
}

export type Timeliness = { readonly state: 'on-time' | 'late' | 'due' | 'overdue'; readonly days: number }

/** Filed: on time, or so many days late. Not filed: so many days left, or overdue. */
export function timeliness(dueDay: Day, submittedOn: Day | null, today: Day): Timeliness {
  const over = daysBetween(dueDay, submittedOn ?? today)
  if (submittedOn !== null) return { state: over > 0 ? 'late' : 'on-time', days: Math.max(0, over) }
  return over > 0 ? { state: 'overdue', days: over } : { state: 'due', days: 0 - over }
}

/** The period whose return carries a correction to a submitted one: the first later one that is not submitted; null after the last. */
export function correctionPeriod(
  edition: Edition,
  firstYear: number,
  corrected: PeriodCode,
  submitted: readonly PeriodCode[],
): PeriodCode | null {
  const periods = returnPeriods(edition, firstYear)
  for (let period = nextPeriod(corrected); periods.includes(period); period = nextPeriod(period)) {
    if (!submitted.includes(period)) return period
  }
  return null
}
