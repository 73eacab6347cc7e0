import type { Tx } from '../../../platform/database/connect.ts'
import { json } from '../../../platform/database/json.ts'
import type { Answers, Diagnosis, DiagnosisFacts } from '../../../policy/services/diagnosis.ts'

export type NewDiagnosis = {
  id: string
  pilotId: string
  enterpriseId: string
  diagnosedOn: string
  answers: Answers
  facts: Omit<DiagnosisFacts, 'today'>
  outcome: Diagnosis
  reportFile: string | null
  recordedBy: string
  recordedAt: Date
  scope: string
}

export async function insertDiagnosis(tx: Tx, { answers, facts, outcome, ...row }: NewDiagnosis): Promise<void> {
  const { problems, recommendedKinds, reasons } = outcome
  await tx
    .insertInto('diagnoses')
    .values({
      ...row,
      answers: json(answers),
      facts: json(facts),
      problems: json(problems),
      recommended: [...recommendedKinds],
      class: outcome.class,
      reasons: json(reasons),
    })
    .execute()
}

/** The diagnosis of a pilot enterprise, or null. */
export async function diagnosisOf(tx: Tx, enterpriseId: string): Promise<{ id: string; on: string } | null> {
  const found = await tx
    .selectFrom('diagnoses')
    .select(['id', 'diagnosedOn as on'])
    .where('enterpriseId', '=', enterpriseId)
    .executeTakeFirst()
  return found ?? null
}
