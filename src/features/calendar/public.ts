import type { Tx } from '../../platform/database/connect.ts'
import { type FilingException, locksOn, whyLocked } from '../../policy/deadlines.ts'
import { type Edition, obligationOf } from '../../policy/edition.ts'
import type { ObligationId } from '../../policy/edition-rules.ts'
import type { Day } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { filedOnOf, openException } from './filed.ts'

export { type Duty, dutiesOf } from './duties.ts'
export { keyOf, openExceptions } from './filed.ts'
export { hrefFor } from './links.ts'

/** The exception that holds a locked filing open on a day, or null. */
export async function exceptionFor(
  tx: Tx,
  filing: { batchId: string; unitId: string; kind: string; period: string },
  today: Day,
): Promise<FilingException | null> {
  return openException(tx, filing, today)
}

/** Why a filing cannot be submitted today because its period is locked, or null. Reads nothing before the lock. */
export async function lockOn(
  tx: Tx,
  edition: Edition,
  filing: { id: string; batchId: string; unitId: string; kind: string; period: string; dueOn: Day },
  today: Day,
): Promise<Refusal | null> {
  const rule = obligationOf(edition, filing.kind as ObligationId)
  const last = locksOn(rule, filing.dueOn)
  if (last === null || today <= last) return null
  const filedOn = await filedOnOf(tx, filing.id)
  return whyLocked(rule, { dueOn: filing.dueOn, filedOn }, await exceptionFor(tx, filing, today), today)
}
