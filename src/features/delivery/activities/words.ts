import { describedFields } from '../../../policy/guide/described-fields.ts'
import { answerFields, gradeFields } from '../../../policy/records/answers.ts'
import { attendeeFields } from '../../../policy/services/activity.ts'
import type { Words } from '../../../shared/words.ts'

export const words = {
  ...attendeeFields,
  ...gradeFields,
  ...answerFields,
  title: { zh: '普惠服务活动', en: 'Activities' },
  name: describedFields.activityTitle,
  kind: { zh: '服务类别', en: 'Kind' },
  heldOn: { zh: '举办日期', en: 'Held on' },
  place: { zh: '地点', en: 'Place' },
  enterprises: { zh: '参加企业（家）', en: 'Enterprises' },
  proofs: { zh: '佐证（件）', en: 'Papers' },
  counted: { zh: '是否计入', en: 'Counts' },
  countedYes: { zh: '已计入', en: 'counts' },
  countedNo: { zh: '未计入', en: 'not yet' },
  counts: { zh: (day: string) => `自 ${day} 起计入绩效。`, en: (day: string) => `It counts since ${day}.` },
  countsNot: { zh: '尚未计入绩效，缺少：', en: 'It does not count yet. Missing:' },
  none: { zh: '还没有活动。', en: 'No activities yet.' },
  record: { zh: '登记活动', en: 'Record an activity' },
  recordNote: {
    zh: '面向园区全部企业的普惠服务；佐证齐全后计入绩效，佐证可以以后补充。',
    en: 'A service for every enterprise of the park. It counts once its papers are complete; they can be added later.',
  },
  facts: { zh: '活动情况', en: 'The activity' },
  attendeesNote: {
    zh: '可从已登记的企业中选择，也可直接粘贴签到表中的代码、名称、人数。',
    en: 'Choose known enterprises, or paste code, name and head count from the sign-in sheet.',
  },
  codesFound: {
    zh: (n: number) => `有 ${n} 行只有企业名称，园区名册中各有唯一的同名企业：`,
    en: (n: number) =>
      n === 1
        ? '1 row has a name alone, and one enterprise of the park bears it:'
        : `${n} rows have a name alone, and one enterprise of the park bears each:`,
  },
  fillCodes: { zh: '填入代码', en: 'Fill in the codes' },
  comma: { zh: '、', en: ', ' },
  choose: { zh: '从已登记的企业中添加', en: 'Add known enterprises' },
  uscc: { zh: '统一社会信用代码', en: 'Credit code' },
  headCount: { zh: '人数', en: 'People' },
  evidence: { zh: '佐证材料', en: 'Evidence' },
  noEvidence: { zh: '还没有佐证材料。', en: 'No evidence yet.' },
  addEvidence: { zh: '补充佐证', en: 'Add evidence' },
  proof: { zh: '佐证种类', en: 'Kind of paper' },
  files: { zh: '文件', en: 'Files' },
  asked: {
    zh: (name: string, have: number, need: number) => `${name}（已有 ${have}，需要 ${need}）`,
    en: (name: string, have: number, need: number) => `${name} (${have} of ${need})`,
  },
  askedNew: {
    zh: (name: string, need: number) => `${name}（需要 ${need}）`,
    en: (name: string, need: number) => `${name} (${need} needed)`,
  },
  submit: { zh: '登记', en: 'Record' },
  saved: { zh: '已保存', en: 'Saved' },
  save: { zh: '提交', en: 'Submit' },
  findings: { zh: '疑点', en: 'Findings' },
  countsConfirmed: { zh: '人数已核对，确实如此', en: 'Head counts checked: they are as entered' },
  correct: { zh: '更正', en: 'Correct' },
  correctionReason: { zh: '更正理由', en: 'Why it is corrected' },
  correctedBy: { zh: '更正人', en: 'Corrected by' },
  former: { zh: '更正前的登记', en: 'Before the corrections' },
  back: { zh: '返回', en: 'Back' },
  withdraw: { zh: '撤回活动', en: 'Withdraw' },
  withdrawNote: {
    zh: '撤回后不再计入绩效，登记与佐证留在记录中；实际举办的，另行登记。',
    en: 'It counts no more, and what was recorded stays on record. What really took place is recorded anew.',
  },
  withdrawReason: { zh: '撤回理由', en: 'Why it was withdrawn' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  withdrawnNote: { zh: '该活动已撤回，不计入绩效。', en: 'This activity was withdrawn; it counts nowhere.' },
  countsNever: { zh: '已撤回，不计入绩效。', en: 'Withdrawn; it counts nowhere.' },
  answers: { zh: '满意度答卷', en: 'Answers of those who took part' },
  answersNote: {
    zh: '参加人员填写的答卷由园区清点后登记一次，计入“普惠服务满意度”。',
    en: 'Counted by the park once from the questionnaires that came back, for the satisfaction with universal services.',
  },
  noAnswers: { zh: '还没有登记答卷，不等于不满意。', en: 'No answers yet, which does not mean dissatisfied.' },
  enterAnswers: { zh: '登记答卷', en: 'Enter answers' },
  correctAnswers: { zh: '更正答卷', en: 'Correct the answers' },
  answersHint: {
    zh: (people: number) => `按收回的有效答卷逐档清点，不含空白和废卷；合计不超过参加人数 ${people} 人。`,
    en: (people: number) =>
      `Count the valid answers of each grade, no blank or spoilt ones; together at most ${people}.`,
  },
  answersFor: { zh: (grade: string) => `${grade}（份）`, en: (grade: string) => `${grade} (answers)` },
  fileIdsOnFile: {
    zh: (n: number) => `答卷扫描件（已有 ${n} 件，可再补充）`,
    en: (n: number) => `Scanned questionnaires (${n} on file; more may be added)`,
  },
  answersAll: { zh: '有效答卷', en: 'Valid answers' },
  answersOf: {
    zh: (all: number, people: number) => `${all} 份（参加 ${people} 人）`,
    en: (all: number, people: number) => `${all} of ${people} people`,
  },
  satisfiedShare: { zh: '满意率', en: 'Satisfied' },
  shareOf: {
    zh: (share: string, some: number, all: number) => `${share}（满意及以上 ${some} ÷ ${all}）`,
    en: (share: string, some: number, all: number) => `${share} (${some} satisfied ÷ ${all})`,
  },
  countsFrom: { zh: '计入起始日', en: 'Counts from' },
  enteredBy: { zh: '登记人、时间', en: 'Entered by' },
  formerAnswers: { zh: '更正前的答卷', en: 'Before the corrections' },
  recordedBy: { zh: '登记人', en: 'Recorded by' },
} as const satisfies Words
