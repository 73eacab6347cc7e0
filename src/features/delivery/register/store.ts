import { sql } from 'kysely'
import { int } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
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

export type NewEntry = Said & {
  id: string
  pilotId: string
  enterpriseId: string
  uscc: string
  kind: RegisterKind
  recordedBy: string
  recordedAt: Date
  scope: string
}

export async function insertEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  const rows = entries.map(({ on, ...entry }) => {
    const { number, recordedBy: writtenBy, recordedAt: writtenAt } = entry
    return { ...entry, datedOn: on, numberKey: numberKey(number), writtenBy, writtenAt }
  })
  await tx.insertInto('registerEntries').values(rows).execute()
}

const keysHeld = statement(
  { place: int, before: int },
  (rows: readonly { kind: string; uscc: string; sort: string; number: string }[]) => sql`
    select place, before from register_keys_held(${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ uscc }) => uscc)}::text[],
      ${rows.map(({ sort }) => sort)}::text[], ${rows.map(({ number }) => numberKey(number))}::text[])`,
  [[]],
)

/** Which of these rows count already: by a row before it, or, null, in a register of the province. */
export async function heldAlready(tx: Tx, rows: Parameters<typeof keysHeld>[1]): Promise<Map<number, number | null>> {
  const held = await keysHeld(tx, rows)
  return new Map(held.map(({ place, before }) => [place - 1, before === 0 ? null : before - 1]))
}

/** Titles of a pilot's enterprises that stand, by enterprise. */
export async function standingTitles(tx: Tx, pilotId: string): Promise<Map<string, StandingEntry[]>> {
  const rows = await tx
    .selectFrom('registerEntries')
    .select(['enterpriseId', 'sort', 'number', 'datedOn as on'])
    .where('pilotId', '=', pilotId)
    .where('kind', '=', 'title')
    .where('withdrawn', '=', false)
    .execute()
  const entries = rows.map((row) => ({ ...row, kind: 'title' as const, sort: row.sort as RegisterSort }))
  return Map.groupBy(entries, ({ enterpriseId }) => enterpriseId)
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
