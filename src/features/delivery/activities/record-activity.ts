import { command } from '../../../platform/command.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import * as policy from '../../../policy/services/activity.ts'
import { dayOf } from '../../../shared/dates.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { enterpriseUnit } from '../../programme/units/public.ts'
import * as contract from './contract.ts'
import { keepPapers } from './keep-papers.ts'
import * as store from './store.ts'

export const recordActivity = command(contract.recordActivity, async ({ params, body }, acting) => {
  const { tx, actor, now, newId, record } = acting
  const pilot = await requirePilot(tx, params.pilotId)
  const { kind, title, heldOn, place, attendees, papers } = body
  const today = dayOf(now)
  const period = batchPeriod(pilot.edition, pilot.firstYear)
  const refusal = policy.recordActivity({ kind, title, on: heldOn, attendees }, { period, today })
  if (refusal) throw refusal
  const { scope } = pilot
  const activity = { id: newId(), pilotId: pilot.id, kind, heldOn, scope }
  const { id } = activity
  await store.insertActivity(tx, { ...activity, title, place, recordedBy: actor.accountId, recordedAt: now })
  const attendances = []
  for (const { uscc, name, people } of attendees) {
    const unit = await enterpriseUnit(tx, { id: pilot.parkId, scope }, { uscc, name }, { newId, today })
    attendances.push({ activityId: id, unitId: unit.id, people, scope })
  }
  await store.insertAttendances(tx, attendances)
  const countedOn = await keepPapers(acting, { ...activity, countedOn: null }, pilot, papers)
  record('activity.recorded', { subject: id, scope, after: { ...body, countedOn } })
  return { activityId: id, countedOn }
})
