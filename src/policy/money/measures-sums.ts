import { type Fen, sumFen } from '../../shared/money.ts'
import { type AccountKey, type AccountKind, type Balances, balanceOf, totals } from './ledger.ts'

/**
 * What measures are held against, in fen. `releasedFen`: all that ever went out, paid back or not. `claimedFen`: asked back and not
 * paid yet. `recoveredFen`: paid back, re-issued or not. `ownFen`: how much of that the park paid out of its own money.
 */
export type MeasureSums = {
  readonly awardFen: Fen
  readonly releasedFen: Fen
  readonly deductedFen: Fen
  readonly claimedFen: Fen
  readonly recoveredFen: Fen
  readonly cashFen: Fen
  readonly spentFen: Fen
  readonly ownFen: Fen
}

/** The sums of a pilot's book; all zero before its plan is approved. */
export function measureSums(balances: Balances): MeasureSums {
  const { awardFen, disbursedFen, spentFen } = totals(balances)
  return {
    awardFen,
    releasedFen: disbursedFen,
    deductedFen: balanceOf(balances, 'deducted'),
    claimedFen: balanceOf(balances, 'claimed'),
    recoveredFen: sumFen([balanceOf(balances, 'recovered'), balanceOf(balances, 'reissued')]),
    cashFen: balanceOf(balances, 'cash'),
    spentFen,
    ownFen: 0 - balanceOf(balances, 'own-money'),
  }
}

/** What of the award may still be released: neither out nor deducted (G4.2, G5.3). */
export function leftToRelease({
  awardFen,
  releasedFen,
  deductedFen,
}: Pick<MeasureSums, 'awardFen' | 'releasedFen' | 'deductedFen'>): Fen {
  return Math.max(0, awardFen - releasedFen - deductedFen)
}

/**
 * What contracts may still be signed for and paid: the money that is there or still comes, less what is asked back and what contracts
 * hold already. A deduction and a recovery lower it, and leave the fund lines as the plan gives them (G5.3).
 */
export function coveredFen(book: Balances): Fen {
  const { committedFen, spentFen } = totals(book)
  const there = ['undisbursed', 'in-transit', 'cash', 'payable'].map((account) => balanceOf(book, account))
  return Math.max(0, sumFen(there) - measureSums(book).claimedFen - (committedFen - spentFen))
}

/** What may still be asked back: out, neither paid back nor asked back already (G5.3). */
export function recoverable({ releasedFen, recoveredFen, claimedFen }: MeasureSums): Fen {
  return releasedFen - recoveredFen - claimedFen
}

/** What was spent out of provincial money and not made good yet out of the park's own. */
export function notMadeGood({ spentFen, ownFen }: Pick<MeasureSums, 'spentFen' | 'ownFen'>): Fen {
  return spentFen - ownFen
}

/** The accounts that measures alone move (G5.3). */
export const ofMeasures: readonly AccountKind[] = [
  'deducted',
  'own-money',
  'recovered',
  'reissued',
  'claim-source',
  'claimed',
]

/** Whether a measure, its receipt or re-issue booked these postings, or their reversal did. */
export function isOfMeasure(postings: readonly { readonly account: AccountKey }[]): boolean {
  return postings.some(({ account }) => ofMeasures.some((kind) => kind === account))
}
