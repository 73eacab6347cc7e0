import { command } from '../../platform/command.ts'
import { notFound } from '../../platform/errors.ts'
import { editionOf } from '../../policy/edition.ts'
import * as policy from '../../policy/pilot.ts'
import { refuse } from '../../policy/refuse.ts'
import { dayOf } from '../../shared/dates.ts'
import { openPlan } from '../plans/public.ts'
import { countyOfScope, unitById } from '../units/public.ts'
import * as contract from './contract.ts'
import * as pilots from './store.ts'

export const admitPilot = command(
  contract.admitPilot,
  async ({ body }, { tx, now, newId, record }) => {
    const batch = await pilots.batchById(tx, body.batchId)
    if (!batch) throw notFound({ zh: '批次', en: 'batch' })
    const park = await unitById(tx, body.parkId)
    if (park?.kind !== 'park') throw notFound({ zh: '园区', en: 'park' })
    const county = await countyOfScope(tx, park.scope)
    if (!county) throw notFound({ zh: '县(市、区)', en: 'county' })
    const edition = editionOf(batch.edition)
    const refusal = policy.admitPilot(edition, { divisionCode: divisionOf(park.scope), awardFen: body.awardFen })
    if (refusal) throw refusal
    const pilot = {
      id: newId(),
      ...body,
      countyId: county.id,
      scope: park.scope,
      admittedOn: dayOf(now),
    }
    await pilots.insertPilot(tx, pilot)
    await openPlan(tx, { ...pilot, edition, firstYear: batch.firstYear }, { id: newId(), at: now })
    record('pilot.admitted', { subject: pilot.id, scope: pilot.scope, after: pilot })
    return { pilotId: pilot.id }
  },
  { pilots_batch_id_park_id_key: () => refuse('pilot.already-admitted', null, {}, 'parkId') },
)

/** The longest division code on a unit's path; a zone has none of its own and counts with the division above it. */
function divisionOf(scope: string): string {
  return scope.split('/').findLast((step) => /^\d{2,6}$/.test(step)) ?? ''
}
