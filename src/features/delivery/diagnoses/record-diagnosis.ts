import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/services/diagnosis.ts'
import { dayOf, isDay } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { pilotEnterpriseById } from '../../programme/baselines/public.ts'
import { bindFile } from '../../programme/files/public.ts'
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
    const today = dayOf(now)
    const { foundedOn } = body.facts
    if (foundedOn !== null && !isDay(foundedOn))
      throw refuse('common.bad-day', null, { day: foundedOn }, 'facts.foundedOn')
    if (foundedOn !== null && foundedOn > today)
      throw refuse('common.day-in-future', 'G1.4', { day: foundedOn, today }, 'facts.foundedOn')
    const outcome = policy.diagnose(body.answers, { ...body.facts, today })
    if (isRefusal(outcome)) throw outcome
    if (body.reportFileId) await bindFile(tx, body.reportFileId, enterprise.scope, 'reportFileId')
    const { pilotId, scope } = enterprise
    const diagnosis = { id: newId(), pilotId, enterpriseId: enterprise.id, diagnosedOn: today, scope }
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
