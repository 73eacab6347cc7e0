import { sql } from 'kysely'
import type { Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { notFound } from '../../platform/errors.ts'
import { type Edition, editionOf } from '../../policy/edition.ts'
import type { Owner } from '../../policy/edition-rules.ts'

export type Batch = {
  readonly batchId: string
  readonly name: string
  readonly firstYear: number
  readonly edition: Edition
}

/** One unit of a batch that owes something. */
export type Ower = {
  readonly batchId: string
  readonly of: Owner
  readonly unitId: string
  readonly unitName: string
  readonly scope: string
  readonly pilotId: string | null
}

export async function allBatches(tx: Tx): Promise<Batch[]> {
  const rows = await tx
    .selectFrom('batches')
    .select(['id as batchId', 'name', 'firstYear', 'edition'])
    .orderBy('firstYear')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...row, edition: editionOf(row.edition) }))
}

/** Path of a unit inside the reader's area. @throws HttpError 404 outside it. */
export async function scopeBelow(tx: Tx, actor: Pick<Actor, 'scope'>, unitId: string | undefined): Promise<string> {
  if (unitId === undefined) return actor.scope
  const unit = await tx.selectFrom('units').select('scope').where('id', '=', unitId).executeTakeFirst()
  // The names of the units above are readable too; what they owe is not this reader's.
  if (!unit?.scope.startsWith(actor.scope)) throw notFound({ zh: '单位', en: 'unit' })
  return unit.scope
}

/** Everybody below a path who owes anything: pilots by their park, counties with a pilot, the province. */
export async function owersBelow(tx: Tx, scope: string, batchId: string | undefined): Promise<Ower[]> {
  const only = batchId ?? null
  const found = await sql<Ower>`
    with inside as (
      select id, batch_id, park_id, county_id, scope from pilots where ${only}::uuid is null or batch_id = ${only}::uuid
    ), owers as (
      select batch_id, 'pilot' as of, park_id as unit_id, id as pilot_id from inside
      union all
      select distinct batch_id, 'county', county_id, null::uuid from inside
      union all
      select distinct i.batch_id, 'province', u.id, null::uuid from inside i join units u on u.kind = 'province'
    )
    select o.batch_id as "batchId", o.of, o.unit_id as "unitId", u.name as "unitName", u.scope, o.pilot_id as "pilotId"
      from owers o join units u on u.id = o.unit_id
     where starts_with(u.scope, ${scope})
     order by u.scope`.execute(tx)
  return found.rows
}
