import { command } from '../../../platform/command.ts'
import { openItems } from '../../../policy/evaluation/columns.ts'
import { checkWithReason, nextEvaluationState } from '../../../policy/evaluation/course.ts'
import { checkWords } from '../../../policy/guide/reasons.ts'
import { allRefusals, both, refuse } from '../../../policy/guide/refuse.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { listed } from '../../../shared/words.ts'
import { whyNotEvaluator } from './access.ts'
import * as contract from './act-contract.ts'
import { columnsOf, givenIn } from './columns.ts'
import * as store from './store.ts'

const selfText = { zh: '自评报告', en: 'Self-evaluation' }

/** The park hands in its own evaluation: every item that a person judges has its word (G5.3). */
export const submitSelf = command(contract.submitSelf, async ({ params, body }, { tx, actor, now, record }) => {
  const row = await store.lockEvaluation(tx, params.evaluationId)
  const { clause } = row.rule
  if (actor.unitId !== row.pilot.parkId) throw refuse('common.outside-scope', clause)
  const next = nextEvaluationState(row, 'submit-self', clause)
  if (isRefusal(next)) throw next
  const { facts } = await store.newestComputation(tx, row.id)
  const columns = columnsOf(row, facts, givenIn(await store.scoresOf(tx, row.id)))
  const judged = openItems(row.form, columns.self).filter(({ from }) => from === null)
  const no = allRefusals(
    judged.length > 0
      ? refuse('evaluation.self-incomplete', clause, { count: judged.length, ...both('items', listed(judged)) })
      : null,
    checkWords(body.text, selfText, 'common.reason-missing', clause, { field: 'text' }),
  )
  if (no) throw no
  const change = { state: next, selfText: body.text.trim(), selfSubmittedBy: actor.accountId, selfSubmittedAt: now }
  await store.changeEvaluation(tx, row.id, change)
  record('evaluation.self-submitted', {
    subject: row.id,
    scope: row.scope,
    before: { state: row.state },
    after: change,
  })
  return { evaluationId: row.id }
})

/** It goes back to the park with a reason, before the result is told. */
export const returnSelf = command(contract.returnSelf, async ({ params, body }, { tx, actor, record }) => {
  const row = await store.lockEvaluation(tx, params.evaluationId)
  const no = whyNotEvaluator(row, actor) ?? checkWithReason(row, 'return-self', body.reason, row.rule.clause)
  if (no) throw no
  const change = { state: 'self' as const, selfSubmittedBy: null, selfSubmittedAt: null }
  await store.changeEvaluation(tx, row.id, change)
  record('evaluation.self-returned', {
    subject: row.id,
    scope: row.scope,
    before: { state: row.state, selfSubmittedAt: row.selfSubmittedAt },
    after: { ...change, reason: body.reason.trim() },
  })
  return { evaluationId: row.id }
})
