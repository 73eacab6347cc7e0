import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Day } from '../../../shared/dates.ts'
import type { Fen } from '../../../shared/money.ts'

/** What the county's plan lays down for one tranche of a pilot (G4.1). */
export type PlannedTranche = { no: number; amountFen: Fen; plannedOn: Day }

/**
 * The tranches of a pilot by its county's disbursement plan in force, in order; null while there is none. A plan that is being
 * corrected stays in force until the corrected one is.
 */
export async function disbursementPlanOf(tx: Tx, pilotId: string): Promise<PlannedTranche[] | null> {
  const rows = await tx
    .selectFrom('plannedTranches')
    .select(['no', 'amountFen', 'plannedOn'])
    .where('pilotId', '=', pilotId)
    .where(
      'versionId',
      '=',
      sql<string>`(select version_id from planned_tranches where pilot_id = ${pilotId} order by in_force_at desc, version_id desc limit 1)`,
    )
    .orderBy('no')
    .execute()
  return rows.length > 0 ? rows : null
}

/** Puts a version of a county's plan in force for one of its pilots. */
export async function planTranches(
  tx: Tx,
  pilot: { id: string; scope: string },
  { versionId, at, tranches }: { versionId: string; at: Date; tranches: readonly PlannedTranche[] },
): Promise<void> {
  // Admitted after the plan was submitted, it stands in none of its rows, and waits for the next version.
  if (tranches.length === 0) return
  const rows = tranches.map((one) => ({ ...one, versionId, pilotId: pilot.id, inForceAt: at, scope: pilot.scope }))
  await tx.insertInto('plannedTranches').values(rows).execute()
}
