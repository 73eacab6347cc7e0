import { addDays, type Day } from '../shared/dates.ts'
import type { Cadence } from '../shared/periods.ts'
import type { Text } from '../shared/words.ts'
import { anyCadence, cadenceWords } from './cadence-words.ts'
import type { Clause } from './clauses.ts'
import type { DecisionState } from './consultations.ts'
import { dueDay, type Edition } from './edition.ts'
import type { ObligationId } from './edition-rules.ts'
import type { FilingState } from './filing.ts'
import { type FilingThing, filingTasks } from './filing-tasks.ts'
import type { PaymentState } from './payment.ts'
import type { ReturnState } from './returns.ts'
import { type Bureau, type Post, postList } from './roles.ts'
import type { ServiceState } from './service.ts'
import type { TrancheState } from './tranche-states.ts'

/** A thing that can wait for somebody. `spoken`: bureaus that have given their opinion; `gateOpen`: the tranche may be released. */
export type Thing =
  | FilingThing
  | { readonly subject: 'plan'; readonly state: FilingState; readonly spoken: readonly Bureau[] }
  | {
      readonly subject: 'tranche'
      readonly state: TrancheState
      readonly gateOpen: boolean
      /** Something holds the payment back: a notice that runs, an objection. */
      readonly held?: boolean
      /** Bureaus whose judgment is all that the gate still lacks. */
      readonly toJudge?: readonly Bureau[]
      readonly noticeDue?: boolean
    }
  | { readonly subject: 'objection'; readonly state: 'open' | 'answered' }
  | { readonly subject: 'disbursement'; readonly state: 'unfiled' | 'filed' }
  | {
      readonly subject: 'service'
      readonly state: ServiceState
      readonly owed: boolean
      readonly payment: PaymentState | null
    }
  | { readonly subject: 'payment'; readonly state: PaymentState }
  | {
      readonly subject: 'return'
      readonly state: ReturnState
      readonly cadence?: Cadence
      /** Who takes it on record once it is accepted. */
      readonly records?: readonly Post[]
    }
  /** A decision of a consultation; `post`: who is responsible. */
  | { readonly subject: 'decision'; readonly state: DecisionState; readonly post: Post }
  | { readonly subject: 'enterprise'; readonly state: 'undiagnosed' | 'diagnosed' }

export type Subject = Thing['subject']

/** When a task is due: an obligation's day, the thing's own, so many days after it came into its state, or never. */
export type TaskDue =
  | { readonly by: 'own' }
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
  /** Where the edition names the posts and the clause for each form. */
  readonly of?: (thing: FilingThing) => { readonly posts: readonly Post[]; readonly clause: Clause }
}

const days = (count: number): TaskDue => ({ by: 'days', days: count })
const obligation = (id: ObligationId): TaskDue => ({ by: 'obligation', obligation: id })
const manager: readonly Post[] = ['park-manager']
const service: readonly Post[] = ['service-officer']
const funds: readonly Post[] = ['fund-officer']
const economy: readonly Post[] = ['economy-officer']
const finance: readonly Post[] = ['finance-officer']
const decisionPosts = postList.filter((post) => post !== 'enterprise-contact' && post !== 'system-admin')

const silent = (bureau: Bureau) => (thing: Thing) => thing.subject === 'plan' && !thing.spoken.includes(bureau)
const toJudge = (bureau: Bureau) => (thing: Thing) =>
  thing.subject === 'tranche' && (thing.toJudge?.includes(bureau) ?? false)
const noticeDue = (thing: Thing) => thing.subject === 'tranche' && (thing.noticeDue ?? false)
const payable = (thing: Thing) => thing.subject === 'tranche' && !thing.held
const gateOpen = (thing: Thing) => thing.subject === 'tranche' && thing.gateOpen
const owed = (thing: Thing) => thing.subject === 'service' && thing.owed
const free = (thing: Thing) => thing.subject === 'service' && !thing.owed
const recorded = (thing: Thing) => thing.subject === 'return' && (thing.records?.includes('province-economy') ?? false)
const unprepared = (thing: Thing) =>
  thing.subject === 'service' && (thing.payment === null || thing.payment === 'cancelled')

type TaskTuple = readonly [
  id: string,
  state: Thing['state'],
  posts: readonly Post[],
  due: TaskDue,
  zh: string,
  en: string,
  when?: (thing: Thing) => boolean,
]

function tasksAbout(subject: Subject, clause: Clause, rows: readonly TaskTuple[]): TaskRow[] {
  return rows.map(([id, state, posts, due, zh, en, when]) => ({
    id,
    subject,
    state,
    posts,
    due,
    clause,
    zh,
    en,
    ...(when ? { when } : {}),
  }))
}

