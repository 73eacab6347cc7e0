import type { Day } from '../../shared/dates.ts'
import type { Fen } from '../../shared/money.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import { type Lifecycle, nextState, notInState } from '../lifecycle.ts'
import type { Permission } from '../people/roles.ts'
import type { ServiceKind } from '../records/service-kinds.ts'

export type ServiceState =
  | 'needed'
  | 'selected'
  | 'contracted'
  | 'under-way'
  | 'delivered'
  | 'confirmed'
  | 'disputed'
  | 'invoiced'
  | 'paid'
  | 'closed'
  | 'cancelled'

export type ServiceAction =
  | 'select'
  | 'contract'
  | 'visit'
  | 'deliver'
  | 'confirm'
  | 'dispute'
  | 'resume'
  | 'invoice'
  | 'void-invoice'
  | 'pay'
  | 'reverse-payment'
  | 'close'
  | 'cancel'

/** `candidates`: the products compared. `fewReason`: why fewer than two unrelated agencies were asked. */
export type Selection = {
  readonly productId: string
  readonly agencyUscc: string
  readonly candidates: readonly string[]
  readonly reason: string
  readonly fewReason: string
  readonly on: Day
  readonly by: string
}

/** Price = provincial + park's + enterprise's share, in fen. */
export type Contract = {
  readonly number: string
  readonly signedOn: Day
  readonly priceFen: Fen
  readonly provincialFen: Fen
  readonly parkFen: Fen
  readonly enterpriseFen: Fen
  readonly fundLineId: string | null
  readonly fileId: string
}

export type Visit = {
  readonly id: string
  readonly on: Day
  readonly place: string
  readonly content: string
  readonly by: string
}
/** `remedy`: what was put right after a dispute; empty without one. */
export type Delivery = {
  readonly on: Day
  readonly summary: string
  readonly remedy: string
  readonly by: string
}

/** The enterprise's word; `rating` 1 (poor) to 5 (very good), null in a dispute. */
export type Confirmation = {
  readonly verdict: 'confirm' | 'dispute'
  readonly rating: number | null
  readonly comment: string
  readonly on: Day
  readonly by: string
}

/** What the enterprise last said against a delivery, kept after the service went on; null when it never did. */
export type Dispute = { readonly comment: string; readonly on: Day }

/**
 * `code` only on paper (10 or 12 digits, with a number of 8); a fully digital invoice has a number of 20 digits, which stands
 * in `digitalNumber` when the invoice has a code, too, and is empty otherwise.
 */
export type Invoice = {
  readonly code: string
  readonly number: string
  readonly digitalNumber: string
  readonly sellerUscc: string
  readonly sellerName: string
  readonly buyerUscc: string
  readonly issuedOn: Day
  readonly sumFen: Fen
}

/** One tailored service from the need to the file. */
export type Service = {
  readonly id: string
  readonly kind: ServiceKind
  readonly enterpriseId: string
  readonly state: ServiceState
  readonly diagnosisId: string
  readonly need: string
  readonly openedOn: Day
  readonly openedBy: string
  readonly selection: Selection | null
  readonly contract: Contract | null
  readonly visits: readonly Visit[]
  readonly delivery: Delivery | null
  readonly confirmation: Confirmation | null
  readonly lastDispute: Dispute | null
  /** Those that stand; one that was voided is none of them. */
  readonly invoices: readonly Invoice[]
  readonly cancelReason: string
}

type Transition = Text & {
  readonly action: ServiceAction
  readonly from: readonly ServiceState[]
  readonly to: ServiceState
  readonly permission: Permission
  readonly clause: Clause
}

function transition(
  action: ServiceAction,
  from: readonly ServiceState[],
  to: ServiceState,
  permission: Permission,
  clause: Clause,
  name: Text,
): Transition {
  return { action, from, to, permission, clause, ...name }
}

const t = (zh: string, en: string): Text => ({ zh, en })
const beforeDelivery: readonly ServiceState[] = ['needed', 'selected', 'contracted', 'under-way', 'disputed']

/** Every step of a service: who may take it, from where to where, by which clause. */
export const serviceTransitions: readonly Transition[] = [
  transition('select', ['needed'], 'selected', 'service.order', 'G3.3', t('选定产品', 'choose a product')),
  transition('contract', ['selected'], 'contracted', 'service.contract', 'G3.3', t('签订合同', 'sign the contract')),
  transition(
    'visit',
    ['contracted', 'under-way'],
    'under-way',
    'service.visit',
    'G3.4',
    t('登记过程', 'record a visit'),
  ),
  transition('deliver', ['under-way'], 'delivered', 'service.deliver', 'G3.4', t('登记成果', 'record the delivery')),
  transition('confirm', ['delivered'], 'confirmed', 'service.confirm', 'G3.4', t('确认', 'confirm it')),
  transition('dispute', ['delivered'], 'disputed', 'service.confirm', 'G3.4', t('提出异议', 'dispute it')),
  transition('resume', ['disputed'], 'under-way', 'service.visit', 'G3.4', t('继续服务', 'resume it')),
  transition(
    'invoice',
    // A further invoice may come after the first has been paid.
    ['confirmed', 'invoiced', 'paid'],
    'invoiced',
    'service.invoice',
    'G3.4',
    t('登记发票', 'invoice it'),
  ),
  // Back to where no invoice stands; with others left it is invoiced or paid as they say.
  transition(
    'void-invoice',
    ['invoiced', 'paid'],
    'confirmed',
    'service.invoice',
    'G3.4',
    t('作废发票', 'void an invoice'),
  ),
  transition('pay', ['invoiced'], 'paid', 'payment.record-receipt', 'G3.6', t('付清', 'settle it')),
  transition(
    'reverse-payment',
    ['invoiced', 'paid', 'closed'],
    'invoiced',
    'payment.reverse',
    'G3.6',
    t('冲正付款', 'reverse a payment of it'),
  ),
  transition('close', ['paid', 'confirmed'], 'closed', 'service.deliver', 'G3.4', t('归档', 'close it')),
  transition('cancel', beforeDelivery, 'cancelled', 'service.order', 'G3.2', t('取消', 'cancel it')),
]

export const serviceStateNames: Readonly<Record<ServiceState, Text>> = {
  needed: { zh: '待选定', en: 'needed' },
  selected: { zh: '已选定', en: 'selected' },
  contracted: { zh: '已签约', en: 'contracted' },
  'under-way': { zh: '服务中', en: 'under way' },
  delivered: { zh: '待确认', en: 'delivered' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  disputed: { zh: '有异议', en: 'disputed' },
  invoiced: { zh: '已开票', en: 'invoiced' },
  paid: { zh: '已付款', en: 'paid' },
  closed: { zh: '已归档', en: 'closed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
}

export const serviceStates = Object.keys(serviceStateNames) as ServiceState[]

export const serviceLifecycle = Object.fromEntries(
  serviceStates.map((state) => [
    state,
    Object.fromEntries(serviceTransitions.filter((row) => row.from.includes(state)).map((row) => [row.action, row.to])),
  ]),
) as Lifecycle<ServiceState, ServiceAction>

export function transitionOf(action: ServiceAction): Transition {
  const row = serviceTransitions.find((transition) => transition.action === action)
  if (!row) throw new Error(`no transition ${action}`)
  return row
}

/** The state after an action, or the refusal that names the present state. */
export function step(service: Service, action: ServiceAction): ServiceState | Refusal {
  const to = nextState(serviceLifecycle, service.state, action)
  if (to) return to
  const row = transitionOf(action)
  return notInState(serviceStateNames[service.state], row, row.clause)
}
