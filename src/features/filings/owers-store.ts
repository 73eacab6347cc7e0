import type { Tx } from '../../platform/database/connect.ts'
import { editionOf } from '../../policy/edition.ts'
import type { Owner } from '../../policy/edition-rules.ts'
import { inScope } from '../../policy/roles.ts'
import type { Duty, FilingPilot } from './kind-hooks.ts'

/** A unit that owes something, with the pilots it owes it for. */
export type Ower = Pick<Duty, 'unit' | 'pilotId' | 'countyId' | 'pilots'>
export type BatchOwers = { readonly batch: Duty['batch']; readonly owers: Readonly<Record<Owner, readonly Ower[]>> }

type Only = {
  readonly batchId?: string | undefined /** The park or county that is asked about alone. */
  readonly unitId?: string | undefined
}

/** Who owes something in each batch, among the units in this scope: every pilot, every county with pilots, the province. */
export async function owersByBatch(tx: Tx, scope: string, only: Only = {}): Promise<BatchOwers[]> {
  const units = new Map((await unitsAbove(tx)).map((unit) => [unit.id, unit]))
  const province = [...units.values()].find((unit) => unit.kind === 'province' && inScope(scope, unit.scope))
  const batches = new Map<string, { batch: Duty['batch']; pilots: (FilingPilot & { park: Duty['unit'] })[] }>()
  for (const { batch, pilot } of await pilotsInScope(tx, only)) {
    const known = batches.get(batch.id)
    if (known) known.pilots.push(pilot)
    else batches.set(batch.id, { batch, pilots: [pilot] })
  }
  return [...batches.values()].map(({ batch, pilots }) => {
    const counties = [...Map.groupBy(pilots, (pilot) => pilot.countyId)]
    return {
      batch,
      owers: {
        pilot: pilots.map((pilot) => ({
          unit: pilot.park,
          pilotId: pilot.id,
          countyId: pilot.countyId,
          pilots: [pilot],
        })),
        // Who sees one park of a county does not see what the county files for all of them.
        county: counties.flatMap(([countyId, own]) => {
          const unit = units.get(countyId)
          return unit && inScope(scope, unit.scope) ? [{ unit, pilotId: null, countyId, pilots: own }] : []
        }),
        province: province ? [{ unit: province, pilotId: null, countyId: null, pilots }] : [],
      },
    }
  })
}

async function unitsAbove(tx: Tx): Promise<Duty['unit'][]> {
  return tx
    .selectFrom('units')
    .select(['id', 'kind', 'name', 'scope'])
    .where('kind', 'in', ['province', 'county', 'zone'])
    .execute()
}

/** In the order of the tree. */
async function pilotsInScope(tx: Tx, { batchId, unitId }: Only) {
  const rows = await tx
    .selectFrom('pilots as p')
    .innerJoin('batches as b', 'b.id', 'p.batchId')
    .innerJoin('units as u', 'u.id', 'p.parkId')
    .select(['b.id as batchId', 'b.name as batchName', 'b.edition', 'b.firstYear'])
    .select(['p.id', 'p.parkId', 'u.name as parkName', 'p.countyId', 'p.awardFen', 'p.scope'])
    .$if(batchId !== undefined, (select) => select.where('p.batchId', '=', batchId as string))
    .$if(unitId !== undefined, (select) =>
      select.where((eb) => eb.or([eb('p.countyId', '=', unitId as string), eb('p.parkId', '=', unitId as string)])),
    )
    .orderBy('b.firstYear', 'desc')
    .orderBy('b.name')
    .orderBy('p.scope')
    .execute()
  return rows.map(({ batchId: id, batchName: name, edition, firstYear, ...pilot }) => ({
    batch: { id, name, firstYear, edition: editionOf(edition) },
    pilot: { ...pilot, park: { id: pilot.parkId, kind: 'park', name: pilot.parkName, scope: pilot.scope } },
  }))
}
