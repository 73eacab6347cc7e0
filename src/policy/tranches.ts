import { type Fen, formatYuan, isFen, percentOf } from '../shared/money.ts'
import type { Facts, Refusal } from '../shared/refusal.ts'
import type { Text } from '../shared/words.ts'
import type { Clause } from './clauses.ts'
import type { Edition } from './edition.ts'
import type { Grade, TrancheCondition, TrancheRule } from './edition-rules.ts'
import { type Lifecycle, nextState, notInState } from './lifecycle.ts'
import { both, type RefusalCode, refusalText, refuse } from './refuse.ts'

export type TrancheState = 'waiting' | 'recommended' | 'released' | 'received'
export type TrancheAction = 'recommend' | 'withdraw' | 'release' | 'confirm-receipt'

export const trancheLifecycle: Lifecycle<TrancheState, TrancheAction> = {
  waiting: { recommend: 'recommended' },
  recommended: { withdraw: 'waiting', release: 'released' },
  released: { 'confirm-receipt': 'received' },
  received: {},
}

export const trancheStateNames: Readonly<Record<TrancheState, Text>> = {
  waiting: { zh: '待建议', en: 'waiting' },
  recommended: { zh: '已建议', en: 'recommended' },
  released: { zh: '已拨付', en: 'released' },
  received: { zh: '已到账', en: 'received' },
}

const actionNames: Readonly<Record<TrancheAction, Text>> = {
  recommend: { zh: '提出拨付建议', en: 'recommend it' },
  withdraw: { zh: '撤回建议', en: 'withdraw the recommendation' },
  release: { zh: '拨付', en: 'release it' },
  'confirm-receipt': { zh: '确认到账', en: 'confirm its receipt' },
}

/** One instalment. Amounts in fen, null before the recommendation; `…By` are account ids. */
export type Tranche = {
  readonly no: number
  readonly state: TrancheState
  readonly amountFen: Fen | null
  readonly recommendedBy: string | null
  readonly recommendation: string
  readonly releasedBy: string | null
  readonly voucherNo: string | null
  readonly voucherFileId: string | null
  readonly receivedBy: string | null
}

export function newTranche(no: number): Tranche {
  return {
    no,
    state: 'waiting',
    amountFen: null,
    recommendedBy: null,
    recommendation: '',
    releasedBy: null,
    voucherNo: null,
    voucherFileId: null,
    receivedBy: null,
  }
}

export type AmountRange = { readonly min: Fen; readonly max: Fen }

/** What the gate looks at. `releasedFen`: all released before this tranche. `evaluation`: the mid-term result, once there is one. */
export type TrancheFacts = {
  readonly planApproved: boolean
  readonly mechanismReady: boolean
  readonly enterprisesDiagnosed: { readonly done: number; readonly all: number }
  readonly servicesUnderWay: number
  readonly evaluation: { readonly grade: Grade; readonly rectified: boolean } | null
  readonly releasedFen: Fen
  readonly awardFen: Fen
  readonly previousReceived: boolean
}

/** `condition`: the one it belongs to; null when nothing is left or it is only a warning. */
export type Missing = {
  readonly condition: TrancheCondition | null
  readonly code: RefusalCode
  readonly clause: Clause
  readonly facts: Facts
  readonly text: Text
}

/** `warnings` do not close the gate. `sentence` says in one breath what may be released, or why nothing. */
export type TrancheGate = {
  readonly no: number
  readonly open: boolean
  readonly amountFen: AmountRange
  readonly missing: readonly Missing[]
  readonly warnings: readonly Missing[]
  readonly sentence: Text
}

/** What each tranche may amount to before anything is released; the last row is what the ones before leave. */
export function tranchePlan(edition: Edition, awardFen: Fen): { no: number; amountFen: AmountRange; clause: Clause }[] {
  let least = 0
  let most = 0
  return edition.tranches.map((rule) => {
    const range =
      rule.share === 'rest'
        ? { min: awardFen - Math.min(most, awardFen), max: awardFen - least }
        : shareRange(rule.share, awardFen, awardFen - least)
    least += range.min
    most += range.max
    return { no: rule.no, amountFen: range, clause: rule.clause }
  })
}

