import { query } from '../../../platform/command.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { universalKinds } from '../../../policy/records/service-kinds.ts'
import { activityProofs } from '../../../policy/services/activity.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { addActivityEvidence } from './add-activity-evidence.ts'
import * as contract from './contract.ts'
import { correctActivity } from './correct-activity.ts'
import { enterAnswers } from './enter-answers.ts'
import { recordActivity } from './record-activity.ts'
import * as views from './views.ts'
import { withdrawActivity } from './withdraw-activity.ts'

export const activityRoutes = [
  recordActivity,
  addActivityEvidence,
  correctActivity,
  withdrawActivity,
  enterAnswers,
  query(contract.listActivities, async ({ params, search }, { tx, actor }) => {
    const pilot = await requirePilot(tx, params.pilotId)
    return {
      parkName: pilot.parkName,
      ...(await views.listActivities(tx, pilot.id, search)),
      known: await views.knownEnterprises(tx, pilot.parkId),
      asked: universalKinds.flatMap((kind) =>
        activityProofs(kind, pilot.edition).map(({ proof, min }) => ({ kind, proof, need: min })),
      ),
      actions: [abilityOf(actor, 'record', 'service.visit', null)],
    }
  }),
  query(contract.showActivity, ({ params }, { tx, actor }) => views.activityView(tx, params.activityId, actor)),
]
