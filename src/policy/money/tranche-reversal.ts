import type { Fen } from '../../shared/money.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Clause } from '../guide/clauses.ts'
import { refuse } from '../guide/refuse.ts'
import type { Bureau } from '../people/roles.ts'
import type { EntryKind } from './ledger.ts'
import { newTranche, type Tranche } from './tranche-states.ts'

/** What the reversal of an entry looks at; `laterStarted`: the number of a later tranche that is no longer waiting. */
export type ReversalFacts = {
  readonly kind: EntryKind
  readonly reversed: boolean
  readonly bureau: Bureau | null
  readonly tranche: Tranche | null
  readonly laterStarted: number | null
  /** Released, neither paid back nor asked back by a measure (G5.3); fen. */
  readonly unclaimedFen: Fen
  /** By which the pilot's edition pays its tranches. */
  readonly clause: Clause
  /** By which it keeps the money's accounts apart. */
  readonly bookClause: Clause
}

/**
 * Whether an entry may be reversed by hand (G3.6). Only money on its way in is: the tranche then goes back one step with
 * it. Everything else is undone where it was done, so that contract, payment and ledger cannot part.
 */
export function mayReverse({
  kind,
  reversed,
  bureau,
  tranche,
  laterStarted,
  unclaimedFen,
  clause,
  bookClause,
}: ReversalFacts): Refusal | null {
  if (kind === 'reverse') return refuse('funds.reversal-of-reversal', bookClause)
  if (reversed) return refuse('funds.already-reversed', bookClause)
  switch (kind) {
    case 'award':
    case 'budget':
    case 'budget-change':
      return refuse('funds.reverse-with-plan', 'G5.5')
    case 'commit':
    case 'uncommit':
      return refuse('funds.reverse-with-contract', bookClause)
    case 'approve-payment':
    case 'cancel-payment':
      return refuse('funds.reverse-with-payment', bookClause)
    case 'pay':
      return refuse('funds.reverse-paid', bookClause)
    case 'deduct':
    case 'claim':
    case 'pay-back':
    case 'reissue':
      return refuse('funds.reverse-with-measure', bookClause)
    case 'release':
      if (bureau !== 'finance') return refuse('funds.reverse-by-finance', clause)
      if (tranche?.state === 'received') return refuse('funds.reverse-receipt-first', bookClause, { no: tranche.no })
      return (tranche?.amountFen ?? 0) > unclaimedFen ? refuse('funds.reverse-claimed', bookClause) : null
    case 'receive':
      if (bureau !== null) return refuse('funds.reverse-by-park', bookClause)
      if (tranche && laterStarted) {
        return refuse('funds.later-tranche-started', clause, { no: tranche.no, later: laterStarted })
      }
      return null
  }
}

/** The tranche after the entry of its last step was reversed: received → released → recommended. */
export function stepBack(tranche: Tranche): Tranche {
  if (tranche.state === 'received') return { ...tranche, state: 'released', receivedBy: null }
  const { amountFen, recommendedBy, recommendationPreparedBy, recommendation } = tranche
  const asked = { amountFen, recommendedBy, recommendationPreparedBy, recommendation }
  return { ...newTranche(tranche.no), state: 'recommended', ...asked }
}
