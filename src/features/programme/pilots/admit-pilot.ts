import { type Acting, command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import { editionOf } from '../../../policy/editions/edition.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/plan/pilot.ts'
import { dayOf } from '../../../shared/dates.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import { countyOfScope, newUnit, type Unit, unitById } from '../units/public.ts'
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
      const { batchId, parkId, newPark, awardFen } = body
      const batch = await pilots.batchById(tx, batchId)
      if (!batch) throw notFound({ zh: '批次', en: 'batch' })
      if ((parkId === undefined) === (newPark === undefined)) throw invalid([eitherPark])
      const today = dayOf(now)
      const edition = editionOf(batch.edition)
      const also = policy.checkAward(edition, awardFen)
      const park = newPark
        ? await newUnit(tx, { kind: 'park', ...newPark }, { newId, today, at: 'newPark.', also })
        : await knownPark(tx, parkId ?? '', also)
      const county = await countyOfScope(tx, park.scope)
      if (!county) throw notFound({ zh: '县(市、区)', en: 'county' })
      const refusal = policy.admitPilot(edition, { divisionCode: policy.divisionOf(park.scope), awardFen })
      if (refusal) throw refusal
      if (newPark) record('unit.registered', { subject: park.id, scope: park.scope, after: park })
      const pilot = {
        id: newId(),
        batchId,
        parkId: park.id,
        awardFen,
        countyId: county.id,
        scope: park.scope,
        admittedOn: today,
      }
      await pilots.insertPilot(tx, pilot)
      await onAdmitted(acting, pilot)
      record('pilot.admitted', { subject: pilot.id, scope: pilot.scope, after: pilot })
      return { pilotId: pilot.id }
    },
    {
      pilots_batch_id_park_id_key: () => refuse('pilot.already-admitted', null, {}, 'parkId'),
      units_name_under_parent: () => refuse('unit.name-taken', null, {}, 'newPark.name'),
    },
  )

const eitherPark = {
  field: 'parkId',
  zh: '请选择已有园区，或登记一个新园区，二者取一。',
  en: 'Choose a park of the register or register a new one, one of the two.',
}

async function knownPark(tx: Tx, parkId: string, also: Refusal | null): Promise<Unit> {
  const unit = await unitById(tx, parkId)
  if (!unit) throw notFound({ zh: '园区', en: 'park' })
  if (unit.kind !== 'park') throw allRefusals(refuse('pilot.not-a-park', null, { unit: unit.name }, 'parkId'), also)
  return unit
}
