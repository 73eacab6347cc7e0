import { expect } from 'vitest'
import { isWeekday } from '../../src/policy/calendar/working-days.ts'
import type { Edition } from '../../src/policy/editions/edition.ts'
import type { Grade } from '../../src/policy/editions/edition-rules.ts'
import {
  answerObjection,
  lastDay,
  mayObject,
  mayPublish,
  mayWithdraw,
  type Notice,
  noticeFacts,
  noticeState,
} from '../../src/policy/money/notices.ts'
import type { TrancheFacts } from '../../src/policy/money/tranche-facts.ts'
import { type Judgments, judgeTranche, noJudgments } from '../../src/policy/money/tranche-judgments.ts'
import { mayReverse, stepBack } from '../../src/policy/money/tranche-reversal.ts'
import { isOut, newTranche, type Tranche } from '../../src/policy/money/tranche-states.ts'
import {
  confirmReceipt,
  recommendTranche,
  releaseTranche,
  trancheGate,
  withdrawRecommendation,
} from '../../src/policy/money/tranches.ts'
import { addDays, type Day } from '../../src/shared/dates.ts'
import { percentOf, sumFen } from '../../src/shared/money.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import type { Step } from './tranche-steps.ts'

const newNotice = { ended: null, openObjections: 0, paid: false }
const calendar = { isWorkingDay: isWeekday, isProvisional: () => true }
/** A pilot's money as the rules alone move it; whatever they refuse does not happen. */
export class Play {
  readonly edition: Edition
  readonly awardFen: number
  tranches: Tranche[]
  judgments: Judgments[]
  notices: (Notice | null)[]
  /** Objections without an answer to notices that were taken down. */
  shed: number[]
  today: Day = '2026-04-01'
  /** What measures have taken off the award, and what was released, neither paid back nor asked back; fen. */
  deductedFen = 0
  unclaimedFen = Number.MAX_SAFE_INTEGER
  facts: Omit<Extract<Step, { do: 'facts' }>, 'do'> = {
    ...{ planApproved: true, controlFile: true, done: 5, running: 1 },
    ...{ grade: 'good', rectified: true },
  }
  /** How often each grade let a last tranche go. */
  readonly graded: Partial<Record<Grade, number>> = {}
  /** The number of each tranche that was released, in order. */
  readonly released: number[] = []

  constructor(edition: Edition, awardFen: number) {
    this.edition = edition
    this.awardFen = awardFen
    this.tranches = edition.tranches.map((rule) => newTranche(rule.no))
    this.judgments = edition.tranches.map(() => noJudgments)
    this.notices = edition.tranches.map(() => null)
    this.shed = edition.tranches.map(() => 0)
  }

  factsOf(n: number): TrancheFacts {
    const { planApproved, controlFile, done, running, grade, rectified } = this.facts
    const notice = this.notices[n - 1] ?? null
    return {
      planApproved,
      mechanism: { controlFile },
      enterprisesDiagnosed: { done, all: 5 },
      services: { contracted: 3, 'under-way': running },
      judgments: this.judgments[n - 1] ?? noJudgments,
      evaluation: grade && { grade, rectified },
      notice: notice && noticeFacts(notice, this.today, calendar),
      openObjections: (notice?.openObjections ?? 0) + (this.shed[n - 1] ?? 0),
      plan: null,
      awardFen: this.awardFen,
      deductedFen: this.deductedFen,
      releasedFen: sumFen(this.tranches.filter((one) => one.no !== n && isOut(one)).map((one) => one.amountFen ?? 0)),
      previousReceived: n === 1 || this.tranches[n - 2]?.state === 'received',
    }
  }

  take(one: Step): void {
    if (one.do === 'days') this.today = addDays(this.today, one.days)
    else if (one.do === 'facts') this.facts = one
    else if (this.tranches[one.no - 1]) this.onTranche(one)
  }

