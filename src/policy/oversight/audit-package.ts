import { type Day, daysBetween } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { refuse } from '../guide/refuse.ts'

/** What an auditor's package holds, by its paths. `ledger` and `evidence` for whoever may read the records of pilots. */
export const packagePapers = {
  about: 'README.txt',
  events: 'events.jsonl',
  accounts: 'accounts.csv',
  seals: 'seals.jsonl',
  ledger: 'ledger.csv',
  evidence: 'evidence.csv',
  manifest: 'manifest.json',
} as const

/** As many days as one package covers: a year of whatever length. */
export const mostPackageDays = 366

/** Days of a package, both counted. */
export function checkPackageDays(from: Day, to: Day): Refusal | null {
  if (from > to) return refuse('audit.bad-range', null, {}, ['from', 'to'])
  const days = daysBetween(from, to) + 1
  return days > mostPackageDays ? refuse('audit.range-too-long', null, { most: mostPackageDays }, ['from', 'to']) : null
}
