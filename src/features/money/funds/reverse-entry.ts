import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { clauseIn } from '../../../policy/editions/edition-clauses.ts'
import { checkReason } from '../../../policy/guide/reasons.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import { mayReverse, stepBack } from '../../../policy/money/tranche-reversal.ts'
import { dayOf } from '../../../shared/dates.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import * as contract from './contract.ts'
import { entryById, postEntry } from './ledger-store.ts'
import { lockTranches, saveTranche, type TrancheRow } from './store.ts'

/**
 * Takes back money on its way in by a mirrored entry (G3.6), and its tranche one step with it. Entries of plans, contracts
 * and payments are undone where they were made; the refusal says where.
 */
export const reverseEntry = command(
  contract.reverseEntry,
  async ({ params, body }, { tx, actor, now, newId, record }) => {
    const seen = await entryById(tx, params.entryId)
    if (!seen) throw notFound({ zh: '分录', en: 'ledger entry' })
    const tranches = await lockTranches(tx, seen.pilotId)
    // Read again behind the lock: another person may have reversed it while we waited.
    const entry = (await entryById(tx, params.entryId)) ?? seen
    const tranche = tranches.find((one) => one.id === entry.subject) ?? null
    const { edition } = await requirePilot(tx, entry.pilotId)
    const refusal = mayReverse({
      ...entry,
      bureau: actor.bureau,
      tranche,
      laterStarted: laterStarted(tranches, tranche),
      clause: clauseIn(edition, 'G4.2'),
    })
    const no = allRefusals(refusal, checkReason(body.reason, 'common.reason-missing', 'G3.6'))
    if (no) throw no
    const entryId = await postEntry(tx, {
      pilot: { id: entry.pilotId, scope: entry.scope },
      entry: { kind: 'reverse', postings: entry.postings },
      subject: entry.subject,
      memo: body.reason,
      bookedOn: dayOf(now),
      by: actor.accountId,
      at: now,
      newId,
      reverses: entry.id,
    })
    const after = tranche && backed(tranche)
    if (after) await saveTranche(tx, after)
    const { scope } = entry
    record('ledger.reversed', {
      subject: entry.id,
      scope,
      before: { entry, tranche },
      after: { entryId, reason: body.reason, tranche: after },
    })
    return { entryId }
  },
  { ledger_entries_reverses_key: () => refuse('funds.already-reversed', 'G3.6') },
)

/** The number of a later tranche that is no longer waiting, or null. */
export function laterStarted(tranches: readonly TrancheRow[], tranche: TrancheRow | null): number | null {
  return tranches.find((one) => tranche !== null && one.no > tranche.no && one.state !== 'waiting')?.no ?? null
}

function backed(tranche: TrancheRow): TrancheRow {
  const next = stepBack(tranche)
  if (next.state === 'released') return { ...tranche, ...next, receivedOn: null, receivedAt: null }
  return { ...tranche, ...next, releasedAt: null, paidOn: null, payeeAccountId: null }
}
