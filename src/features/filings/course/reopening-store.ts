import type { Tx } from '../../../platform/database/connect.ts'
import { saveState } from './store.ts'
import type { FilingRow } from './views.ts'

/** Records an approved filing. */
export async function saveRecord(
  tx: Tx,
  filingId: string,
  { no, by, preparedBy, at }: { no: string; by: string; preparedBy: string | null; at: Date },
): Promise<void> {
  await tx
    .updateTable('filings')
    .set({ state: 'recorded', recordNo: no, recordedBy: by, recordPreparedBy: preparedBy, recordedAt: at })
    .where('id', '=', filingId)
    .execute()
}

/** Opens sections of a finished filing; it is on record no longer, until it is again. */
export async function addReopening(
  tx: Tx,
  filing: Pick<FilingRow, 'id' | 'scope'>,
  { id, sections, reason, by, at }: { id: string; sections: readonly string[]; reason: string; by: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('filingReopenings')
    .values({
      id,
      filingId: filing.id,
      sections: [...sections],
      reason,
      openedBy: by,
      openedAt: at,
      scope: filing.scope,
    })
    .execute()
  await tx
    .updateTable('filings')
    .set({ state: 'returned', recordNo: null, recordedBy: null, recordPreparedBy: null, recordedAt: null })
    .where('id', '=', filing.id)
    .execute()
  await saveState(tx, filing.id, 'returned', sections)
}

/** The sections that were opened last, by a return or again after the end; undefined while nothing ever came back. */
export async function lastOpened(tx: Tx, filingId: string): Promise<string[] | undefined> {
  const reopening = await tx
    .selectFrom('filingReopenings')
    .select(['sections', 'openedAt'])
    .where('filingId', '=', filingId)
    .orderBy('openedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const returned = await tx
    .selectFrom('filingOpinions as o')
    .innerJoin('filingVersions as v', 'v.id', 'o.versionId')
    .select(['o.marks', 'o.givenAt'])
    .where('v.filingId', '=', filingId)
    .where('o.verdict', '=', 'return')
    .orderBy('o.givenAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (reopening && (!returned || reopening.openedAt > returned.givenAt)) return reopening.sections
  return (returned?.marks as { section: string }[] | undefined)?.map((mark) => mark.section)
}

export type Reopening = { at: Date; byName: string; reason: string; sections: string[] }

/** Newest first. */
export async function listReopenings(tx: Tx, filingId: string): Promise<Reopening[]> {
  return tx
    .selectFrom('filingReopenings as r')
    .innerJoin('accounts as a', 'a.id', 'r.openedBy')
    .select(['r.openedAt as at', 'a.name as byName', 'r.reason', 'r.sections'])
    .where('r.filingId', '=', filingId)
    .orderBy('r.openedAt', 'desc')
    .execute()
}
