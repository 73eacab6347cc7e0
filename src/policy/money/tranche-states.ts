import type { Fen } from '../../shared/money.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import { type Lifecycle, notInState } from '../lifecycle.ts'

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

/**
 * One instalment. Amounts in fen, null before the recommendation; `…By` are account ids, `…PreparedBy` those of who prepared
 * what the other signed, null where it was one person's.
 */
export type Tranche = {
  readonly no: number
  readonly state: TrancheState
  readonly amountFen: Fen | null
  readonly recommendedBy: string | null
  readonly recommendationPreparedBy: string | null
  readonly recommendation: string
  readonly releasedBy: string | null
  readonly releasePreparedBy: string | null
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
    recommendationPreparedBy: null,
    recommendation: '',
    releasedBy: null,
    releasePreparedBy: null,
    voucherNo: null,
    voucherFileId: null,
    receivedBy: null,
  }
}

/** In which the money has left the county. */
export const statesOut: readonly TrancheState[] = ['released', 'received']

/** Whether the money has left the county. */
export function isOut({ state }: Pick<Tranche, 'state'>): boolean {
  return statesOut.includes(state)
}

/** The refusal of a step that the tranche's state does not know, by the clause of its row in the edition. */
export function refusedStep(tranche: Pick<Tranche, 'state'>, action: TrancheAction, clause: Clause): Refusal {
  return notInState(trancheStateNames[tranche.state], actionNames[action], clause)
}

/** What can be done with a tranche, its notice and its filing number; which of them its state offers says the view. */
export const trancheActions = [
  'recommend',
  'withdraw',
  'judge',
  'publish',
  'take-down',
  'release',
  'confirm-receipt',
  'file',
  'correct-filing',
] as const
