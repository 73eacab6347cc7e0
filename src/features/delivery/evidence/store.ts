import { sql } from 'kysely'
import { text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { ProofKind } from '../../../policy/records/proofs.ts'
import { samePictureBits } from '../../../policy/services/evidence.ts'
import type { findingKinds } from './contract.ts'

export type NewEvidence = {
  id: string
  serviceId: string | null
  activityId: string | null
  visitId: string | null
  proof: ProofKind
  fileId: string
  boundBy: string
  boundAt: Date
  countsFrom: string
  scope: string
}

export async function insertEvidence(tx: Tx, evidence: NewEvidence): Promise<void> {
  await tx.insertInto('evidence').values(evidence).execute()
}

/** Two people who bind the same bytes at once go one after the other, so that the second is noticed. */
export async function holdHash(tx: Tx, hash: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 1))`.execute(tx)
}

/** Every line in the province that these bytes prove already: ids and places alone. */
export const evidenceWithHash = statement(
  { evidenceId: uuid, scope: text },
  (hash: string) => sql`select * from evidence_with_hash(${hash})`,
)

/** The same for photographs: who binds one that is like another waits, too. */
export async function holdPictures(tx: Tx, pictures: readonly string[]): Promise<void> {
  const bands = sql`select distinct unnest(picture_bands(hash)) as band from unnest(${[...pictures]}::text[]) as hash order by 1`
  await sql`select pg_advisory_xact_lock(2, band) from (${bands}) as held`.execute(tx)
}

/** Every other line in the province that the same photograph proves, saved again at another size or quality. */
export const evidenceWithPicture = statement(
  { evidenceId: uuid, scope: text },
  (like: { picture: string; lineId: string }) =>
    sql`select * from evidence_with_picture(${like.picture}, ${samePictureBits}, ${like.lineId})`,
)

export type NewFinding = {
  id: string
  kind: (typeof findingKinds)[number]
  evidenceId: string | null
  otherEvidenceId: string | null
  confirmationId?: string
  raisedAt: Date
  scope: string
  otherScope: string | null
}

export async function insertFindings(tx: Tx, findings: readonly NewFinding[]): Promise<void> {
  if (findings.length > 0)
    await tx
      .insertInto('findings')
      .values([...findings])
      .execute()
}
