import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { itemOf } from '../../../policy/evaluation/columns.ts'
import { mayObject, nextEvaluationState } from '../../../policy/evaluation/course.ts'
import { checkReason } from '../../../policy/guide/reasons.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { keepFile } from '../../programme/files/public.ts'
import { whyNotEvaluator } from './access.ts'
import * as contract from './act-contract.ts'
import { writeScore } from './score-item.ts'
import * as store from './store.ts'

/** The park objects to one item of what it was told, within the days of its edition (G5.3). */
export const objectTo = command(contract.objectTo, async ({ params, body }, { tx, actor, now, newId, record }) => {
  const row = await store.lockEvaluation(tx, params.evaluationId)
  const { clause } = row.rule
  const { item, reason, fileId } = body
  if (actor.unitId !== row.pilot.parkId) throw refuse('common.outside-scope', clause)
  const earlier = await tx
    .selectFrom('evaluationObjections')
    .select(['no', 'item', 'verdict'])
    .where('evaluationId', '=', row.id)
    .execute()
  const found = itemOf(row.form, item, clause)
  const openOnItem = earlier.some((one) => one.item === item && one.verdict === null)
  const no = allRefusals(
    mayObject(row, { today: dayOf(now), openOnItem, clause }),
    isRefusal(found) ? found : null,
    checkReason(reason, 'common.reason-missing', clause),
  )
  if (no) throw no
  if (fileId) await keepFile(tx, fileId, row.scope, 'fileId')
  const objection = { id: newId(), evaluationId: row.id, no: earlier.length + 1, item, reason: reason.trim(), fileId }
  await tx
    .insertInto('evaluationObjections')
    .values({ ...objection, filedBy: actor.accountId, filedAt: now, scope: row.scope })
    .execute()
  record('evaluation.objected', { subject: row.id, scope: row.scope, after: objection })
  return { evaluationId: row.id }
})

/** Whoever evaluates answers it: the score stands, or is another one from now on; both with the reason (G5.3). */
export const answerObjection = command(contract.answerObjection, async ({ params, body }, acting) => {
  const { tx, actor, now, record } = acting
  const row = await store.lockEvaluation(tx, params.evaluationId)
  const { clause } = row.rule
  const { objectionId, verdict, score, answer, fileId } = body
  const objection = await tx
    .selectFrom('evaluationObjections')
    .selectAll()
    .where('id', '=', objectionId)
    .where('evaluationId', '=', row.id)
    .executeTakeFirst()
  if (!objection) throw notFound({ zh: '异议', en: 'objection' })
  const next = nextEvaluationState(row, 'answer', clause)
  const no =
    whyNotEvaluator(row, actor) ??
    (isRefusal(next) ? next : null) ??
    (objection.verdict === null ? null : refuse('evaluation.answered-before', clause)) ??
    allRefusals(
      checkReason(answer, 'common.reason-missing', clause, { field: 'answer' }),
      verdict === 'changed' && score === null ? refuse('evaluation.answer-changes-nothing', clause, {}, 'score') : null,
    )
  if (no) throw no
  const changed = verdict === 'changed' && score
  const written = changed
    ? await writeScore(acting, row, { item: objection.item, score, reason: answer, fileId }, 'final', { upholds: true })
    : null
  const after = { verdict, answer: answer.trim(), answeredBy: actor.accountId, answeredAt: now }
  await tx.updateTable('evaluationObjections').set(after).where('id', '=', objectionId).execute()
  record('evaluation.answered', { subject: row.id, scope: row.scope, before: objection, after: { ...after, written } })
  return { evaluationId: row.id }
})
