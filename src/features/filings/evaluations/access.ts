import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { ObligationRule } from '../../../policy/editions/edition-rules.ts'
import type { ExpertSeat } from '../../../policy/evaluation/experts.ts'
import { mayWrite } from '../../../policy/filings/filing-posts.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import type { Pilot } from '../../programme/pilots/public.ts'

type Who = Pick<Actor, 'post' | 'unitId' | 'unitKind'>
type Of = { readonly pilot: Pick<Pilot, 'countyId'>; readonly rule: ObligationRule }

/** Why this person does not hold the evaluation: not of the office that files its report, or of another unit (G5.3). */
export function whyNotEvaluator({ pilot, rule }: Of, { post, unitId, unitKind }: Who): Refusal | null {
  return mayWrite(rule, { post, ofOwner: rule.of === 'province' ? unitKind === 'province' : unitId === pilot.countyId })
}

/** The bureau that this person speaks for in the pilot's own county; null for everybody else. */
export function bureauOfCounty({ pilot }: Pick<Of, 'pilot'>, { bureau, unitId }: Pick<Actor, 'bureau' | 'unitId'>) {
  return unitId === pilot.countyId ? bureau : null
}

/** The seat of an account on an evaluation; null for everybody else. */
export async function seatOf(tx: Tx, evaluationId: string, accountId: string): Promise<ExpertSeat | null> {
  const found = await tx
    .selectFrom('evaluationSeats')
    .select(['openFrom as from', 'openTo as to', 'declared', 'takenBackAt'])
    .where('evaluationId', '=', evaluationId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  if (!found) return null
  const { takenBackAt, ...seat } = found
  return { ...seat, takenBack: takenBackAt !== null }
}
