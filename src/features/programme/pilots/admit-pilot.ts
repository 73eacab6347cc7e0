import { type Acting, command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import { batchPeriod, editionOf } from '../../../policy/editions/edition.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/plan/pilot.ts'
import { dayOf } from '../../../shared/dates.ts'
import { countyOfScope, insertPlanned, planUnit, siblingGuards, type Unit, unitById } from '../units/public.ts'
import * as contract from './contract.ts'
import * as pilots from './store.ts'

/** What else follows from an admission, in its transaction; other areas say what. */
export type OnAdmitted = (acting: Acting, pilot: { readonly batchId: string; readonly parkId: string }) => Promise<void>

/** A park of the register, or one registered with the same click; refused, nothing of it stays (G0, H0). */
export const admitPilot = (onAdmitted: OnAdmitted) =>
  command(
    contract.admitPilot,
    async ({ body }, acting) => {
      const { tx, now, newId, record } = acting
      const { batchId, parkId, newPark, awardFen, awardConfirmed } = body
      const batch = await pilots.batchById(tx, batchId)
      if (!batch || editionOf(batch.edition).standing) throw notFound({ zh: '批次', en: 'batch' })
      const today = dayOf(now)
      const edition = editionOf(batch.edition)
      const period = batchPeriod(edition, batch.firstYear)
      const known = parkId === undefined ? null : await parkOf(tx, parkId)
      const planned = newPark
        ? await planUnit(tx, { kind: 'park', ...newPark }, { newId, today, at: 'newPark.' })
        : null
      const scope = planned?.unit.scope ?? known?.scope ?? null
      const standing = known ? await pilots.batchesOfPark(tx, known.id) : []
      const no = allRefusals(
        (known === null) === (planned === null) ? refuse('pilot.choose-one', null, {}, 'parkId') : null,
        known && known.kind !== 'park' ? refuse('pilot.not-a-park', null, { unit: known.name }, 'parkId') : null,
        standing.some(({ id }) => id === batchId) ? refuse('pilot.already-admitted', null, {}, 'parkId') : null,
        policy.admitPilot(edition, {
          divisionCode: scope && policy.divisionOf(scope),
          awardFen,
          awardConfirmed,
          period,
          others: standing.filter(({ id }) => id !== batchId),
        }),
        planned?.no ?? null,
      )
      if (no) throw no
      const park = planned ? await insertPlanned(tx, planned) : known
      const county = park && (await countyOfScope(tx, park.scope))
      if (!county) throw notFound({ zh: '县(市、区)', en: 'county' })
      if (planned) record('unit.registered', { subject: park.id, scope: park.scope, after: park })
      const pilot = {
        id: newId(),
        batchId,
        parkId: park.id,
        awardFen,
        countyId: county.id,
        scope: park.scope,
        admittedOn: today,
        runsFrom: period.from,
        runsTo: period.to,
      }
      await pilots.insertPilot(tx, pilot)
      await onAdmitted(acting, pilot)
      record('pilot.admitted', { subject: pilot.id, scope: pilot.scope, after: pilot })
      return { pilotId: pilot.id }
    },
    {
      pilots_batch_id_park_id_key: () => refuse('pilot.already-admitted', null, {}, 'parkId'),
      pilots_one_batch_at_once: () => refuse('pilot.already-admitted', null, {}, 'parkId'),
      ...siblingGuards('newPark.'),
    },
  )

async function parkOf(tx: Tx, parkId: string): Promise<Unit> {
  const unit = await unitById(tx, parkId)
  if (!unit) throw notFound({ zh: '园区', en: 'park' })
  return unit
}
