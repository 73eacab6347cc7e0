import { command } from '../../../platform/command.ts'
import { openItems } from '../../../policy/evaluation/columns.ts'
import { bureausMissing, whyNotHeard } from '../../../policy/evaluation/county-opinion.ts'
import { checkWithReason, mayAgree, nextEvaluationState, objectionsUntil } from '../../../policy/evaluation/course.ts'
import { both, refuse } from '../../../policy/guide/refuse.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { listed } from '../../../shared/words.ts'
import { holdCalendar } from '../../programme/rest-days/public.ts'
import { whyNotEvaluator } from './access.ts'
import * as contract from './act-contract.ts'
import { columnsOf, givenIn } from './columns.ts'
import { bureausGiven } from './county-opinion-store.ts'
import * as store from './store.ts'

/** The park hears what the result is going to be; its days for objections begin (G5.3). */
export const tellResult = command(contract.tellResult, async ({ params }, { tx, actor, now, record }) => {
  const row = await store.lockEvaluation(tx, params.evaluationId)
  const { clause } = row.rule
  const no = whyNotEvaluator(row, actor)
  if (no) throw no
  const next = nextEvaluationState(row, 'tell', clause)
  if (isRefusal(next)) throw next
  const { facts } = await store.newestComputation(tx, row.id)
  const { final } = columnsOf(row, facts, givenIn(await store.scoresOf(tx, row.id)))
  const open = openItems(row.form, final)
  if (open.length > 0)
    throw refuse('evaluation.final-incomplete', clause, { count: open.length, ...both('items', listed(open)) })
  const heard = whyNotHeard(bureausMissing(row.pilot.edition, row.kind, await bureausGiven(tx, row.id)), clause)
  if (heard) throw heard
  const objectUntil = objectionsUntil(row.pilot.edition, dayOf(now), await holdCalendar(tx))
  const change = { state: next, toldBy: actor.accountId, toldAt: now, objectUntil }
  await store.changeEvaluation(tx, row.id, change)
  record('evaluation.told', { subject: row.id, scope: row.scope, before: { state: row.state }, after: change })
  return { evaluationId: row.id }
})

/** What was told is taken back with a reason and scored again; what the park had agreed to no longer binds it. */
export const takeBack = command(contract.takeBack, async ({ params, body }, { tx, actor, record }) => {
  const row = await store.lockEvaluation(tx, params.evaluationId)
  const no = whyNotEvaluator(row, actor) ?? checkWithReason(row, 'take-back', body.reason, row.rule.clause)
  if (no) throw no
  const untold = { toldBy: null, toldAt: null, objectUntil: null, agreedBy: null, agreedAt: null }
  const change = { state: 'scoring' as const, ...untold, unratedReason: '' }
  await store.changeEvaluation(tx, row.id, change)
  record('evaluation.taken-back', {
    subject: row.id,
    scope: row.scope,
    before: { state: row.state, objectUntil: row.objectUntil, unratedReason: row.unratedReason },
    after: { ...change, reason: body.reason.trim() },
  })
  return { evaluationId: row.id }
})

/** No rating, with its reason, is a result of its own (G5.3). */
export const notRate = command(contract.notRate, async ({ params, body }, { tx, actor, record }) => {
  const row = await store.lockEvaluation(tx, params.evaluationId)
  const no = whyNotEvaluator(row, actor) ?? checkWithReason(row, 'not-rate', body.reason, row.rule.clause)
  if (no) throw no
  const change = { state: 'not-rated' as const, unratedReason: body.reason.trim() }
  await store.changeEvaluation(tx, row.id, change)
  record('evaluation.not-rated', { subject: row.id, scope: row.scope, before: { state: row.state }, after: change })
  return { evaluationId: row.id }
})

/** The park agrees, and need not wait for its days to be over. */
export const agreeTo = command(contract.agreeTo, async ({ params }, { tx, actor, now, record }) => {
  const row = await store.lockEvaluation(tx, params.evaluationId)
  const { clause } = row.rule
  if (actor.unitId !== row.pilot.parkId) throw refuse('common.outside-scope', clause)
  const no = mayAgree(row, clause)
  if (no) throw no
  const change = { agreedBy: actor.accountId, agreedAt: now }
  await store.changeEvaluation(tx, row.id, change)
  record('evaluation.agreed', { subject: row.id, scope: row.scope, after: change })
  return { evaluationId: row.id }
})
