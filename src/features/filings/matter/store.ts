import type { Tx } from '../../../platform/database/connect.ts'
import type { MatterKind } from '../../../policy/plan/matter.ts'

/** What a matter is beside its filing. `basedOn`: the version its change is drawn against; null where none is asked for. */
export type MatterFacts = { kind: MatterKind; occurredAt: Date; basedOn: string | null; underReview: boolean }

export async function insertMatter(
  tx: Tx,
  matter: MatterFacts & { filingId: string; pilotId: string; scope: string },
): Promise<void> {
  await tx.insertInto('matters').values(matter).execute()
}

export async function saveMatter(tx: Tx, filingId: string, change: Partial<MatterFacts>): Promise<void> {
  await tx.updateTable('matters').set(change).where('filingId', '=', filingId).execute()
}

/** The next number of a pilot in a year: `2026-001`; one of a discarded matter is not given again. The caller holds the pilot's plan. */
export async function nextNumber(tx: Tx, pilotId: string, year: string): Promise<string> {
  const given = await tx
    .selectFrom('matterNumbers')
    .select('last')
    .where('pilotId', '=', pilotId)
    .where('year', '=', Number(year))
    .executeTakeFirst()
  return `${year}-${String((given?.last ?? 0) + 1).padStart(3, '0')}`
}

/** Whether another change of the pilot's plan is under review. */
export async function anotherUnderReview(tx: Tx, pilotId: string, filingId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('matters')
    .select('filingId')
    .where('pilotId', '=', pilotId)
    .where('filingId', '<>', filingId)
    .where('underReview', '=', true)
    .where('basedOn', 'is not', null)
    .executeTakeFirst()
  return found !== undefined
}
