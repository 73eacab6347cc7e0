import type { Refusal } from '../../shared/refusal.ts'
import { listed, type Text } from '../../shared/words.ts'
import { both, refuse } from '../guide/refuse.ts'
import { type Post, postList, posts, seatNames } from './posts.ts'
import { supervisionPermissions } from './supervision-permissions.ts'

export {
  type Bureau,
  bureauNames,
  bureauOf,
  bureauOfSeat,
  isPost,
  type Post,
  postList,
  posts,
  type Seat,
  seatNames,
  seatOf,
  seats,
  type UnitKind,
} from './posts.ts'

const manager: readonly Post[] = ['park-manager']
const servicePosts: readonly Post[] = ['park-manager', 'service-officer']
const fundPosts: readonly Post[] = ['park-manager', 'fund-officer']
const park: readonly Post[] = ['park-manager', 'service-officer', 'fund-officer']
const economy: readonly Post[] = ['economy-officer', 'economy-leader']
const finance: readonly Post[] = ['finance-officer', 'finance-leader']
const provinceEconomy: readonly Post[] = ['province-economy', 'province-economy-leader']
const provinceFinance: readonly Post[] = ['province-finance', 'province-finance-leader']
const province: readonly Post[] = [...provinceEconomy, ...provinceFinance]
const countyBureaus: readonly Post[] = [...economy, ...finance]
const economies: readonly Post[] = [...economy, ...provinceEconomy]
const finances: readonly Post[] = [...finance, ...provinceFinance]
const leaders = postList.filter((post) => post.endsWith('-leader'))
const authorities: readonly Post[] = [...countyBureaus, ...province]
const overseers: readonly Post[] = [...park, ...authorities]
const auditors: readonly Post[] = ['economy-leader', 'finance-leader', ...province, 'system-admin']
const filers: readonly Post[] = [...overseers, 'enterprise-contact']
const everybody: readonly Post[] = postList

type PermissionRow = Text & { readonly posts: readonly Post[] }

