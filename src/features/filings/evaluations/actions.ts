import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { mayAdvise, whyNotHeard } from '../../../policy/evaluation/county-opinion.ts'
import {
  checkWithReason,
  type EvaluationAction,
  mayAgree,
  mayObject,
  maySeatExperts,
  nextEvaluationState,
} from '../../../policy/evaluation/course.ts'
import { type ExpertSeat, mayDeclare, mayScore } from '../../../policy/evaluation/experts.ts'
import { mayRectify, type RectificationState } from '../../../policy/evaluation/rectification.ts'
import { mayCheckOnSite } from '../../../policy/evaluation/site-checks.ts'
import { anyReason } from '../../../policy/guide/reasons.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import type { Bureau } from '../../../policy/people/roles.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal, type Refusal } from '../../../shared/refusal.ts'
import { bureauOfCounty, whyNotEvaluator } from './access.ts'
import { resultOf } from './results.ts'
import type { EvaluationRow } from './store.ts'

type Asked = {
  readonly actor: Actor
  readonly now: Date
  readonly seat: ExpertSeat | null
  readonly rectifications: readonly { readonly state: RectificationState }[]
  readonly missing: readonly Bureau[]
}

/** What the reader may do about an evaluation now, and if not why. */
export async function actionsOn(tx: Tx, row: EvaluationRow, { actor, now, seat, rectifications, missing }: Asked) {
  const { clause } = row.rule
  const today = dayOf(now)
  const evaluator = whyNotEvaluator(row, actor)
  const inState = (action: EvaluationAction): Refusal | null => {
    const next = nextEvaluationState(row, action, clause)
    return isRefusal(next) ? next : null
  }
  const park = actor.unitId === row.pilot.parkId ? null : refuse('common.outside-scope', clause)
  const result = await resultOf(tx, row.pilot.id, row.kind)
  const states = rectifications.map(({ state }) => state)
  const waits = states.includes('submitted') ? null : refuse('evaluation.rectification-decided', clause)
  const answerable = row.openObjections > 0 ? null : refuse('evaluation.answered-before', clause)
  return [
    abilityOf(actor, 'write-self', 'evaluation.self', park ?? inState('write-self')),
    abilityOf(actor, 'submit-self', 'evaluation.answer-for-park', park ?? inState('submit-self')),
    abilityOf(actor, 'return-self', 'evaluation.hold', evaluator ?? inState('return-self')),
    abilityOf(actor, 'recompute', 'evaluation.hold', evaluator ?? inState('recompute')),
    abilityOf(actor, 'name-expert', 'evaluation.hold', evaluator ?? maySeatExperts(row, clause)),
    abilityOf(
      actor,
      'take-seat-back',
      'evaluation.hold',
      evaluator ?? (row.reported ? refuse('evaluation.reported', clause) : null),
    ),
    abilityOf(
      actor,
      'declare',
      'evaluation.score',
      mayDeclare(seat, { today, declared: 'bound', reason: anyReason }, clause),
    ),
    abilityOf(actor, 'score-expert', 'evaluation.score', mayScore(seat, today, clause) ?? inState('score')),
    abilityOf(actor, 'score-final', 'evaluation.hold', evaluator ?? inState('score')),
    abilityOf(actor, 'tell', 'evaluation.hold', evaluator ?? inState('tell') ?? whyNotHeard(missing, clause)),
    abilityOf(actor, 'take-back', 'evaluation.hold', evaluator ?? checkWithReason(row, 'take-back', anyReason, clause)),
    abilityOf(
      actor,
      'object',
      'evaluation.answer-for-park',
      park ?? mayObject(row, { today, openOnItem: false, clause }),
    ),
    abilityOf(actor, 'agree', 'evaluation.answer-for-park', park ?? mayAgree(row, clause)),
    abilityOf(actor, 'answer', 'evaluation.hold', evaluator ?? inState('answer') ?? answerable),
    abilityOf(actor, 'not-rate', 'evaluation.hold', evaluator ?? inState('not-rate')),
    abilityOf(
      actor,
      'rectify',
      'evaluation.answer-for-park',
      park ?? mayRectify(row.pilot.edition, { grade: result?.grade ?? null, states }, clause),
    ),
    abilityOf(actor, 'decide-rectification', 'evaluation.hold', evaluator ?? waits),
    abilityOf(actor, 'check-on-site', 'evaluation.hold', evaluator ?? mayCheckOnSite(row, today, clause)),
    abilityOf(
      actor,
      'advise',
      'evaluation.advise',
      mayAdvise(row, row.pilot.edition, bureauOfCounty(row, actor), clause),
    ),
  ]
}
