import { type Day, isDay } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Clause } from '../guide/clauses.ts'
import { allRefusals, both, refuse, refuseDay } from '../guide/refuse.ts'
import { listedGaps } from './tranche-conditions.ts'
import type { TrancheGate } from './tranches.ts'

type PaymentDays = {
  readonly paidOn: Day
  readonly recommendedOn: Day
  readonly today: Day
  /** The gate now, and as it stood when the day of the payment ended. */
  readonly gate: TrancheGate
  readonly gateThen: TrancheGate
}

/** The day on the voucher: not in the future, not before the recommendation, and every gate was open on it (G4.2). */
export function checkPaidOn({ paidOn: day, recommendedOn, today, gate, gateThen }: PaymentDays): Refusal | null {
  const field = 'paidOn'
  if (!isDay(day)) return refuseDay(day, gate.clause, field)
  if (day > today) return refuse('common.day-in-future', gate.clause, { day, today }, field)
  const early =
    day < recommendedOn
      ? refuse('funds.paid-before-recommendation', gate.clause, { day, recommended: recommendedOn }, field)
      : null
  // A field is told of once; what else stood against the day goes into the sentence.
  return allRefusals(early, closedThen(day, { gate, gateThen }, early ? null : field))
}

/** What was closed on the day of the payment and is open now; what is closed now is refused for itself. */
function closedThen(
  day: Day,
  { gate, gateThen }: Pick<PaymentDays, 'gate' | 'gateThen'>,
  field: 'paidOn' | null,
): Refusal | null {
  const now = new Set([...gate.missing, ...gate.held].map(({ condition, code }) => `${condition}/${code}`))
  const then = [...gateThen.missing, ...gateThen.held].filter(({ condition, code }) => !now.has(`${condition}/${code}`))
  const [first] = then
  return first
    ? refuse('funds.closed-on-that-day', first.clause, { day, ...both('gates', listedGaps(then)) }, field)
    : null
}

type ReceiptDays = { readonly receivedOn: Day; readonly paidOn: Day; readonly today: Day; readonly clause: Clause }

/** Whether a tranche can have arrived on that day: not before the finance bureau paid it, nor in the future (G4.2). */
export function checkReceivedOn({ receivedOn: day, paidOn, today, clause }: ReceiptDays): Refusal | null {
  const field = 'receivedOn'
  if (!isDay(day)) return refuseDay(day, clause, field)
  if (day > today) return refuse('common.day-in-future', clause, { day, today }, field)
  return day < paidOn ? refuse('funds.received-before-payment', clause, { day, paid: paidOn }, field) : null
}
