import type { Text } from '../shared/words.ts'
import type { Clause } from './clauses.ts'
import type { ObligationId } from './edition-rules.ts'
import type { FilingState } from './filing.ts'
import type { PaymentState } from './payment.ts'
import type { ReturnState } from './returns.ts'
import type { Bureau, Post } from './roles.ts'
import type { ServiceState } from './service.ts'
import type { TrancheState } from './tranches.ts'

/** A thing that can wait for somebody. `spoken`: bureaus that have given their opinion; `gateOpen`: the tranche may be released. */
export type Thing =
  | { readonly subject: 'plan'; readonly state: FilingState; readonly spoken: readonly Bureau[] }
  | { readonly subject: 'tranche'; readonly state: TrancheState; readonly gateOpen: boolean }
  | {
      readonly subject: 'service'
      readonly state: ServiceState
      readonly owed: boolean
      readonly payment: PaymentState | null
    }
  | { readonly subject: 'payment'; readonly state: PaymentState }
  | { readonly subject: 'return'; readonly state: ReturnState }
  | { readonly subject: 'enterprise'; readonly state: 'undiagnosed' | 'diagnosed' }

export type Subject = Thing['subject']

/** When a task is due: an obligation's day, so many days after the thing came into its state, or never. */
export type TaskDue =
  | { readonly by: 'obligation'; readonly obligation: ObligationId }
  | { readonly by: 'days'; readonly days: number }
  | null

export type TaskRow = Text & {
  readonly id: string
  readonly subject: Subject
  readonly state: Thing['state']
  readonly posts: readonly Post[]
  readonly due: TaskDue
  readonly clause: Clause
  /** Further condition on the thing. */
  readonly when?: (thing: Thing) => boolean
}

const days = (count: number): TaskDue => ({ by: 'days', days: count })
const obligation = (id: ObligationId): TaskDue => ({ by: 'obligation', obligation: id })
const service: readonly Post[] = ['service-officer']
const economy: readonly Post[] = ['economy-officer']
const finance: readonly Post[] = ['finance-officer']

const silent = (bureau: Bureau) => (thing: Thing) => thing.subject === 'plan' && !thing.spoken.includes(bureau)
const gateOpen = (thing: Thing) => thing.subject === 'tranche' && thing.gateOpen
const owed = (thing: Thing) => thing.subject === 'service' && thing.owed
const free = (thing: Thing) => thing.subject === 'service' && !thing.owed
const unprepared = (thing: Thing) =>
  thing.subject === 'service' && (thing.payment === null || thing.payment === 'cancelled')

