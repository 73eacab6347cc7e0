import { type Edition, editionOf, obligationOf } from '../../../src/policy/editions/edition.ts'
import type { ObligationId } from '../../../src/policy/editions/edition-rules.ts'
import { reportBy } from '../../../src/policy/plan/matter-clock.ts'
import { type Day, dayOf } from '../../../src/shared/dates.ts'
import type { World } from '../world.ts'
import { type KnownBatch, type KnownPark, type KnownUnit, keyOf, Model } from './model.ts'

type Of = { readonly batchId: string; readonly unitId: string; readonly kind: ObligationId; readonly period: string }
/** `versions`: each with its opinions, in order; `occurredAt`: of a major matter alone. */
type Said = { readonly seat: string; readonly verdict: string; readonly at: string }
type Row = Of & {
  readonly filingId: string
  readonly state: string
  readonly recordedAt: Date | null
  readonly occurredAt: Date | null
  readonly versions: readonly { readonly at: string; readonly opinions: readonly Said[] }[]
}

/**
 * A model of a programme that is there already and in which one county takes part, from what is on record of its acts: who was
 * admitted when, what was filed, judged, recorded and excepted at which instant. No due day and no lateness is read.
 */
export async function modelOf(world: World): Promise<Model> {
  const [county] = await unitsOf(world, 'id in (select county_id from pilots)')
  const [province] = await unitsOf(world, `kind = 'province'`)
  if (!county || !province) throw new Error('nobody takes part')
  const model = new Model(county, province)
  const filings = await world.sql<Row>(filingsOnRecord)
  await learnParks(world, model, filings)
  const dated = new Map(model.expected(world.now).map(({ key, dueOn }) => [key, dueOn]))
  for (const { occurredAt, recordedAt: _, versions, ...filing } of filings) {
    const dueAt = occurredAt && reportBy(obligationOf(editionIn(model, filing), filing.kind), occurredAt)
    const dueOn = dueAt ? dayOf(dueAt) : dated.get(keyOf(filing))
    if (dueOn === undefined) throw new Error(`filed, but owed by nobody: ${keyOf(filing)}`)
    const sent = versions.map(({ at, opinions }) => ({
      at: new Date(at),
      opinions: opinions.map((one) => ({ ...one, at: new Date(one.at) })),
    }))
    model.filings.push({ ...filing, dueOn, dueAt, versions: sent })
  }
  for (const { until, ...of } of await world.sql<Of & { readonly until: Day }>(exceptionsOnRecord))
    model.exceptions.set(keyOf(of), until)
  return model
}

async function learnParks(world: World, model: Model, filings: readonly Row[]): Promise<void> {
  type Batch = Omit<KnownBatch, 'edition'> & { readonly edition: string }
  const batches = await world.sql<Batch>(batchesOnRecord)
  model.batches.push(...batches.map(({ edition, ...batch }) => ({ ...batch, edition: editionOf(edition) })))
  for (const { batchId, ...park } of await world.sql<Omit<KnownPark, 'batch'> & { batchId: string }>(parksOnRecord)) {
    const batch = model.batches.find((one) => one.batchId === batchId)
    const plan = filings.find((one) => one.kind === 'plan' && one.batchId === batchId && one.unitId === park.parkId)
    if (batch) model.parks.push({ ...park, batch, planOn: plan ? planOnOf(batch.edition, plan) : null })
  }
}

/** A plan holds from the day of its last approval, or of its record where the edition wants one. */
function planOnOf(edition: Edition, { state, recordedAt, versions }: Row): Day | null {
  if (obligationOf(edition, 'plan').records.length > 0) return recordedAt && dayOf(recordedAt)
  const spokenAt = versions.at(-1)?.opinions.at(-1)?.at
  return state === 'approved' && spokenAt ? dayOf(new Date(spokenAt)) : null
}

function editionIn(model: Model, of: Of): Edition {
  const batch = model.batches.find(({ batchId }) => batchId === of.batchId)
  if (!batch) throw new Error(`no batch ${of.batchId}`)
  return batch.edition
}

const unitsOf = (world: World, which: string) =>
  world.sql<KnownUnit>(`select id as "unitId", name as "unitName" from units where ${which}`)

const batchesOnRecord = `
  select id as "batchId", name, edition, first_year as "firstYear" from batches order by name`

const parksOnRecord = `
  select p.id as "pilotId", p.batch_id as "batchId", p.park_id as "parkId", u.name, p.admitted_on::text as "admittedOn"
    from pilots p join units u on u.id = p.park_id order by p.id`

const filingsOnRecord = `
  select f.id as "filingId", f.batch_id as "batchId", f.unit_id as "unitId", f.kind, f.period, f.state,
         f.recorded_at as "recordedAt", m.occurred_at as "occurredAt",
         coalesce((select json_agg(json_build_object('at', v.submitted_at, 'opinions', coalesce(
                            (select json_agg(json_build_object('seat', o.level || '-' || o.bureau, 'verdict', o.verdict,
                                                               'at', o.given_at) order by o.given_at)
                               from filing_opinions o where o.version_id = v.id), '[]'::json)) order by v.no)
                     from filing_versions v where v.filing_id = f.id), '[]') as versions
    from filings f left join matters m on m.filing_id = f.id order by f.id`

const exceptionsOnRecord = `
  select batch_id as "batchId", unit_id as "unitId", kind, period, until::text
    from filing_exceptions order by until`
