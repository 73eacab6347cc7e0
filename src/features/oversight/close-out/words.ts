import type { Words } from '../../../shared/words.ts'

export const words = {
  title: { zh: '结项', en: 'Close-out' },
  conditions: { zh: '结项条件', en: 'Conditions' },
  conditionsNote: {
    zh: '每一步办理时都重新核对；未满足的条件列出还差什么，点击可前往办理。',
    en: 'Asked about anew at every step; what is not met says what is missing, and opens it.',
  },
  more: { zh: (n: number) => `另有 ${n} 项`, en: (n: number) => `and ${n} more` },
  award: { zh: '激励资金', en: 'Award' },
  disbursed: { zh: '已拨付', en: 'Disbursed' },
  spent: { zh: '已支出', en: 'Spent' },
  held: { zh: '账户结余', en: 'Left in the account' },
  steps: { zh: '办理过程', en: 'Steps' },
  stepsNote: {
    zh: '县级经信部门提出，县级财政部门确认，省级备案；备案后试点只供查阅。',
    en: 'Proposed by the county economy bureau, confirmed by its finance bureau, recorded by the province; from then on the pilot is there to be read.',
  },
  none: { zh: '尚未提出结项。', en: 'Nobody has proposed to close it yet.' },
  proposed: { zh: '提出', en: 'Proposed' },
  confirmed: { zh: '确认', en: 'Confirmed' },
  recorded: { zh: '备案', en: 'Recorded' },
  ended: { zh: '退回或撤回', en: 'Sent or taken back' },
  remark: { zh: '说明', en: 'Remark' },
  waits: { zh: '等待办理', en: 'waits' },
  propose: { zh: '提出结项', en: 'Propose to close' },
  proposeNote: {
    zh: '提出后由县级财政部门确认、省级备案。请写明任务完成和资金结清情况。',
    en: 'The county finance bureau confirms it and the province puts it on record. Say what was done and how the money stands.',
  },
  confirm: { zh: '确认结项', en: 'Confirm' },
  confirmNote: {
    zh: '确认资金已经结清，同意结项并报省级备案。',
    en: 'You confirm that the money is settled; the province puts it on record next.',
  },
  record: { zh: '备案并结项', en: 'Record and close' },
  recordNote: {
    zh: '备案后该试点的任何内容都不能再改动，且不能撤销。请先核对结项条件。',
    en: 'Nothing of the pilot can be changed afterwards, and this is not undone. Look at the conditions first.',
  },
  end: { zh: '退回或撤回', en: 'Send or take back' },
  endNote: {
    zh: '退回后由县级经信部门重新提出，本次办理留有记录。',
    en: 'The county economy bureau may propose it again; this one stays on record.',
  },
  done: { zh: '已办理', en: 'Done' },
  archive: { zh: '下载归档包', en: 'Download the archive' },
  archiveNote: {
    zh: '包含全部材料、记录和文件，附归档目录、校验值和四性检测报告；可离线核验。',
    en: 'Every paper, record and file, with a manifest, hashes and a report on the four properties; it is verified without the product.',
  },
  former: { zh: '以往办理', en: 'Before' },
  closedTitle: { zh: '试点已结项', en: 'The pilot is closed' },
  closedText: {
    zh: (day: string) => `已于 ${day} 备案结项，只供查阅，不再办理任何事项。`,
    en: (day: string) => `On record since ${day}: it is there to be read, and nothing of it changes any more.`,
  },
} as const satisfies Words
