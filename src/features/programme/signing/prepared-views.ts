import type { Actor } from '../../../platform/command.ts'
import { anyReason } from '../../../policy/guide/reasons.ts'
import { refusalText } from '../../../policy/guide/refuse.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { whyNotDiscarded, whyNotSigner } from '../../../policy/people/two-persons.ts'
import { type Refusal, refusalsIn } from '../../../shared/refusal.ts'
import type { PreparedView, UnsignedView } from './contract.ts'
import type { PreparedRow } from './prepared-store.ts'
import { seatOnPrepared } from './sign-prepared.ts'

type Reader = Pick<Actor, 'accountId' | 'post' | 'unitKind' | 'bureau' | 'unitId'>

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

function ofSeat(rows: readonly PreparedRow[], reader: Reader): PreparedRow[] {
  return rows.filter((row) => row.seat === seatOnPrepared(row, reader))
}
