import type { Tx } from '../../../platform/database/connect.ts'
import type { Bureau, Seat } from '../../../policy/people/roles.ts'

export type Signing = {
  readonly bureau: Bureau
  readonly required: boolean
  readonly setAt: Date
  readonly setByName: string
  /** Why it takes two persons no longer. */
  readonly reason: string
}

/** All that a county's bureaus said about the second person, newest first. */
export async function signingHistory(tx: Tx, unitId: string): Promise<Signing[]> {
  const rows = await tx
    .selectFrom('seatSignings as s')
    .innerJoin('accounts as a', 'a.id', 's.setBy')
    .select(['s.bureau', 's.required', 's.setAt', 's.reason', 'a.name as setByName'])
    .where('s.unitId', '=', unitId)
    .orderBy('s.setAt', 'desc')
    .orderBy('s.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, bureau: row.bureau as Bureau }))
}

/** What each of them said last. */
export async function signingsOf(tx: Tx, unitId: string): Promise<Signing[]> {
  const all = await signingHistory(tx, unitId)
  return all.filter(({ bureau }, i) => all.findIndex((one) => one.bureau === bureau) === i)
}

/** Seats of a county whose opinions take two persons, whatever the edition says. */
export async function signedSeatsOf(tx: Tx, unitId: string): Promise<Seat[]> {
  return (await signingsOf(tx, unitId)).filter((one) => one.required).map(({ bureau }): Seat => `county-${bureau}`)
}

export async function addSigning(
  tx: Tx,
  signing: Pick<Signing, 'bureau' | 'required' | 'setAt' | 'reason'> & {
    id: string
    unitId: string
    setBy: string
    scope: string
  },
): Promise<void> {
  await tx.insertInto('seatSignings').values(signing).execute()
}
