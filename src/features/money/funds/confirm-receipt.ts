import { command } from '../../../platform/command.ts'
import { checkReceivedOn } from '../../../policy/money/tranche-days.ts'
import * as policy from '../../../policy/money/tranches.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import * as contract from './contract.ts'
import { postEntry } from './ledger-store.ts'
import { lockTranche } from './locked-tranche.ts'
import { saveTranche } from './store.ts'

/** The park says that the money has arrived: from transit into its account. */
export const confirmReceipt = command(
  contract.confirmReceipt,
  async ({ params, body: { receivedOn } }, { tx, actor, now, newId, record }) => {
    const { pilot, gate, tranche: before } = await lockTranche(tx, params, now)
    const next = policy.confirmReceipt(before, { gate, by: actor.accountId })
    if (isRefusal(next)) throw next
    const today = dayOf(now)
    const wrongDay = checkReceivedOn({ receivedOn, paidOn: before.paidOn ?? today, today, clause: gate.clause })
    if (wrongDay) throw wrongDay
    const after = { ...before, ...next, receivedOn, receivedAt: now }
    await saveTranche(tx, after)
    await postEntry(tx, {
      pilot,
      entry: { kind: 'receive', amountFen: after.amountFen ?? 0 },
      subject: after.id,
      memo: after.voucherNo ?? '',
      bookedOn: receivedOn,
      by: actor.accountId,
      at: now,
      newId,
    })
    record('tranche.received', { subject: before.id, scope: pilot.scope, clause: gate.clause, before, after })
    return { state: after.state }
  },
)
