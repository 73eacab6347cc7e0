import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import * as contract from './contract.ts'
import { keepPapers } from './keep-papers.ts'
import * as store from './store.ts'

export const addActivityEvidence = command(contract.addActivityEvidence, async ({ params, body }, acting) => {
  const { tx, record } = acting
  const activity = await store.lockActivity(tx, params.activityId)
  if (!activity) throw notFound({ zh: '活动', en: 'activity' })
  if (activity.withdrawn) throw refuse('services.activity-withdrawn', 'G1.2')
  const { id, scope, countedOn: before } = activity
  const pilot = await requirePilot(tx, activity.pilotId)
  const countedOn = await keepPapers(acting, activity, pilot, body.papers, { later: true })
  record('activity.evidence-added', {
    subject: id,
    scope,
    before: { countedOn: before },
    after: { countedOn, papers: body.papers },
  })
  return { activityId: id, countedOn }
})
