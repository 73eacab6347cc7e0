import type { Tx } from '../../../platform/database/connect.ts'
import { type FilingException, locksOn, whyLocked } from '../../../policy/calendar/deadlines.ts'
import type { ObligationRule } from '../../../policy/editions/edition-rules.ts'
import type { Day } from '../../../shared/dates.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import { type FilingKey, keyOf } from './duty.ts'
import { filedOnOf } from './filed-on.ts'

/** The exceptions that are open on a day, by `keyOf` what they are for. */
export async function openExceptions(tx: Tx, today: Day): Promise<Map<string, FilingException>> {
  const rows = await tx
    .selectFrom('filingExceptions')
    .select(['batchId', 'unitId', 'kind', 'period', 'until'])
    .where('until', '>=', today)
    .execute()
  return new Map(rows.map(({ until, ...of }) => [keyOf(of), { until }]))
}

/** The exception that holds one locked filing open on a day, or null. */
export async function openException(tx: Tx, of: FilingKey, today: Day): Promise<FilingException | null> {
  const found = await tx
    .selectFrom('filingExceptions')
    .select('until')
    .where('batchId', '=', of.batchId)
    .where('unitId', '=', of.unitId)
    .where('kind', '=', of.kind as 'plan')
    .where('period', '=', of.period)
    .where('until', '>=', today)
    .executeTakeFirst()
  return found ?? null
}

/**
 * Why something cannot be filed for the first time today because its period is locked, or null. `id`: of its filing, null
 * while nobody has begun. Reads nothing before the lock.
 */
export async function whyLockedNow(
  tx: Tx,
  rule: Pick<ObligationRule, 'of' | 'locksAfterDays' | 'clause' | 'zh' | 'en'>,
  filing: FilingKey & { readonly id: string | null; readonly dueOn: Day },
  today: Day,
): Promise<Refusal | null> {
  const last = locksOn(rule, filing.dueOn)
  if (last === null || today <= last) return null
  const filedOn = filing.id === null ? null : await filedOnOf(tx, filing.id)
  return whyLocked(rule, { dueOn: filing.dueOn, filedOn }, await openException(tx, filing, today), today)
}
