import { type RawBuilder, sql } from 'kysely'
import { bigint, day, int, text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { inTheTree } from '../../../platform/database/ordered.ts'
import { statement } from '../../../platform/database/statement.ts'
import { editionOf } from '../../../policy/editions/edition.ts'
import type { Owner } from '../../../policy/editions/edition-rules.ts'
import { compareNames } from '../../../shared/clean.ts'
import type { Day } from '../../../shared/dates.ts'
import type { DutyBatch, FilingPilot, ObligedUnit } from './duty.ts'
import { scopeEnd } from './scopes.ts'

export type ObligedUnits = {
  readonly batch: DutyBatch
  readonly units: Readonly<Record<Owner, readonly ObligedUnit[]>>
}

type BatchPilot = FilingPilot & { readonly park: ObligedUnit['unit'] }

/** Who owes something in each batch, among the units in this scope: every pilot, every county with pilots, the province. */
export async function obligedUnitsByBatch(
  tx: Tx,
  scope: string,
  only: { readonly batchId?: string | undefined } = {},
): Promise<ObligedUnits[]> {
  const above = new Map((await authoritiesBelow(tx, scope)).map((unit) => [unit.id, unit]))
  const province = [...above.values()].find((unit) => unit.kind === 'province')
  const batches = Map.groupBy(await pilotsOf(tx, { ...only, scope }), ({ batch }) => batch.id)
  return [...batches.values()].sort(byNewest).flatMap((rows) => {
    const [first] = rows
    if (!first) return []
    const pilots = rows.map(({ pilot }) => pilot)
    const counties = [...Map.groupBy(pilots, (pilot) => pilot.countyId)]
    const units = {
      pilot: pilots.map(pilotUnit),
      // Who sees one park of a county does not see what the county files for all of them.
      county: counties.flatMap(([countyId, own]) => {
        const unit = above.get(countyId)
        return unit ? [{ unit, pilotId: null, countyId, joinedOn: joinedOnOf(own), pilots: own }] : []
      }),
      province: province
        ? [{ unit: province, pilotId: null, countyId: null, joinedOn: joinedOnOf(pilots), pilots }]
        : [],
    }
    return [{ batch: first.batch, units }]
  })
}

/** By year and number, as `newestBatchFirst` puts them: there it would be asked of every pilot. */
function byNewest(
  [one]: readonly { readonly batch: DutyBatch }[],
  [other]: readonly { readonly batch: DutyBatch }[],
): number {
  if (!one || !other) return 0
  return other.batch.firstYear - one.batch.firstYear || compareNames(other.batch.name, one.batch.name)
}

/** One unit as far as it owes what this owner owes in a batch; null where it does not. Reads its own pilots alone. */
export async function obligedUnitIn(
  tx: Tx,
  { batchId, of, unit }: { batchId: string; of: Owner; unit: ObligedUnit['unit'] },
): Promise<ObligedUnit | null> {
  if (of === 'province' && unit.kind !== 'province') return null
  const only = { pilot: { parkId: unit.id }, county: { countyId: unit.id }, province: {} }[of]
  const pilots = (await pilotsOf(tx, { batchId, ...only })).map(({ pilot }) => pilot)
  const [first] = pilots
  if (!first) return null
  if (of === 'pilot') return pilotUnit(first)
  return { unit, pilotId: null, countyId: of === 'county' ? unit.id : null, joinedOn: joinedOnOf(pilots), pilots }
}

function pilotUnit(pilot: BatchPilot): ObligedUnit {
  return { unit: pilot.park, pilotId: pilot.id, countyId: pilot.countyId, joinedOn: pilot.admittedOn, pilots: [pilot] }
}

function joinedOnOf(pilots: readonly FilingPilot[]): Day {
  return pilots.map(({ admittedOn }) => admittedOn).sort()[0] ?? ''
}

async function authoritiesBelow(tx: Tx, scope: string): Promise<ObligedUnit['unit'][]> {
  return tx
    .selectFrom('units')
    .select(['id', 'kind', 'name', 'scope'])
    .where('kind', 'in', ['province', 'county', 'zone'])
    .where('scope', '>=', scope)
    .where('scope', '<', scopeEnd(scope))
    .execute()
}

type Only = {
  readonly batchId?: string | undefined
  readonly parkId?: string | undefined
  readonly countyId?: string | undefined
  readonly scope?: string | undefined
}

const pilotsWhere = statement(
  {
    batchId: uuid,
    batchName: text,
    edition: text,
    firstYear: int,
    id: uuid,
    parkId: uuid,
    parkName: text,
    countyId: uuid,
    awardFen: bigint,
    scope: text,
    admittedOn: day,
    planOn: day.nullable(),
  },
  (which: RawBuilder<unknown>) => sql`
    select b.id as "batchId", b.name as "batchName", b.edition, b.first_year as "firstYear", p.id, p.park_id as "parkId",
           u.name as "parkName", p.county_id as "countyId", p.award_fen as "awardFen", p.scope, p.admitted_on as "admittedOn",
           first.in_force_from as "planOn"
      from pilots p
      join batches b on b.id = p.batch_id
      join units u on u.id = p.park_id and u.kind = 'park'
      left join baselines first on first.pilot_id = p.id and first.no = 1
     where not p.standing and ${which}
     order by ${inTheTree('u')}, p.id`,
  [sql`true`],
)

/** In the order of the tree. */
async function pilotsOf(tx: Tx, only: Only): Promise<{ batch: DutyBatch; pilot: BatchPilot }[]> {
  const { batchId, parkId, countyId, scope } = only
  const conditions = [
    ...(batchId === undefined ? [] : [sql`p.batch_id = ${batchId}`]),
    ...(parkId === undefined ? [] : [sql`p.park_id = ${parkId}`]),
    ...(countyId === undefined ? [] : [sql`p.county_id = ${countyId}`]),
    ...(scope === undefined ? [] : [sql`p.scope >= ${scope} and p.scope < ${scopeEnd(scope)}`]),
  ]
  const rows = await pilotsWhere(tx, sql.join([sql`true`, ...conditions], sql` and `))
  return rows.map(({ batchId: id, batchName: name, edition, firstYear, ...pilot }) => ({
    batch: { id, name, firstYear, edition: editionOf(edition) },
    pilot: { ...pilot, park: { id: pilot.parkId, kind: 'park', name: pilot.parkName, scope: pilot.scope } },
  }))
}