/** Who may do what. `signed-in` is any account; `public` needs none. */
export const permissions = {
  public: { zh: '公开访问', en: 'open to the public', posts: everybody },
  'signed-in': { zh: '登录使用', en: 'use when signed in', posts: everybody },
  'pilot.admit': { zh: '登记试点园区', en: 'admit a pilot park', posts: provinceEconomy },
  'batch.view': { zh: '查看批次', en: 'view the batches', posts: [...province, 'system-admin'] },
  'pilot.view': { zh: '查看试点', en: 'view a pilot', posts: overseers },
  'filing.view': { zh: '查看报送材料', en: 'view filings', posts: overseers },
  'filing.edit': { zh: '编制报送材料', en: 'write a filing', posts: overseers },
  'filing.submit': { zh: '报送材料', en: 'submit a filing', posts: overseers },
  'filing.give-opinion': { zh: '出具审核意见', en: 'give a review opinion', posts: authorities },
  'signing.view': { zh: '查看签发要求', en: 'view what is signed by a second person', posts: authorities },
  'act.sign': { zh: '签发、退回拟定内容', en: 'sign or send back what was prepared', posts: authorities },
  'signing.require': { zh: '设定本部门事项须负责人签发', en: 'have its acts signed by its leader', posts: leaders },
  'filing.record': { zh: '备案', en: 'record a filing', posts: province },
  'filing.reopen': { zh: '重新开放材料', en: 'open a filing again', posts: authorities },
  'tranche.recommend': { zh: '提出拨付建议', en: 'recommend a tranche', posts: economy },
  'tranche.release': { zh: '拨付资金', en: 'release a tranche', posts: finance },
  'tranche.judge': { zh: '判断服务开展情况', en: 'judge whether services are under way', posts: countyBureaus },
  'tranche.file': { zh: '登记省平台备案号', en: 'record a provincial filing number', posts: economy },
  'notice.publish': { zh: '发布与撤回公示', en: 'publish and withdraw a notice', posts: economy },
  'notice.answer': { zh: '答复公示异议', en: 'answer an objection', posts: countyBureaus },
  'notice.view': { zh: '查看公示与异议', en: 'view notices and objections', posts: authorities },
  'tranche.confirm-receipt': { zh: '确认到账', en: 'confirm receipt of a tranche', posts: fundPosts },
  'funds.view': { zh: '查看资金', en: 'view the funds', posts: overseers },
  'payee.set': { zh: '登记收款账户', en: 'name the account that is paid to', posts: fundPosts },
  'funds.reverse': { zh: '冲正账目', en: 'reverse a ledger entry', posts: ['park-manager', ...finance] },
  'measure.view': { zh: '查看处理措施', en: 'view measures', posts: overseers },
  'measure.decide': { zh: '作出处理措施', en: 'decide a measure', posts: economies },
  'measure.confirm': { zh: '确认、冲正处理措施', en: 'confirm or reverse a measure', posts: finances },
  'measure.withdraw': { zh: '撤回处理措施', en: 'withdraw a measure', posts: authorities },
  'measure.receive': { zh: '登记缴回资金', en: 'record money paid back', posts: finances },
  'measure.reissue': { zh: '登记再安排', en: 'record a re-issue', posts: provinceFinance },
  'diagnosis.record': { zh: '登记企业诊断', en: 'record a diagnosis', posts: servicePosts },
  'register.record': { zh: '登记企业成果', en: 'keep a register', posts: [...servicePosts, 'enterprise-contact'] },
  'practice.submit': { zh: '提交机制与经验文件', en: 'hand in a lasting practice', posts: servicePosts },
  'practice.decide': { zh: '采纳机制与经验文件', en: 'adopt a lasting practice', posts: economy },
  'standing.open': { zh: '开展常态化服务', en: 'go on serving without a pilot', posts: [...manager, ...economy] },
  'standing.change': { zh: '更新常态化服务清单', en: 'change its lists', posts: [...servicePosts, ...economy] },
  'close-out.propose': { zh: '提出结项', en: 'propose to close a pilot', posts: economy },
  'close-out.confirm': { zh: '确认结项', en: 'confirm a close-out', posts: finance },
  'close-out.record': { zh: '结项备案', en: 'record a close-out', posts: province },
  'close-out.end': { zh: '退回或撤回结项', en: 'send or take back a close-out', posts: authorities },
  'archive.view': { zh: '下载归档包', en: 'download the archive of a pilot', posts: authorities },
  'service.order': { zh: '登记需求与选定', en: 'order a service', posts: servicePosts },
  'service.contract': { zh: '签订合同', en: 'sign a contract', posts: servicePosts },
  'service.visit': { zh: '登记服务过程', en: 'record a visit', posts: servicePosts },
  'service.deliver': { zh: '登记服务成果', en: 'record a delivery', posts: servicePosts },
  'service.confirm': { zh: '确认服务', en: 'confirm a service', posts: ['enterprise-contact'] },
  'contact.set': { zh: '登记企业联系人', en: 'name a contact', posts: [...economy, 'enterprise-contact'] },
  'confirmation.slip': { zh: '打印企业确认单', en: 'print a confirmation slip', posts: economy },
  'service.invoice': { zh: '登记发票', en: 'record an invoice', posts: park },
  'service.view': { zh: '查看服务', en: 'view services', posts: [...overseers, 'enterprise-contact'] },
  'payment.prepare': { zh: '编制付款', en: 'prepare a payment', posts: fundPosts },
  'payment.approve': { zh: '批准付款', en: 'approve a payment', posts: manager },
  'payment.reverse': { zh: '登记付款退回或更正', en: 'record the return of a payment or correct it', posts: fundPosts },
  'payment.record-receipt': { zh: '登记银行回单', en: 'record a bank receipt', posts: fundPosts },
  'table.view': { zh: '查看汇总表', en: 'view merged tables', posts: authorities },
  'consultation.view': { zh: '查看会商纪要', en: 'view consultations', posts: overseers },
  'consultation.record': { zh: '登记会商纪要', en: 'record a consultation', posts: authorities },
  'consultation.answer': { zh: '办结议定事项', en: 'carry out a decision', posts: overseers },
  'liaison.view': { zh: '查看联络员', en: 'view liaison officers', posts: overseers },
  'province.view': { zh: '查看全省', en: 'view the province', posts: province },
  'calendar.view': { zh: '查看报送日历', en: 'view the calendar', posts: overseers },
  'rules.view': { zh: '查看条款规则', en: 'view the rules of the clauses', posts: [...province, 'system-admin'] },
  'rest-day.view': { zh: '查看放假安排', en: 'view the rest days', posts: [...overseers, 'system-admin'] },
  'rest-day.announce': { zh: '登记放假安排', en: 'enter the rest days of a year', posts: ['system-admin'] },
  'exception.grant': { zh: '登记逾期例外', en: 'grant an exception', posts: ['economy-leader', ...provinceEconomy] },
  'exception.view': { zh: '查看逾期例外', en: 'view exceptions', posts: overseers },
  'inbox.view': { zh: '查看待办', en: 'view the inbox', posts: everybody },
  'unit.view': { zh: '查看单位', en: 'view units', posts: everybody },
  'account.manage': { zh: '管理账号', en: 'manage accounts', posts: ['system-admin'] },
  'file.check': { zh: '查看文件完整性', en: 'view damaged files', posts: ['system-admin'] },
  'file.upload': { zh: '上传文件', en: 'upload a file', posts: [...filers, 'expert', 'system-admin'] },
  'file.view': { zh: '查看文件', en: 'view a file', posts: filers },
  'paper.view': { zh: '下载正式文本', en: 'download official papers', posts: overseers },
  'evaluation.view': { zh: '查看绩效评价', en: 'view an evaluation', posts: [...overseers, 'expert'] },
  'evaluations.view': { zh: '对比评价结果', en: 'compare results of evaluations', posts: authorities },
  'evaluation.hold': { zh: '组织绩效评价', en: 'hold an evaluation', posts: [...economy, ...provinceEconomy] },
  'evaluation.publish': { zh: '公示评价结果', en: 'publish results', posts: [...economy, ...provinceEconomy] },
  'evaluation.advise': { zh: '出具县级评价意见', en: 'give an opinion of the county', posts: countyBureaus },
  'evaluation.self': { zh: '填写自评', en: 'write a self-evaluation', posts: park },
  'evaluation.answer-for-park': { zh: '提交自评、提出异议', en: 'answer an evaluation for the park', posts: manager },
  'evaluation.score': { zh: '专家评分', en: 'score as an expert', posts: ['expert'] },
  'finding.view': { zh: '查看疑点', en: 'view findings', posts: overseers },
  'personal.unmask': { zh: '查看完整个人信息', en: 'see personal data whole', posts: authorities },
  'audit.view': { zh: '查看操作记录', en: 'view the audit trail', posts: auditors },
  ...supervisionPermissions,
} as const satisfies Record<string, PermissionRow>

