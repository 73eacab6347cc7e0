import { restDayFields } from '../../../policy/calendar/rest-days.ts'
import type { Text, Words } from '../../../shared/words.ts'

export const words = {
  ...restDayFields,
  title: { zh: '放假安排', en: 'Rest days' },
  subtitle: {
    zh: '国务院办公厅公布的各年放假调休安排。工作日期限、提醒和公示天数按此计算；未公布的年度按周一至周五并扣除法定节假日暂计。',
    en: 'The rest days that the State Council announces for each year. Working days, reminders and displays are counted by them; a year without a list goes by weekdays without the statutory days, provisionally.',
  },
  year: { zh: '年度', en: 'Year' },
  counts: { zh: '现行', en: 'in force' },
  replaced: { zh: '已被替代', en: 'replaced' },
  source: { zh: '文件（文号或网址）', en: 'Document (number or address)' },
  publishedOn: { zh: '公布日期', en: 'Announced on' },
  enteredBy: { zh: '登记', en: 'Entered' },
  withDatabase: { zh: '系统自带', en: 'came with the system' },
  restDays: { zh: '放假', en: 'Days off' },
  workedDays: { zh: '调休上班', en: 'Worked in exchange' },
  count: { zh: (n: number) => `${n} 天`, en: (n: number) => `${n} day${n === 1 ? '' : 's'}` },
  enter: { zh: '登记一年的安排', en: 'Enter a year' },
  offered: {
    zh: (year: number, source: string) => `${source} 已有 ${year} 年的安排，尚未登记。`,
    en: (year: number, source: string) => `${source} has the rest days of ${year}; they are not entered yet.`,
  },
  take: { zh: '核对并登记', en: 'Check and enter' },
  document: { zh: '文件', en: 'Document' },
  daysHint: {
    zh: '列出放假的每一天和调休上班的周六、周日；普通周末不必列出。可从 Excel、WPS 粘贴。',
    en: 'Every day off, and every Saturday or Sunday worked in exchange; ordinary weekends are left out. Rows can be pasted from Excel or WPS.',
  },
  versionNo: { zh: (no: number) => `第 ${no} 版`, en: (no: number) => `version ${no}` },
  comma: { zh: '、', en: ', ' },
  more: { zh: (n: number) => `等另外 ${n} 个`, en: (n: number) => ` and ${n} more` },
  noLists: { zh: '尚无放假安排', en: 'No lists yet' },
  readFile: { zh: '从表格读取', en: 'Read a workbook' },
  fileHint: {
    zh: '.xlsx 或 .csv，列：日期、休/班、节日',
    en: '.xlsx or .csv with the columns Day, Rest or worked, Holiday',
  },
  preview: { zh: '查看影响', en: 'Show what moves' },
  confirm: { zh: '确认登记', en: 'Enter it' },
  movesTitle: { zh: '会变动的期限、提醒与公示', en: 'Deadlines, reminders and displays that move' },
  movedTitle: { zh: '因放假安排变动的日期', en: 'Days moved by newly announced rest days' },
  movedNote: {
    zh: (on: string, source: string) => `${on} 登记的放假安排（${source}）改变了下列日期`,
    en: (on: string, source: string) => `The rest days entered on ${on} (${source}) changed these days`,
  },
  noMoves: { zh: '没有未办结的期限、提醒或公示因此变动。', en: 'No open deadline, reminder or display moves.' },
  replaces: {
    zh: (version: number) => `将替代该年第 ${version} 版；旧版保留。`,
    en: (version: number) => `It takes the place of version ${version} of that year, which stays on record.`,
  },
  duty: { zh: '事项', en: 'What' },
  batch: { zh: '批次', en: 'Batch' },
  what: { zh: '变动', en: 'Which day' },
  due: { zh: '截止日', en: 'due day' },
  reminder: { zh: '提醒日', en: 'reminder' },
  'handing-on': { zh: '县级上报截止日', en: 'last day for handing on' },
  display: { zh: '公示截止日', en: 'last day of the display' },
  from: { zh: '原为', en: 'From' },
  to: { zh: '改为', en: 'To' },
  units: { zh: '涉及单位', en: 'Whom it concerns' },
  unchanged: { zh: '与该年现行的安排相同', en: 'It says what the list in force says' },
  publishedLater: { zh: '公布日期不能晚于今天', en: 'It cannot be announced later than today' },
  sourceVague: { zh: '请写明文号或网址', en: 'Name the document by its number or address' },
  problems: {
    zh: (n: number) => `表格有 ${n} 处问题，未读取`,
    en: (n: number) => `The workbook has ${n} problem${n === 1 ? '' : 's'}; nothing was read`,
  },
} as const satisfies Words

/** What a public notice of a tranche is called in a list of days. */
export function noticeTitle(trancheNo: number): Text {
  return { zh: `第 ${trancheNo} 期拨付公示`, en: `Public notice of tranche ${trancheNo}` }
}
