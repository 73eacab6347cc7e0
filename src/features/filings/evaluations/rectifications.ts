import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { checkRectificationDecision, mayRectify } from '../../../policy/evaluation/rectification.ts'
import { checkReason } from '../../../policy/guide/reasons.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import { bindFile, checkUnbound } from '../../programme/files/public.ts'
import { whyNotEvaluator } from './access.ts'
import * as contract from './act-contract.ts'
import { resultOf } from './results.ts'
import * as store from './store.ts'

/** The park says what it did about what its evaluation found wanting (G5.3). */
export const submitRectification = command(
  contract.submitRectification,
  async ({ params, body }, { tx, actor, now, newId, record }) => {
    const row = await store.lockEvaluation(tx, params.evaluationId)
    const { clause } = row.rule
    if (actor.unitId !== row.pilot.parkId) throw refuse('common.outside-scope', clause)
    const result = await resultOf(tx, row.pilot.id, row.kind)
    const earlier = await tx.selectFrom('rectifications').select('state').where('evaluationId', '=', row.id).execute()
    const states = earlier.map(({ state }) => state)
    const { report, fileId } = body
    const no =
      mayRectify(row.pilot.edition, { grade: result?.grade ?? null, states }, clause) ??
      allRefusals(
        checkReason(report, 'common.reason-missing', clause, { field: 'report' }),
        await checkUnbound(tx, fileId, clause, 'fileId'),
      )
    if (no) throw no
    await bindFile(tx, fileId, row.scope, 'fileId')
    const said = { id: newId(), no: states.length + 1, evaluationId: row.id, report: report.trim(), fileId }
    await tx
      .insertInto('rectifications')
      .values({ ...said, submittedBy: actor.accountId, submittedAt: now, scope: row.scope })
      .execute()
    record('evaluation.rectified', { subject: row.id, scope: row.scope, after: said })
    return { evaluationId: row.id }
  },
  { rectifications_one_open: () => refuse('evaluation.rectification-waits', null) },
)

/** Whoever evaluated finds it put right, or sends it back with a reason (G5.3). */
export const decideRectification = command(
  contract.decideRectification,
  async ({ params, body }, { tx, actor, now, record }) => {
    const row = await store.lockEvaluation(tx, params.evaluationId)
    const { rectificationId, verdict, reason } = body
    const before = await tx
      .selectFrom('rectifications')
      .selectAll()
      .where('id', '=', rectificationId)
      .where('evaluationId', '=', row.id)
      .executeTakeFirst()
    if (!before) throw notFound({ zh: '整改报告', en: 'report of rectification' })
    const no = whyNotEvaluator(row, actor) ?? checkRectificationDecision(before.state, reason, row.rule.clause)
    if (no) throw no
    const state = verdict === 'accept' ? ('accepted' as const) : ('returned' as const)
    const after = { state, decisionReason: reason.trim(), decidedBy: actor.accountId, decidedAt: now }
    await tx.updateTable('rectifications').set(after).where('id', '=', rectificationId).execute()
    record('evaluation.rectification-decided', { subject: row.id, scope: row.scope, before, after })
    return { evaluationId: row.id }
  },
)
