import type { Tx } from '../../../platform/database/connect.ts'
import type { TrancheRow } from './store.ts'

type Reversed = {
  readonly id: string
  /** The entry of the release. */
  readonly entryId: string
  readonly reason: string
  readonly by: string
  /** Where it took two persons: who prepared what the other signed. */
  readonly preparedBy: string | null
  readonly at: Date
  readonly scope: string
}

/** Keeps a release that is taken back: what was paid to whom, by whom it was taken back, why. */
export async function addReversal(tx: Tx, tranche: TrancheRow, reversed: Reversed): Promise<void> {
  const { amountFen, voucherNo, voucherFileId, paidOn, payeeAccountId, releasedBy, releasePreparedBy } = tranche
  const { releasedAt } = tranche
  if (amountFen === null || !voucherNo || !voucherFileId || !paidOn || !releasedBy || !releasedAt)
    throw new Error(`tranche ${tranche.id} is not released`)
  const { id, entryId, reason, by: reversedBy, preparedBy, at: reversedAt, scope } = reversed
  const paid = { amountFen, voucherNo, voucherFile: voucherFileId, paidOn, payeeAccountId }
  const hands = { releasedBy, releasePreparedBy, releasedAt, reversedBy, preparedBy, reversedAt }
  await tx
    .insertInto('trancheReversals')
    .values({ id, trancheId: tranche.id, entryId, ...paid, ...hands, reason, scope })
    .execute()
}

/** The releases of these tranches that were taken back, newest first. */
export async function listReversals(tx: Tx, trancheIds: readonly string[]) {
  if (trancheIds.length === 0) return []
  return tx
    .selectFrom('trancheReversals')
    .select(['trancheId', 'amountFen', 'voucherNo', 'voucherFile', 'paidOn', 'payeeAccountId'])
    .select(['releasedBy', 'releasePreparedBy', 'releasedAt', 'reason', 'reversedBy', 'preparedBy', 'reversedAt'])
    .where('trancheId', 'in', [...trancheIds])
    .orderBy('reversedAt', 'desc')
    .execute()
}

export type Reversal = Awaited<ReturnType<typeof listReversals>>[number]
