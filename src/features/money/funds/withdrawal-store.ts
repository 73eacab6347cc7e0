import type { Tx } from '../../../platform/database/connect.ts'
import type { TrancheRow } from './store.ts'

type Withdrawn = {
  readonly id: string
  readonly reason: string
  readonly by: string
  readonly at: Date
  readonly scope: string
}

/** Keeps a recommendation that is taken back: what it said, by whom it was taken back, why. */
export async function addWithdrawal(tx: Tx, tranche: TrancheRow, withdrawn: Withdrawn): Promise<void> {
  const { amountFen, recommendation, recommendedBy, recommendationPreparedBy, recommendedAt } = tranche
  if (amountFen === null || !recommendedBy || !recommendedAt)
    throw new Error(`tranche ${tranche.id} is not recommended`)
  const { id, reason, by, at, scope } = withdrawn
  const hands = { recommendedBy, recommendationPreparedBy }
  const said = { trancheId: tranche.id, amountFen, recommendation, ...hands, recommendedAt }
  await tx
    .insertInto('trancheWithdrawals')
    .values({ id, ...said, reason, withdrawnBy: by, withdrawnAt: at, scope })
    .execute()
}

export type Withdrawal = {
  trancheId: string
  amountFen: number
  recommendedAt: Date
  reason: string
  withdrawnBy: string
  withdrawnAt: Date
}

/** The recommendations of these tranches that were taken back, newest first. */
export async function listWithdrawals(tx: Tx, trancheIds: readonly string[]): Promise<Withdrawal[]> {
  if (trancheIds.length === 0) return []
  return tx
    .selectFrom('trancheWithdrawals')
    .select(['trancheId', 'amountFen', 'recommendedAt', 'reason', 'withdrawnBy', 'withdrawnAt'])
    .where('trancheId', 'in', [...trancheIds])
    .orderBy('withdrawnAt', 'desc')
    .execute()
}
