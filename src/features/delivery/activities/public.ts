import type { Tx } from '../../../platform/database/connect.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import type { ServiceKind } from '../../../policy/records/service-kinds.ts'
import { activityCounts } from '../../../policy/services/activity.ts'
import type { MissingProof } from '../../../policy/services/service-counts.ts'
import type { Day } from '../../../shared/dates.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { papersOf } from '../evidence/public.ts'

type LackingActivity = {
  readonly id: string
  readonly title: string
  readonly heldOn: Day
  readonly missing: readonly MissingProof[]
}

/** Activities of a pilot that do not count yet, with every proof that they lack, by their day; `most`: so many are looked into (G3.4, GA1). */
export async function lackingActivities(
  tx: Tx,
  { id: pilotId, edition, firstYear }: Pilot,
  most: number,
): Promise<LackingActivity[]> {
  const rows = await tx
    .selectFrom('activities')
    .select(['id', 'title', 'heldOn', 'serviceKind'])
    .where('pilotId', '=', pilotId)
    .where('withdrawn', '=', false)
    .where('countedOn', 'is', null)
    .orderBy('heldOn')
    .orderBy('id')
    .limit(most)
    .execute()
  const period = batchPeriod(edition, firstYear)
  const lacking: LackingActivity[] = []
  for (const { id, title, heldOn, serviceKind } of rows) {
    const { countable } = await papersOf(tx, { activityId: id })
    const { missing } = activityCounts({ kind: serviceKind as ServiceKind, on: heldOn }, countable, period, edition)
    if (missing.length > 0) lacking.push({ id, title, heldOn, missing })
  }
  return lacking
}
