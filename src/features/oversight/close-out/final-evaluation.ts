import type { Tx } from '../../../platform/database/connect.ts'
import { owes } from '../../../policy/editions/edition.ts'
import type { FinalEvaluation } from '../../../policy/oversight/close-out-conditions.ts'
import { evaluationOf, resultOf } from '../../filings/evaluations/public.ts'
import type { Pilot } from '../../programme/pilots/public.ts'

/** Where the final evaluation of a pilot stands, with the page that shows it (G5.3). */
export async function finalEvaluationOf(tx: Tx, { id, edition }: Pilot): Promise<FinalEvaluation> {
  if (!owes(edition, 'final-evaluation')) return { state: 'not-owed' }
  const opened = await evaluationOf(tx, id, 'final-evaluation')
  const href = opened ? `/evaluations/${opened.id}` : `/pilots/${id}/evaluations`
  return { state: (await resultOf(tx, id, 'final-evaluation')) ? 'done' : 'waits', href }
}
