import type { Actor } from '../../../platform/command.ts'
import type { Clause } from '../../../policy/guide/clauses.ts'
import { anyReason } from '../../../policy/guide/reasons.ts'
import { refusalText } from '../../../policy/guide/refuse.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { seatOf } from '../../../policy/people/roles.ts'
import type { SignedAct } from '../../../policy/people/signed-acts.ts'
import { whyNotDiscarded, whyNotPrepared, whyNotPreparer, whyNotSigner } from '../../../policy/people/two-persons.ts'
import { type Refusal, refusalsIn } from '../../../shared/refusal.ts'
import type { PreparedView, UnsignedView } from './contract.ts'
import type { PreparedRow } from './prepared-store.ts'
import { seatOnPrepared } from './sign-prepared.ts'

type Reader = Pick<Actor, 'accountId' | 'post' | 'unitKind' | 'bureau' | 'unitId'> & {
  readonly closed?: Refusal | null
}

/** What of these waits for the reader's own seat, and whether they sign it. `whyNot`: why the act itself would be refused now. */
export function preparedViews(
  rows: readonly PreparedRow[],
  reader: Reader,
  whyNot: (row: PreparedRow) => Refusal | null,
): PreparedView[] {
  return ofSeat(rows, reader)
    .filter(({ ended }) => ended === null)
    .map((row) => {
      const { id: preparedId, act, seat, clause, preparedBy: by, preparedByName: name, preparedAt, body } = row
      const person = { seat, by: reader.accountId, post: reader.post }
      const refused = whyNot(row)
      const sign = whyNotSigner({ seat, by }, person, clause) ?? refused
      const discard = whyNotDiscarded({ seat, by }, { ...person, reason: anyReason }, clause)
      return {
        preparedId,
        act,
        seat,
        prepared: { name, at: preparedAt.toISOString() },
        body,
        refused: refused ? refusalsIn(refused).map((one) => ({ ...refusalText(one), clause: one.clause })) : [],
        actions: [abilityOf(reader, 'sign', 'act.sign', sign), abilityOf(reader, 'discard', 'act.sign', discard)],
      }
    })
}

/** What of these was prepared for the reader's own seat and not signed, newest first. */
export function unsignedViews(rows: readonly PreparedRow[], reader: Reader): UnsignedView[] {
  return ofSeat(rows, reader)
    .flatMap(({ act, seat, preparedByName, preparedAt, ended, endedByName, endedAt, endReason }): UnsignedView[] => {
      if (ended === null || ended === 'signed' || !endedAt) return []
      const prepared = { name: preparedByName, at: preparedAt.toISOString() }
      const by = { name: endedByName ?? '', at: endedAt.toISOString() }
      return [{ act, seat, prepared, ended, by, reason: endReason }]
    })
    .reverse()
}

type Begun = {
  readonly act: SignedAct
  readonly subject: string
  /** Acts that take two persons of the reader's own bureau. */
  readonly takesTwo: readonly SignedAct[]
  readonly clause: Clause
}

/** Why the reader does not begin an act: their bureau has prepared it already, or they are who signs there and prepares nothing. */
export function whyNotBegun(
  rows: readonly PreparedRow[],
  { act, subject, takesTwo, clause }: Begun,
  reader: Pick<Reader, 'post' | 'unitKind' | 'bureau' | 'unitId'>,
): Refusal | null {
  const found = ofSeat(rows, reader).find((one) => one.ended === null && one.subject === subject && one.act === act)
  if (found) return whyNotPrepared({ seat: found.seat, by: found.preparedBy }, clause)
  const seat = seatOf(reader.unitKind, reader.bureau)
  return seat && takesTwo.includes(act) ? whyNotPreparer(seat, reader.post, clause) : null
}

function ofSeat(rows: readonly PreparedRow[], reader: Pick<Reader, 'unitKind' | 'bureau' | 'unitId'>): PreparedRow[] {
  return rows.filter((row) => row.seat === seatOnPrepared(row, reader))
}
