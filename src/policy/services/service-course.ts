import type { Day } from '../../shared/dates.ts'
import type { Text } from '../../shared/words.ts'
import type { Permission } from '../people/roles.ts'
import { type Service, type ServiceAction, serviceLifecycle } from './service.ts'
import { owedByPark } from './service-steps.ts'

export type CourseStep =
  | 'need'
  | 'selection'
  | 'signing'
  | 'visits'
  | 'delivery'
  | 'answer'
  | 'invoice'
  | 'payment'
  | 'closing'

/** `permission`: whose step it is. `action`: what moves the service on from here. */
type CourseRow = Text & {
  readonly step: CourseStep
  readonly action: ServiceAction | null
  readonly permission: Permission
}

/** The course of a tailored service, in order. */
export const courseRows: readonly CourseRow[] = [
  { step: 'need', action: null, permission: 'service.order', zh: '诊断与需求', en: 'Diagnosis and need' },
  { step: 'selection', action: 'select', permission: 'service.order', zh: '比选产品', en: 'Choice of product' },
  { step: 'signing', action: 'contract', permission: 'service.contract', zh: '签订合同', en: 'Contract' },
  { step: 'visits', action: 'visit', permission: 'service.visit', zh: '服务过程', en: 'Visits' },
  { step: 'delivery', action: 'deliver', permission: 'service.deliver', zh: '服务成果', en: 'Delivery' },
  { step: 'answer', action: 'confirm', permission: 'service.confirm', zh: '企业确认', en: 'Confirmation' },
  { step: 'invoice', action: 'invoice', permission: 'service.invoice', zh: '发票', en: 'Invoice' },
  { step: 'payment', action: 'pay', permission: 'payment.record-receipt', zh: '付款', en: 'Payment' },
  { step: 'closing', action: 'close', permission: 'service.deliver', zh: '归档', en: 'Closing' },
]

/** `skipped`: not needed, because the park owes nothing. */
export type CourseState = 'done' | 'next' | 'later' | 'skipped' | 'stopped'

export type Course = { readonly step: CourseStep; readonly state: CourseState; readonly on: Day | null }

/** Where a service stands: what is done and since when, what comes next, what comes later. */
export function courseOf(service: Service): Course[] {
  const owed = service.contract === null || owedByPark(service) > 0
  let open = true
  return courseRows.map(({ step, action }) => {
    const { done, on } = reached(service, step)
    if (done) return { step, state: 'done', on }
    if (service.state === 'cancelled') return { step, state: 'stopped', on: null }
    if (!owed && (step === 'invoice' || step === 'payment')) return { step, state: 'skipped', on: null }
    const possible = action !== null && serviceLifecycle[service.state][action] !== undefined
    const next = open && (possible || (step === 'answer' && service.state === 'disputed'))
    open = false
    return { step, state: next ? 'next' : 'later', on: null }
  })
}

function reached(service: Service, step: CourseStep): { done: boolean; on: Day | null } {
  const is = (...states: Service['state'][]) => states.includes(service.state)
  switch (step) {
    case 'need':
      return { done: true, on: service.openedOn }
    case 'selection':
      return { done: service.selection !== null, on: service.selection?.on ?? null }
    case 'signing':
      return { done: service.contract !== null, on: service.contract?.signedOn ?? null }
    case 'visits':
      return { done: service.visits.length > 0, on: service.visits.at(-1)?.on ?? null }
    case 'delivery':
      return { done: service.delivery !== null, on: service.delivery?.on ?? null }
    case 'answer':
      return { done: service.confirmation?.verdict === 'confirm', on: service.confirmation?.on ?? null }
    case 'invoice':
      return { done: service.invoices.length > 0, on: service.invoices.at(-1)?.issuedOn ?? null }
    case 'payment':
      return { done: is('paid') || (is('closed') && service.invoices.length > 0), on: null }
    case 'closing':
      return { done: is('closed'), on: null }
  }
}