  onTranche(one: Exclude<Step, { do: 'days' | 'facts' }>): void {
    const i = one.no - 1
    const tranche = this.tranches[i] ?? newTranche(one.no)
    const rule = this.edition.tranches[i]
    if (!rule) return
    const gate = trancheGate(this.edition, one.no, this.factsOf(one.no))
    const notice = this.notices[i] ?? null
    const keep = (next: unknown) => {
      if (!isRefusal(next)) this.tranches[i] = next as Tranche
    }
    switch (one.do) {
      case 'recommend': {
        const { min, max } = gate.amountFen
        const amountFen = min + percentOf(max - min, one.part) + one.off
        keep(recommendTranche(tranche, { gate, amountFen, recommendation: '', by: 'economy' }))
        return
      }
      case 'withdraw': {
        const announced = notice !== null && noticeState(notice, this.today) !== 'over'
        const next = withdrawRecommendation(tranche, { gate, announced })
        if (!isRefusal(next)) this.notices[i] = null
        keep(next)
        return
      }
      case 'release': {
        const next = releaseTranche(tranche, { gate, voucherNo: 'V', voucherFileId: 'f', by: 'finance' })
        if (isRefusal(next)) return
        this.mustBeAllowed(one.no, next.amountFen ?? 0)
        this.released.push(one.no)
        if (notice) this.notices[i] = { ...notice, paid: true }
        keep(next)
        return
      }
      case 'receive':
        keep(confirmReceipt(tranche, { gate, by: 'fund' }))
        return
      case 'reverse': {
        const kind = tranche.state === 'received' ? ('receive' as const) : ('release' as const)
        const laterStarted = this.tranches.find((row) => row.no > one.no && row.state !== 'waiting')?.no ?? null
        const bureau = kind === 'receive' ? null : ('finance' as const)
        const { unclaimedFen } = this
        const clauses = { clause: gate.clause, bookClause: 'G3.6' } as const
        if (
          !isOut(tranche) ||
          mayReverse({ kind, reversed: false, bureau, tranche, laterStarted, unclaimedFen, ...clauses })
        )
          return
        if (notice) this.notices[i] = { ...notice, paid: kind === 'receive' }
        keep(stepBack(tranche))
        return
      }
      case 'judge': {
        const standing = this.judgments[i] ?? noJudgments
        const { bureau, underWay } = one
        const by = one.by === 'own' ? bureau : one.by
        const said = judgeTranche({ rule, tranche, standing, bureau, underWay, by, reason: '正在履行' })
        if (!isRefusal(said)) this.judgments[i] = { ...standing, [bureau]: said }
        return
      }
      case 'publish':
        if (!rule.notice || mayPublish({ rule, tranche, gate, standing: notice !== null })) return
        this.notices[i] = { ...newNotice, untilOn: lastDay(rule.notice, this.today, calendar) }
        return
      case 'take-down':
        if (!notice || !rule.notice || mayWithdraw(rule.notice, notice, this.today)) return
        this.shed[i] = (this.shed[i] ?? 0) + notice.openObjections
        this.notices[i] = null
        return
      case 'object': {
        if (!notice || !rule.notice || mayObject(rule.notice, notice, this.today)) return
        this.notices[i] = { ...notice, openObjections: notice.openObjections + 1 }
        return
      }
      case 'answer':
        if (!rule.notice || answerObjection(rule.notice, { answered: false, text: '经核实不成立' })) return
        if (this.shed[i]) this.shed[i] -= 1
        if (!notice || notice.openObjections === 0) return
        this.notices[i] = { ...notice, openObjections: notice.openObjections - 1 }
    }
  }

  /** The conditions once more, each said in its own way: a release that meets not all of them must not have happened. */
  mustBeAllowed(n: number, amountFen: number): void {
    const rule = this.edition.tranches[n - 1]
    const asked = new Set(rule?.conditions.map((row) => row.condition))
    const { planApproved, controlFile, done, running, grade, rectified } = this.facts
    const { economy, finance } = this.judgments[n - 1] ?? noJudgments
    const notice = this.notices[n - 1]
    if (asked.has('plan-approved')) expect(planApproved).toBe(true)
    if (asked.has('mechanism-ready')) expect(controlFile).toBe(true)
    if (asked.has('enterprises-diagnosed')) expect(done).toBe(5)
    if (asked.has('services-under-way')) expect(running).toBeGreaterThan(0)
    if (asked.has('evaluation-done')) expect(grade).not.toBeNull()
    if (asked.has('previous-received') && n > 1) expect(this.tranches[n - 2]?.state).toBe('received')
    if (asked.has('judged-under-way')) {
      expect([economy?.underWay, finance?.underWay]).toEqual([true, true])
      expect(economy?.by).not.toBe(finance?.by)
    }
    if (asked.has('notice-over')) expect(this.today > (notice?.untilOn ?? '9999')).toBe(true)
    expect((notice?.openObjections ?? 0) + (this.shed[n - 1] ?? 0)).toBe(0)
    expect(Number.isInteger(amountFen) && amountFen > 0).toBe(true)
    const before = this.tranches.filter((one) => one.no !== n && isOut(one)).map((one) => one.amountFen ?? 0)
    expect(sumFen([...before, amountFen, this.deductedFen])).toBeLessThanOrEqual(this.awardFen)
    // No grade lets more of what is left go than its row says, and none before it is put right where the row asks for that.
    const opened = this.edition.grades.find((row) => row.grade === grade)
    if (asked.has('evaluation-done')) {
      expect(opened?.releasePercent.max).toBeGreaterThan(0)
      expect(rectified || opened?.afterRectification === false).toBe(true)
    }
    if (opened && rule?.share === 'rest') {
      const left = BigInt(this.awardFen - this.deductedFen - sumFen(before))
      const [part, { releasePercent }] = [BigInt(amountFen) * 100n, opened]
      expect(part <= left * BigInt(releasePercent.max)).toBe(true)
      expect(part + 100n > left * BigInt(releasePercent.min)).toBe(true)
      this.graded[opened.grade] = (this.graded[opened.grade] ?? 0) + 1
    }
    const { min, max } = rule?.share === 'rest' || !rule ? { min: 0, max: 100 } : rule.share
    // Within its share but for less than a fen, which an award of a few fen cannot be parted into; BigInt knows no rounding.
    const [award, sum] = [BigInt(this.awardFen), BigInt(amountFen) * 100n]
    if (min === max) expect(sum <= award * BigInt(max)).toBe(true)
    else
      expect(
        sum + 100n > award * BigInt(min) || sumFen([...before, amountFen, this.deductedFen]) === this.awardFen,
      ).toBe(true)
  }
}
