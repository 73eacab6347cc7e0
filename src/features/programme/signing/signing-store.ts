import type { Tx } from '../../../platform/database/connect.ts'
import type { Bureau, Seat } from '../../../policy/people/roles.ts'

export type Signing = {
  readonly bureau: Bureau
  readonly required: boolean
  readonly setAt: Date
  readonly setByName: string
}

/** What a county's bureaus last said about the second person for their opinions. */
export async function signingsOf(tx: Tx, unitId: string): Promise<Signing[]> {
  const rows = await tx
    .selectFrom('seatSignings as s')
    .innerJoin('accounts as a', 'a.id', 's.setBy')
    .distinctOn('s.bureau')
    .select(['s.bureau', 's.required', 's.setAt', 'a.name as setByName'])
    .where('s.unitId', '=', unitId)
    .orderBy('s.bureau')
    .orderBy('s.setAt', 'desc')
    .orderBy('s.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, bureau: row.bureau as Bureau }))
}

/** Seats of a county whose opinions take two persons, whatever the edition says. */
export async function signedSeatsOf(tx: Tx, unitId: string): Promise<Seat[]> {
  return (await signingsOf(tx, unitId)).filter((one) => one.required).map(({ bureau }): Seat => `county-${bureau}`)
}

export async function addSigning(
  tx: Tx,
  signing: { id: string; unitId: string; bureau: Bureau; required: boolean; setBy: string; setAt: Date; scope: string },
): Promise<void> {
  await tx.insertInto('seatSignings').values(signing).execute()
}
