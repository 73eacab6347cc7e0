import { type Fen, formatYuan, isFen } from '../shared/money.ts'
import type { Refusal } from '../shared/refusal.ts'
import type { Text } from '../shared/words.ts'
import type { Edition } from './edition.ts'
import { type Lifecycle, nextState, notInState } from './lifecycle.ts'
import { refuse } from './refuse.ts'
import { type AmountRange, amountRange } from './tranche-amounts.ts'
import { type Missing, missing, type TrancheFacts, unmet } from './tranche-conditions.ts'

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

/** `warnings` do not close the gate. `sentence` says in one breath what may be released, or why nothing. */
export type TrancheGate = {
  readonly no: number
  readonly open: boolean
  readonly amountFen: AmountRange
  readonly missing: readonly Missing[]
  readonly warnings: readonly Missing[]
  readonly sentence: Text
}

/** Whether a tranche may be released now, how much of it, and everything that is still missing (G4.2, G5.3). */
export function trancheGate(edition: Edition, no: number, facts: TrancheFacts): TrancheGate {
  const rule = edition.tranches.find((row) => row.no === no)
  if (!rule) throw new Error(`edition ${edition.id} has no tranche ${no}`)
  const lacking = rule.conditions.flatMap(({ condition, clause }) => unmet(edition, condition, clause, facts) ?? [])
  const left = Math.max(0, facts.awardFen - facts.releasedFen)
  if (left === 0) lacking.push(missing(null, 'funds.nothing-left', rule.clause))
  const amountFen = amountRange(edition, rule, { ...facts, grade: facts.evaluation?.grade ?? null })
  const restFollows = edition.tranches.some((row) => row.no > no && row.share === 'rest')
  const mayTakeAll = restFollows && left > 0 && amountFen.max === left
  const warnings = mayTakeAll ? [missing(null, 'funds.leaves-nothing', 'G5.3', { max: formatYuan(left) })] : []
  const sentence = lacking.length > 0 ? closedSentence(no, lacking) : openSentence(no, amountFen)
  return { no, open: lacking.length === 0, amountFen, missing: lacking, warnings, sentence }
}

/** The economy bureau names the sum (G4.2); `by` is an account id. */
export function recommendTranche(
  tranche: Tranche,
  given: {
    readonly gate: TrancheGate
    readonly amountFen: Fen
    readonly recommendation: string
    readonly by: string
  },
): Tranche | Refusal {
  const state = nextState(trancheLifecycle, tranche.state, 'recommend')
  if (!state) return refused(tranche, 'recommend')
  const { gate, amountFen, by } = given
  const no = checkAmount(tranche, gate, amountFen)
  return no ?? { ...tranche, state, amountFen, recommendedBy: by, recommendation: given.recommendation.trim() }
}

/** Before the release, by the bureau that recommended. */
export function withdrawRecommendation(tranche: Tranche): Tranche | Refusal {
  const state = nextState(trancheLifecycle, tranche.state, 'withdraw')
  return state ? { ...newTranche(tranche.no), state } : refused(tranche, 'withdraw')
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
  const no = mayRelease(tranche, given.by) ?? checkAmount(tranche, given.gate, tranche.amountFen)
  if (no) return no
  const voucherNo = given.voucherNo.trim()
  if (voucherNo === '') return refuse('funds.voucher-number-missing', 'G4.2', {}, 'voucherNo')
  if (!given.voucherFileId) return refuse('funds.voucher-file-missing', 'G4.2', {}, 'voucherFileId')
  return { ...tranche, state, releasedBy: given.by, voucherNo, voucherFileId: given.voucherFileId }
}

/** Whoever recommended a tranche does not release it (G4.2). */
export function mayRelease(tranche: Tranche, by: string): Refusal | null {
  return tranche.recommendedBy === by ? refuse('funds.same-person', 'G4.2') : null
}

/** The park says that the money is there. */
export function confirmReceipt(tranche: Tranche, given: { readonly by: string }): Tranche | Refusal {
  const state = nextState(trancheLifecycle, tranche.state, 'confirm-receipt')
  return state ? { ...tranche, state, receivedBy: given.by } : refused(tranche, 'confirm-receipt')
}

function checkAmount(tranche: Tranche, gate: TrancheGate, amountFen: Fen): Refusal | null {
  if (gate.no !== tranche.no) throw new Error(`the gate of tranche ${gate.no} was asked about tranche ${tranche.no}`)
  const [first] = gate.missing
  if (first) return refuse(first.code, first.clause, first.facts)
  if (!isFen(amountFen) || amountFen <= 0) return refuse('common.amount-not-positive', 'G4.2', {}, 'amountFen')
  const { min, max } = gate.amountFen
  if (min <= amountFen && amountFen <= max) return null
  const facts = { amount: formatYuan(amountFen), min: formatYuan(min), max: formatYuan(max) }
  return refuse('funds.amount-out-of-range', 'G4.2', facts, 'amountFen')
}

function closedSentence(no: number, lacking: readonly Missing[]): Text {
  const zh = lacking.map(({ text, clause }) => `${text.zh.replace(/。$/, '')}（${clause}）`).join('；')
  const inside = (text: string) => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '')
  const en = lacking.map(({ text, clause }) => `${inside(text.en)} (${clause})`).join('; ')
  return { zh: `第 ${no} 期现在不能拨付：${zh}。`, en: `Tranche ${no} cannot be released now: ${en}.` }
}

function openSentence(no: number, { min, max }: AmountRange): Text {
  const most = formatYuan(max)
  if (min === max) {
    return { zh: `第 ${no} 期现在可拨付 ${most} 元。`, en: `Tranche ${no} may be released now: ${most} yuan.` }
  }
  const least = formatYuan(min)
  return {
    zh: `第 ${no} 期现在可拨付 ${least} 至 ${most} 元。`,
    en: `Tranche ${no} may be released now: ${least} to ${most} yuan.`,
  }
}

function refused(tranche: Tranche, action: TrancheAction): Refusal {
  return notInState(trancheStateNames[tranche.state], actionNames[action], 'G4.2')
}
