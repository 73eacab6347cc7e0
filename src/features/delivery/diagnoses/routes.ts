import { type Asking, query } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { obligationOf } from '../../../policy/editions/edition.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { mayCorrect } from '../../../policy/services/diagnosis.ts'
import { currentBaseline } from '../../programme/baselines/public.ts'
import { type Pilot, requirePilot } from '../../programme/pilots/public.ts'
import * as contract from './contract.ts'
import { correctDiagnosis } from './correct-diagnosis.ts'
import { correctingOf } from './correcting.ts'
import { recordDiagnosis } from './record-diagnosis.ts'
import * as views from './views.ts'

/** Nobody is diagnosed, and nothing ordered, before the plan has named the pilot enterprises. */
async function listAbility({ tx, actor }: Asking, { id, edition }: Pick<Pilot, 'id' | 'edition'>) {
  const locked = await currentBaseline(tx, id)
  return abilityOf(
    actor,
    'diagnose',
    'diagnosis.record',
    locked ? null : refuse('services.not-a-pilot-enterprise', obligationOf(edition, 'plan').clause),
  )
}

export const diagnosisRoutes = [
  recordDiagnosis,
  correctDiagnosis,
  query(contract.listEnterprises, async ({ params }, asking) => {
    const pilot = await requirePilot(asking.tx, params.pilotId)
    const rows = await views.enterprisesOf(asking.tx, params.pilotId)
    const enterprises = rows.map(({ scope: _, ...row }) => row)
    return { parkName: pilot.parkName, enterprises, actions: [await listAbility(asking, pilot)] }
  }),
  query(contract.showEnterprise, async ({ params }, { tx, actor }) => {
    const found = await views.enterpriseById(tx, params.enterpriseId)
    if (!found) throw notFound({ zh: '试点企业', en: 'pilot enterprise' })
    const { scope: _, ...enterprise } = found
    const diagnosis = await views.diagnosisView(tx, params.enterpriseId)
    const diagnose = diagnosis ? refuse('services.diagnosed-before', 'G1.3') : null
    const order = diagnosis ? null : refuse('services.not-diagnosed', 'G1.3')
    const correct = diagnosis
      ? mayCorrect(await correctingOf(tx, diagnosis.diagnosisId, actor))
      : refuse('services.not-diagnosed', 'G1.3')
    const actions = [
      abilityOf(actor, 'correct', 'diagnosis.record', correct),
      abilityOf(actor, 'diagnose', 'diagnosis.record', diagnose),
      abilityOf(actor, 'order', 'service.order', order),
    ]
    return { enterprise, diagnosis, former: await views.formerViews(tx, params.enterpriseId), actions }
  }),
]