/** Whether a tranche may be released now, how much of it, and everything that is still missing (G4.2). */
export function trancheGate(edition: Edition, no: number, facts: TrancheFacts): TrancheGate {
  const rule = ruleOf(edition, no)
  const missing = rule.conditions.flatMap(({ condition, clause }) => unmet(edition, condition, clause, facts))
  const amountFen = amountRange(edition, rule, facts)
  if (amountFen.max <= 0 && missing.length === 0) missing.push(missingItem('funds.nothing-left', 'G4.2', {}))
  const warnings: Missing[] = []
  const evaluated = edition.tranches.some((row) => row.no > no && row.share === 'rest')
  if (no > 1 && evaluated && amountFen.max > 0 && amountFen.max >= facts.awardFen - facts.releasedFen) {
    warnings.push(missingItem('funds.leaves-nothing', 'G5.3', { max: formatYuan(amountFen.max) }))
  }
  return { no, open: missing.length === 0, amountFen, missing, warnings, sentence: sentenceOf(no, amountFen, missing) }
}

/** The economy bureau names the sum (G4.2); `by` is an account id. */
export function recommendTranche(
  tranche: Tranche,
  given: { readonly gate: TrancheGate; readonly amountFen: Fen; readonly recommendation: string; readonly by: string },
): Tranche | Refusal {
  const state = nextState(trancheLifecycle, tranche.state, 'recommend')
  if (!state) return refused(tranche, 'recommend')
  const no = checkAmount(given.gate, given.amountFen)
  if (no) return no
  return {
    ...tranche,
    state,
    amountFen: given.amountFen,
    recommendedBy: given.by,
    recommendation: given.recommendation.trim(),
  }
}

/** Before the release, by the bureau that recommended. */
export function withdrawRecommendation(tranche: Tranche): Tranche | Refusal {
  const state = nextState(trancheLifecycle, tranche.state, 'withdraw')
  if (!state) return refused(tranche, 'withdraw')
  return { ...newTranche(tranche.no), state }
}

/** The finance bureau pays: another person, the gate still open, the voucher's number and file at hand (G4.2). */
export function releaseTranche(
  tranche: Tranche,
  given: {
    readonly gate: TrancheGate
    readonly voucherNo: string
    readonly voucherFileId: string | null
    readonly by: string
  },
): Tranche | Refusal {
  const state = nextState(trancheLifecycle, tranche.state, 'release')
  if (!state || tranche.amountFen === null) return refused(tranche, 'release')
  if (tranche.recommendedBy === given.by) return refuse('funds.same-person', 'G4.2')
  const no = checkAmount(given.gate, tranche.amountFen)
  if (no) return no
  const voucherNo = given.voucherNo.trim()
  if (voucherNo === '') return refuse('funds.voucher-number-missing', 'G4.2', {}, 'voucherNo')
  if (!given.voucherFileId) return refuse('funds.voucher-file-missing', 'G4.2', {}, 'voucherFileId')
  return { ...tranche, state, releasedBy: given.by, voucherNo, voucherFileId: given.voucherFileId }
}

/** The park says that the money is there. */
export function confirmReceipt(tranche: Tranche, given: { readonly by: string }): Tranche | Refusal {
  const state = nextState(trancheLifecycle, tranche.state, 'confirm-receipt')
  if (!state) return refused(tranche, 'confirm-receipt')
  return { ...tranche, state, receivedBy: given.by }
}

function checkAmount(gate: TrancheGate, amountFen: Fen): Refusal | null {
  const [first] = gate.missing
  if (first) return refuse(first.code, first.clause, first.facts)
  const { min, max } = gate.amountFen
  if (!isFen(amountFen) || amountFen <= 0) return refuse('common.amount-not-positive', 'G4.2', {}, 'amountFen')
  if (amountFen < min || amountFen > max) {
    return refuse(
      'funds.amount-out-of-range',
      'G4.2',
      { amount: formatYuan(amountFen), min: formatYuan(min), max: formatYuan(max) },
      'amountFen',
    )
  }
  return null
}

function ruleOf(edition: Edition, no: number): TrancheRule {
  const rule = edition.tranches.find((row) => row.no === no)
  if (!rule) throw new Error(`edition ${edition.id} has no tranche ${no}`)
  return rule
}

