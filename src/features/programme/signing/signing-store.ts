import { builtOnce } from '../../../platform/database/built-once.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type Bureau, type Seat, seatOf } from '../../../policy/people/roles.ts'

export type Signing = {
  readonly bureau: Bureau
  readonly required: boolean
  readonly setAt: Date
  readonly setByName: string
  /** Why it takes two persons no longer. */
  readonly reason: string
}

/** All that the bureaus of a county or of the province said about the second person, newest first. */
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

/** Seats that ask for two persons themselves, whatever the edition says: of this county (null for none), and of the province. */
export async function signedSeatsOf(tx: Tx, countyId: string | null): Promise<Seat[]> {
  return (await signedSeatsIn(tx, countyId))(countyId)
}

const lastSignings = builtOnce((tx, { countyId }: { readonly countyId: string | null | undefined }) =>
  tx
    .selectFrom('seatSignings as s')
    .innerJoin('units as u', 'u.id', 's.unitId')
    .distinctOn(['s.unitId', 's.bureau'])
    .select(['s.unitId', 'u.kind', 's.bureau', 's.required'])
    .$if(countyId !== undefined, (all) =>
      all.where((where) => where.or([where('u.kind', '=', 'province'), where('s.unitId', '=', countyId ?? null)])),
    )
    .orderBy('s.unitId')
    .orderBy('s.bureau')
    .orderBy('s.setAt', 'desc')
    .orderBy('s.id', 'desc'),
)

/** The same for every county in scope, or for the one that is named. */
export async function signedSeatsIn(tx: Tx, only?: string | null): Promise<(countyId: string | null) => Seat[]> {
  const rows = await lastSignings(tx, { countyId: only })
  const asked = rows.filter(({ required }) => required)
  return (countyId) =>
    asked
      .filter(({ kind, unitId }) => kind === 'province' || unitId === countyId)
      .flatMap(({ kind, bureau }) => seatOf(kind, bureau as Bureau) ?? [])
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
