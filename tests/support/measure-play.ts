import type { Edition } from '../../src/policy/editions/edition.ts'
import { type Balances, checkEntry, type Entry, post, postingsOf } from '../../src/policy/money/ledger.ts'
import {
  checkDecision,
  confirmMeasure,
  type Decision,
  type Measure,
  newMeasure,
  reverseMeasure,
} from '../../src/policy/money/measures.ts'
import {
  checkPaidBack,
  checkReissue,
  claimOf,
  mayReverseReceipt,
  mayReverseReissue,
  openOf,
} from '../../src/policy/money/measures-claims.ts'
import { leftToRelease, measureSums, notMadeGood, recoverable } from '../../src/policy/money/measures-sums.ts'
import { isOut, type Tranche } from '../../src/policy/money/tranche-states.ts'
import { type Fen, percentOf, sumFen } from '../../src/shared/money.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import type { MeasureStep } from './measure-steps.ts'
import { agreed } from './policy.ts'
import { Play } from './tranche-play.ts'
import type { Step } from './tranche-steps.ts'

type Booked = { readonly amountFen: Fen; readonly entry: Entry; reversed: boolean }
type Kept = { measure: Measure; entry: Entry | null; readonly receipts: Booked[]; readonly reissues: Booked[] }
const reason = '按评价结果办理'
const [clause, county] = ['G5.3', 'county'] as const
const notClosed = { recordedAt: new Date(0), closedAt: null }

/** A pilot's tranches and measures as the rules alone move them, with the ledger that books what they agree to. */
export class MeasurePlay {
  readonly tranches: Play
  book: Balances = {}
  readonly kept: Kept[] = []
  /** How often each thing was really done. */
  readonly done: Record<string, number> = {}

  constructor(edition: Edition, awardFen: Fen) {
    this.tranches = new Play(edition, awardFen)
    this.enter({ kind: 'award', awardFen })
    this.enter({ kind: 'budget', awardFen, lines: [{ lineId: 'a', amountFen: awardFen }] })
  }

  get sums() {
    return measureSums(this.book)
  }

  /** What the rules agreed to, the ledger books. */
  private enter(entry: Entry): Entry {
    this.book = agreed(post(this.book, agreed(postingsOf(entry))))
    return entry
  }

  private undo(entry: Entry | null): void {
    if (entry) this.enter({ kind: 'reverse', postings: agreed(postingsOf(entry)) })
  }

  private did(what: string): void {
    this.done[what] = (this.done[what] ?? 0) + 1
  }

  take(one: MeasureStep): void {
    if (one.do === 'tranche') this.onTranche(one.step)
    else if (one.do === 'spend') this.spend(percentOf(this.sums.cashFen, one.part))
    else if (one.do === 'decide') this.decide(one)
    else {
      const kept = this.kept.at(-1 - one.at)
      if (kept) this.onMeasure(kept, one)
    }
  }

  /** The tranche moves as far as the ledger lets it: what was paid back cannot be un-received. */
  private onTranche(one: Step): void {
    const { tranches } = this
    const sums = this.sums
    tranches.deductedFen = sums.deductedFen
    tranches.unclaimedFen = recoverable(sums)
    const before = [...tranches.tranches]
    tranches.take(one)
    tranches.tranches.forEach((after, i) => {
      for (const entry of entriesOf(before[i] ?? after, after)) {
        const postings = checkEntry(this.book, entry)
        if (isRefusal(postings)) tranches.tranches[i] = before[i] ?? after
        else this.enter(entry)
        this.did(entry.kind)
      }
    })
  }

  private spend(amountFen: Fen): void {
    if (amountFen === 0) return
    const all: Entry[] = [
      { kind: 'commit', lineId: 'a', amountFen },
      { kind: 'approve-payment', amountFen },
      { kind: 'pay', lineId: 'a', amountFen },
    ]
    if (isRefusal(checkEntry(this.book, all[0] as Entry))) return
    for (const entry of all) this.enter(entry)
    this.did('spend')
  }