/** A fixed share is exact (rounded down to the fen); an open one rounds its least sum up, so that it is never below its percentage. */
function shareRange(share: { min: number; max: number }, awardFen: Fen, leftFen: Fen): AmountRange {
  const max = share.max === 100 ? awardFen : percentOf(awardFen, share.max)
  const fixed = share.min === share.max
  const open = -percentOf(-awardFen, share.min)
  const least = fixed ? max : awardFen - percentOf(awardFen, 100 - share.min)
  return { min: Math.min(fixed ? max : Math.max(least, open), leftFen), max: Math.min(max, leftFen) }
}

function amountRange(edition: Edition, rule: TrancheRule, facts: TrancheFacts): AmountRange {
  const left = Math.max(0, facts.awardFen - facts.releasedFen)
  if (rule.share !== 'rest') {
    const reachesAll =
      rule.share.max +
        edition.tranches.reduce(
          (sum, row) => sum + (row.no < rule.no && row.share !== 'rest' ? row.share.min : 0),
          0,
        ) >=
      100
    const range = shareRange(rule.share, facts.awardFen, left)
    return reachesAll ? { min: range.min, max: left } : range
  }
  const grade = edition.grades.find((row) => row.grade === facts.evaluation?.grade)
  if (!grade) return { min: 0, max: 0 }
  const { min, max } = grade.releasePercent
  return { min: percentOf(left, min), max: max === 100 ? left : percentOf(left, max) }
}

function unmet(edition: Edition, condition: TrancheCondition, clause: Clause, facts: TrancheFacts): Missing[] {
  const say = (met: boolean, code: RefusalCode, values: Facts = {}) => (met ? [] : [missingItem(code, clause, values, condition)])
  switch (condition) {
    case 'plan-approved':
      return say(facts.planApproved, 'funds.plan-not-approved')
    case 'previous-received':
      return say(facts.previousReceived, 'funds.previous-not-received')
    case 'mechanism-ready':
      return say(facts.mechanismReady, 'funds.mechanism-not-ready')
    case 'enterprises-diagnosed': {
      const { done, all } = facts.enterprisesDiagnosed
      return say(all > 0 && done >= all, 'funds.enterprises-not-diagnosed', { done, all })
    }
    case 'services-under-way':
      return say(facts.servicesUnderWay > 0, 'funds.no-service-under-way')
    case 'evaluation-done': {
      if (!facts.evaluation) return say(false, 'funds.no-evaluation')
      const grade = edition.grades.find((row) => row.grade === facts.evaluation?.grade)
      if (!grade || grade.releasePercent.max === 0) {
        return say(
          false,
          'funds.grade-closes',
          both('grade', grade ?? { zh: facts.evaluation.grade, en: facts.evaluation.grade }),
        )
      }
      return say(!grade.afterRectification || facts.evaluation.rectified, 'funds.not-rectified', both('grade', grade))
    }
  }
}

function missingItem(
  code: RefusalCode,
  clause: Clause,
  facts: Facts,
  condition: TrancheCondition | null = null,
): Missing {
  return { condition, code, clause, facts, text: refusalText({ code, facts }) }
}

function sentenceOf(no: number, { min, max }: AmountRange, missing: readonly Missing[]): Text {
  if (missing.length > 0) {
    const zh = missing.map(({ text, clause }) => `${text.zh.replace(/。$/, '')}(${clause})`).join(';')
    const en = missing.map(({ text, clause }) => `${text.en.replace(/\.$/, '')} (${clause})`).join('; ')
    return { zh: `第 ${no} 期现在不能拨付:${zh}。`, en: `Tranche ${no} cannot be released now: ${en}.` }
  }
  if (min === max) {
    return {
      zh: `第 ${no} 期现在可拨付 ${formatYuan(max)} 元。`,
      en: `Tranche ${no} may be released now: ${formatYuan(max)} yuan.`,
    }
  }
  return {
    zh: `第 ${no} 期现在可拨付 ${formatYuan(min)} 至 ${formatYuan(max)} 元。`,
    en: `Tranche ${no} may be released now: ${formatYuan(min)} to ${formatYuan(max)} yuan.`,
  }
}

function refused(tranche: Tranche, action: TrancheAction): Refusal {
  return notInState(trancheStateNames[tranche.state], actionNames[action], 'G4.2')
}
