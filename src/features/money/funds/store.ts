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

/** As much of a tranche as the gates look at. */
export type MoneySteps = Pick<TrancheRow, 'id' | 'no' | 'state' | 'amountFen' | 'receivedOn'>

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
