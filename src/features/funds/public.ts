import type { Tx } from '../../platform/database/connect.ts'
import { type AccountKind, accountKinds, lineAccount } from '../../policy/ledger.ts'
import { dayOf } from '../../shared/dates.ts'
import type { Fen } from '../../shared/money.ts'
import type { Pilot } from '../pilots/public.ts'
import { openAccounts, postEntry } from './ledger-store.ts'
import { insertTranches } from './store.ts'

export { balances, heldCash, lineBalances, type NewEntry, postEntry } from './ledger-store.ts'

type Opening = {
  readonly pilot: Pick<Pilot, 'id' | 'scope' | 'countyId' | 'awardFen' | 'edition'>
  /** Fund lines of the approved plan; provincial money in fen. */
  readonly lines: readonly { readonly id: string; readonly provincialFen: Fen }[]
  /** The baseline that the entries are about. */
  readonly subject: string
  readonly by: string
  readonly at: Date
  readonly newId: () => string
}

/**
 * Opens a pilot's book when its plan is approved: the award, what each fund line allows, and the tranches that wait.
 * @throws Refusal `funds.lines-exceed-award` (G3.6) when the lines do not add up to the award.
 */
export async function openLedger(tx: Tx, { pilot, lines, subject, by, at, newId }: Opening): Promise<void> {
  const kinds = Object.keys(accountKinds) as AccountKind[]
  const keys = kinds.flatMap((kind) =>
    accountKinds[kind].perLine ? lines.map((line) => lineAccount(kind as 'line-spent', line.id)) : [kind],
  )
  await openAccounts(tx, pilot, keys, newId)
  const entry = { pilot, subject, by, at, newId, bookedOn: dayOf(at) }
  await postEntry(tx, { ...entry, entry: { kind: 'award', awardFen: pilot.awardFen } })
  await postEntry(tx, {
    ...entry,
    entry: {
      kind: 'budget',
      awardFen: pilot.awardFen,
      lines: lines.map(({ id, provincialFen }) => ({ lineId: id, amountFen: provincialFen })),
    },
  })
  const tranches = pilot.edition.tranches.map(({ no }) => ({ id: newId(), no }))
  await insertTranches(tx, pilot, tranches)
}
export { type WaitingTranche, waitingTranches } from './waiting-tranches.ts'
