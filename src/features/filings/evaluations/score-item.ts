import { type Acting, command } from '../../../platform/command.ts'
import {
  changesScore,
  checkScore,
  type GivenColumn,
  type GivenScore,
  itemOf,
} from '../../../policy/evaluation/columns.ts'
import { type EvaluationAction, nextEvaluationState } from '../../../policy/evaluation/course.ts'
import { mayScore } from '../../../policy/evaluation/experts.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal, type Refusal } from '../../../shared/refusal.ts'
import { keepFile } from '../../programme/files/public.ts'
import { seatOf, whyNotEvaluator } from './access.ts'
import * as contract from './act-contract.ts'
import { givenIn } from './columns.ts'
import type { EvaluationRow } from './store.ts'
import * as store from './store.ts'

type Body = {
  readonly item: string
  readonly score: GivenScore
  readonly reason: string
  readonly fileId: string | null
}

/** The park says what it makes of an item, while it is its turn (G5.3). */
export const scoreSelf = command(contract.scoreSelf, ({ params, body }, acting) =>
  score(acting, params.evaluationId, body, 'self', async (row) =>
    acting.actor.unitId === row.pilot.parkId ? null : refuse('common.outside-scope', row.rule.clause),
  ),
)

/** An expert scores from a seat, bound to nobody (G5.3). */
export const scoreAsExpert = command(contract.scoreAsExpert, ({ params, body }, acting) =>
  score(acting, params.evaluationId, body, 'expert', async ({ id, rule }) =>
    mayScore(await seatOf(acting.tx, id, acting.actor.accountId), dayOf(acting.now), rule.clause),
  ),
)

/** Whoever evaluates says what stands: what records come to, unless there is a reason and a proof (G5.3). */
export const scoreFinal = command(contract.scoreFinal, ({ params, body }, acting) =>
  score(acting, params.evaluationId, body, 'final', async (row) => whyNotEvaluator(row, acting.actor)),
)

const actions = { self: 'write-self', expert: 'score', final: 'score' } as const satisfies Record<
  GivenColumn,
  EvaluationAction
>

async function score(
  acting: Acting,
  evaluationId: string,
  body: Body,
  column: GivenColumn,
  whyNot: (row: EvaluationRow) => Promise<Refusal | null>,
) {
  const { tx, record } = acting
  const row = await store.lockEvaluation(tx, evaluationId)
  const no = await whyNot(row)
  if (no) throw no
  const next = nextEvaluationState(row, actions[column], row.rule.clause)
  if (isRefusal(next)) throw next
  const written = await writeScore(acting, row, body, column)
  record('evaluation.scored', { subject: row.id, scope: row.scope, ...written })
  return { evaluationId: row.id }
}

/**
 * Checks a score and writes it; returns what the event says. `upholds`: it upholds an objection, and must change the item's points.
 * @throws Refusal of all that is wrong with it
 */
export async function writeScore(
  { tx, actor, now, newId }: Acting,
  row: EvaluationRow,
  { item: id, score: given, reason, fileId }: Body,
  column: GivenColumn,
  { upholds = false } = {},
) {
  const { clause } = row.rule
  const item = itemOf(row.form, id, clause)
  if (isRefusal(item)) throw item
  const { facts } = await store.newestComputation(tx, row.id)
  const checked = checkScore(item, { score: given, reason, fileId, computed: facts.items[id] }, clause)
  if (isRefusal(checked)) throw checked
  const earlier = await store.scoresOf(tx, row.id)
  const own = givenIn(earlier)
  if (upholds && !changesScore(item, own.final.get(id)?.facts ?? facts.items[id], checked))
    throw refuse('evaluation.answer-changes-nothing', clause, {}, 'score')
  if (fileId) await keepFile(tx, fileId, row.scope, 'fileId')
  const before = column === 'expert' ? own.experts.get(actor.accountId)?.get(id) : own[column].get(id)
  const after = { item: id, givenIn: column, facts: checked, reason: reason.trim(), fileId }
  const by = { givenBy: actor.accountId, givenAt: now }
  await store.insertScore(tx, {
    id: newId(),
    no: earlier.length + 1,
    evaluationId: row.id,
    scope: row.scope,
    ...after,
    ...by,
  })
  return { before: before ?? null, after }
}
