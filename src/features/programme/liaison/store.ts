import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { LiaisonOfficers } from '../../../platform/database/types.ts'
import { type LiaisonOfficer, servesOn } from '../../../policy/filings/liaison.ts'
import type { Day } from '../../../shared/dates.ts'

/** A liaison officer of a recorded list. */
export type RecordedOfficer = LiaisonOfficer & {
  readonly id: string
  readonly versionId: string
  /** The unit the officer belongs to: the county for its bureaus. */
  readonly unitId: string
  readonly recordedOn: Day
  /** Null where the reader does not see the unit. */
  readonly unitScope: string | null
}

export async function insertOfficers(tx: Tx, rows: readonly Insertable<LiaisonOfficers>[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insertInto('liaisonOfficers')
      .values([...rows])
      .execute()
}

type CountyInBatch = { readonly batchId: string; readonly countyId: string }

/** The recorded lists of a county for a batch, oldest first, each with its officers in their order. */
export async function recordedLists(tx: Tx, of: CountyInBatch): Promise<RecordedOfficer[][]> {
  return (await recordedListsOf(tx, [of]))(of)
}

/** The same of several counties, by one statement. */
export async function recordedListsOf(
  tx: Tx,
  all: readonly CountyInBatch[],
): Promise<(of: CountyInBatch) => RecordedOfficer[][]> {
  const rows = await tx
    .selectFrom('liaisonOfficers as o')
    // Without a row where the reader does not see the unit.
    .leftJoin('units as u', 'u.id', 'o.unitId')
    .select([
      'o.id',
      'o.versionId',
      'o.unitId',
      'o.recordedOn',
      'o.unitKind',
      'o.unitName as unit',
      'o.name',
      'o.office',
    ])
    .select(['o.duty', 'o.phone', 'o.mobile', 'o.seat', 'o.validFrom as from', 'o.validUntil as until', 'o.remark'])
    .select(['o.batchId', 'o.countyId', 'u.scope as unitScope'])
    .where(
      sql<boolean>`(o.batch_id, o.county_id) in (
        select * from unnest(${all.map(({ batchId }) => batchId)}::uuid[], ${all.map(({ countyId }) => countyId)}::uuid[]))`,
    )
    // Ids grow with time: two lists of one day stay in their order.
    .orderBy('o.id')
    .execute()
  const officers = rows.map((row) => ({ ...row, until: row.until ?? '' }))
  const byCounty = Map.groupBy(officers, keyOf)
  return (of) => [...Map.groupBy(byCounty.get(keyOf(of)) ?? [], (officer) => officer.versionId).values()]
}

function keyOf({ batchId, countyId }: CountyInBatch): string {
  return `${batchId} ${countyId}`
}

/** Who serves on a day, by the newest list recorded until then (G5.1). */
export function inForce(lists: readonly RecordedOfficer[][], day: Day): RecordedOfficer[] {
  const newest = lists.findLast((list) => (list[0]?.recordedOn ?? '') <= day)
  return newest?.filter((officer) => servesOn(officer, day)) ?? []
}

/** The office telephone of a park's liaison officer in force, the deputy's where the officer has none; null where none is listed. */
export async function parkPhone(tx: Tx, park: ListedPark, day: Day): Promise<string | null> {
  const officers = inForce(await recordedLists(tx, park), day)
  const listed = officers
    .filter(({ unitId, phone }) => unitId === park.parkId && phone !== '')
    .sort((a, b) => a.seat.localeCompare(b.seat))
  return listed[0]?.phone ?? null
}

type ListedPark = { readonly batchId: string; readonly countyId: string; readonly parkId: string }
