import type { Text } from '../../../shared/words.ts'

export const incidentRefusals = {
  'incident.noticed-in-future': {
    zh: '发现时间 {at} 晚于现在（{now}）。',
    en: '{at} has not come yet (it is {now}).',
  },
  'incident.occurred-after-noticed': {
    zh: '发生时间 {at} 晚于发现时间（{noticedAt}）。',
    en: 'It would have happened at {at}, after it was noticed ({noticedAt}).',
  },
  'incident.lower-without-reason': {
    zh: '按所填数据应为“{proposedZh}”，定为“{gradeZh}”须说明理由。',
    en: 'The figures propose “{proposedEn}”; a reason is needed for “{gradeEn}”.',
  },
  'incident.reported-in-future': {
    zh: '报告时间 {at} 晚于现在（{now}），请在报告之后登记。',
    en: '{at} has not come yet (it is {now}); enter a report after it was made.',
  },
  'incident.reported-too-early': {
    zh: '报告时间 {at} 早于 {from}。',
    en: 'The report would have been made at {at}, before {from}.',
  },
  'incident.field-missing': {
    zh: '首次报告必须写明“{nameZh}”。',
    en: 'A first report says: {nameEn}.',
  },
  'incident.summary-field-missing': {
    zh: '总结报告必须写明“{nameZh}”。',
    en: 'A summary says: {nameEn}.',
  },
  'incident.empty-report': { zh: '续报没有内容。', en: 'This report says nothing.' },
  'incident.no-first-report': {
    zh: '尚未向{toZh}作首次报告，不能续报。',
    en: 'There is no first report to this office yet: {toEn}.',
  },
  'incident.first-report-twice': {
    zh: '已向{toZh}作过首次报告，请选择续报。',
    en: 'There is a first report to this office already: {toEn}. Choose a follow-up.',
  },
  'incident.late-without-reason': {
    zh: '报告时限为 {due}，逾期须说明理由。',
    en: 'It was due by {due}; a late report gives its reason.',
  },
  'incident.ended-in-future': {
    zh: '处置结束时间 {at} 晚于现在（{now}）。',
    en: '{at} has not come yet (it is {now}).',
  },
  'incident.ended-before-noticed': {
    zh: '处置结束时间 {at} 早于发现时间（{noticedAt}）。',
    en: 'It would have ended at {at}, before it was noticed ({noticedAt}).',
  },
  'incident.ended-unreported': {
    zh: '尚未向{toZh}报告，登记首次报告后才能结束处置。',
    en: 'It ends after its first report to: {toEn}.',
  },
  'incident.ended-without-words': { zh: '请写明处置情况。', en: 'Say how it was dealt with.' },
  'incident.dismissed-without-reason': { zh: '排除事件须说明理由。', en: 'Say why this is no incident.' },
  'incident.dismissed-though-reported': {
    zh: '已向有关部门报告的事件不能排除，请登记处置结束。',
    en: 'What was reported to an authority is not dismissed; record how it ended.',
  },
  'incident.mobile': {
    zh: '请填写办公电话，不要填写个人手机号码。',
    en: 'Enter the telephone of an office, not the mobile of a person.',
  },
  'incident.contact-twice': { zh: '同一职责和单位已列在第 {row} 行。', en: 'This role of this unit is in row {row}.' },
  'incident.range-too-long': { zh: '起止时间最长 {most} 天。', en: 'The two moments lie at most {most} days apart.' },
  'incident.bad-range': { zh: '起始时间晚于截止时间。', en: 'The first moment lies after the last.' },
} as const satisfies Record<string, Text>