export type Permission = keyof typeof permissions
export const permissionList = Object.keys(permissions) as Permission[]

export function isPermission(text: string): text is Permission {
  return Object.hasOwn(permissions, text)
}

export function permits(post: Post, permission: Permission): boolean {
  const allowed: readonly Post[] = permissions[permission].posts
  return allowed.includes(post)
}

/** A scope (`33/3304/330421/<park>/`) holds itself and everything below; it ends in `/`, so that `…/p1/` never holds `…/p10/`. */
export function inScope(holder: string, resource: string): boolean {
  return holder.endsWith('/') && resource.startsWith(holder)
}

/** Whether a person may do something to a thing: by post, then by subtree. */
export function decide(
  actor: { readonly post: Post; readonly scope: string },
  permission: Permission,
  resource: { readonly scope: string },
): Refusal | null {
  const no = whyNotPermitted(actor.post, permission)
  return no ?? (inScope(actor.scope, resource.scope) ? null : refuse('common.outside-scope', null))
}

/** The posts of one office, and what all of them together are called. */
const offices: readonly (Text & { readonly posts: readonly Post[]; readonly always?: true })[] = [
  { zh: '园区各岗位', en: 'every post of the park', posts: park },
  { ...seatNames['county-economy'], posts: economy },
  { ...seatNames['county-finance'], posts: finance },
  // A department's own post bears its name already.
  { ...seatNames['province-economy'], posts: provinceEconomy, always: true },
  { ...seatNames['province-finance'], posts: provinceFinance, always: true },
]
const mostNamed = 3

/** Posts in words: one after the other, or where they are many by offices, so that a reader knows whom to turn to. */
export function namesOf(of: readonly Post[]): Text {
  const whole = offices
    .filter(({ always }) => always ?? of.length > mostNamed)
    .filter((office) => office.posts.every((post) => of.includes(post)))
  return listed([...new Set(of.map((post) => whole.find((office) => office.posts.includes(post)) ?? posts[post]))])
}

/** Who may do it, in words. */
export function whoMay(permission: Permission): Text {
  return namesOf(permissions[permission].posts)
}

/** Why a post may not do something and who may, for a disabled button too; null when it may. */
export function whyNotPermitted(post: Post, permission: Permission): Refusal | null {
  if (permits(post, permission)) return null
  return refuse('common.not-permitted', null, {
    ...both('post', posts[post]),
    ...both('permission', permissions[permission]),
    ...both('who', whoMay(permission)),
  })
}
