import { type Day, isDay } from '../../shared/dates.ts'
import { type Fen, formatYuan, isFen } from '../../shared/money.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, both, refuse, refuseDay } from '../guide/refuse.ts'
import { notInState } from '../lifecycle.ts'
import { checkPaper, type PaperUse, type UnfitPaper } from '../records/money-papers.ts'
import { measureKinds } from './measure-grounds.ts'
import { type Measure, measureStates } from './measures.ts'
import { whySealed } from './measures-closing.ts'
import { type MeasureSums, notMadeGood } from './measures-sums.ts'

/** Where the claim of a recovery stands, from its receipts and its due day. */
export const claimStates = {
  open: { zh: '待缴回', en: 'open' },
  'part-paid': { zh: '已缴回部分', en: 'paid in part' },
  paid: { zh: '已缴清', en: 'paid' },
  overdue: { zh: '逾期未缴', en: 'overdue' },
} as const satisfies Record<string, Text>
export type ClaimState = keyof typeof claimStates
export const claimStateList = Object.keys(claimStates) as [ClaimState, ...ClaimState[]]

/** A recovery in force: its sum, its due day, what was paid back on it and what of that was given out again; fen. */
export type Claim = {
  readonly amountFen: Fen
  readonly dueOn: Day
  readonly receivedFen: Fen
  readonly reissuedFen: Fen
}

/** It is overdue from the day after its due day until the last fen is there. */
export function claimState({ amountFen, dueOn, receivedFen }: Claim, today: Day): ClaimState {
  if (receivedFen >= amountFen) return 'paid'
  if (today > dueOn) return 'overdue'
  return receivedFen > 0 ? 'part-paid' : 'open'
}

/** What is still to be paid; fen. */
export function openOf({ amountFen, receivedFen }: Claim): Fen {
  return amountFen - receivedFen
}

/** The claim of a measure, or why nothing is paid back on it: it is no recovery, or not in force. */
export function claimOf(
  { kind, state, amountFen, dueOn, clause }: Measure,
  sums: Pick<Claim, 'receivedFen' | 'reissuedFen'>,
): Claim | Refusal {
  if (kind !== 'recovery' || amountFen === null || dueOn === null)
    return refuse('measures.no-claim', clause, both('kind', measureKinds[kind]))
  if (state !== 'confirmed') return notInState(measureStates[state], payBack, clause)
  return { amountFen, dueOn, ...sums }
}
const payBack: Text = { zh: '登记缴回或再安排', en: 'record what was paid back or re-issued' }

/** What the finance bureau enters when money has come back; `ownFen`: what of it is the park's own money. */
export type PaidBack = {
  readonly paidOn: Day
  readonly amountFen: Fen
  readonly ownFen: Fen
  readonly voucherNo: string
  readonly voucherFileId: string | null
}

type ReceiptFacts = {
  readonly clause: Clause
  readonly today: Day
  readonly decidedOn: Day
  readonly sums: MeasureSums
  /** The least provincial money that the pilot's bank held from that day on; fen. */
  readonly bankedFen: Fen
  readonly numberTaken: boolean
  readonly paperUse: PaperUse | UnfitPaper | null
}

/**
 * Everything that keeps a receipt from being entered, or null: its day, its sum against the claim, where the money comes from,
 * the treasury's voucher. What was spent is paid from the park's own money, what was not from the separate account (G3.6, G5.3).
 */
export function checkPaidBack(claim: Claim, given: PaidBack, facts: ReceiptFacts): Refusal | null {
  const { clause } = facts
  const used = facts.numberTaken ? refuse('measures.voucher-number-taken', clause, {}, 'voucherNo') : null
  return allRefusals(
    checkPaidOn(given.paidOn, facts),
    checkPart(given.amountFen, openOf(claim), 'receipt-above-claim', clause),
    checkSources(given, facts),
    given.voucherNo.trim() === '' ? refuse('measures.voucher-number-missing', clause, {}, 'voucherNo') : used,
    given.voucherFileId ? null : refuse('measures.voucher-file-missing', clause, {}, 'voucherFileId'),
    checkPaper(facts.paperUse, clause, 'voucherFileId'),
  )
}

function checkPast(day: Day, today: Day, clause: Clause, field: string): Refusal | null {
  if (!isDay(day)) return refuseDay(day, clause, field)
  return day > today ? refuse('common.day-in-future', clause, { day, today }, field) : null
}

