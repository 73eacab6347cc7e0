import { type Fen, formatYuan, isFen } from '../../shared/money.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Edition } from '../editions/edition.ts'
import type { TrancheRule } from '../editions/edition-rules.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkReason, checkReasonIfGiven } from '../guide/reasons.ts'
import { allRefusals, refuse } from '../guide/refuse.ts'
import { nextState } from '../lifecycle.ts'
import { leftToRelease } from './measures-sums.ts'
import { type AmountRange, amountRange } from './tranche-amounts.ts'
import {
  asRefusal,
  closesRecommendation,
  listedGaps,
  type Missing,
  missing,
  openObjections,
  unmet,
} from './tranche-conditions.ts'
import type { PlannedTranche, TrancheFacts } from './tranche-facts.ts'
import { newTranche, refusedStep, type Tranche, trancheLifecycle } from './tranche-states.ts'

export { newTranche, type Tranche, type TrancheState, trancheLifecycle } from './tranche-states.ts'

/**
 * `open`: nothing is `missing`, so the sum may be recommended. `payable`: nothing is `held` back either, so it may be paid.
 * `warnings` close nothing. `planned`: the county's own plan for it, if one is on record (G4.1, H4), and the clause of that plan. `sentence` says in one breath
 * what may be released, or why nothing.
 */
export type TrancheGate = {
  readonly no: number
  readonly clause: Clause
  readonly open: boolean
  readonly payable: boolean
  readonly amountFen: AmountRange
  readonly missing: readonly Missing[]
  readonly held: readonly Missing[]
  readonly warnings: readonly Missing[]
  readonly planned: PlannedTranche | null
  readonly planClause: Clause
  /** What is announced before payment stands on this one. */
  readonly noticeClause: Clause
  readonly sentence: Text
}

/** Whether a tranche may be released now, how much of it, and everything that is still missing (G4.2, G5.3). */
export function trancheGate(edition: Edition, no: number, facts: TrancheFacts): TrancheGate {
  const rule = ruleOf(edition, no)
  const all = rule.conditions.flatMap((row) => unmet(edition, rule, row, facts))
  const closes = (one: Missing) => one.condition === null || closesRecommendation(one.condition)
  const lacking = all.filter(closes)
  const held = [...all.filter((one) => !closes(one)), ...openObjections(rule, facts)]
  const left = leftToRelease(facts)
  if (left === 0) lacking.push(missing(null, 'funds.nothing-left', rule.clause))
  const amountFen = amountRange(edition, rule, { ...facts, grade: facts.evaluation?.grade ?? null })
  const open = lacking.length === 0
  return {
    no,
    clause: rule.clause,
    open,
    payable: open && held.length === 0,
    amountFen,
    missing: lacking,
    held,
    warnings: warningsOf(edition, rule, facts, amountFen, left),
    planned: facts.plan?.find((row) => row.no === no) ?? null,
    planClause: edition.obligations.find((row) => row.id === 'disbursement-plan')?.clause ?? rule.clause,
    noticeClause: rule.notice?.clause ?? rule.clause,
    sentence: open ? openSentence(no, amountFen, held) : closedSentence(no, lacking),
  }
}

function ruleOf(edition: Edition, no: number): TrancheRule {
  const rule = edition.tranches.find((row) => row.no === no)
  if (!rule) throw new Error(`edition ${edition.id} has no tranche ${no}`)
  return rule
}

/** What the bureaus should know before they decide: no lever left for the evaluation (G5.3), no plan on record (G4.1). */
function warningsOf(
  edition: Edition,
  rule: TrancheRule,
  facts: TrancheFacts,
  amountFen: AmountRange,
  leftFen: Fen,
): Missing[] {
  const warnings: Missing[] = []
  const rest = edition.tranches.find((row) => row.no > rule.no && row.share === 'rest')
  const evaluation = rest?.conditions.find((row) => row.condition === 'evaluation-done')
  if (evaluation && leftFen > 0 && amountFen.max === leftFen) {
    warnings.push(missing(null, 'funds.leaves-nothing', evaluation.clause, { max: formatYuan(leftFen) }))
  }
  const duty = edition.obligations.find((row) => row.id === 'disbursement-plan')
  if (duty && facts.plan === null) warnings.push(missing(null, 'funds.no-disbursement-plan', duty.clause))
  return warnings
}

/** The economy bureau names the sum (G4.2); `by` is an account id, and `preparedBy` where another has prepared what they sign. */
export function recommendTranche(
  tranche: Tranche,
  given: {
    readonly gate: TrancheGate
    readonly amountFen: Fen
    readonly recommendation: string
    readonly by: string
    readonly preparedBy?: string | null
  },
): Tranche | Refusal {
  const state = nextState(trancheLifecycle, tranche.state, 'recommend')
  if (!state) return refusedStep(tranche, 'recommend', given.gate.clause)
  const { gate, amountFen, by, preparedBy = null } = given
  const recommendation = given.recommendation.trim()
  const no = allRefusals(checkGate(tranche, gate, amountFen), checkPlan(gate, amountFen, recommendation))
  return no ?? { ...tranche, state, amountFen, recommendedBy: by, recommendationPreparedBy: preparedBy, recommendation }
}

