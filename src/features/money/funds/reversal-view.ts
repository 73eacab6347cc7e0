import type { TrancheView } from './contract.ts'
import { type PayeeRow, payeeView } from './payee-account.ts'
import type { Reversal } from './reversal-store.ts'
import type { Reader } from './tranche-acts.ts'
import { type Names, signed } from './tranche-hands.ts'

/** Of files, by id. */
export type Files = ReadonlyMap<string, NonNullable<TrancheView['voucherFile']>>

/** A release that was taken back, as it is shown at its tranche. */
export function reversalView(
  row: Reversal,
  payees: readonly PayeeRow[],
  { files, names, reader }: { files: Files; names: Names; reader: Reader },
): TrancheView['reversals'][number] {
  const { amountFen, voucherNo, paidOn, reason } = row
  const paidTo = payees.find(({ id }) => id === row.payeeAccountId)
  return {
    ...{ amountFen, voucherNo, paidOn, reason },
    voucherFile: files.get(row.voucherFile) ?? null,
    paidTo: paidTo ? payeeView(paidTo, reader) : null,
    released: signed(row.releasedBy, row.releasedAt, row.releasePreparedBy, names),
    reversed: signed(row.reversedBy, row.reversedAt, row.preparedBy, names),
  }
}