  private decide({ kind, ground, part: percent, off: by }: Extract<MeasureStep, { do: 'decide' }>): void {
    const { sums } = this
    const { today } = this.tranches
    const most = kind === 'deduction' ? leftToRelease(sums) : ground === 'unspent' ? sums.cashFen : recoverable(sums)
    const given: Decision = {
      ...{ kind, ground, reason, fileId: 'f', provenOn: null },
      amountFen: kind === 'criticism' ? null : percentOf(most, percent) + by,
      dueOn: kind === 'recovery' ? today : null,
    }
    const decision = checkDecision(given, { clause, sums, today, closedOn: null })
      ? { ...given, provenOn: today }
      : given
    if (checkDecision(decision, { clause, sums, today, closedOn: null })) return
    const measure = newMeasure(decision, {
      clause,
      level: county,
      decidedBy: 'economy',
      decidedAt: notClosed.recordedAt,
    })
    this.kept.push({ measure, entry: null, receipts: [], reissues: [] })
  }

  private onMeasure(kept: Kept, one: Exclude<MeasureStep, { do: 'tranche' | 'spend' | 'decide' }>): void {
    const { measure, receipts, reissues } = kept
    const { today } = this.tranches
    const { sums } = this
    const standing = (rows: readonly Booked[]) => sumFen(rows.flatMap((row) => (row.reversed ? [] : [row.amountFen])))
    const received = { receivedFen: standing(receipts), reissuedFen: standing(reissues) }
    if (one.do === 'confirm') {
      const next = confirmMeasure(measure, { by: 'finance', level: county, sums, today: measure.dueOn ?? today })
      if (isRefusal(next)) return
      kept.measure = next
      const amountFen = next.amountFen ?? 0
      if (next.kind === 'deduction') kept.entry = this.enter({ kind: 'deduct', amountFen })
      if (next.kind === 'recovery') kept.entry = this.enter({ kind: 'claim', amountFen })
      this.did(next.kind)
      return
    }
    if (one.do === 'reverse') {
      const { receivedFen } = received
      const next = reverseMeasure(measure, {
        by: 'leader',
        level: county,
        byTwo: false,
        reason,
        receivedFen,
        ...notClosed,
      })
      if (isRefusal(next)) return
      kept.measure = next
      this.undo(kept.entry)
      this.did('reverse')
      return
    }
    const claim = claimOf(measure, received)
    if (isRefusal(claim)) return
    if (one.do === 'pay-back') {
      const amountFen = percentOf(openOf(claim), one.part) + one.off
      const ownFen = Math.min(amountFen, percentOf(notMadeGood(sums), one.ownPart))
      const given = { paidOn: today, amountFen, ownFen, voucherNo: 'V', voucherFileId: 'f' }
      const facts = {
        clause,
        today,
        decidedOn: today,
        sums,
        bankedFen: sums.cashFen,
        numberTaken: false,
        paperUse: null,
      }
      if (checkPaidBack(claim, given, facts)) return
      receipts.push({ amountFen, entry: this.enter({ kind: 'pay-back', amountFen, ownFen }), reversed: false })
    } else if (one.do === 'reissue') {
      const amountFen = percentOf(claim.receivedFen - claim.reissuedFen, one.part) + one.off
      const given = { amountFen, issuedOn: today, documentNo: '1', reason }
      if (checkReissue(claim, given, { clause, today, firstPaidOn: today })) return
      reissues.push({ amountFen, entry: this.enter({ kind: 'reissue', amountFen }), reversed: false })
    } else {
      const row = (one.do === 'undo-receipt' ? receipts : reissues).at(-1)
      const entered = row && { ...row, reason, clause, ...notClosed }
      if (!entered) return
      if (one.do === 'undo-receipt' ? mayReverseReceipt(claim, entered) : mayReverseReissue(entered)) return
      this.undo(row.entry)
      row.reversed = true
    }
    this.did(one.do)
  }
}

/** What a step of a tranche books. */
function entriesOf(before: Tranche, after: Tranche): Entry[] {
  const amountFen = after.amountFen ?? 0
  if (!isOut(before) && isOut(after)) return [{ kind: 'release', amountFen }]
  if (before.state === 'released' && after.state === 'received') return [{ kind: 'receive', amountFen }]
  const back = (kind: 'release' | 'receive'): Entry[] => [
    { kind: 'reverse', postings: agreed(postingsOf({ kind, amountFen: before.amountFen ?? 0 })) },
  ]
  if (before.state === 'received' && after.state === 'released') return back('receive')
  return isOut(before) && !isOut(after) ? back('release') : []
}
