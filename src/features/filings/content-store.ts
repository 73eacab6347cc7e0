import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { FilingState } from '../../policy/filing.ts'
import type { FormContent, FormKind } from '../../policy/forms.ts'

/**
 * The content of the newest version that every seat approved, with its number; null before there is one. A filing that was opened
 * again keeps the version it had until the next one is approved.
 */
export async function formContentOf(
  tx: Tx,
  filingId: string,
): Promise<{ versionId: string; no: number; content: FormContent } | null> {
  const found = await sql<{ versionId: string; no: number; content: FormContent }>`
    select v.id as "versionId", v.no, v.content
      from filing_versions v join filings f on f.id = v.filing_id
     where f.id = ${filingId}
       and (v.no < f.version_no or f.state <> 'submitted')
       and exists (select from filing_opinions o where o.version_id = v.id and o.verdict = 'approve')
       and not exists (select from filing_opinions o where o.version_id = v.id and o.verdict = 'return')
     order by v.no desc limit 1`.execute(tx)
  return found.rows[0] ?? null
}

export type RecordedForm = {
  filingId: string
  versionId: string
  content: FormContent
  recordNo: string | null
  recordedAt: Date | null
}

/** What a unit has filed of this kind and the authority above has accepted: on record, or approved where nobody records it. */
export async function recordedForm(
  tx: Tx,
  { batchId, unitId, kind, period = '' }: { batchId: string; unitId: string; kind: FormKind; period?: string },
): Promise<RecordedForm | null> {
  const found = await tx
    .selectFrom('filings as f')
    .innerJoin('filingVersions as v', (join) => join.onRef('v.filingId', '=', 'f.id').onRef('v.no', '=', 'f.versionNo'))
    .select(['f.id as filingId', 'v.id as versionId', 'v.content', 'f.recordNo', 'f.recordedAt', 'f.state'])
    .where('f.batchId', '=', batchId)
    .where('f.unitId', '=', unitId)
    .where('f.kind', '=', kind)
    .where('f.period', '=', period)
    .where('f.state', 'in', ['approved', 'recorded'])
    .executeTakeFirst()
  if (!found) return null
  const { state: _, content, ...row } = found
  return { ...row, content: content as FormContent }
}

/** The filing of a unit, if it is open, and where it stands. */
export async function filingOf(
  tx: Tx,
  { batchId, unitId, kind, period = '' }: { batchId: string; unitId: string; kind: FormKind; period?: string },
): Promise<{ id: string; state: FilingState; dueOn: string } | null> {
  const found = await tx
    .selectFrom('filings')
    .select(['id', 'state', 'dueOn'])
    .where('batchId', '=', batchId)
    .where('unitId', '=', unitId)
    .where('kind', '=', kind)
    .where('period', '=', period)
    .executeTakeFirst()
  return found ? { ...found, state: found.state as FilingState } : null
}
