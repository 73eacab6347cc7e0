import type { Tx } from '../../../platform/database/connect.ts'
import type { FinalEvaluation } from '../../../policy/oversight/close-out-conditions.ts'
import type { Pilot } from '../../programme/pilots/public.ts'

/**
 * Where the final evaluation of a pilot stands (G5.3). Evaluations are not kept here yet, so that nobody is asked for one; once
 * they are, this alone has to say `waits` or `done` with the page that shows it.
 */
export async function finalEvaluationOf(_tx: Tx, _pilot: Pilot): Promise<FinalEvaluation> {
  return { state: 'not-kept' }
}
