import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import { json } from '../../../platform/database/json.ts'
import type { Clause } from '../../../policy/guide/clauses.ts'
import { bureauOfSeat, type Seat } from '../../../policy/people/roles.ts'
import type { PreparedEnd, SignedAct } from '../../../policy/people/signed-acts.ts'

/** An act that was prepared, and how it ended; `ended` null while it waits. */
export type PreparedRow = {
  readonly id: string
  readonly act: SignedAct
  readonly subject: string
  /** Of whoever prepared it: only people of this unit sign it. */
  readonly unitId: string
  readonly seat: Seat
  /** By which it is done. */
  readonly clause: Clause
  readonly params: unknown
  readonly body: unknown
  readonly preparedBy: string
  readonly preparedByName: string
  readonly preparedAt: Date
  readonly ended: PreparedEnd | null
  readonly endedByName: string | null
  readonly endedAt: Date | null
  readonly endReason: string
  readonly scope: string
}

/** Every prepared act on these subjects, or the one of this id; oldest first. */
async function preparedActs(tx: Tx, of: { subjects: readonly string[] } | { id: string }): Promise<PreparedRow[]> {
  const rows = await tx
    .selectFrom('preparedActs as p')
    .innerJoin('accounts as a', 'a.id', 'p.preparedBy')
    .leftJoin('accounts as e', 'e.id', 'p.endedBy')
    .select([
      'p.id',
      'p.act',
      'p.subject',
      'p.unitId',
      'p.level',
      'p.bureau',
      'p.clause',
      'p.params',
      'p.body',
      'p.scope',
    ])
    .select(['p.preparedBy', 'p.preparedAt', 'p.ended', 'p.endedAt', 'p.endReason'])
    .select(['a.name as preparedByName', 'e.name as endedByName'])
    .$if('id' in of, (all) => all.where('p.id', '=', 'id' in of ? of.id : ''))
    .$if('subjects' in of, (all) =>
      all.where('p.subject', '=', sql<string>`any(${'subjects' in of ? [...of.subjects] : []}::uuid[])`),
    )
    .orderBy('p.preparedAt')
    .orderBy('p.id')
    .execute()
  return rows.map(({ level, bureau, clause, ...row }) => ({
    ...row,
    clause: clause as Clause,
    seat: `${level}-${bureau}` as Seat,
  }))
}

export function preparedOn(tx: Tx, subjects: readonly string[]): Promise<PreparedRow[]> {
  return preparedActs(tx, { subjects })
}

export async function preparedById(tx: Tx, id: string): Promise<PreparedRow | null> {
  return (await preparedActs(tx, { id }))[0] ?? null
}

/** The one that waits on a subject for the signature of this seat. */
export async function waitingOn(tx: Tx, subject: string, act: SignedAct, seat: Seat): Promise<PreparedRow | null> {
  const all = await preparedActs(tx, { subjects: [subject] })
  return all.find((one) => one.ended === null && one.act === act && one.seat === seat) ?? null
}

type NewPrepared = Pick<
  PreparedRow,
  'id' | 'act' | 'subject' | 'unitId' | 'seat' | 'clause' | 'preparedBy' | 'preparedAt' | 'scope'
> & {
  readonly params: unknown
  readonly body: unknown
}

export async function addPrepared(tx: Tx, { seat, params, body, ...row }: NewPrepared): Promise<void> {
  const level = seat.startsWith('province-') ? ('province' as const) : ('county' as const)
  await tx
    .insertInto('preparedActs')
    .values({ ...row, level, bureau: bureauOfSeat(seat), params: json(params), body: json(body) })
    .execute()
}

type Ending = { readonly ended: PreparedEnd; readonly by: string; readonly at: Date; readonly reason: string }

/** Ends what waits; false when it has ended meanwhile. */
export async function endPrepared(tx: Tx, id: string, { ended, by, at, reason }: Ending): Promise<boolean> {
  const done = await tx
    .updateTable('preparedActs')
    .set({ ended, endedBy: by, endedAt: at, endReason: reason })
    .where('id', '=', id)
    .where('ended', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
