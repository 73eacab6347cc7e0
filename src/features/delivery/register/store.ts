import type { Tx } from '../../../platform/database/connect.ts'
import { numberKey, type RegisterKind, type RegisterSort } from '../../../policy/records/register.ts'
import type { StandingEntry } from '../../../policy/services/register-entry.ts'

/** What an entry says. */
export type Said = {
  sort: RegisterSort
  number: string
  on: string
  party: string
  amountFen: number | null
  fileId: string
}

type NewEntry = Said & {
  id: string
  pilotId: string
  enterpriseId: string
  uscc: string
  kind: RegisterKind
  recordedBy: string
  recordedAt: Date
  scope: string
}

export async function insertEntry(tx: Tx, { on, ...entry }: NewEntry): Promise<void> {
  const { number, recordedBy: writtenBy, recordedAt: writtenAt } = entry
  const written = { datedOn: on, numberKey: numberKey(number), writtenBy, writtenAt }
  await tx
    .insertInto('registerEntries')
    .values({ ...entry, ...written })
    .execute()
}

/** Whoever corrects or withdraws an entry waits here for whoever came before. */
export async function lockEntry(tx: Tx, id: string) {
  return tx.selectFrom('registerEntries').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The next revision; the database keeps the former one. */
export async function saveRevision(
  tx: Tx,
  { id, revision }: { readonly id: string; readonly revision: number },
  said: Said | 'withdrawn',
  { reason, by, at }: { readonly reason: string; readonly by: string; readonly at: Date },
): Promise<void> {
  const written = { revision: revision + 1, correctionReason: reason, writtenBy: by, writtenAt: at }
  await tx
    .updateTable('registerEntries')
    .set(said === 'withdrawn' ? { ...written, withdrawn: true } : { ...written, ...columnsOf(said) })
    .where('id', '=', id)
    .execute()
}

function columnsOf({ on, ...said }: Said) {
  return { ...said, datedOn: on, numberKey: numberKey(said.number) }
}

/** The entries of an enterprise that stand, one left out. */
export async function standingEntries(tx: Tx, enterpriseId: string, without: string | null): Promise<StandingEntry[]> {
  const rows = await tx
    .selectFrom('registerEntries')
    .select(['kind', 'sort', 'number', 'datedOn as on'])
    .where('enterpriseId', '=', enterpriseId)
    .where('withdrawn', '=', false)
    .where((any) => any('id', 'is distinct from', without))
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as RegisterKind, sort: row.sort as RegisterSort }))
}
