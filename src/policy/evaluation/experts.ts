import { sameName } from '../../shared/clean.ts'
import { type Day, isDay } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { isUsableUscc } from '../../shared/uscc.ts'
import type { Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, both, refuse, refuseDay } from '../guide/refuse.ts'
import type { Evaluation } from './course.ts'

/** What an expert declares before scoring. */
export const declarations = {
  free: { zh: '无利害关系', en: 'not bound to it' },
  bound: { zh: '有利害关系，回避', en: 'bound to it, steps aside' },
} as const satisfies Record<string, Text>
export type Declaration = keyof typeof declarations
export const declarationList = Object.keys(declarations) as [Declaration, ...Declaration[]]

/** The seat of one expert on one evaluation: from–to, both included; what was declared, null before; whether it was taken back. */
export type ExpertSeat = {
  readonly from: Day
  readonly to: Day
  readonly declared: Declaration | null
  readonly takenBack: boolean
}

/** A unit by its name and its credit code; null where it has none. */
type NamedUnit = { readonly name: string; readonly uscc: string | null }

/** Who an expert works for, and to whom that binds: the park, its agencies, its enterprises. */
export type Employer = NamedUnit & { readonly boundTo: readonly NamedUnit[] }

/** Why somebody is given no seat: named before, days that do not work, or an employer with a stake in the pilot (G5.3). */
export function mayNameExpert(
  given: {
    readonly from: Day
    readonly to: Day
    readonly today: Day
    readonly namedBefore: boolean
    readonly employer: Employer
  },
  clause: Clause,
): Refusal | null {
  const { from, to, today, namedBefore, employer } = given
  const days = [from, to].map(isDay)
  const { uscc } = employer
  const stake = employer.boundTo.find((one) => sameUnit(one, employer))
  return allRefusals(
    namedBefore ? refuse('evaluation.expert-named-before', clause, {}, 'accountId') : null,
    days[0] ? null : refuseDay(from, clause, 'from'),
    days[1] ? null : refuseDay(to, clause, 'to'),
    days.every(Boolean) && to < from ? refuse('evaluation.seat-ends-before', clause, { from, to }, 'to') : null,
    days.every(Boolean) && to >= from && to < today
      ? refuse('evaluation.seat-over', clause, { to, today }, 'to')
      : null,
    uscc === null || isUsableUscc(uscc, false) ? null : refuse('unit.bad-uscc', clause, {}, 'employerUscc'),
    stake ? refuse('evaluation.expert-bound', clause, { whoZh: stake.name, whoEn: stake.name }, 'accountId') : null,
  )
}

/**
 * Why a seat is not taken back (G5.3): the result stands in a report, there is no such seat, it was taken back before, or no reason.
 * What was scored from it stays on record and counts in no mean: who may be bound to the park has no part in it.
 */
export function mayTakeSeatBack(
  evaluation: Pick<Evaluation, 'reported'>,
  seat: ExpertSeat | null,
  reason: string,
  clause: Clause,
): Refusal | null {
  if (evaluation.reported) return refuse('evaluation.reported', clause)
  if (!seat) return refuse('evaluation.seat-of-nobody', clause, {}, 'accountId')
  if (seat.takenBack) return refuse('evaluation.seat-taken-back-before', clause, {}, 'accountId')
  return checkReason(reason, 'common.reason-missing', clause)
}

/** A code may be left out, so a name alone tells too. */
function sameUnit(one: NamedUnit, other: NamedUnit): boolean {
  return (one.uscc !== null && one.uscc === other.uscc) || sameName(one.name, other.name)
}

/** Why an expert cannot declare: not within the seat's days, declared before, or bound without saying to whom. */
export function mayDeclare(
  seat: ExpertSeat | null,
  given: { readonly today: Day; readonly declared: Declaration; readonly reason: string },
  clause: Clause,
): Refusal | null {
  const no = outsideSeat(seat, given.today, clause)
  if (no) return no
  if (seat?.declared) return refuse('evaluation.declared-before', clause, both('declared', declarations[seat.declared]))
  return given.declared === 'bound' ? checkReason(given.reason, 'evaluation.bound-without-reason', clause) : null
}

/** Why an expert cannot score: no seat, not within its days, nothing declared, or bound to the park. */
export function mayScore(seat: ExpertSeat | null, today: Day, clause: Clause): Refusal | null {
  const no = outsideSeat(seat, today, clause)
  if (no) return no
  if (seat?.declared === 'bound') return refuse('evaluation.stepped-aside', clause)
  return seat?.declared === 'free' ? null : refuse('evaluation.not-declared', clause)
}

function outsideSeat(seat: ExpertSeat | null, today: Day, clause: Clause): Refusal | null {
  if (!seat) return refuse('evaluation.no-seat', clause)
  if (seat.takenBack) return refuse('evaluation.seat-taken-back', clause)
  const { from, to } = seat
  return from <= today && today <= to ? null : refuse('evaluation.outside-seat', clause, { from, to })
}
