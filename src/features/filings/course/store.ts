import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { builtOnce } from '../../../platform/database/built-once.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { json } from '../../../platform/database/json.ts'
import type { FilingState, Opinion } from '../../../policy/filings/filing.ts'
import type { FilingKind } from '../../../policy/filings/filing-kinds.ts'
import { bureauOfSeat, type Seat } from '../../../policy/people/roles.ts'
import { canonical } from '../../../shared/canonical.ts'
import { dayOf } from '../../../shared/dates.ts'
import type { TypedTexts } from '../../../shared/typed-text.ts'
import { type FilingRow, showFiling, type VersionRow } from './views.ts'

export type NewFiling = {
  id: string
  batchId: string
  /** The unit that files: park, county or province. */
  unitId: string
  pilotId: string | null
  kind: FilingKind
  period: string
  dueOn: string
  dueAt: Date | null
  scope: string
  openedAt: Date
  sections: Readonly<Record<string, unknown>>
}

export async function openFiling(tx: Tx, { sections, ...filing }: NewFiling): Promise<void> {
  await tx
    .insertInto('filings')
    .values({ ...filing, state: 'draft' })
    .execute()
  const rows = Object.entries(sections).map(([section, content]) => ({
    filingId: filing.id,
    section,
    content: json(content),
    scope: filing.scope,
  }))
  await tx.insertInto('filingSections').values(rows).execute()
}

/** With all that was written for it; the database lets only a draft go that was never filed. */
export async function deleteFiling(tx: Tx, filingId: string): Promise<void> {
  await tx.deleteFrom('filings').where('id', '=', filingId).execute()
}

const locked = builtOnce((tx, { id }: { readonly id: string }) =>
  tx.selectFrom('filings').select('id').where('id', '=', id).forUpdate(),
)

/** Locked until the transaction ends. `only`: the one section whose content is wanted. */
export async function lockFiling(tx: Tx, filingId: string, only?: string): Promise<FilingRow | null> {
  const [found] = await locked(tx, { id: filingId })
  return found ? showFiling(tx, found.id, only) : null
}

type Edit = {
  readonly filingId: string
  readonly section: string
  readonly content: string
  readonly typed: string | undefined
  readonly by: string
  readonly at: Date
}
const saved = builtOnce((tx, { filingId, section, content, typed, by, at }: Edit) =>
  tx
    .updateTable('filingSections')
    .set((eb) => ({
      content: sql`${content}::jsonb`,
      ...(typed === undefined ? {} : { typed: sql`${typed}::jsonb` }),
      revision: eb('revision', '+', 1),
      editedBy: by,
      editedAt: at,
    }))
    .where('filingId', '=', filingId)
    .where('section', '=', section)
    .returning('revision'),
)

/**
 * Writes one section; the caller has locked the filing and compared the revision. `typed` left out: what is no value stands as it
 * did. Returns the new revision.
 */
export async function saveSection(
  tx: Tx,
  filing: Pick<FilingRow, 'id' | 'scope' | 'makers'>,
  edit: { section: string; content: unknown; typed?: TypedTexts; by: string; at: Date },
): Promise<number> {
  if (!filing.makers.includes(edit.by)) await addMaker(tx, filing, edit.by)
  const { section, by, at } = edit
  const content = JSON.stringify(edit.content)
  const typed = edit.typed && JSON.stringify(edit.typed)
  const [kept] = await saved(tx, { filingId: filing.id, section, content, typed, by, at })
  if (!kept) throw new Error(`filing ${filing.id} has no section ${section}`)
  return kept.revision
}

export async function addMaker(tx: Tx, filing: Pick<FilingRow, 'id' | 'scope'>, accountId: string): Promise<void> {
  await tx
    .insertInto('filingMakers')
    .values({ filingId: filing.id, accountId, scope: filing.scope })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** SHA-256 of the content in canonical JSON: what the version's hash promises. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonical(content)).digest('hex')
}

/** Freezes what is submitted: an immutable version with its hash. */
export async function freezeVersion(
  tx: Tx,
  filing: Pick<FilingRow, 'id' | 'scope' | 'version'>,
  submission: { id: string; content: unknown; by: string; at: Date; unchangedBecause: string | null },
): Promise<VersionRow['hash']> {
  const no = (filing.version?.no ?? 0) + 1
  const hash = contentHash(submission.content)
  await addMaker(tx, filing, submission.by)
  await tx
    .insertInto('filingVersions')
    .values({
      id: submission.id,
      filingId: filing.id,
      no,
      content: json(submission.content),
      hash,
      submittedBy: submission.by,
      submittedAt: submission.at,
      unchangedBecause: submission.unchangedBecause,
      scope: filing.scope,
    })
    .execute()
  await tx.updateTable('filings').set({ versionNo: no }).where('id', '=', filing.id).execute()
  return hash
}

/** `preparedId`: where it takes two persons, the prepared opinion that is signed. */
export async function addOpinion(
  tx: Tx,
  filing: FilingRow,
  opinion: Opinion,
  { id, preparedId }: { readonly id: string; readonly preparedId: string | null },
): Promise<void> {
  const { seat, marks, at, accountId, verdict, preparedBy = null } = opinion
  await tx
    .insertInto('filingOpinions')
    .values({
      id,
      preparedId,
      accountId,
      verdict,
      preparedBy,
      ...onVersion(filing, seat),
      marks: json(marks),
      givenAt: at,
    })
    .execute()
}

/** An opinion that waits for the signature of a second person, with what it alters. */
export async function addPrepared(
  tx: Tx,
  id: string,
  filing: FilingRow,
  opinion: Opinion,
  judgment: unknown,
): Promise<void> {
  const { seat, marks, at, accountId, verdict } = opinion
  await tx
    .insertInto('preparedOpinions')
    .values({
      id,
      accountId,
      verdict,
      ...onVersion(filing, seat),
      marks: json(marks),
      judgment: judgment === null ? null : json(judgment),
      preparedAt: at,
    })
    .execute()
}

export async function dropPrepared(tx: Tx, filing: FilingRow, seat: Seat): Promise<void> {
  const { versionId, level, bureau } = onVersion(filing, seat)
  await tx
    .deleteFrom('preparedOpinions')
    .where('versionId', '=', versionId)
    .where('level', '=', level)
    .where('bureau', '=', bureau)
    .execute()
}

export function onVersion({ id, version, scope }: FilingRow, seat: Seat) {
  if (!version) throw new Error(`filing ${id} was never submitted`)
  const level = seat.startsWith('province-') ? ('province' as const) : ('county' as const)
  return { versionId: version.id, submittedBy: version.submittedBy, level, bureau: bureauOfSeat(seat), scope }
}

/** The state and which sections may be written now. */
export async function saveState(
  tx: Tx,
  filingId: string,
  state: FilingState,
  openSections: readonly string[],
): Promise<void> {
  await tx.updateTable('filings').set({ state }).where('id', '=', filingId).execute()
  await tx
    .updateTable('filingSections')
    .set({ open: sql<boolean>`section = any(${[...openSections]})` })
    .where('filingId', '=', filingId)
    .execute()
}

/** For what is due so many hours after it happened: instant and day follow when that is put right. */
export async function moveDueAt(tx: Tx, filingId: string, dueAt: Date): Promise<void> {
  await tx
    .updateTable('filings')
    .set({ dueOn: dayOf(dueAt), dueAt })
    .where('id', '=', filingId)
    .execute()
}
