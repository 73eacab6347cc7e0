import type { Words } from '../shared/words.ts'

const counted = (one: string, many: string) => (n: number) => `${n} ${n === 1 ? one : many}`
const rows = counted('row', 'rows')
const warnings = counted('warning', 'warnings')
const problems = counted('problem', 'problems')

/** What an import says, whatever it imports. */
export const importWords = {
  choose: { zh: '导入 Excel', en: 'Import from Excel' },
  hint: {
    zh: '或将 .xlsx、.csv 文件拖到此处；先核对，确认后才导入。',
    en: 'or drop an .xlsx or .csv file here; it is checked first and nothing is written before you confirm.',
  },
  hintPhone: { zh: '.xlsx 或 .csv；先核对，确认后才导入。', en: '.xlsx or .csv; checked first, then confirmed.' },
  title: { zh: (what: string) => `导入${what}`, en: (what: string) => `Import: ${what}` },
  file: { zh: '文件', en: 'File' },
  other: { zh: '重新选择文件', en: 'Choose another file' },
  again: { zh: '重试', en: 'Try again' },
  recheck: { zh: '按最新内容重新核对', en: 'Check again against what stands there now' },
  sending: { zh: '正在上传…', en: 'Sending…' },
  reading: { zh: '正在读取并核对…', en: 'Reading and checking…' },
  kept: { zh: '所选文件仍保留，可重试。', en: 'The file is still chosen; you can try again.' },
  unreadable: {
    zh: '无法读取该文件：可能已被移动、删除，或正被其他程序占用。请重新选择。',
    en: 'The file cannot be read: it was moved, deleted or is held by another program. Choose it again.',
  },
  // the account
  read: {
    zh: (n: number) => `读取 ${n} 行`,
    en: (n: number) => `${rows(n)} read`,
  },
  readFrom: {
    zh: (sheet: string, n: number) => `工作表“${sheet}” ${n} 行`,
    en: (sheet: string, n: number) => `${rows(n)} of sheet “${sheet}”`,
  },
  unread: {
    zh: (n: number) => `有问题未读取 ${n} 行`,
    en: (n: number) => `${rows(n)} with problems not read`,
  },
  skipped: {
    zh: (n: number) => `未读取 ${n} 处`,
    en: (n: number) => `${n} not read`,
  },
  cleaned: {
    zh: (n: number) => `已清理 ${n} 处`,
    en: (n: number) => `${n} cleaned`,
  },
  problems: { zh: (n: number) => `问题 ${n} 处`, en: (n: number) => (n === 1 ? '1 problem' : `${n} problems`) },
  warnings: { zh: (n: number) => `提醒 ${n} 处`, en: (n: number) => (n === 1 ? '1 warning' : `${n} warnings`) },
  problemsTitle: {
    zh: (n: number) => `${n} 处问题须改正后才能导入`,
    en: (n: number) => `${problems(n)} to correct before anything can be imported`,
  },
  problemsHow: {
    zh: '可下载标注副本：有问题的单元格已标红，并附问题清单；改正后重新选择文件。',
    en: 'In the marked copy the cells are red and a list says why. Correct them and choose the file again.',
  },
  warningsTitle: {
    zh: (n: number) => `${n} 处提醒，请逐处核对`,
    en: (n: number) => `${warnings(n)} to look at`,
  },
  skippedTitle: { zh: (n: number) => `未读取的内容（${n} 处）`, en: (n: number) => `Not read (${n})` },
  cleanedTitle: { zh: (n: number) => `已清理的单元格（${n} 处）`, en: (n: number) => `Cleaned cells (${n})` },
  cell: { zh: '单元格', en: 'Cell' },
  sheetAndCell: { zh: '工作表 / 单元格', en: 'Sheet / cell' },
  content: { zh: '表中内容', en: 'Content' },
  note: { zh: '说明', en: 'Remark' },
  blank: { zh: '（空）', en: '(blank)' },
  moreOf: { zh: (n: number) => `再显示 ${n} 处`, en: (n: number) => `Show ${n} more` },
  marked: { zh: '下载标注副本', en: 'Download the marked copy' },
  markedName: { zh: '标注副本', en: 'marked copy' },
  // the change
  changeTitle: { zh: '与现有内容相比', en: 'Against what stands there' },
  added: { zh: (n: number) => `新增 ${n} 行`, en: (n: number) => `${rows(n)} added` },
  changed: { zh: (n: number) => `修改 ${n} 行`, en: (n: number) => `${rows(n)} changed` },
  removed: { zh: (n: number) => `删除 ${n} 行`, en: (n: number) => `${rows(n)} removed` },
  unchanged: { zh: (n: number) => `不变 ${n} 行`, en: (n: number) => `${rows(n)} unchanged` },
  nothingChanges: { zh: '文件内容与现有内容完全相同。', en: 'The file says exactly what stands there.' },
  // the confirmation
  accept: {
    zh: (n: number) => `我已核对以上 ${n} 处提醒，按表中内容导入`,
    en: (n: number) => `I have looked at the ${warnings(n)} above; import what the file says`,
  },
  replace: { zh: (n: number) => `替换为 ${n} 行`, en: (n: number) => `Replace with ${rows(n)}` },
  take: { zh: (n: number) => `导入 ${n} 行`, en: (n: number) => `Import ${rows(n)}` },
  confirm: { zh: '确认导入', en: 'Import' },
  waitFor: {
    zh: (n: number) => `请先勾选“我已核对以上 ${n} 处提醒”。`,
    en: (n: number) => `First tick that you have looked at the ${warnings(n)}.`,
  },
  mendFirst: {
    zh: (n: number) => `文件中有 ${n} 处问题，改正后才能导入；现有内容未改动。`,
    en: (n: number) => `The file has ${problems(n)} to correct first; what stands there is untouched.`,
  },
  same: { zh: '没有需要导入的变化。', en: 'There is nothing to import.' },
  notChecked: { zh: '核对完成后才能导入；现有内容未改动。', en: 'Nothing is imported before it is checked.' },
  unsaved: {
    zh: '此部分还有内容未能保存，请先处理后再导入；文件未导入。',
    en: 'Something typed in this part is not saved yet. Settle that first; nothing was imported.',
  },
  whyConflict: {
    zh: '此部分已被他人修改，处理后才能导入。',
    en: 'Someone else changed this part; settle that before you import.',
  },
  imported: {
    zh: (n: number) => `已导入 ${n} 行`,
    en: (n: number) => `${rows(n)} imported`,
  },
} as const satisfies Words
