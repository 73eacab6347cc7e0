import { type Acting, command } from '../../../platform/command.ts'
import { obligationOf, owes } from '../../../policy/editions/edition.ts'
import { checkCutOff, checkWithReason, mayOpenEvaluation } from '../../../policy/evaluation/course.ts'
import { allRefusals, both, refuse } from '../../../policy/guide/refuse.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { currentBaseline } from '../../programme/baselines/public.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { whyNotEvaluator } from './access.ts'
import * as contract from './act-contract.ts'
import { collectFacts } from './collect.ts'
import type { EvaluationRow } from './store.ts'
import * as store from './store.ts'

/** Whoever evaluates opens it with a cut-off: what the records come to on that day is frozen (G5.3). */
export const openEvaluation = command(
  contract.openEvaluation,
  async ({ params, body }, acting) => {
    const { tx, actor, now, newId, record } = acting
    const pilot = await requirePilot(tx, params.pilotId)
    const { edition, firstYear, scope } = pilot
    const { kind, cutOff } = body
    const refusal = mayOpenEvaluation(edition, {
      kind,
      firstYear,
      cutOff,
      today: dayOf(now),
      planApproved: (await currentBaseline(tx, pilot.id)) !== null,
      opened: (await store.evaluationOf(tx, pilot.id, kind)) !== undefined,
    })
    const no = owes(edition, kind) ? whyNotEvaluator({ pilot, rule: obligationOf(edition, kind) }, actor) : null
    if (no ?? refusal) throw no ?? refusal
    const form = store.formOf(pilot, kind)
    const row = { id: newId(), pilotId: pilot.id, kind, form: form.id, openedBy: actor.accountId, openedAt: now, scope }
    await store.insertEvaluation(tx, row)
    const computed = await compute(acting, { id: row.id, pilot, form, scope }, { no: 1, cutOff, reason: '' })
    record('evaluation.opened', { subject: row.id, scope, after: { ...row, ...computed } })
    return { evaluationId: row.id }
  },
  { evaluations_pilot_id_kind_key: () => refuse('evaluation.opened-before', null, both('evaluation', anyEvaluation)) },
)

const anyEvaluation = { zh: '绩效评价', en: 'This evaluation' }

/** The records are read again, to another day or because they were mended; what was given by people stays. */
export const recompute = command(contract.recompute, async ({ params, body }, acting) => {
  const { tx, actor, now, record } = acting
  const row = await store.lockEvaluation(tx, params.evaluationId)
  const { pilot, rule, kind } = row
  const { cutOff, reason } = body
  const refusal =
    whyNotEvaluator(row, actor) ??
    allRefusals(
      checkWithReason(row, 'recompute', reason, rule.clause),
      checkCutOff(pilot.edition, { kind, firstYear: pilot.firstYear, cutOff, today: dayOf(now) }),
    )
  if (refusal) throw refusal
  const before = await store.newestComputation(tx, row.id)
  const after = await compute(acting, row, { no: before.no + 1, cutOff, reason: reason.trim() })
  record('evaluation.computed', { subject: row.id, scope: row.scope, before, after })
  return { evaluationId: row.id }
})

type Asked = { readonly no: number; readonly cutOff: Day; readonly reason: string }

async function compute(
  { tx, actor, now }: Acting,
  { id, pilot, form, scope }: Pick<EvaluationRow, 'id' | 'pilot' | 'form' | 'scope'>,
  { no, cutOff, reason }: Asked,
) {
  const { baseline, facts } = await collectFacts(tx, pilot, form, cutOff)
  const computation = { no, cutOff, baselineId: baseline.id, facts, reason, computedAt: now }
  await store.insertComputation(tx, { ...computation, evaluationId: id, computedBy: actor.accountId, scope })
  return computation
}
