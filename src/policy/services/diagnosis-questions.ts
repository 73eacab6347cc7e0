import type { Text } from '../../shared/words.ts'
import type { ServiceKind } from '../records/service-kinds.ts'

type ProblemRow = Text & { readonly kinds: readonly ServiceKind[] }

/** What can be wrong in an enterprise, and the tailored services that help. */
export const problems = {
  'weak-management': { zh: '管理制度不健全', en: 'Management rules are weak', kinds: ['management-upgrade'] },
  'unclear-accounts': { zh: '财务不规范', en: 'Accounts are not in order', kinds: ['management-upgrade', 'financing'] },
  'no-certification': {
    zh: '客户要求的体系认证缺失',
    en: 'A management-system certificate that customers ask for is missing',
    kinds: ['system-certification'],
  },
  'unprotected-ideas': {
    zh: '技术成果未获知识产权保护',
    en: 'Results are not protected',
    kinds: ['intellectual-property'],
  },
  'short-of-skills': { zh: '关键岗位人才短缺', en: 'Key posts cannot be filled', kinds: ['talent'] },
  'short-of-money': { zh: '融资难、融资贵', en: 'Financing is hard to get or dear', kinds: ['financing'] },
  'technical-bottleneck': {
    zh: '存在自身难以突破的技术瓶颈',
    en: 'A technical bottleneck that it cannot solve alone',
    kinds: ['research-matching'],
  },
  'no-own-research': {
    zh: '研发投入不足',
    en: 'Too little research',
    kinds: ['research-matching', 'intellectual-property'],
  },
  'few-customers': { zh: '客户单一、订单不稳', en: 'Few customers, unsteady orders', kinds: ['supply-chain'] },
  'fragile-supply': { zh: '上游供应不稳', en: 'Supplies are not secure', kinds: ['supply-chain'] },
  'paper-based': { zh: '生产经营主要靠纸面和人工', en: 'Runs mainly on paper', kinds: ['digital-transformation'] },
  'isolated-systems': {
    zh: '信息系统彼此不通',
    en: 'Its systems do not talk to each other',
    kinds: ['digital-transformation'],
  },
  'no-standards': { zh: '产品没有执行标准', en: 'Products follow no standard', kinds: ['standardisation'] },
} as const satisfies Record<string, ProblemRow>

export type ProblemId = keyof typeof problems

type Option = Text & { readonly id: string; readonly problems: readonly ProblemId[] }
export type Question = Text & { readonly id: string; readonly options: readonly Option[] }

function option(id: string, zh: string, en: string, ...found: ProblemId[]): Option {
  return { id, zh, en, problems: found }
}

/** The questionnaire of the full diagnosis (G1.3); one answer to each. */
export const questions: readonly Question[] = [
  {
    id: 'management',
    zh: '企业的管理制度如何？',
    en: 'How is the enterprise managed?',
    options: [
      option('written', '制度齐全并执行', 'By written rules that are followed'),
      option('partly', '有制度但执行不到位', 'By rules that are not always followed', 'weak-management'),
      option('owner', '主要靠负责人口头安排', 'By word of the owner', 'weak-management'),
    ],
  },
  {
    id: 'accounts',
    zh: '财务核算情况如何？',
    en: 'How are the accounts kept?',
    options: [
      option('audited', '规范核算并经审计', 'Properly, and audited'),
      option('kept', '规范核算，未审计', 'Properly, not audited'),
      option('outside', '代理记账或不完整', 'By an outside bookkeeper, or incompletely', 'unclear-accounts'),
    ],
  },
  {
    id: 'certification',
    zh: '客户或市场要求的体系认证是否具备？',
    en: 'Does it hold the certificates that its market asks for?',
    options: [
      option('held', '已具备', 'Yes'),
      option('none-needed', '暂无要求', 'None is asked for'),
      option('missing', '有要求但未取得', 'Asked for, but not held', 'no-certification'),
    ],
  },
  {
    id: 'protection',
    zh: '技术成果的知识产权情况如何？',
    en: 'How are its technical results protected?',
    options: [
      option('protected', '已有授权专利或软著', 'By granted patents or registered software'),
      option('none', '没有自有技术成果', 'There are none'),
      option('open', '有成果但未申请', 'Not at all, though there are some', 'unprotected-ideas'),
    ],
  },
  {
    id: 'people',
    zh: '关键岗位的人才是否够用？',
    en: 'Are the key posts filled?',
    options: [
      option('enough', '够用', 'Yes'),
      option('some-open', '部分岗位长期招不到人', 'Some stay open for long', 'short-of-skills'),
      option('many-open', '明显短缺，影响生产', 'Too few people; production suffers', 'short-of-skills'),
    ],
  },
  {
    id: 'money',
    zh: '资金是否满足发展需要？',
    en: 'Does it have the money it needs to grow?',
    options: [
      option('enough', '满足', 'Yes'),
      option('dear', '可以融到，但成本高', 'It can borrow, but at a high price', 'short-of-money'),
      option('refused', '缺少抵押，难以融到', 'It cannot borrow for want of security', 'short-of-money'),
    ],
  },
  {
    id: 'technology',
    zh: '技术研发情况如何？',
    en: 'How does it develop its technology?',
    options: [
      option('own', '有研发团队，进展顺利', 'With its own team, going well'),
      option('stuck', '有团队，遇到瓶颈', 'With its own team, stuck', 'technical-bottleneck'),
      option('none', '基本没有研发', 'Hardly at all', 'no-own-research'),
    ],
  },
  {
    id: 'market',
    zh: '客户与供应情况如何？',
    en: 'How secure are its customers and supplies?',
    options: [
      option('steady', '稳定', 'Both are steady'),
      option('few-customers', '客户集中，订单波动大', 'It depends on a few customers', 'few-customers'),
      option('supply', '关键原料或部件供应不稳', 'A key material or part is not secure', 'fragile-supply'),
      option('both', '两者都不稳', 'Neither is', 'few-customers', 'fragile-supply'),
    ],
  },
  {
    id: 'digital',
    zh: '数字化程度如何？',
    en: 'How digital is it?',
    options: [
      option('connected', '主要环节已联通', 'The main steps are connected'),
      option('islands', '有系统但互不相通', 'There are systems, unconnected', 'isolated-systems'),
      option('paper', '主要靠纸面和表格', 'Mostly paper and spreadsheets', 'paper-based'),
    ],
  },
  {
    id: 'standards',
    zh: '产品执行什么标准？',
    en: 'Which standard do its products follow?',
    options: [
      option('own', '参与制定或有自我声明的企业标准', 'One it helped to write, or its own declared one'),
      option('public', '执行国家或行业标准', 'A national or industry standard'),
      option('none', '没有明确的执行标准', 'None in particular', 'no-standards'),
    ],
  },
]
