import type { Text } from '../../shared/words.ts'
import { type FilingWorkItem, filingTasks } from '../filings/filing-tasks.ts'
import type { Clause } from '../guide/clauses.ts'
import { isStanding } from '../money/payment.ts'
import { bureaus } from '../money/tranche-judgments.ts'
import { type Bureau, type Post, permits, postList, seats } from '../people/roles.ts'
import { type SignedAct, signedActList, signedActs } from '../people/signed-acts.ts'
import { signerOf } from '../people/two-persons.ts'
import { isAmong, worded } from './bureau-acts.ts'
import { measureTasks } from './measure-tasks.ts'
import type { TaskDue } from './task-due.ts'
import type { Subject, WorkItem } from './work-item.ts'

export { type Subject, subjectNames, subjects, type WorkItem } from './work-item.ts'

export type TaskRow = Text & {
  readonly id: string
  readonly subject: Subject
  readonly state: WorkItem['state']
  readonly posts: readonly Post[]
  readonly due: TaskDue
  /** Null for what no programme's document asks for. */
  readonly clause: Clause | null
  /** The dialog on the item's page that does it; without one the page alone is opened. */
  readonly act?: string
  /** Further condition on the item. */
  readonly when?: (item: WorkItem) => boolean
  /** What the edition and the kind of filing name: the posts, the clause, the day, the title. */
  readonly of?: (item: FilingWorkItem) => Pick<TaskRow, 'posts' | 'clause' | 'due' | 'zh' | 'en'>
}

const days = (count: number): TaskDue => ({ by: 'days', days: count })
const manager: readonly Post[] = ['park-manager']
const service: readonly Post[] = ['service-officer']
const funds: readonly Post[] = ['fund-officer']
const economy: readonly Post[] = ['economy-officer']
const finance: readonly Post[] = ['finance-officer']
const recorders: readonly Post[] = ['province-economy', 'province-finance']
const signers = [...new Set(seats.map(signerOf))]
const decisionPosts = postList.filter((post) => permits(post, 'consultation.answer'))
const evaluators = postList.filter((post) => permits(post, 'evaluation.hold'))
const security: readonly Post[] = ['security-admin']
const own: TaskDue = { by: 'own' }

const isPrepared = (item: WorkItem, act: SignedAct, bureau: Bureau) =>
  item.subject === 'tranche' && isAmong(item.prepared, { act, bureau })
const toJudge = (bureau: Bureau) => (item: WorkItem) =>
  item.subject === 'tranche' && (item.toJudge?.includes(bureau) ?? false) && !isPrepared(item, 'judgment', bureau)
const noticeDue = (item: WorkItem) => item.subject === 'tranche' && (item.noticeDue ?? false)
const payable = (item: WorkItem) => item.subject === 'tranche' && !item.held && !isPrepared(item, 'release', 'finance')
const gateOpen = (item: WorkItem) =>
  item.subject === 'tranche' && item.gateOpen && !isPrepared(item, 'recommendation', 'economy')
const owed = (item: WorkItem) => item.subject === 'service' && item.owed
const free = (item: WorkItem) => item.subject === 'service' && !item.owed
const unreported = (item: WorkItem) => item.subject === 'incident' && item.owed
const reported = (item: WorkItem) => item.subject === 'incident' && !item.owed
const unapproved = (bureau: Bureau) => (item: WorkItem) =>
  item.subject === 'sampling' && !item.approved.includes(bureau)
const unprepared = (item: WorkItem) =>
  item.subject === 'service' && (item.payment === null || !isStanding(item.payment))

const acts: Readonly<Record<string, string>> = {
  'service.select': 'select',
  'service.contract': 'contract',
  'service.start': 'visit',
  'service.deliver': 'deliver',
  'service.resolve': 'resume',
  'service.invoice': 'record-invoice',
  'service.pay': 'prepare-payment',
}

type TaskTuple = readonly [
  id: string,
  state: WorkItem['state'],
  posts: readonly Post[],
  due: TaskDue,
  zh: string,
  en: string,
  when?: (item: WorkItem) => boolean,
]

function tasksAbout(subject: Subject, clause: Clause | null, rows: readonly TaskTuple[]): TaskRow[] {
  return rows.map(([id, state, posts, due, zh, en, when]) => ({
    id,
    subject,
    state,
    posts,
    due,
    clause,
    zh,
    en,
    ...(acts[id] ? { act: acts[id] } : {}),
    ...(when ? { when } : {}),
  }))
}

function judging(bureau: Bureau): TaskTuple {
  const [zh, en] = ['判断服务是否实际开展', 'Judge whether services are under way']
  return [`tranche.judge-${bureau}`, 'waiting', { economy, finance }[bureau], days(10), zh, en, toJudge(bureau)]
}

function approving(bureau: Bureau): TaskTuple {
  const [zh, en] = ['批准抽样计划', 'Approve the sampling plan']
  return [`sampling.approve-${bureau}`, 'proposed', { economy, finance }[bureau], days(5), zh, en, unapproved(bureau)]
}

function signing(act: SignedAct): TaskTuple {
  const { zh, en } = signedActs[act]
  const asked = (item: WorkItem) => item.subject === 'signature' && item.act === act
  return [`signature.${act}`, 'prepared', signers, days(5), `签发${zh}`, `Sign the ${en}`, asked]
}