/** Which post must act on which thing in which state; the inbox is this table asked about everything in one's scope. Days inferred. */
export const taskRows: readonly TaskRow[] = [
  {
    id: 'plan.write',
    subject: 'plan',
    state: 'draft',
    posts: ['park-manager'],
    due: obligation('service-plan'),
    clause: 'G3.1',
    zh: '编制并提交方案',
    en: 'Write and submit the plan',
  },
  {
    id: 'plan.amend',
    subject: 'plan',
    state: 'returned',
    posts: ['park-manager'],
    due: days(5),
    clause: 'G3.1',
    zh: '修改被退回的方案',
    en: 'Amend the returned plan',
  },
  {
    id: 'plan.review-economy',
    subject: 'plan',
    state: 'submitted',
    posts: economy,
    due: days(5),
    clause: 'G3.1',
    when: silent('economy'),
    zh: '审核方案(经信)',
    en: 'Review the plan (economy)',
  },
  {
    id: 'plan.review-finance',
    subject: 'plan',
    state: 'submitted',
    posts: finance,
    due: days(5),
    clause: 'G3.1',
    when: silent('finance'),
    zh: '审核方案(财政)',
    en: 'Review the plan (finance)',
  },
  {
    id: 'tranche.recommend',
    subject: 'tranche',
    state: 'waiting',
    posts: economy,
    due: days(10),
    clause: 'G4.2',
    when: gateOpen,
    zh: '提出拨付建议',
    en: 'Recommend the tranche',
  },
  {
    id: 'tranche.release',
    subject: 'tranche',
    state: 'recommended',
    posts: finance,
    due: days(10),
    clause: 'G4.2',
    zh: '拨付资金',
    en: 'Release the tranche',
  },
  {
    id: 'tranche.confirm',
    subject: 'tranche',
    state: 'released',
    posts: ['fund-officer'],
    due: days(5),
    clause: 'G4.2',
    zh: '确认资金到账',
    en: 'Confirm that the money arrived',
  },
  {
    id: 'enterprise.diagnose',
    subject: 'enterprise',
    state: 'undiagnosed',
    posts: service,
    due: days(60),
    clause: 'G1.3',
    zh: '完成企业诊断',
    en: 'Diagnose the enterprise',
  },
  {
    id: 'service.select',
    subject: 'service',
    state: 'needed',
    posts: service,
    due: days(15),
    clause: 'G3.3',
    zh: '比选服务产品',
    en: 'Choose a product',
  },
  {
    id: 'service.contract',
    subject: 'service',
    state: 'selected',
    posts: service,
    due: days(15),
    clause: 'G3.3',
    zh: '签订服务合同',
    en: 'Sign the contract',
  },
  {
    id: 'service.start',
    subject: 'service',
    state: 'contracted',
    posts: service,
    due: days(30),
    clause: 'G3.4',
    zh: '开始服务并登记过程',
    en: 'Begin the service and record the visit',
  },
  {
    id: 'service.deliver',
    subject: 'service',
    state: 'under-way',
    posts: service,
    due: days(90),
    clause: 'G3.4',
    zh: '登记服务成果',
    en: 'Record the delivery',
  },
  {
    id: 'service.confirm',
    subject: 'service',
    state: 'delivered',
    posts: ['enterprise-contact'],
    due: days(7),
    clause: 'G3.4',
    zh: '确认服务并评价',
    en: 'Confirm and rate the service',
  },
  {
    id: 'service.resolve',
    subject: 'service',
    state: 'disputed',
    posts: service,
    due: days(7),
    clause: 'G3.4',
    zh: '处理企业异议',
    en: 'Answer the dispute',
  },
  {
    id: 'service.invoice',
    subject: 'service',
    state: 'confirmed',
    posts: ['fund-officer'],
    due: days(15),
    clause: 'G3.4',
    when: owed,
    zh: '登记发票',
    en: 'Record the invoice',
  },
  {
    id: 'service.file',
    subject: 'service',
    state: 'confirmed',
    posts: service,
    due: days(15),
    clause: 'G3.4',
    when: free,
    zh: '归档服务',
    en: 'Close the service',
  },
  {
    id: 'service.pay',
    subject: 'service',
    state: 'invoiced',
    posts: ['fund-officer'],
    due: days(15),
    clause: 'G3.6',
    when: unprepared,
    zh: '编制付款',
    en: 'Prepare the payment',
  },
  {
    id: 'service.close',
    subject: 'service',
    state: 'paid',
    posts: service,
    due: days(15),
    clause: 'G3.4',
    zh: '归档服务',
    en: 'Close the service',
  },
  {
    id: 'payment.approve',
    subject: 'payment',
    state: 'prepared',
    posts: ['park-manager'],
    due: days(5),
    clause: 'G3.6',
    zh: '批准付款',
    en: 'Approve the payment',
  },
  {
    id: 'payment.receipt',
    subject: 'payment',
    state: 'approved',
    posts: ['fund-officer'],
    due: days(5),
    clause: 'G3.6',
    zh: '支付并登记银行回单',
    en: 'Pay and record the bank receipt',
  },
  {
    id: 'return.submit',
    subject: 'return',
    state: 'open',
    posts: ['park-manager'],
    due: obligation('quarterly-return'),
    clause: 'G3.5',
    zh: '说明并报送季报',
    en: 'Explain and submit the return',
  },
  {
    id: 'return.accept',
    subject: 'return',
    state: 'submitted',
    posts: economy,
    due: days(10),
    clause: 'G3.5',
    zh: '核定季报',
    en: 'Accept the return',
  },
]

/** Who must do what about a thing now. */
export function tasksOn(thing: Thing): TaskRow[] {
  return taskRows.filter(
    (row) => row.subject === thing.subject && row.state === thing.state && (row.when?.(thing) ?? true),
  )
}

/** The tasks of one post about a thing. */
export function tasksOf(post: Post, thing: Thing): TaskRow[] {
  return tasksOn(thing).filter((row) => row.posts.includes(post))
}
