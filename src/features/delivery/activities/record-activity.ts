import { command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { holdKey } from '../../../platform/database/hold.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import { allRefusals } from '../../../policy/guide/refuse.ts'
import { recordedBefore } from '../../../policy/records/recorded-before.ts'
import * as policy from '../../../policy/services/activity.ts'
import { allFit } from '../../../policy/services/evidence.ts'
import { dayOf, isDay } from '../../../shared/dates.ts'
import { judgeUscc } from '../../../shared/uscc.ts'
import { pilotEnterprises } from '../../programme/baselines/public.ts'
import { keepFile } from '../../programme/files/public.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { enterpriseOfPark, enterpriseUnit } from '../../programme/units/public.ts'
import * as contract from './contract.ts'
import { keepPapers } from './keep-papers.ts'
import * as store from './store.ts'

export const recordActivity = command(contract.recordActivity, async ({ params, body }, acting) => {
  const { tx, actor, now, newId, record } = acting
  const pilot = await requirePilot(tx, params.pilotId)
  const { kind, title, heldOn, place, attendees, papers } = body
  const today = dayOf(now)
  const period = batchPeriod(pilot.edition, pilot.firstYear)
  const pilots = new Map((await pilotEnterprises(tx, pilot.id)).map((one) => [one.uscc, one.name]))
  const named = await Promise.all(
    attendees.map(async (one) => ({
      ...one,
      proven: await isProven(tx, pilot, one),
      known: pilots.get(one.uscc) ?? null,
    })),
  )
  await holdKey(tx, 'activity', pilot.id)
  const standing = isDay(heldOn) ? await store.activitiesOf(tx, pilot.id, { kind, heldOn }) : []
  const refusal = allRefusals(
    policy.recordActivity({ kind, title, on: heldOn, attendees: named }, { period, today }),
    allFit(kind, papers, pilot.edition, 'papers'),
    recordedBefore('activity', [title, place], standing),
  )
  if (refusal) throw refusal
  const { scope } = pilot
  const activity = { id: newId(), pilotId: pilot.id, kind, heldOn, scope }
  const { id } = activity
  await store.insertActivity(tx, { ...activity, title, place, recordedBy: actor.accountId, recordedAt: now })
  const attendances = []
  for (const [at, { uscc, licence, name, people }] of attendees.entries()) {
    const unit = await enterpriseUnit(tx, { id: pilot.parkId, scope }, { uscc, name, licence }, { newId, today })
    if (licence) await keepFile(tx, licence.fileId, scope, `attendees.${at}.licence`)
    attendances.push({ activityId: id, unitId: unit.id, people, scope })
  }
  await store.insertAttendances(tx, attendances)
  const countedOn = await keepPapers(acting, { ...activity, countedOn: null }, pilot, papers, { later: false })
  record('activity.recorded', { subject: id, scope, after: { ...body, countedOn } })
  return { activityId: id, countedOn }
})

type Named = { readonly uscc: string; readonly licence?: unknown }

/** Whether a code that only one check finds right stands on a licence: this one, or the one it was first entered with. */
async function isProven(tx: Tx, { parkId }: { parkId: string }, { uscc, licence }: Named): Promise<boolean> {
  if (licence !== undefined || !judgeUscc(uscc).startsWith('unproven')) return licence !== undefined
  return (await enterpriseOfPark(tx, parkId, uscc)) !== null
}
