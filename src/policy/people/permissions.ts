import type { Text } from '../../shared/words.ts'
import { type Post, postList } from './posts.ts'

const manager: readonly Post[] = ['park-manager']
const servicePosts: readonly Post[] = ['park-manager', 'service-officer']
const fundPosts: readonly Post[] = ['park-manager', 'fund-officer']
export const park: readonly Post[] = ['park-manager', 'service-officer', 'fund-officer']
export const economy: readonly Post[] = ['economy-officer', 'economy-leader']
export const finance: readonly Post[] = ['finance-officer', 'finance-leader']
export const provinceEconomy: readonly Post[] = ['province-economy', 'province-economy-leader']
export const provinceFinance: readonly Post[] = ['province-finance', 'province-finance-leader']
const province: readonly Post[] = [...provinceEconomy, ...provinceFinance]
const countyBureaus: readonly Post[] = [...economy, ...finance]
const economies: readonly Post[] = [...economy, ...provinceEconomy]
const finances: readonly Post[] = [...finance, ...provinceFinance]
const leaders = postList.filter((post) => post.endsWith('-leader'))
const authorities: readonly Post[] = [...countyBureaus, ...province]
const overseers: readonly Post[] = [...park, ...authorities]
const auditors: readonly Post[] = ['economy-leader', 'finance-leader', ...province, 'audit-admin']
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
  'account.manage': { zh: '管理单位、准备账号', en: 'keep units and prepare accounts', posts: ['system-admin'] },
  'account.view': { zh: '查看账号', en: 'view accounts', posts: ['system-admin', 'security-admin'] },
  'account.close': { zh: '审批、停用账号', en: 'approve and close accounts', posts: ['security-admin'] },
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
  'incident.view': { zh: '查看安全事件', en: 'view security incidents', posts: [...province, 'security-admin'] },
  'incident.handle': { zh: '处置安全事件', en: 'deal with security incidents', posts: ['security-admin'] },
  'sampling.view': { zh: '查看抽样计划', en: 'view sampling plans', posts: authorities },
  'sampling.plan': { zh: '编制抽样计划、抽取样本', en: 'plan and draw a sample', posts: economy },
  'sampling.approve': { zh: '批准或撤回抽样计划', en: 'approve or withdraw a sampling plan', posts: countyBureaus },
} as const satisfies Record<string, PermissionRow>

export type Permission = keyof typeof permissions
