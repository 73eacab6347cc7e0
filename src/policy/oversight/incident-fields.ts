import type { Text } from '../../shared/words.ts'
import { describedFields } from '../guide/described-fields.ts'

/** What is asked about an incident, on the forms and in what is said of them. */
export const incidentFields = {
  noticedAt: { zh: '发现时间', en: 'Noticed at' },
  what: { zh: '发现的情况', en: 'What you noticed' },
  place: { zh: '发现位置', en: 'Where' },
  occurredAt: { zh: '发生时间', en: 'Happened at' },
  kind: { zh: '事件类型', en: 'Kind' },
  persons: { zh: '涉及个人信息（人）', en: 'Persons concerned' },
  loss: { zh: '直接经济损失（元）', en: 'Direct loss (CNY)' },
  minutesUnreachable: { zh: '整体中断（分钟）', en: 'Unreachable (minutes)' },
  minutesImpaired: { zh: '主要功能故障（分钟）', en: 'Main function failed (minutes)' },
  critical: { zh: '涉及关键信息基础设施', en: 'Critical infrastructure' },
  grade: { zh: '等级', en: 'Grade' },
  gradeReason: { zh: '定级理由', en: 'Reason for the grade' },
  reportKind: { zh: '报告种类', en: 'Kind of report' },
  recipient: { zh: '报告对象', en: 'Reported to' },
  channel: { zh: '报告渠道', en: 'Channel' },
  reportedAt: { zh: '报告时间', en: 'Reported at' },
  lateReason: { zh: '逾期理由', en: 'Why it was late' },
  endedAt: { zh: '处置结束时间', en: 'Ended at' },
  handling: describedFields.handling,
  contacts: { zh: '联系清单', en: 'Contact list' },
  role: { zh: '职责', en: 'Role' },
  office: { zh: '单位或科室', en: 'Unit or office' },
  phone: { zh: '办公电话', en: 'Office telephone' },
  from: { zh: '起', en: 'From' },
  to: { zh: '止', en: 'To' },
} as const satisfies Record<string, Text>
