import type { Tx } from '../../../platform/database/connect.ts'
import type { FilingRow } from './views.ts'

type Withdrawn = { readonly id: string; readonly reason: string; readonly by: string; readonly at: Date }

/** Keeps that a submission was taken back: which version, by whom, why. */
export async function addWithdrawal(
  tx: Tx,
  { id: filingId, scope, version }: Pick<FilingRow, 'id' | 'scope' | 'version'>,
  { id, reason, by, at }: Withdrawn,
): Promise<void> {
  if (!version) throw new Error(`filing ${filingId} was never submitted`)
  const row = { id, filingId, versionId: version.id, reason, withdrawnBy: by, withdrawnAt: at, scope }
  await tx.insertInto('filingWithdrawals').values(row).execute()
}

export type Withdrawal = { at: Date; byName: string; reason: string; versionNo: number }

/** Newest first. */
export async function listWithdrawals(tx: Tx, filingId: string): Promise<Withdrawal[]> {
  return tx
    .selectFrom('filingWithdrawals as w')
    .innerJoin('accounts as a', 'a.id', 'w.withdrawnBy')
    .innerJoin('filingVersions as v', 'v.id', 'w.versionId')
    .select(['w.withdrawnAt as at', 'a.name as byName', 'w.reason', 'v.no as versionNo'])
    .where('w.filingId', '=', filingId)
    .orderBy('w.withdrawnAt', 'desc')
    .execute()
}
