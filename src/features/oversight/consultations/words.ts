import { describedFields } from '../../../policy/guide/described-fields.ts'
import { minutesFields } from '../../../policy/oversight/minutes-fields.ts'
import type { Words } from '../../../shared/words.ts'

/** Consultations: who met, what was said, what was decided and what came of it. */
export const words = {
  ...minutesFields,
  title: { zh: '会商纪要', en: 'Consultations' },
  subtitle: {
    zh: '纪要登记后不再改动，更正和补充另行记录；议定事项转为责任岗位的待办。',
    en: 'Minutes stay as recorded, amendments stand below; what is decided becomes a task of the responsible post.',
  },
  record: { zh: '登记会商', en: 'Record a consultation' },
  recordNote: {
    zh: '请在会商后登记。可只写岗位，不必写姓名。',
    en: 'Record it after it was held. Posts will do; names are not needed.',
  },
  empty: { zh: '还没有会商纪要', en: 'No consultation yet' },
  all: { zh: '全部', en: 'All' },
  withOpen: { zh: '有未办结事项', en: 'With open tasks' },
  withLate: { zh: '有逾期事项', en: 'With overdue tasks' },
  show: { zh: '显示', en: 'Show' },
  by: { zh: '登记单位', en: 'Recorded by' },
  facts: { zh: '基本情况', en: 'Facts' },
  participantCount: { zh: (n: number) => `${n} 方`, en: (n: number) => (n === 1 ? '1 entry' : `${n} entries`) },
  decisionsNote: {
    zh: '每项须有责任单位、岗位和完成期限。',
    en: 'Each has a responsible unit and post and a due day.',
  },
  noDecisions: { zh: '没有议定事项', en: 'Nothing was decided' },
  state: { zh: '办理情况', en: 'State' },
  openCount: { zh: (n: number) => `未办结 ${n}`, en: (n: number) => `${n} open` },
  doneLate: {
    zh: (days: number) => `已完成，逾期 ${days} 天`,
    en: (days: number) => `done ${days} ${days === 1 ? 'day' : 'days'} late`,
  },
  lateCount: { zh: (n: number) => `逾期 ${n}`, en: (n: number) => `${n} overdue` },
  allClosed: { zh: '均已办结', en: 'all closed' },
  noTasks: { zh: '无', en: 'none' },
  submit: { zh: '登记', en: 'Record' },
  recordedBy: { zh: '登记人', en: 'Recorded by' },
  recordedAt: { zh: '登记时间', en: 'Recorded at' },
  complete: { zh: '办结', en: 'Done' },
  completeTitle: { zh: (no: number) => `办结第 ${no} 项`, en: (no: number) => `Decision ${no} is done` },
  closesNote: {
    zh: '登记后本项办结，不能再打开或更改。',
    en: 'This closes the decision; it cannot be opened or changed again.',
  },
  completeNote: describedFields.decisionDone,
  cancel: { zh: '撤销', en: 'Call off' },
  cancelTitle: { zh: (no: number) => `撤销第 ${no} 项`, en: (no: number) => `Call decision ${no} off` },
  cancelNote: { zh: '撤销理由', en: 'Why' },
  amendments: { zh: '更正和补充', en: 'Amendments' },
  noAmendments: { zh: '没有更正或补充', en: 'None' },
  amend: { zh: '补充', en: 'Amend' },
  amendTitle: { zh: '更正或补充纪要', en: 'Amend the minutes' },
  amendNote: describedFields.amendment,
} as const satisfies Words
