import { listed, type Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import { type Seat, seatNames } from '../people/roles.ts'
import { signedActs } from '../people/signed-acts.ts'
import type { Edition } from './edition.ts'
import { clauseIn } from './edition-clauses.ts'

/** What an edition says about two persons. `bureausClause`: by which two bureaus, each by its own people, decide about money (G4.2). */
export type SignaturesAsked = {
  readonly name: Text
  readonly bureausClause: Clause
  /** Acts that one person of these bureaus prepares and their leader signs; none where it leaves that to the bureaus. */
  readonly asks: readonly { readonly act: Text; readonly seats: Text; readonly clause: Clause }[]
}

/** Opinions by kind of filing, then acts. */
export function signaturesAsked(edition: Edition): SignaturesAsked {
  const named = (seats: readonly Seat[]) => listed(seats.map((seat) => seatNames[seat]))
  const opinions = edition.obligations.flatMap(({ zh, en, signed = [], clause }) =>
    signed.length > 0
      ? [{ act: { zh: `${zh}的审核意见`, en: `opinions on the ${en}` }, seats: named(signed), clause }]
      : [],
  )
  const acts = (edition.signatures ?? []).map(({ act, seats, clause }) => ({
    act: { ...signedActs[act] },
    seats: named(seats),
    clause,
  }))
  return { name: edition.name, bureausClause: clauseIn(edition, 'G4.2'), asks: [...opinions, ...acts] }
}