function checkPaidOn(day: Day, { clause, today, decidedOn }: ReceiptFacts): Refusal | null {
  const field = 'paidOn'
  const early = { day, decided: decidedOn }
  return (
    checkPast(day, today, clause, field) ??
    (day < decidedOn ? refuse('measures.before-decision', clause, early, field) : null)
  )
}

function checkPart(
  amountFen: Fen,
  mostFen: Fen,
  code: 'receipt-above-claim' | 'reissue-above-recovered',
  clause: Clause,
): Refusal | null {
  const field = 'amountFen'
  if (!isFen(amountFen) || amountFen <= 0) return refuse('common.amount-not-positive', clause, {}, field)
  const facts = { amount: formatYuan(amountFen), most: formatYuan(mostFen) }
  return amountFen > mostFen ? refuse(`measures.${code}`, clause, facts, field) : null
}

/** The separate account never falls below zero, and own money makes good only what was spent. */
function checkSources({ amountFen, ownFen }: PaidBack, { clause, sums, bankedFen }: ReceiptFacts): Refusal | null {
  const field = ['ownFen', 'amountFen'] as const
  if (!isFen(ownFen) || ownFen < 0 || ownFen > amountFen) return refuse('measures.own-above-receipt', clause, {}, field)
  const spent = notMadeGood(sums)
  if (ownFen > spent)
    return refuse('measures.own-above-spent', clause, { own: formatYuan(ownFen), spent: formatYuan(spent) }, field)
  const bankFen = amountFen - ownFen
  if (bankFen === 0) return null
  const most = Math.max(0, Math.min(sums.cashFen, bankedFen))
  const facts = { bank: formatYuan(bankFen), most: formatYuan(most) }
  return bankFen > most ? refuse('measures.more-than-banked', clause, facts, field) : null
}

/** What the province enters when a recovered sum was given out again by a notice of the same fund. */
export type Reissue = {
  readonly amountFen: Fen
  readonly issuedOn: Day
  readonly documentNo: string
  readonly reason: string
}

/** Everything that keeps a re-issue from being entered, or null; `firstPaidOn`: the day of the first receipt. */
export function checkReissue(
  claim: Claim,
  given: Reissue,
  facts: { readonly clause: Clause; readonly today: Day; readonly firstPaidOn: Day | null },
): Refusal | null {
  const { clause, today, firstPaidOn } = facts
  const { issuedOn: day, documentNo } = given
  const early =
    firstPaidOn !== null && day < firstPaidOn
      ? refuse('measures.reissued-before-paid', clause, { day, paid: firstPaidOn }, 'issuedOn')
      : null
  return allRefusals(
    checkPart(given.amountFen, claim.receivedFen - claim.reissuedFen, 'reissue-above-recovered', clause),
    checkPast(day, today, clause, 'issuedOn') ?? early,
    documentNo.trim() === '' ? refuse('measures.document-number-missing', clause, {}, 'documentNo') : null,
    checkReason(given.reason, 'common.reason-missing', clause),
  )
}

/** What was entered on a claim and may have to be corrected. */
type Entered = {
  readonly amountFen: Fen
  readonly reversed: boolean
  readonly reason: string
  readonly clause: Clause
  readonly recordedAt: Date
  /** Null while the pilot is not closed. */
  readonly closedAt: Date | null
}

/** A receipt is taken back with a reason, unless what came in by it was given out again already (G3.6). */
export function mayReverseReceipt(claim: Claim, entered: Entered): Refusal | null {
  const { amountFen, reversed, reason, clause, recordedAt, closedAt } = entered
  if (reversed) return refuse('measures.reversed-before', clause)
  return allRefusals(
    whySealed(recordedAt, closedAt, clause),
    claim.receivedFen - amountFen < claim.reissuedFen ? refuse('measures.reverse-reissue-first', clause) : null,
    checkReason(reason, 'common.reason-missing', clause),
  )
}

/** A re-issue is taken back with a reason (G3.6). */
export function mayReverseReissue(entered: Omit<Entered, 'amountFen'>): Refusal | null {
  const { reversed, reason, clause, recordedAt, closedAt } = entered
  if (reversed) return refuse('measures.reversed-before', clause)
  return allRefusals(whySealed(recordedAt, closedAt, clause), checkReason(reason, 'common.reason-missing', clause))
}
