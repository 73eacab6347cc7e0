import { describedFields } from '../../../policy/guide/described-fields.ts'
import { incidentFields } from '../../../policy/oversight/incident-fields.ts'
import type { Words } from '../../../shared/words.ts'

/** Security incidents: what was noticed, how grave it is, who was told, what became of it. */
export const words = {
  ...incidentFields,
  title: { zh: '安全事件', en: 'Security incidents' },
  notice: { zh: '报告安全事件', en: 'Tell of a security incident' },
  noticeNote: {
    zh: '账号被他人使用、数据外泄或被改、系统打不开等，请立即报告，不必先查清。系统管理员随即研判，处理结果在事件页面查看。',
    en: 'An account used by somebody else, data leaked or altered, a system that does not open: tell at once, without finding out more first. The administrator assesses it; what becomes of it stands on its page.',
  },
  noticePhone: {
    zh: '情况紧急或系统无法使用时，请直接致电本单位或省级系统管理部门。',
    en: 'If it is urgent, or the product does not work, call your unit or the provincial operator.',
  },
  placeHint: { zh: '页面、功能、设备或办公地点', en: 'The page, function, device or office' },
  send: { zh: '报告', en: 'Tell' },
  sent: { zh: '已报告，系统管理员已收到', en: 'The administrator has it' },
  subtitle: {
    zh: '较大以上事件须按时限报告：关键信息基础设施 1 小时，其他 4 小时；处置结束后 30 日内总结。',
    en: 'Incidents from the second grade on are reported: critical infrastructure within 1 hour, others within 4; summed up within 30 days of their end.',
  },
  ownSubtitle: { zh: '您报告的安全事件和处理结果。', en: 'What you told of, and what became of it.' },
  empty: { zh: '没有安全事件', en: 'No security incident' },
  state: { zh: '状态', en: 'State' },
  all: { zh: '全部', en: 'All' },
  unit: { zh: '报告单位', en: 'Told by' },
  due: { zh: '时限', en: 'Due' },
  undecided: { zh: '未定', en: 'not yet' },
  incidentOf: { zh: (at: string) => `${at} 发现的安全事件`, en: (at: string) => `Security incident noticed at ${at}` },
  facts: { zh: '发现的情况', en: 'What was noticed' },
  noticedBy: { zh: '报告人', en: 'Told by' },
  enteredAt: { zh: '登记时间', en: 'Entered at' },
  result: { zh: '处理结果', en: 'What became of it' },
  waiting: { zh: '系统管理员正在研判。', en: 'The administrator is assessing it.' },
  underWay: { zh: '系统管理员正在处置。', en: 'The administrator is dealing with it.' },
  dismissal: { zh: '排除理由', en: 'Why it is no incident' },
  clock: { zh: '时限', en: 'Clock' },
  assessBy: { zh: '研判定级', en: 'Assessment' },
  reportBy: { zh: '首次报告', en: 'First report' },
  summaryBy: { zh: '总结报告', en: 'Summary' },
  noReportOwed: { zh: '一般事件无须上报。', en: 'An ordinary incident is not reported.' },
  allReported: { zh: '首次报告均已作出。', en: 'Every first report is made.' },
  owedTo: { zh: (to: string) => `尚未报告：${to}`, en: (to: string) => `Not yet told: ${to}` },
  left: {
    zh: (days: number, hours: number, minutes: number) =>
      days > 0
        ? `还剩 ${days} 天 ${hours} 小时`
        : hours > 0
          ? `还剩 ${hours} 小时 ${minutes} 分`
          : `还剩 ${minutes} 分`,
    en: (days: number, hours: number, minutes: number) =>
      days > 0 ? `${days} d ${hours} h left` : hours > 0 ? `${hours} h ${minutes} min left` : `${minutes} min left`,
  },
  over: {
    zh: (days: number, hours: number, minutes: number) =>
      days > 0
        ? `已超过 ${days} 天 ${hours} 小时`
        : hours > 0
          ? `已超过 ${hours} 小时 ${minutes} 分`
          : `已超过 ${minutes} 分`,
    en: (days: number, hours: number, minutes: number) =>
      days > 0
        ? `over by ${days} d ${hours} h`
        : hours > 0
          ? `over by ${hours} h ${minutes} min`
          : `over by ${minutes} min`,
  },
  dueBy: { zh: (at: string) => `截至 ${at}`, en: (at: string) => `by ${at}` },
  grading: { zh: '研判', en: 'Grade and figures' },
  assess: { zh: '研判定级', en: 'Assess' },
  assessAgain: { zh: '重新研判', en: 'Assess anew' },
  assessNote: {
    zh: '按已知数据填写，不清楚的填 0，查清后可重新研判。等级由人决定，低于建议等级须说明理由。',
    en: 'Enter what is known, 0 for the rest; assess anew when more is. A person decides the grade; below the proposed one with a reason.',
  },
  proposed: { zh: (grade: string) => `按数据建议：${grade}`, en: (grade: string) => `The figures propose: ${grade}` },
  inferred: {
    zh: '“重大”“较大”的数据界限为推定，请以国家标准附件核对。',
    en: 'The limits of the two middle grades are inferred; compare them with the annex of the rules.',
  },
  occurredHint: { zh: '不清楚可不填', en: 'Leave empty while nobody knows' },
  assessedBy: { zh: '研判人', en: 'Assessed by' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  reports: { zh: '报告', en: 'Reports' },
  noReports: { zh: '还没有报告', en: 'No report yet' },
  report: { zh: '登记报告', en: 'Record a report' },
  reportNote: {
    zh: '先按渠道报告，再在此登记。首次报告须写明带星号的内容，其余可在续报中补充。登记后不能更改。',
    en: 'Make the report first, then record it here. A first report says what is marked; the rest may follow. A record is not changed.',
  },
  late: { zh: '逾期', en: 'late' },
  lateHint: { zh: '超过时限时必填', en: 'Needed past the due time' },
  recordedBy: { zh: '登记', en: 'Recorded by' },
  end: { zh: '登记处置结束', en: 'Record the end' },
  sumUp: { zh: '登记总结报告', en: 'Record the summary' },
  sumUpNote: { zh: '各项均须写明。登记后不能更改。', en: 'Everything is said. A record is not changed.' },
  dismiss: { zh: '排除', en: 'Dismiss' },
  dismissTitle: { zh: '排除：不是安全事件', en: 'Dismiss: no security incident' },
  reason: describedFields.reason,
  affected: { zh: '受影响的操作和记录', en: 'What was affected' },
  affectedNote: {
    zh: '取自操作记录：登记、修改、登录、下载和被拒绝的操作；只在页面上查看的不在其中。默认从发生时间（不清楚时为发现前 24 小时）到处置结束或现在，最长 31 天。',
    en: 'From the trail: what was written, downloaded and refused, and who signed in; not what was only looked at on a page. From its occurrence, or 24 hours before it was noticed, until its end or now; 31 days at most.',
  },
  show: { zh: '查看', en: 'Show' },
  exportCsv: { zh: '导出 CSV', en: 'Export as CSV' },
  events: { zh: '操作数', en: 'Acts' },
  records: { zh: '涉及记录', en: 'Records' },
  files: { zh: '其中文件', en: 'Files of them' },
  firstAt: { zh: '最早', en: 'First' },
  lastAt: { zh: '最晚', en: 'Last' },
  byKind: { zh: '按操作种类', en: 'By kind of act' },
  byAccount: { zh: '按账号', en: 'By account' },
  account: { zh: '账号', en: 'Account' },
  onlyThis: { zh: '只看此账号', en: 'Only this account' },
  everyAccount: { zh: '全部账号', en: 'Every account' },
  nobody: { zh: '未登录', en: 'not signed in' },
  nothingTouched: { zh: '这段时间没有操作记录', en: 'Nothing was written in that time' },
  editContacts: { zh: '更新清单', en: 'Update the list' },
  contactsNote: {
    zh: '按联系顺序填写单位或科室的办公电话，不填个人手机号码。',
    en: 'In the order of calling: telephones of offices, nobody’s mobile.',
  },
  noContacts: { zh: '还没有联系清单', en: 'No contact list yet' },
  contactsAsOf: {
    zh: (version: number, by: string, at: string) => `第 ${version} 版，${by}，${at}`,
    en: (version: number, by: string, at: string) => `Version ${version}, ${by}, ${at}`,
  },
  save: { zh: '保存', en: 'Save' },
  done: { zh: '已登记', en: 'Recorded' },
} as const satisfies Words

/** What stands on the paper of a report alone. */
export const paperWords = {
  reportTitle: {
    zh: (kind: string) => `网络安全事件${kind}`,
    en: (kind: string) => `Network security incident: ${kind}`,
  },
  addressee: { zh: (to: string) => `${to}：`, en: (to: string) => `To ${to}:` },
  noticedBy: { zh: '发现单位', en: 'Noticed by' },
  operator: { zh: '园企通运行单位', en: 'Operator of Yuanqitong' },
} as const satisfies Words

/** Heads of the exported lines. */
export const exportWords = {
  file: { zh: '受影响的操作和记录', en: 'affected' },
  by: { zh: '分类', en: 'By' },
  name: { zh: '名称', en: 'Name' },
  post: { zh: '岗位', en: 'Post' },
  unit: { zh: '单位', en: 'Unit' },
  all: { zh: '合计', en: 'All' },
  byKind: words.byKind,
  byAccount: words.byAccount,
  nobody: words.nobody,
  events: words.events,
  records: words.records,
  files: words.files,
  firstAt: words.firstAt,
  lastAt: words.lastAt,
} as const satisfies Words
