import type { Tx } from '../../../platform/database/connect.ts'
import type { Tranche } from '../../../policy/money/tranche-states.ts'
import type { Day } from '../../../shared/dates.ts'
import type { Book } from './ledger-store.ts'

/** A tranche with when each step was taken. */
export type TrancheRow = Tranche & {
  readonly id: string
  readonly recommendedAt: Date | null
  readonly releasedAt: Date | null
  readonly paidOn: Day | null
  /** The account that it was paid to; null before the release, and where the park had named none. */
  readonly payeeAccountId: string | null
  /** The day the bank booked it; entered at `receivedAt`. */
  readonly receivedOn: Day | null
  readonly receivedAt: Date | null
}

const columns = [
  'id',
  'no',
  'state',
  'amountFen',
  'recommendation',
  'recommendedBy',
  'recommendationPreparedBy',
  'recommendedAt',
  'releasedBy',
  'releasePreparedBy',
  'releasedAt',
  'paidOn',
  'payeeAccountId',
  'voucherNo',
  'voucherFile as voucherFileId',
  'receivedBy',
  'receivedOn',
  'receivedAt',
] as const

/** Every tranche of a pilot in order; empty before its plan is approved. */
export async function tranchesOf(tx: Tx, pilotId: string): Promise<TrancheRow[]> {
  const rows = await tx.selectFrom('tranches').select(columns).where('pilotId', '=', pilotId).orderBy('no').execute()
  return rows
}

/** Every tranche of these pilots, by pilot. */
export async function tranchesByPilot(tx: Tx, pilotIds: readonly string[]): Promise<Map<string, TrancheRow[]>> {
  const byPilot = new Map<string, TrancheRow[]>(pilotIds.map((id) => [id, []]))
  if (pilotIds.length === 0) return byPilot
  const rows = await tx
    .selectFrom('tranches')
    .select([...columns, 'pilotId'])
    .where('pilotId', 'in', [...pilotIds])
    .orderBy('no')
    .execute()
  for (const { pilotId, ...row } of rows) byPilot.get(pilotId)?.push(row)
  return byPilot
}

/** All tranches of a pilot, locked: each one's gate looks at the ones before it. */
export async function lockTranches(tx: Tx, pilotId: string): Promise<TrancheRow[]> {
  await tx.selectFrom('tranches').select('id').where('pilotId', '=', pilotId).orderBy('no').forUpdate().execute()
  return tranchesOf(tx, pilotId)
}

export async function insertTranches(
  tx: Tx,
  pilot: Book & { readonly countyId: string },
  tranches: readonly { id: string; no: number }[],
): Promise<void> {
  const rows = tranches.map(({ id, no }) => ({
    id,
    no,
    pilotId: pilot.id,
    countyId: pilot.countyId,
    state: 'waiting' as const,
    scope: pilot.scope,
  }))
  await tx.insertInto('tranches').values(rows).execute()
}

export async function saveTranche(tx: Tx, { id, no: _no, voucherFileId, ...tranche }: TrancheRow): Promise<void> {
  await tx
    .updateTable('tranches')
    .set({ ...tranche, voucherFile: voucherFileId })
    .where('id', '=', id)
    .execute()
}

/** Whether a voucher of this number is recorded in the county already. */
export async function voucherTaken(tx: Tx, countyId: string, voucherNo: string): Promise<boolean> {
  const found = await tx
    .selectFrom('tranches')
    .select('id')
    .where('countyId', '=', countyId)
    .where('voucherNo', '=', voucherNo)
    .executeTakeFirst()
  return found !== undefined
}
