import type { Tx } from '../../../platform/database/connect.ts'
import type { LiaisonOfficer } from '../../../policy/filings/liaison.ts'
import type { Day } from '../../../shared/dates.ts'
import { insertOfficers } from './store.ts'

type Given = {
  readonly batchId: string
  readonly county: { readonly id: string; readonly scope: string }
  readonly parks: readonly { readonly parkId: string; readonly parkName: string }[]
  readonly versionId: string
  readonly officers: readonly LiaisonOfficer[]
  readonly today: Day
  readonly newId: () => string
}

/** Brings the officers of a recorded list into force (G5.1); the lists before stay, so that it is known who was replaced. */
export async function bringOfficers(tx: Tx, given: Given): Promise<void> {
  const { batchId, county, parks, versionId, officers, today, newId } = given
  const unitOf = ({ unitKind, unit }: LiaisonOfficer) =>
    unitKind === 'park' ? (parks.find(({ parkName }) => parkName === unit)?.parkId ?? county.id) : county.id
  const rows = officers.map((officer, at) => ({
    id: newId(),
    batchId,
    countyId: county.id,
    versionId,
    position: at + 1,
    // A list with an empty choice is never recorded.
    unitKind: officer.unitKind as Exclude<typeof officer.unitKind, ''>,
    unitName: officer.unit,
    unitId: unitOf(officer),
    name: officer.name,
    office: officer.office,
    duty: officer.duty,
    phone: officer.phone,
    mobile: officer.mobile,
    seat: officer.seat as Exclude<typeof officer.seat, ''>,
    validFrom: officer.from,
    validUntil: officer.until === '' ? null : officer.until,
    remark: officer.remark,
    recordedOn: today,
    scope: county.scope,
  }))
  await insertOfficers(tx, rows)
}
