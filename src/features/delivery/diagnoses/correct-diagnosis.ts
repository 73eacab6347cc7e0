import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/services/diagnosis.ts'
import { canonical } from '../../../shared/canonical.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { pilotEnterpriseById } from '../../programme/baselines/public.ts'
import { bindFile } from '../../programme/files/public.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { askDiagnosis } from './asked-diagnosis.ts'
import * as contract from './contract.ts'
import { correctingOf } from './correcting.ts'
import * as diagnoses from './store.ts'
import { diagnosisView } from './views.ts'

/** What was wrong is said anew, with the reason; the former answers and outcome stay on record, and so does what was begun on them. */
export const correctDiagnosis = command(
  contract.correctDiagnosis,
  async ({ params, body }, { tx, actor, now, record }) => {
    const enterprise = await pilotEnterpriseById(tx, params.enterpriseId)
    if (!enterprise) throw notFound({ zh: '试点企业', en: 'pilot enterprise' })
    const before = await diagnoses.lockDiagnosis(tx, enterprise.id)
    if (!before) throw refuse('services.not-diagnosed', 'G1.3', {}, 'enterpriseId')
    const refusal = policy.mayCorrect(await correctingOf(tx, before.id, actor))
    if (refusal) throw refusal
    const { edition, firstYear } = await requirePilot(tx, enterprise.pilotId)
    const today = dayOf(now)
    const on = body.diagnosedOn ?? before.diagnosedOn
    const firstNeedOn = await diagnoses.firstNeedOn(tx, before.id)
    const said = { answers: body.answers, facts: body.facts, reportFile: body.reportFileId, diagnosedOn: on }
    const stood = {
      answers: before.answers,
      facts: before.facts,
      reportFile: before.reportFile,
      diagnosedOn: before.diagnosedOn,
    }
    const changed = canonical(said) !== canonical(stood)
    const more = policy.checkCorrection({ reason: body.reason, on, firstNeedOn, changed })
    const outcome = askDiagnosis(body, { on, period: batchPeriod(edition, firstYear), today, enterprise }, more)
    if (isRefusal(outcome)) throw outcome
    const { scope } = enterprise
    if (body.reportFileId && body.reportFileId !== before.reportFile)
      await bindFile(tx, body.reportFileId, scope, 'reportFileId')
    await diagnoses.saveCorrection(tx, before, {
      diagnosedOn: on,
      answers: body.answers,
      facts: body.facts,
      outcome,
      reportFile: body.reportFileId,
      correctionReason: body.reason,
      recordedBy: actor.accountId,
      recordedAt: now,
    })
    record('diagnosis.corrected', { subject: enterprise.id, scope, before, after: { ...body, ...outcome } })
    const view = await diagnosisView(tx, enterprise.id)
    if (!view) throw new Error('the diagnosis just corrected is gone')
    return view
  },
)
