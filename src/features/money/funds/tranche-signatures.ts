import { clauseIn } from '../../../policy/editions/edition-clauses.ts'
import type { TrancheRule } from '../../../policy/editions/edition-rules.ts'
import { seatOn } from '../../../policy/filings/filing-posts.ts'
import { allRefusals } from '../../../policy/guide/refuse.ts'
import { checkPayee } from '../../../policy/money/payee-account.ts'
import { judgeTranche } from '../../../policy/money/tranche-judgments.ts'
import { mayReverse } from '../../../policy/money/tranche-reversal.ts'
import * as policy from '../../../policy/money/tranches.ts'
import { bureauOfSeat, type Seat } from '../../../policy/people/roles.ts'
import { seatsOfAct, signedActList } from '../../../policy/people/signed-acts.ts'
import { takesTwo } from '../../../policy/people/two-persons.ts'
import type { Fen } from '../../../shared/money.ts'
import { isRefusal, type Refusal } from '../../../shared/refusal.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { type PreparedRow, preparedViews, unsignedViews } from '../../programme/signing/public.ts'
import * as contract from './contract.ts'
import type { GateView } from './gate-views.ts'
import type { PayeeRow } from './payee-account.ts'
import type { TrancheRow } from './store.ts'
import type { Reader } from './tranche-acts.ts'

type Seen = GateView & {
  readonly pilot: Pick<Pilot, 'countyId' | 'edition'>
  readonly rule: TrancheRule
  readonly row: TrancheRow
  /** What the park has named, newest first. */
  readonly payees: readonly PayeeRow[]
  /** Seats of the county that ask for two persons themselves. */
  readonly signedHere: readonly Seat[]
  /** Released, neither paid back nor asked back; fen. */
  readonly unclaimedFen: Fen
}

/** What waits on a tranche for the reader's signature, and what was prepared and not signed. `all`: on every tranche of the pilot. */
export function signaturesOf(
  seen: Seen,
  all: readonly PreparedRow[],
  reader: Reader,
): Pick<contract.TrancheView, 'takesTwo' | 'prepared' | 'unsigned'> {
  const rows = all.filter((one) => one.subject === seen.row.id)
  const { pilot, signedHere } = seen
  const seat = seatOn(reader, pilot.countyId)
  const ofSeat = signedActList.filter((act) => seat !== null && seatsOfAct[act].includes(seat))
  return {
    takesTwo: ofSeat.filter((act) => seat !== null && takesTwo(pilot.edition, act, seat, signedHere)),
    prepared: preparedViews(rows, reader, (one) => whyNotNow(seen, one, reader)),
    unsigned: unsignedViews(rows, reader),
  }
}

/** Why what was prepared would be refused now, were this reader to sign it: the same rules, asked about the facts of today. */
function whyNotNow(seen: Seen, prepared: PreparedRow, { accountId: by }: Reader): Refusal | null {
  const { pilot, rule, row, gate, facts, payees, unclaimedFen } = seen
  const { preparedBy } = prepared
  // Whoever prepared it is refused for that, and is told what else has changed as if another signed.
  const signer = by === preparedBy ? '' : by
  const answer = (): unknown => {
    switch (prepared.act) {
      case 'recommendation': {
        const { amountFen, recommendation } = contract.recommendTranche.body.parse(prepared.body)
        return policy.recommendTranche(row, { gate, amountFen, recommendation, by: signer, preparedBy })
      }
      case 'release': {
        const { payeeAccountId, ...voucher } = contract.releaseTranche.body.parse(prepared.body)
        const next = policy.releaseTranche(row, { gate, ...voucher, by: signer, preparedBy })
        const payee = checkPayee(payeeAccountId, payees, clauseIn(pilot.edition, 'G3.6'))
        return allRefusals(isRefusal(next) ? next : null, payee)
      }
      case 'judgment': {
        const { underWay, reason } = contract.judgeTranche.body.parse(prepared.body)
        const bureau = bureauOfSeat(prepared.seat)
        const standing = facts.judgments
        return judgeTranche({ rule, tranche: row, standing, bureau, underWay, reason, by: signer, preparedBy })
      }
      case 'reversal': {
        const entry = { kind: 'release', reversed: row.releasedBy === null, bureau: 'finance' } as const
        const [clause, bookClause] = [clauseIn(pilot.edition, 'G4.2'), clauseIn(pilot.edition, 'G3.6')]
        return mayReverse({ ...entry, tranche: row, laterStarted: null, unclaimedFen, clause, bookClause })
      }
      case 'recording':
        return null
    }
  }
  const no = answer()
  return isRefusal(no) ? no : null
}
