import type { Minute } from '../../shared/dates.ts'
import type { Text } from '../../shared/words.ts'
import type { IncidentGrade, IncidentKind } from './incidents.ts'

// What a report of a network security incident says, to whom and how: 国家网络安全事件报告管理办法, in force since 2025-11-01.

export const reportKinds = {
  first: { zh: '首次报告', en: 'First report' },
  'follow-up': { zh: '续报', en: 'Follow-up' },
  summary: { zh: '总结报告', en: 'Summary' },
} as const satisfies Record<string, Text>
export type ReportKind = keyof typeof reportKinds

export const reportRecipients = {
  cyberspace: { zh: '省级网信部门', en: 'the provincial cyberspace office' },
  protection: { zh: '关键信息基础设施保护工作部门', en: 'the protection department for critical infrastructure' },
  police: { zh: '公安机关', en: 'the public security organ' },
} as const satisfies Record<string, Text>
export type ReportRecipient = keyof typeof reportRecipients
export const reportRecipientList = Object.keys(reportRecipients) as [ReportRecipient, ...ReportRecipient[]]

/** Those opened by the cyberspace offices, and an office's own telephone or desk, which is inferred. */
export const reportChannels = {
  hotline: { zh: '热线 12387', en: 'hotline 12387' },
  site: { zh: '网站 12387.cert.org.cn', en: 'site 12387.cert.org.cn' },
  'mini-programme': { zh: '微信小程序“12387”', en: 'WeChat mini programme 12387' },
  account: { zh: '微信公众号“国家互联网应急中心CNCERT”', en: 'WeChat account of CNCERT' },
  mail: { zh: '邮箱 12387@cert.org.cn', en: 'mail 12387@cert.org.cn' },
  fax: { zh: '传真 010-82992387', en: 'fax 010-82992387' },
  office: { zh: '受理部门办公电话或当面', en: 'telephone or desk of the office' },
} as const satisfies Record<string, Text>
export type ReportChannel = keyof typeof reportChannels
export const reportChannelList = Object.keys(reportChannels) as [ReportChannel, ...ReportChannel[]]

type FieldRow = Text & {
  /** Whether a first report cannot do without it. */
  readonly first: (kind: IncidentKind) => boolean
}
const always = () => true
const later = () => false

/** What a report says, in the order of the rules; what cannot be found out in time is supplied by a follow-up. */
export const reportFields = {
  unit: { zh: '涉事单位和设施的名称、基本情况', en: 'Unit and facility concerned', first: always },
  found: { zh: '发现的时间、地点和事件类型', en: 'Time and place found, kind of incident', first: always },
  impact: { zh: '造成的影响和危害', en: 'Impact and harm caused', first: always },
  measures: { zh: '已采取的措施和效果', en: 'Measures taken and their effect', first: always },
  ransom: {
    zh: '勒索金额、支付方式和日期要求',
    en: 'Ransom: sum, way and date demanded',
    first: (kind) => kind === 'ransomware',
  },
  development: { zh: '发展趋势和可能的进一步危害', en: 'Development and further harm possible', first: later },
  cause: { zh: '初步原因分析', en: 'First analysis of the cause', first: later },
  clues: {
    zh: '溯源线索（可能的攻击者、路径、漏洞）',
    en: 'Clues: possible attacker, path, vulnerability',
    first: later,
  },
  plans: { zh: '下一步措施和请求支援事项', en: 'Further measures and support asked for', first: later },
  scene: { zh: '现场保护情况', en: 'Protection of the scene', first: later },
  other: { zh: '其他情况', en: 'Other matters', first: later },
} as const satisfies Record<string, FieldRow>
export type ReportField = keyof typeof reportFields
export const reportFieldList = Object.keys(reportFields) as [ReportField, ...ReportField[]]

/** What the summary of an incident says, all of it. */
export const summaryFields = {
  cause: { zh: '事件原因', en: 'Cause' },
  measures: { zh: '应急处置措施', en: 'Measures' },
  harm: { zh: '造成的危害', en: 'Harm' },
  responsibility: { zh: '责任认定', en: 'Responsibility' },
  lessons: { zh: '经验教训', en: 'Lessons' },
  rectification: { zh: '整改情况', en: 'What was put right' },
} as const satisfies Record<string, Text>
export type SummaryField = keyof typeof summaryFields
export const summaryFieldList = Object.keys(summaryFields) as [SummaryField, ...SummaryField[]]

export type ReportContent = Readonly<Partial<Record<ReportField, string>>>
export type SummaryContent = Readonly<Partial<Record<SummaryField, string>>>

/** The label of a field of that kind of report. */
export function reportFieldName(kind: ReportKind, field: string): Text {
  const names: Readonly<Record<string, Text>> = kind === 'summary' ? summaryFields : reportFields
  return names[field] ?? { zh: field, en: field }
}

/** Who is owed a first report: nobody of an ordinary incident. */
export function recipientsOwed(grade: IncidentGrade, critical: boolean): readonly ReportRecipient[] {
  if (grade === 'ordinary') return []
  return critical ? ['protection', 'police'] : ['cyberspace']
}

/** A report that stands, as the rules look at it. */
export type StandingReport = { readonly kind: ReportKind; readonly to: ReportRecipient; readonly reportedAt: Minute }

/** Those who are still owed their first report. */
export function stillOwed(
  grade: IncidentGrade,
  critical: boolean,
  reports: readonly Pick<StandingReport, 'kind' | 'to'>[],
): ReportRecipient[] {
  return recipientsOwed(grade, critical).filter(
    (to) => !reports.some((report) => report.kind === 'first' && report.to === to),
  )
}
