import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { pilotEnterpriseById } from '../../programme/baselines/public.ts'
import { bindFile } from '../../programme/files/public.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { askDiagnosis } from './asked-diagnosis.ts'
import * as contract from './contract.ts'
import * as diagnoses from './store.ts'
import { diagnosisView } from './views.ts'

const once = () => refuse('services.diagnosed-before', 'G1.3', {}, 'enterpriseId')

export const recordDiagnosis = command(
  contract.recordDiagnosis,
  async ({ params, body }, { tx, actor, now, newId, record }) => {
    const enterprise = await pilotEnterpriseById(tx, params.enterpriseId)
    if (!enterprise) throw notFound({ zh: '试点企业', en: 'pilot enterprise' })
    if (await diagnoses.diagnosisOf(tx, enterprise.id)) throw once()
    const { edition, firstYear } = await requirePilot(tx, enterprise.pilotId)
    const today = dayOf(now)
    const diagnosedOn = body.diagnosedOn ?? today
    const when = { on: diagnosedOn, period: batchPeriod(edition, firstYear), today, enterprise }
    const outcome = askDiagnosis(body, when, null)
    if (isRefusal(outcome)) throw outcome
    if (body.reportFileId) await bindFile(tx, body.reportFileId, enterprise.scope, 'reportFileId')
    const { pilotId, scope } = enterprise
    const diagnosis = { id: newId(), pilotId, enterpriseId: enterprise.id, diagnosedOn, scope }
    await diagnoses.insertDiagnosis(tx, {
      ...diagnosis,
      answers: body.answers,
      facts: body.facts,
      outcome,
      reportFile: body.reportFileId,
      recordedBy: actor.accountId,
      recordedAt: now,
    })
    record('diagnosis.recorded', { subject: enterprise.id, scope, after: { ...diagnosis, ...body, ...outcome } })
    const view = await diagnosisView(tx, enterprise.id)
    if (!view) throw new Error('the diagnosis just recorded is gone')
    return view
  },
  { diagnoses_enterprise_id_key: once },
)