/** Which post must act on which item in which state; the inbox is this table asked about everything in one's scope. Days inferred. */
export const taskRows: readonly TaskRow[] = [
  ...filingTasks,
  ...tasksAbout('tranche', 'G4.2', [
    ['tranche.recommend', 'waiting', economy, days(10), '提出拨付建议', 'Recommend the tranche', gateOpen],
    ...bureaus.map(judging),
    ['notice.publish', 'recommended', economy, days(3), '发布拨付前公示', 'Publish the notice', noticeDue],
    ['tranche.release', 'recommended', finance, days(10), '拨付资金', 'Release the tranche', payable],
    ['tranche.confirm', 'released', funds, days(5), '确认资金到账', 'Confirm that the money arrived'],
  ]),
  ...tasksAbout('signature', 'G4.2', signedActList.map(signing)),
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
    ['service.resolve', 'disputed', service, days(7), '处理企业异议，继续服务', 'Answer the dispute and resume'],
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
  ...tasksAbout('practice', 'G3.4', [
    ['practice.decide', 'submitted', economy, days(20), '采纳或退回机制与经验文件', 'Adopt or send back the document'],
  ]),
  ...tasksAbout('evaluation', 'G5.3', [
    ['evaluation.self', 'self', manager, own, '完成自评并提交', 'Hand in the self-evaluation'],
    ['evaluation.score', 'scoring', evaluators, days(15), '评定得分并告知结果', 'Score and tell the result'],
    ['evaluation.advise', 'opinion', [...economy, ...finance], own, '出具县级意见', 'Give the opinion of the county'],
    ['evaluation.expert', 'seat', ['expert'], own, '专家评分', 'Score as an expert'],
    ['evaluation.hear', 'told', manager, own, '确认拟定结果或提出异议', 'Agree to the draft result or object'],
    ['evaluation.answer', 'objected', evaluators, days(5), '答复异议', 'Answer the objection'],
    ['evaluation.rectify', 'to-rectify', manager, days(30), '整改并提交报告', 'Put it right and report'],
    ['evaluation.check', 'rectified', evaluators, days(10), '认定整改', 'Check the rectification'],
    ['evaluation.publish', 'to-publish', evaluators, days(5), '公示评价结果', 'Publish the results'],
  ]),
  ...tasksAbout('measure', 'G5.3', measureTasks),
  ...tasksAbout('close-out', 'G5.3', [
    ['close-out.propose', 'due', economy, days(30), '办理试点结项', 'Propose to close the pilot'],
    ['close-out.confirm', 'proposed', finance, days(10), '确认试点结项', 'Confirm the close-out'],
    ['close-out.record', 'confirmed', recorders, days(10), '试点结项备案', 'Record the close-out'],
  ]),
  ...tasksAbout('decision', 'G5.1', [
    ['decision.complete', 'open', decisionPosts, own, '办理会商议定事项', 'Carry out what was decided'],
  ]),
  ...tasksAbout('sampling', 'G5.2', [
    ...bureaus.map(approving),
    ['sampling.draw', 'approved', economy, days(10), '抽取样本', 'Draw the sample'],
  ]),
  ...tasksAbout('incident', null, [
    ['incident.assess', 'noticed', security, own, '研判安全事件', 'Assess the security incident'],
    ['incident.report', 'assessed', security, own, '报告安全事件', 'Report the security incident', unreported],
    ['incident.end', 'assessed', security, null, '处置安全事件', 'End the security incident', reported],
    ['incident.sum-up', 'ended', security, own, '总结安全事件', 'Sum up the security incident'],
  ]),
  ...tasksAbout('account', null, [
    ['account.approve', 'prepared', security, days(3), '审批账号', 'Approve the account'],
  ]),
]

/** Posts that a consultation may make responsible, that sign, or that hold an evaluation; the item names those that do. */
function responsible(row: TaskRow, item: WorkItem): TaskRow {
  if (item.subject === 'evaluation') {
    const named = row.posts.some((post) => evaluators.includes(post))
    const posts = named ? row.posts.filter((post) => item.posts.includes(post)) : row.posts
    return { ...row, posts }
  }
  return item.subject === 'decision' || item.subject === 'signature'
    ? { ...row, posts: row.posts.filter((post) => post === item.post) }
    : row
}

/** The clause by the number that it bears in the edition of the item, where the item knows one. */
function citedFor(row: TaskRow, item: WorkItem): Clause | null {
  if (item.subject === 'tranche') return row.id === 'notice.publish' ? item.noticeClause : item.clause
  return 'clause' in item ? item.clause : row.clause
}

/** Who must do what about an item now. */
export function tasksOn(item: WorkItem): TaskRow[] {
  return (bySubject.get(item.subject) ?? [])
    .filter((row) => row.state === item.state && (row.when?.(item) ?? true))
    .map((row) => ({ ...row, clause: citedFor(row, item) }))
    .map((row) => (row.of && item.subject === 'filing' ? { ...row, ...row.of(item) } : row))
    .map((row) => responsible(row, item))
    .map((row) => (item.subject === 'tranche' ? worded(row, item.byTwo) : row))
    .filter((row) => row.posts.length > 0)
}

const bySubject = Map.groupBy(taskRows, ({ subject }) => subject)

/** The tasks of one post about an item. */
export function tasksOf(post: Post, item: WorkItem): TaskRow[] {
  return tasksOn(item).filter((row) => row.posts.includes(post))
}
