import type { Words } from '../../../shared/words.ts'

export const words = {
  title: { zh: '机制与经验文件', en: 'Lasting practice' },
  note: {
    zh: '园区提交长效机制、可复制经验的文件，县级经信部门发文采纳后计入绩效指标；同一文件全省只计一次。',
    en: 'The park hands in documents of a lasting mechanism or of experience that others can copy; each counts once the county economy bureau has adopted it by a paper of its own, and once in the province.',
  },
  none: { zh: '还没有提交文件。', en: 'Nothing was handed in yet.' },
  submit: { zh: '提交文件', en: 'Hand in' },
  submitted: { zh: '已提交', en: 'Handed in' },
  adopt: { zh: '采纳', en: 'Adopt' },
  adopted: { zh: '已采纳', en: 'Adopted' },
  sendBack: { zh: '不予采纳', en: 'Send back' },
  sendBackNote: {
    zh: '文件留有记录，不计入指标；园区修改后可以重新提交。',
    en: 'It stays on record and counts nowhere; the park may hand in another one.',
  },
  sort: { zh: '类型', en: 'What it is' },
  name: { zh: '文件名称', en: 'Title' },
  writtenOn: { zh: '文件日期', en: 'Written on' },
  file: { zh: '文件', en: 'Document' },
  state: { zh: '状态', en: 'State' },
  submittedBy: { zh: '提交', en: 'Handed in by' },
  decision: { zh: '县级意见', en: 'The county' },
  adoptionNo: { zh: '采纳文号', en: "Number of the county's paper" },
  adoptedOn: { zh: '采纳日期', en: 'Adopted on' },
  acts: { zh: '操作', en: 'Acts' },
} as const satisfies Words
