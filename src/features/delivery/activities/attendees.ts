import type { Acting } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Attendee } from '../../../policy/services/activity.ts'
import { dayOf } from '../../../shared/dates.ts'
import { judgeUscc } from '../../../shared/uscc.ts'
import { pilotEnterprises } from '../../programme/baselines/public.ts'
import { keepFile } from '../../programme/files/public.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { enterpriseOfPark, enterpriseUnit } from '../../programme/units/public.ts'
import type { GivenAttendee } from './contract.ts'
import * as store from './store.ts'

/** Who took part, as the rule sees them: what is known of each by its code. */
export async function knownAttendees(tx: Tx, pilot: Pilot, given: readonly GivenAttendee[]): Promise<Attendee[]> {
  const pilots = new Map((await pilotEnterprises(tx, pilot.id)).map((one) => [one.uscc, one.name]))
  return Promise.all(
    given.map(async (one) => ({
      ...one,
      proven: await isProven(tx, pilot, one),
      known: pilots.get(one.uscc) ?? null,
    })),
  )
}

/** Whether a code that only one check finds right stands on a licence: this one, or the one it was first entered with. */
async function isProven(tx: Tx, { parkId }: { parkId: string }, { uscc, licence }: GivenAttendee): Promise<boolean> {
  if (licence !== undefined || !judgeUscc(uscc).startsWith('unproven')) return licence !== undefined
  return (await enterpriseOfPark(tx, parkId, uscc)) !== null
}

/** Keeps who took part in a revision of an activity; a firm that nobody has named yet becomes a unit of the park. */
export async function keepAttendees(
  { tx, now, newId }: Pick<Acting, 'tx' | 'now' | 'newId'>,
  { id: activityId, revision }: { readonly id: string; readonly revision: number },
  { parkId, scope }: Pilot,
  given: readonly GivenAttendee[],
): Promise<void> {
  const attendances = []
  for (const [at, { uscc, licence, name, people }] of given.entries()) {
    const firm = { uscc, name, licence }
    const unit = await enterpriseUnit(tx, { id: parkId, scope }, firm, { newId, today: dayOf(now) })
    if (licence) await keepFile(tx, licence.fileId, scope, `attendees.${at}.licence`)
    attendances.push({ activityId, revision, unitId: unit.id, people, scope })
  }
  await store.insertAttendances(tx, attendances)
}
