import type { Words } from '../../../shared/words.ts'

export const words = {
  title: { zh: '重大事项', en: 'Major matters' },
  pilots: { zh: '试点园区', en: 'Pilot parks' },
  lede: {
    zh: '园区发生问题或重大变化即报；方案内容只能经重大事项报告批准后调整（G5.5）。',
    en: 'Problems and major changes are reported at once; the plan changes only through an approved report (G5.5).',
  },
  versions: { zh: '方案版本', en: 'Versions of the plan' },
  none: { zh: '没有重大事项。', en: 'There are no major matters.' },
  // the list
  number: { zh: '编号', en: 'No.' },
  park: { zh: '园区', en: 'Park' },
  county: { zh: '县（市、区）', en: 'County' },
  kind: { zh: '类别', en: 'Kind' },
  occurred: { zh: '发生时间', en: 'Happened' },
  state: { zh: '状态', en: 'State' },
  clocks: { zh: '时限', en: 'Clocks' },
  turn: { zh: '待', en: 'Waiting for' },
  outcome: { zh: '结果', en: 'Outcome' },
  madeVersion: { zh: (no: number) => `方案第 ${no} 版`, en: (no: number) => `Plan version ${no}` },
  asksChange: { zh: '请示调整方案', en: 'Asks for a change' },
  reportOnly: { zh: '仅报告', en: 'Report only' },
  // opening
  open: { zh: '登记重大事项', en: 'Report a major matter' },
  openNote: {
    zh: '登记后即可编制报告；从发生起计时。',
    en: 'Then the report can be written; the clock runs from the moment it happened.',
  },
  startsClock: {
    zh: (hours: number, by: string) => `登记后须在发生后 ${hours} 小时内报送，即 ${by} 前；逾期按逾期记录。`,
    en: (hours: number, by: string) =>
      `Once opened, the report is due within ${hours} hours of the event, by ${by}; later counts as late.`,
  },
  // clocks
  reportBy: { zh: '园区即报', en: 'Report' },
  passOn: { zh: '县级上报', en: 'To the province' },
  passOnAgain: { zh: '再次上报', en: 'To the province again' },
  by: { zh: (at: string) => `应于 ${at} 前`, en: (at: string) => `by ${at}` },
  'on-time': { zh: '按时', en: 'in time' },
  late: { zh: '逾期', en: 'late' },
  running: { zh: '计时中', en: 'running' },
  overdue: { zh: '已逾期', en: 'overdue' },
  provisional: { zh: '该年节假日尚未公布，暂按工作日推算', en: 'counted on weekdays: rest days not announced yet' },
  happened: { zh: '事项发生', en: 'It happened' },
  // report
  comma: { zh: '、', en: ', ' },
  noIndicators: { zh: '不涉及指标', en: 'No targets affected' },
  kindHint: {
    zh: (sections: string) => `可请示调整：${sections}`,
    en: (sections: string) => `May ask to change: ${sections}`,
  },
  kindNoChange: { zh: '此类事项只作报告，不调整方案', en: 'A report only; it changes nothing in the plan' },
  // change
  changeNone: { zh: '本报告不请示调整方案。', en: 'This report asks for no change of the plan.' },
  addChange: { zh: '请示调整方案', en: 'Ask for a change of the plan' },
  dropChange: { zh: '撤去方案调整', en: 'Take the change away' },
  drawnAgainst: { zh: (no: number) => `对照方案第 ${no} 版`, en: (no: number) => `Drawn against plan version ${no}` },
  stale: {
    zh: (now: number) => `方案已有第 ${now} 版，须对照现行版本重新拟定。`,
    en: (now: number) => `The plan now stands at version ${now}; the change has to be drawn anew against it.`,
  },
  redraw: { zh: '对照现行版本重新拟定', en: 'Draw it against the plan in force' },
  differences: { zh: '与对照版本的差异', en: 'Differences from that version' },
  differenceCount: { zh: (n: number) => `${n} 处`, en: (n: number) => (n === 1 ? '1 difference' : `${n} differences`) },
  inForceFrom: { zh: '生效日', en: 'In force from' },
  onApproval: { zh: '最后一家同意之日', en: 'the day of the last approval' },
  inForceHint: {
    zh: '不填即自最后一家同意之日起生效；只调整目标或服务进度时可另定更晚的日期。',
    en: 'Empty: from the day of the last approval. A later day can be named for targets and schedule only.',
  },
  // check and submit
  submitChange: {
    zh: (n: number) => `请示调整方案 ${n} 处；批准后形成新的方案版本。`,
    en: (n: number) =>
      `It asks for ${n} ${n === 1 ? 'difference' : 'differences'} from the plan; once approved, that makes a new version of it.`,
  },
  // opinions
  approveLast: {
    zh: '方案调整随即批准，形成新版本，资金用途同时调整。',
    en: 'The change is then approved and makes a new version of the plan and of its money.',
  },
  approveLastReport: {
    zh: '事项即告办结。',
    en: 'The matter is then closed.',
  },
} as const satisfies Words