/** Which post must act on which thing in which state; the inbox is this table asked about everything in one's scope. Days inferred. */
export const taskRows: readonly TaskRow[] = [
  ...filingTasks,
  ...tasksAbout('plan', 'G3.1', [
    ['plan.write', 'draft', manager, obligation('plan'), '编制并提交方案', 'Write and submit the plan'],
    ['plan.amend', 'returned', manager, days(5), '修改被退回的方案', 'Amend the returned plan'],
    ['plan.review-economy', 'submitted', economy, days(5), '审核方案', 'Review the plan', silent('economy')],
    ['plan.review-finance', 'submitted', finance, days(5), '审核方案', 'Review the plan', silent('finance')],
  ]),
  ...tasksAbout('tranche', 'G4.2', [
    ['tranche.recommend', 'waiting', economy, days(10), '提出拨付建议', 'Recommend the tranche', gateOpen],
    [
      'tranche.judge-economy',
      'waiting',
      economy,
      days(10),
      '判断服务是否实际开展',
      'Judge whether services are under way',
      toJudge('economy'),
    ],
    [
      'tranche.judge-finance',
      'waiting',
      finance,
      days(10),
      '判断服务是否实际开展',
      'Judge whether services are under way',
      toJudge('finance'),
    ],
    ['notice.publish', 'recommended', economy, days(3), '发布拨付前公示', 'Publish the notice', noticeDue],
    ['tranche.release', 'recommended', finance, days(10), '拨付资金', 'Release the tranche', payable],
    ['tranche.confirm', 'released', funds, days(5), '确认资金到账', 'Confirm that the money arrived'],
  ]),
  ...tasksAbout('objection', 'G4.2', [
    ['objection.answer', 'open', [...economy, ...finance], days(5), '答复公示异议', 'Answer the objection'],
  ]),
  ...tasksAbout('disbursement', 'G4.3', [
    ['disbursement.file', 'unfiled', economy, days(10), '登记省平台备案号', 'Record the provincial filing number'],
  ]),
  ...tasksAbout('enterprise', 'G1.3', [
    ['enterprise.diagnose', 'undiagnosed', service, days(60), '完成企业诊断', 'Diagnose the enterprise'],
  ]),
  ...tasksAbout('service', 'G3.3', [
    ['service.select', 'needed', service, days(15), '比选服务产品', 'Choose a product'],
    ['service.contract', 'selected', service, days(15), '签订服务合同', 'Sign the contract'],
  ]),
  ...tasksAbout('service', 'G3.4', [
    ['service.start', 'contracted', service, days(30), '开始服务并登记过程', 'Begin the service and record the visit'],
    ['service.deliver', 'under-way', service, days(90), '登记服务成果', 'Record the delivery'],
    ['service.confirm', 'delivered', ['enterprise-contact'], days(7), '确认服务并评价', 'Confirm and rate the service'],
    ['service.resolve', 'disputed', service, days(7), '处理企业异议', 'Answer the dispute'],
    ['service.invoice', 'confirmed', funds, days(15), '登记发票', 'Record the invoice', owed],
    ['service.file', 'confirmed', service, days(15), '归档服务', 'Close the service', free],
    ['service.close', 'paid', service, days(15), '归档服务', 'Close the service'],
  ]),
  ...tasksAbout('service', 'G3.6', [
    ['service.pay', 'invoiced', funds, days(15), '编制付款', 'Prepare the payment', unprepared],
  ]),
  ...tasksAbout('payment', 'G3.6', [
    ['payment.approve', 'prepared', manager, days(5), '批准付款', 'Approve the payment'],
    ['payment.receipt', 'approved', funds, days(5), '支付并登记银行回单', 'Pay and record the bank receipt'],
  ]),
  ...tasksAbout('decision', 'G5.1', [
    ['decision.complete', 'open', decisionPosts, { by: 'own' }, '办理会商议定事项', 'Carry out what was decided'],
  ]),
  ...tasksAbout('return', 'G3.5', [
    [
      'return.submit',
      'open',
      manager,
      obligation('target-table'),
      '说明并报送定期报表',
      'Explain and submit the return',
    ],
    ['return.accept', 'submitted', economy, days(10), '核定定期报表', 'Accept the return'],
    [
      'return.record',
      'accepted',
      ['province-economy'],
      days(10),
      '备案定期报表',
      'Take the return on record',
      recorded,
    ],
  ]),
]

/** Posts that a consultation may make responsible; the thing names the one that is. */
function responsible(row: TaskRow, thing: Thing): TaskRow {
  return thing.subject === 'decision' ? { ...row, posts: row.posts.filter((post) => post === thing.post) } : row
}

/** Who must do what about a thing now. */
export function tasksOn(thing: Thing): TaskRow[] {
  return taskRows
    .filter((row) => row.subject === thing.subject && row.state === thing.state && (row.when?.(thing) ?? true))
    .map((row) => (row.of && thing.subject === 'filing' ? { ...row, ...row.of(thing) } : row))
    .map((row) => responsible(row, thing))
    .filter((row) => row.posts.length > 0)
}

/** What a task is called; a return by the name that its cadence gives it. */
export function taskTitle(row: TaskRow, thing: Thing): Text {
  if (thing.subject !== 'return' || !thing.cadence) return { zh: row.zh, en: row.en }
  const name = cadenceWords[thing.cadence].return
  return {
    zh: row.zh.replace(anyCadence.return.zh, name.zh),
    en: row.en.replace(`the ${anyCadence.return.en}`, `the ${name.en}`),
  }
}

/** The tasks of one post about a thing. */
export function tasksOf(post: Post, thing: Thing): TaskRow[] {
  return tasksOn(thing).filter((row) => row.posts.includes(post))
}

/** The day a task is due: its obligation's (`period` where it recurs), or so many days after `since`; null for the thing's own. */
export function taskDueDay(
  row: Pick<TaskRow, 'due'>,
  given: { readonly edition: Edition; readonly firstYear: number; readonly since: Day; readonly period?: string },
): Day | null {
  const { due } = row
  if (due === null || due.by === 'own') return null
  if (due.by === 'days') return addDays(given.since, due.days)
  return dueDay(given.edition, given.firstYear, due.obligation, given.period)
}