/** Before the release, by the bureau that recommended; what is announced under it is taken down first. */
export function withdrawRecommendation(
  tranche: Tranche,
  given: { readonly gate: TrancheGate; readonly announced: boolean },
): Tranche | Refusal {
  const state = nextState(trancheLifecycle, tranche.state, 'withdraw')
  if (!state) return refusedStep(tranche, 'withdraw', given.gate.clause)
  if (given.announced) return refuse('funds.withdraw-notice-first', given.gate.noticeClause, { no: tranche.no })
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
    readonly preparedBy?: string | null
  },
): Tranche | Refusal {
  const state = nextState(trancheLifecycle, tranche.state, 'release')
  if (!state || tranche.amountFen === null) return refusedStep(tranche, 'release', given.gate.clause)
  const { gate, voucherFileId, by, preparedBy = null } = given
  const voucherNo = given.voucherNo.trim()
  const no = allRefusals(
    mayRelease(tranche, [by, preparedBy], gate.clause),
    checkGate(tranche, gate, tranche.amountFen),
    ...gate.held.map(asRefusal),
    voucherNo === '' ? refuse('funds.voucher-number-missing', gate.clause, {}, 'voucherNo') : null,
    voucherFileId ? null : refuse('funds.voucher-file-missing', gate.clause, {}, 'voucherFileId'),
  )
  return no ?? { ...tranche, state, releasedBy: by, releasePreparedBy: preparedBy, voucherNo, voucherFileId }
}

/** Whoever recommended a tranche, or prepared its recommendation, has no hand in its release (G4.2, H2). */
function mayRelease(tranche: Tranche, hands: readonly (string | null)[], clause: Clause): Refusal | null {
  const { recommendedBy, recommendationPreparedBy } = tranche
  const both = hands.some((by) => by !== null && (by === recommendedBy || by === recommendationPreparedBy))
  return both ? refuse('funds.same-person', clause) : null
}

/** The park says that the money is there. */
export function confirmReceipt(
  tranche: Tranche,
  given: { readonly gate: TrancheGate; readonly by: string },
): Tranche | Refusal {
  const state = nextState(trancheLifecycle, tranche.state, 'confirm-receipt')
  return state
    ? { ...tranche, state, receivedBy: given.by }
    : refusedStep(tranche, 'confirm-receipt', given.gate.clause)
}

/** Every gate that is closed, and what is wrong with the sum. */
function checkGate(tranche: Tranche, gate: TrancheGate, amountFen: Fen): Refusal | null {
  if (gate.no !== tranche.no) throw new Error(`the gate of tranche ${gate.no} was asked about tranche ${tranche.no}`)
  return allRefusals(...gate.missing.map(asRefusal), checkAmount(gate, amountFen))
}

function checkAmount(gate: TrancheGate, amountFen: Fen): Refusal | null {
  if (!isFen(amountFen) || amountFen <= 0) return refuse('common.amount-not-positive', gate.clause, {}, 'amountFen')
  const { min, max } = gate.amountFen
  const nothingLeft = gate.missing.some(({ code }) => code === 'funds.nothing-left')
  if (nothingLeft || (min <= amountFen && amountFen <= max)) return null
  const facts = { amount: formatYuan(amountFen), min: formatYuan(min), max: formatYuan(max) }
  return refuse('funds.amount-out-of-range', gate.clause, facts, 'amountFen')
}

/** Another sum than the county itself planned needs a written reason (G4.1); any that is given says something. */
function checkPlan(
  { planned, planClause, clause }: TrancheGate,
  amountFen: Fen,
  recommendation: string,
): Refusal | null {
  if (!planned || planned.amountFen === amountFen)
    return checkReasonIfGiven(recommendation, clause, { field: 'recommendation' })
  const facts = { planned: formatYuan(planned.amountFen), asked: formatYuan(amountFen) }
  return checkReason(recommendation, 'funds.deviates-from-plan', planClause, { field: 'recommendation', facts })
}

/** Why nothing can be paid now. */
export function closedSentence(no: number, lacking: readonly Missing[]): Text {
  const { zh, en } = listedGaps(lacking)
  return { zh: `第 ${no} 期现在不能拨付：${zh}。`, en: `Tranche ${no} cannot be released now: ${en}.` }
}

function openSentence(no: number, { min, max }: AmountRange, held: readonly Missing[]): Text {
  const [least, most] = [formatYuan(min), formatYuan(max)]
  const sum =
    min === max
      ? { zh: `${most} 元`, en: `${most} yuan` }
      : { zh: `${least} 至 ${most} 元`, en: `${least} to ${most} yuan` }
  if (held.length === 0) {
    return { zh: `第 ${no} 期现在可拨付 ${sum.zh}。`, en: `Tranche ${no} may be released now: ${sum.en}.` }
  }
  const { zh, en } = listedGaps(held)
  return {
    zh: `第 ${no} 期现在可建议拨付 ${sum.zh}；拨付前：${zh}。`,
    en: `Tranche ${no} may be recommended now: ${sum.en}; before it is paid: ${en}.`,
  }
}
