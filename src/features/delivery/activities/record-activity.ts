import { command } from '../../../platform/command.ts'
import { holdKey } from '../../../platform/database/hold.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import { allRefusals } from '../../../policy/guide/refuse.ts'
import { recordedBefore } from '../../../policy/records/recorded-before.ts'
import * as policy from '../../../policy/services/activity.ts'
import { allFit } from '../../../policy/services/evidence.ts'
import { dayOf, isDay } from '../../../shared/dates.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { keepAttendees, knownAttendees } from './attendees.ts'
import * as contract from './contract.ts'
import { keepPapers } from './keep-papers.ts'
import * as store from './store.ts'

export const recordActivity = command(contract.recordActivity, async ({ params, body }, acting) => {
  const { tx, actor, now, newId, record } = acting
  const pilot = await requirePilot(tx, params.pilotId)
  const { kind, title, heldOn, place, attendees, papers, countsConfirmed } = body
  const period = batchPeriod(pilot.edition, pilot.firstYear)
  const named = await knownAttendees(tx, pilot, attendees)
  await holdKey(tx, 'activity', pilot.id)
  const standing = isDay(heldOn) ? await store.activitiesOf(tx, pilot.id, { id: null, kind, heldOn }) : []
  const when = { period, today: dayOf(now), countsConfirmed }
  const refusal = allRefusals(
    policy.recordActivity({ kind, title, on: heldOn, attendees: named }, when),
    allFit(kind, papers, pilot.edition, 'papers'),
    recordedBefore('activity', [title, place], standing),
  )
  if (refusal) throw refusal
  const { scope } = pilot
  const activity = { id: newId(), pilotId: pilot.id, kind, heldOn, scope }
  const { id } = activity
  await store.insertActivity(tx, { ...activity, title, place, recordedBy: actor.accountId, recordedAt: now })
  const first = { ...activity, countedOn: null, revision: 1, withdrawn: false }
  await keepAttendees(acting, first, pilot, attendees)
  const countedOn = await keepPapers(acting, first, pilot, papers, { later: false })
  record('activity.recorded', { subject: id, scope, after: { ...body, countedOn } })
  return { activityId: id, countedOn }
})
