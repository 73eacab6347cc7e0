import type { Tx } from '../../../platform/database/connect.ts'
import type { EvaluationObligation } from '../../../policy/editions/evaluation-rules.ts'
import { evaluationStateNames, isSettled } from '../../../policy/evaluation/course.ts'
import { type Score, scoreForm } from '../../../policy/evaluation/score.ts'
import type { Day } from '../../../shared/dates.ts'
import type { Text } from '../../../shared/words.ts'
import { columnsOf, givenIn } from './columns.ts'
import { type EvaluationRow, evaluationOf, newestComputation, requireEvaluation, scoresOf } from './store.ts'

/** The result in force of a pilot's evaluation; null before its report is over. Points in hundredths. */
export async function resultOf(tx: Tx, pilotId: string, kind: EvaluationObligation) {
  const found = await tx
    .selectFrom('evaluationResults')
    .select(['no', 'points', 'grade', 'unratedReason', 'items', 'inForceAt'])
    .where('pilotId', '=', pilotId)
    .where('kind', '=', kind)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** What an evaluation comes to as its final column stands. */
export async function standingScore(tx: Tx, row: EvaluationRow): Promise<Score> {
  const { facts } = await newestComputation(tx, row.id)
  const { final } = columnsOf(row, facts, givenIn(await scoresOf(tx, row.id)))
  return scoreForm(row.pilot.edition, row.form, final)
}

/** How far the evaluation of one pilot is, for the report: its result once it is settled, else what it waits for. */
export type ReportedPilot =
  | { readonly row: EvaluationRow; readonly score: Score | null }
  | { readonly waitsFor: Text | null }

export async function reportedPilot(
  tx: Tx,
  pilotId: string,
  kind: EvaluationObligation,
  today: Day,
): Promise<ReportedPilot> {
  const found = await evaluationOf(tx, pilotId, kind)
  if (!found) return { waitsFor: null }
  const row = await requireEvaluation(tx, found.id)
  if (!isSettled(row, today)) return { waitsFor: evaluationStateNames[row.state] }
  return { row, score: row.state === 'told' ? await standingScore(tx, row) : null }
}
