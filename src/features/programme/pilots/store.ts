import { sql } from 'kysely'
import { builtOnce } from '../../../platform/database/built-once.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type Edition, editionOf } from '../../../policy/editions/edition.ts'
import type { Day } from '../../../shared/dates.ts'

export type Batch = { id: string; edition: string; firstYear: number; name: string }

/** A park in a batch, with the edition it keeps for life. `awardFen` in fen. */
export type Pilot = {
  id: string
  batchId: string
  parkId: string
  parkName: string
  parkUscc: string | null
  countyId: string
  scope: string
  awardFen: number
  firstYear: number
  edition: Edition
}

export async function insertBatch(tx: Tx, batch: Batch & { createdAt: Date }): Promise<void> {
  await tx.insertInto('batches').values(batch).execute()
}

export async function batchById(tx: Tx, id: string): Promise<Batch | null> {
  const found = await tx
    .selectFrom('batches')
    .select(['id', 'edition', 'firstYear', 'name'])
    .where('id', '=', id)
    .executeTakeFirst()
  return found ?? null
}

export async function batchNamed(tx: Tx, name: string): Promise<boolean> {
  return (await tx.selectFrom('batches').select('id').where('name', '=', name).executeTakeFirst()) !== undefined
}

export type NewPilot = {
  id: string
  batchId: string
  parkId: string
  countyId: string
  scope: string
  awardFen: number
  admittedOn: string
  runsFrom: string
  runsTo: string
  standing?: boolean
}

export async function insertPilot(tx: Tx, pilot: NewPilot): Promise<void> {
  await tx.insertInto('pilots').values(pilot).execute()
}

const pilotWithId = builtOnce((tx, { id }: { readonly id: string }) =>
  tx
    .selectFrom('pilots as p')
    .innerJoin('batches as b', 'b.id', 'p.batchId')
    .innerJoin('units as u', 'u.id', 'p.parkId')
    .select([
      'p.id',
      'p.batchId',
      'p.parkId',
      'u.name as parkName',
      'u.uscc as parkUscc',
      'p.countyId',
      'p.scope',
      'p.awardFen',
      'b.firstYear',
      'b.edition',
    ])
    .where('p.id', '=', id),
)

/** The pilot, if it exists inside the reader's scope. */
export async function pilotById(tx: Tx, id: string): Promise<Pilot | null> {
  const [found] = await pilotWithId(tx, { id })
  return found ? { ...found, edition: editionOf(found.edition) } : null
}

/** Everything that parks run or ran in, the last first; `closed`: on record. */
export async function pilotsOfParks(tx: Tx, parkIds: readonly string[]) {
  return tx
    .selectFrom('pilots as p')
    .innerJoin('batches as b', 'b.id', 'p.batchId')
    .leftJoin('closeOuts as c', (join) => join.onRef('c.pilotId', '=', 'p.id').on('c.state', '=', 'recorded'))
    .select(['p.id', 'p.parkId', 'p.standing', 'p.admittedOn'])
    .select(['b.id as batchId', 'b.name as batchName', 'b.edition', 'b.firstYear'])
    .select(sql<boolean>`c.id is not null`.as('closed'))
    .where('p.parkId', 'in', [...parkIds])
    .orderBy('p.runsFrom', 'desc')
    .orderBy('p.id')
    .execute()
}

/** The batch of standing service of that name, made when the first park asks for it. */
export async function standingBatch(tx: Tx, batch: Batch & { readonly createdAt: Date }): Promise<Batch> {
  await tx
    .insertInto('batches')
    .values(batch)
    .onConflict((clash) => clash.column('name').doNothing())
    .execute()
  return tx
    .selectFrom('batches')
    .select(['id', 'edition', 'firstYear', 'name'])
    .where('name', '=', batch.name)
    .executeTakeFirstOrThrow()
}

/** The batches that a park runs or ran in, with their periods; standing service is none. */
export async function batchesOfPark(tx: Tx, parkId: string) {
  return tx
    .selectFrom('pilots as p')
    .innerJoin('batches as b', 'b.id', 'p.batchId')
    .select(['b.id', 'b.name', 'p.runsFrom as from', 'p.runsTo as to'])
    .where('p.parkId', '=', parkId)
    .where('p.standing', '=', false)
    .orderBy('p.runsFrom')
    .execute()
}

/** The evaluation of a pilot that this account scores from a seat that is open on this day, the last that it was given; null where there is none. */
export async function seatIn(tx: Tx, pilotId: string, accountId: string, today: Day): Promise<string | null> {
  const found = await tx
    .selectFrom('evaluationSeats as s')
    .innerJoin('evaluations as e', 'e.id', 's.evaluationId')
    .select('e.id')
    .where('e.pilotId', '=', pilotId)
    .where('s.accountId', '=', accountId)
    .where('s.takenBackAt', 'is', null)
    .where('s.declared', '=', 'free')
    .where('s.openFrom', '<=', today)
    .where('s.openTo', '>=', today)
    .orderBy('s.openFrom', 'desc')
    .executeTakeFirst()
  return found?.id ?? null
}
