import { notFound } from '../../../platform/errors.ts'
import { clauseIn } from '../../../policy/editions/edition-clauses.ts'
import { checkReason } from '../../../policy/guide/reasons.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import { measureSums, recoverable } from '../../../policy/money/measures-sums.ts'
import { mayReverse, stepBack } from '../../../policy/money/tranche-reversal.ts'
import { dayOf } from '../../../shared/dates.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { type TwoPersonAct, twoPersonCommand } from '../../programme/signing/public.ts'
import * as contract from './contract.ts'
import { balances, entryById, postEntry } from './ledger-store.ts'
import { addReversal } from './reversal-store.ts'
import { lockTranches, saveTranche, type TrancheRow } from './store.ts'

/**
 * Takes back money on its way in by a mirrored entry (G3.6), and its tranche one step with it. Entries of plans, contracts
 * and payments are undone where they were made; the refusal says where. A release is the finance bureau's to take back.
 */
export const reversing: TwoPersonAct<typeof contract.reverseEntry> = {
  act: 'reversal',
  route: contract.reverseEntry,
  guards: {
    ledger_entries_reverses_key: () => refuse('funds.already-reversed', null),
    ledger_claims_within_released: () => refuse('funds.reverse-claimed', null),
  },
  async decide({ params, body: { reason } }, { tx, actor, now, newId, record, cite }, preparedBy) {
    const seen = await entryById(tx, params.entryId)
    if (!seen) throw notFound({ zh: '分录', en: 'ledger entry' })
    const tranches = await lockTranches(tx, seen.pilotId)
    // Read again behind the lock: another person may have reversed it while we waited.
    const entry = (await entryById(tx, params.entryId)) ?? seen
    const tranche = tranches.find((one) => one.id === entry.subject) ?? null
    const { edition, countyId } = await requirePilot(tx, entry.pilotId)
    const [clause, bookClause] = [clauseIn(edition, 'G4.2'), clauseIn(edition, 'G3.6')]
    cite(bookClause)
    const later = laterStarted(tranches, tranche)
    const unclaimedFen = recoverable(measureSums(await balances(tx, entry.pilotId)))
    const facts = { ...entry, bureau: actor.bureau, tranche, laterStarted: later, unclaimedFen, clause, bookClause }
    const no = allRefusals(mayReverse(facts), checkReason(reason, 'common.reason-missing', bookClause))
    if (no) throw no
    const { scope } = entry
    const seat = entry.kind === 'release' ? ('county-finance' as const) : null
    return {
      ...{ subject: entry.subject, scope, seat, countyId, edition, clause },
      async carryOut() {
        const entryId = await postEntry(tx, {
          pilot: { id: entry.pilotId, scope },
          entry: { kind: 'reverse', postings: entry.postings },
          subject: entry.subject,
          memo: reason,
          bookedOn: dayOf(now),
          by: actor.accountId,
          at: now,
          newId,
          reverses: entry.id,
        })
        const after = tranche && backed(tranche)
        if (seat && tranche)
          await addReversal(tx, tranche, {
            id: newId(),
            entryId: entry.id,
            reason,
            by: actor.accountId,
            preparedBy,
            at: now,
            scope,
          })
        if (after) await saveTranche(tx, after)
        record('ledger.reversed', {
          subject: entry.id,
          scope,
          before: { entry, tranche },
          after: { entryId, reason, preparedBy, tranche: after },
        })
        return { entryId }
      },
    }
  },
}

export const reverseEntry = twoPersonCommand(reversing)

/** The number of a later tranche that is no longer waiting, or null. */
export function laterStarted(tranches: readonly TrancheRow[], tranche: TrancheRow | null): number | null {
  return tranches.find((one) => tranche !== null && one.no > tranche.no && one.state !== 'waiting')?.no ?? null
}

function backed(tranche: TrancheRow): TrancheRow {
  const next = stepBack(tranche)
  if (next.state === 'released') return { ...tranche, ...next, receivedOn: null, receivedAt: null }
  return { ...tranche, ...next, releasedAt: null, paidOn: null, payeeAccountId: null }
}
