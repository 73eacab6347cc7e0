import { type Day, isDay } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Edition } from '../editions/edition.ts'
import { clauseIn } from '../editions/edition-clauses.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkReason, checkReasonIfGiven } from '../guide/reasons.ts'
import { allRefusals, refuse, refuseDay } from '../guide/refuse.ts'
import { isOut, type Tranche } from './tranche-states.ts'

/** The clause of the provincial filing number. */
export function filingClause(edition: Edition): Clause {
  return clauseIn(edition, 'G4.3')
}

/** What the provincial platform gave for a disbursement: its number, under which name, on which day. */
export type PlatformFiling = { readonly number: string; readonly name: string; readonly filedOn: Day }

/** The number of the platform as it is kept. */
export function filingNumber(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

/** Whether a tranche can be filed at all: the money is out (G4.3). */
export function mayFile(tranche: Pick<Tranche, 'no' | 'state'>, clause: Clause): Refusal | null {
  return isOut(tranche) ? null : refuse('disbursement.after-release', clause, { no: tranche.no })
}

/** The filing as it is kept, or why not; a later one corrects the one before and says why (G4.3). */
export function fileDisbursement(given: {
  readonly tranche: Pick<Tranche, 'no' | 'state'>
  readonly paidOn: Day | null
  readonly filing: PlatformFiling
  readonly today: Day
  /** What this disbursement was filed under before. */
  readonly before: PlatformFiling | null
  readonly reason: string
  /** Whether the number stands on record in the province. */
  readonly taken: boolean
  readonly clause: Clause
}): PlatformFiling | Refusal {
  const { clause } = given
  const no = mayFile(given.tranche, clause)
  if (no) return no
  const { before } = given
  const number = filingNumber(given.filing.number)
  const name = given.filing.name.trim()
  const { filedOn } = given.filing
  const wrong = allRefusals(
    number === '' ? refuse('disbursement.number-missing', clause, {}, 'number') : null,
    given.taken && before?.number !== number ? refuse('disbursement.taken', clause, { number }, 'number') : null,
    name === '' ? refuse('disbursement.name-missing', clause, {}, 'name') : null,
    checkFiledOn(filedOn, given),
    before
      ? checkReason(given.reason, 'disbursement.reason-missing', clause)
      : checkReasonIfGiven(given.reason, clause),
  )
  const same = before?.number === number && before.name === name && before.filedOn === filedOn
  return wrong ?? (same ? refuse('common.nothing-changed', clause) : { number, name, filedOn })
}

function checkFiledOn(
  day: Day,
  { today, paidOn, clause }: { readonly today: Day; readonly paidOn: Day | null; readonly clause: Clause },
): Refusal | null {
  if (!isDay(day)) return refuseDay(day, clause, 'filedOn')
  if (day > today) return refuse('common.day-in-future', clause, { day, today }, 'filedOn')
  if (paidOn === null || day >= paidOn) return null
  return refuse('disbursement.before-payment', clause, { day, paid: paidOn }, 'filedOn')
}
