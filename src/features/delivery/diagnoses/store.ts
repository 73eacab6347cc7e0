import type { Tx } from '../../../platform/database/connect.ts'
import { json } from '../../../platform/database/json.ts'
import type { Answers, Diagnosis, DiagnosisFacts } from '../../../policy/services/diagnosis.ts'

export type NewDiagnosis = {
  id: string
  pilotId: string
  enterpriseId: string
  diagnosedOn: string
  answers: Answers
  facts: Omit<DiagnosisFacts, 'on'>
  outcome: Diagnosis
  reportFile: string | null
  recordedBy: string
  recordedAt: Date
  scope: string
}

export async function insertDiagnosis(tx: Tx, { answers, facts, outcome, ...row }: NewDiagnosis): Promise<void> {
  await tx
    .insertInto('diagnoses')
    .values({ ...row, ...said({ answers, facts, outcome }) })
    .execute()
}

function said({ answers, facts, outcome }: Pick<NewDiagnosis, 'answers' | 'facts' | 'outcome'>) {
  return {
    answers: json(answers),
    facts: json(facts),
    problems: json(outcome.problems),
    recommended: [...outcome.recommendedKinds],
    class: outcome.class,
    reasons: json(outcome.reasons),
  }
}

/** Whoever corrects a diagnosis waits here for whoever came before. */
export function lockDiagnosis(tx: Tx, enterpriseId: string) {
  return tx.selectFrom('diagnoses').selectAll().where('enterpriseId', '=', enterpriseId).forUpdate().executeTakeFirst()
}

type Corrected = Omit<NewDiagnosis, 'id' | 'pilotId' | 'enterpriseId' | 'scope'> & { correctionReason: string }

/** The next revision; the database keeps the former one. */
export async function saveCorrection(
  tx: Tx,
  { id, revision }: { readonly id: string; readonly revision: number },
  { answers, facts, outcome, ...row }: Corrected,
): Promise<void> {
  await tx
    .updateTable('diagnoses')
    .set({ ...row, ...said({ answers, facts, outcome }), revision: revision + 1 })
    .where('id', '=', id)
    .execute()
}

/** Who recorded a diagnosis before it was ever corrected. */
export async function firstRecorder(tx: Tx, id: string): Promise<string> {
  const former = await tx
    .selectFrom('formerDiagnoses')
    .select('recordedBy')
    .where('diagnosisId', '=', id)
    .where('revision', '=', 1)
    .executeTakeFirst()
  if (former) return former.recordedBy
  const { recordedBy } = await tx
    .selectFrom('diagnoses')
    .select('recordedBy')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return recordedBy
}

/** The day of the first need that stands on a diagnosis, or null. */
export async function firstNeedOn(tx: Tx, id: string): Promise<string | null> {
  const found = await tx
    .selectFrom('services')
    .select(({ fn }) => fn.min<string | null>('openedOn').as('on'))
    .where('diagnosisId', '=', id)
    .executeTakeFirst()
  return found?.on ?? null
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
