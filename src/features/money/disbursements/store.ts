import { sql } from 'kysely'
import { bool } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { Day } from '../../../shared/dates.ts'

/** What the provincial platform gave for a payment (G4.3). `payment`: the release it is about, `voucherNo` the number on its voucher. */
export type FilingRow = {
  readonly trancheId: string
  readonly payment: string
  readonly voucherNo: string
  readonly number: string
  readonly name: string
  readonly filedOn: Day
  readonly recordedBy: string
  readonly recordedAt: Date
}

/** `reversed`: whether its payment was taken back, so that the tranche is filed anew. */
export type LastFiling = FilingRow & { readonly reversed: boolean }

/** The last filing of each payment of these tranches; newest first. */
export async function lastFilings(tx: Tx, trancheIds: readonly string[]): Promise<LastFiling[]> {
  if (trancheIds.length === 0) return []
  const rows = await tx
    .selectFrom('disbursementFilings as f')
    .leftJoin('ledgerEntries as r', 'r.reverses', 'f.payment')
    .distinctOn('f.payment')
    .select(['f.trancheId', 'f.payment', 'f.voucherNo', 'f.number', 'f.name', 'f.filedOn', 'f.recordedBy'])
    .select(['f.recordedAt', 'r.id as reversedBy'])
    .where('f.trancheId', 'in', [...trancheIds])
    .orderBy('f.payment')
    .orderBy('f.recordedAt', 'desc')
    .orderBy('f.id', 'desc')
    .execute()
  const filings = rows.map(({ reversedBy, ...row }) => ({ ...row, reversed: reversedBy !== null }))
  return filings.toSorted((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime())
}

const numberTaken = statement(
  { taken: bool },
  ({ scope, number }: { readonly scope: string; readonly number: string }) =>
    sql`select filing_number_taken(${scope}, ${number}) as taken`,
)

/** Whether the platform's number stands on record already, anywhere in the province of that scope. */
export async function filingNumberTaken(tx: Tx, scope: string, number: string): Promise<boolean> {
  const [found] = await numberTaken(tx, { scope, number })
  return found?.taken === true
}

type NewFiling = FilingRow & { id: string; paidOn: Day; reason: string; repeats: boolean; scope: string }

export async function insertFiling(tx: Tx, filing: NewFiling): Promise<void> {
  await tx.insertInto('disbursementFilings').values(filing).execute()
}
