import type { Tx } from '../../platform/database/connect.ts'

/** Takes an approved filing on record; the caller has locked it and asked the policy. */
export async function saveRecording(
  tx: Tx,
  filingId: string,
  { by, at, no }: { by: string; at: Date; no: string },
): Promise<void> {
  await tx
    .updateTable('filings')
    .set({ state: 'recorded', recordedBy: by, recordedAt: at, recordNo: no })
    .where('id', '=', filingId)
    .execute()
}

/** Who took it on record, when and under which number; null while nobody has. */
export async function recordingOf(
  tx: Tx,
  filingId: string,
): Promise<{ byName: string; at: string; no: string } | null> {
  const found = await tx
    .selectFrom('filings as f')
    .innerJoin('accounts as a', 'a.id', 'f.recordedBy')
    .select(['a.name as byName', 'f.recordedAt', 'f.recordNo'])
    .where('f.id', '=', filingId)
    .executeTakeFirst()
  if (!found?.recordedAt) return null
  return { byName: found.byName, at: found.recordedAt.toISOString(), no: found.recordNo ?? '' }
}
