import type { Tx } from '../../../platform/database/connect.ts'
import { type AccountKind, accountKinds, lineAccount, lineAccountKinds } from '../../../policy/money/ledger.ts'
import { dayOf } from '../../../shared/dates.ts'
import type { Fen } from '../../../shared/money.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { openAccounts, postEntry } from './ledger-store.ts'
import { insertTranches } from './store.ts'

export {
  balances,
  bankedSince,
  heldCash,
  lineBalances,
  type NewEntry,
  postEntry,
  undoEntry,
} from './ledger-store.ts'

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
  const whole = kinds.filter((kind) => !accountKinds[kind].perLine)
  const keys = [...whole, ...lines.flatMap(({ id }) => lineAccountKinds.map((kind) => lineAccount(kind, id)))]
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

type Rebudgeting = Pick<Opening, 'subject' | 'by' | 'at' | 'newId'> & {
  readonly pilot: Pick<Pilot, 'id' | 'scope' | 'awardFen'>
  /** Every line before and after the change, in fen; zero before for a new one, zero after for one that left. */
  readonly lines: readonly { readonly id: string; readonly fromFen: Fen; readonly toFen: Fen }[]
}

/**
 * Moves what the fund lines allow to a new version of the plan (G5.5); books nothing when no line changed.
 * @throws Refusal `funds.below-zero` (G3.6) when a line would fall below what is committed and spent on it.
 */
export async function rebudget(tx: Tx, { pilot, lines, at, ...entry }: Rebudgeting): Promise<void> {
  if (lines.every(({ fromFen, toFen }) => fromFen === toFen)) return
  const fresh = lines.filter(({ fromFen }) => fromFen === 0)
  const accounts = fresh.flatMap((line) => lineAccountKinds.map((kind) => lineAccount(kind, line.id)))
  if (accounts.length > 0) await openAccounts(tx, pilot, accounts, entry.newId)
  const moved = lines.map(({ id: lineId, fromFen, toFen }) => ({ lineId, fromFen, toFen }))
  await postEntry(tx, {
    ...entry,
    pilot,
    at,
    bookedOn: dayOf(at),
    entry: { kind: 'budget-change', awardFen: pilot.awardFen, lines: moved },
  })
}

export { gatesByPilot, type PilotGates } from './gates-by-pilot.ts'
export { openTranchePapers, tranchePapersAfterFiling } from './open-papers.ts'
export { planTranches } from './planned-store.ts'
export { lockTranches } from './store.ts'
export { entryPaper, tranchePaper } from './tranche-paper.ts'
export { type WaitingTranche, waitingTranches } from './waiting-tranches.ts'
