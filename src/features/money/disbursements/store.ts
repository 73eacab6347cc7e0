import type { Tx } from '../../../platform/database/connect.ts'
import type { Day } from '../../../shared/dates.ts'

/** What the provincial platform gave for a payment (G4.3); `voucherNo`: the payment it is about. */
export type FilingRow = {
  readonly trancheId: string
  readonly voucherNo: string
  readonly number: string
  readonly name: string
  readonly filedOn: Day
  readonly recordedBy: string
  readonly recordedAt: Date
}

/** The last filing of each of these tranches; one about an earlier, reversed payment is the caller's to leave out. */
export async function lastFilings(tx: Tx, trancheIds: readonly string[]): Promise<FilingRow[]> {
  if (trancheIds.length === 0) return []
  return tx
    .selectFrom('disbursementFilings')
    .distinctOn('trancheId')
    .select(['trancheId', 'voucherNo', 'number', 'name', 'filedOn', 'recordedBy', 'recordedAt'])
    .where('trancheId', 'in', [...trancheIds])
    .orderBy('trancheId')
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

type NewFiling = FilingRow & { id: string; reason: string; repeats: boolean; scope: string }

export async function insertFiling(tx: Tx, filing: NewFiling): Promise<void> {
  await tx.insertInto('disbursementFilings').values(filing).execute()
}
