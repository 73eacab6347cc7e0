import type { Tx } from '../../../platform/database/connect.ts'
import { isProofKind } from '../../../policy/records/proofs.ts'
import type { Evidence } from '../../../policy/services/service-counts.ts'

export { bindEvidence, type NewProof, type ProvenLine } from './bind-evidence.ts'
export { evidenceOf, findingsOf } from './views.ts'

/** The papers of a service or an activity as the counting rule reads them; the same bytes are one paper. */
export async function countableEvidence(
  tx: Tx,
  of: { serviceId: string } | { activityId: string },
): Promise<Evidence[]> {
  const [column, id] =
    'serviceId' in of ? (['e.serviceId', of.serviceId] as const) : (['e.activityId', of.activityId] as const)
  const rows = await tx
    .selectFrom('evidence as e')
    .innerJoin('files as f', 'f.id', 'e.fileId')
    .select(['e.proof', 'f.hash', 'f.capturedAt', 'e.countsFrom'])
    .where(column, '=', id)
    .where('e.withdrawnAt', 'is', null)
    .execute()
  return rows.flatMap(({ proof, hash, capturedAt, countsFrom }) =>
    isProofKind(proof)
      ? [{ proof, fileId: hash, takenAt: capturedAt?.toISOString() ?? null, recordedOn: countsFrom }]
      : [],
  )
}
