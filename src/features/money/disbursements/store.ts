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

/** The last filing of each payment of these tranches, reversed ones too; newest first. */
export async function lastFilings(tx: Tx, trancheIds: readonly string[]): Promise<FilingRow[]> {
  if (trancheIds.length === 0) return []
  const rows = await tx
    .selectFrom('disbursementFilings')
    .distinctOn(['trancheId', 'voucherNo'])
    .select(['trancheId', 'voucherNo', 'number', 'name', 'filedOn', 'recordedBy', 'recordedAt'])
    .where('trancheId', 'in', [...trancheIds])
    .orderBy('trancheId')
    .orderBy('voucherNo')
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.toSorted((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime())
}

type NewFiling = FilingRow & { id: string; reason: string; repeats: boolean; scope: string }

export async function insertFiling(tx: Tx, filing: NewFiling): Promise<void> {
  await tx.insertInto('disbursementFilings').values(filing).execute()
}
