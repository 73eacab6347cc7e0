import { type Day, isDay } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { refuse } from '../guide/refuse.ts'

type ReceiptDays = { readonly receivedOn: Day; readonly paidOn: Day; readonly today: Day }

/** Whether a tranche can have arrived on that day: not before the finance bureau paid it, nor in the future (G4.2). */
export function checkReceivedOn({ receivedOn: day, paidOn, today }: ReceiptDays): Refusal | null {
  const field = 'receivedOn'
  if (!isDay(day)) return refuse('common.bad-day', null, { day }, field)
  if (day > today) return refuse('common.day-in-future', 'G4.2', { day, today }, field)
  return day < paidOn ? refuse('funds.received-before-payment', 'G4.2', { day, paid: paidOn }, field) : null
}
