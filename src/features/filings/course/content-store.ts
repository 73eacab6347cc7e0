import type { Tx } from '../../../platform/database/connect.ts'
import type { FormContent, FormKind } from '../../../policy/filings/forms.ts'

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
