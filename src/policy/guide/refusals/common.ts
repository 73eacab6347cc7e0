import type { Text } from '../../../shared/words.ts'

export const commonRefusals = {
  'common.not-permitted': {
    zh: '{postZh}无权{permissionZh}，由{whoZh}办理。',
    en: 'The post “{postEn}” may not {permissionEn}; it is done by: {whoEn}.',
  },
  'common.outside-scope': { zh: '该记录不在您的管辖范围内。', en: 'This record lies outside your area.' },
  'common.not-in-state': {
    zh: '当前状态为“{stateZh}”，不能{actionZh}。',
    en: 'The state is “{stateEn}”; you cannot {actionEn} now.',
  },
  'common.reason-missing': { zh: '请填写理由。', en: 'A reason is needed.' },
  'common.says-nothing': {
    zh: '{nameZh}过于简略：请至少用 {least} 个字写明，不能只是数字或符号。',
    en: '“{nameEn}” says too little: write {least} characters or more, not figures or marks alone.',
  },
  'common.day-missing': { zh: '请填写日期。', en: 'A day is needed.' },
  'common.day-beyond': {
    zh: '日期 {day} 超出范围，年份应在 {first} 至 {last} 之间。',
    en: '{day} is out of range; the year lies between {first} and {last}.',
  },
  'common.bad-day': { zh: '日期不正确：{day}。', en: 'This is no date: {day}.' },
  'common.minute-missing': { zh: '须写明日期和时间。', en: 'Day and time are needed.' },
  'common.bad-minute': {
    zh: '日期和时间不正确：{at}。请按 2026-11-30 20:15 的格式填写。',
    en: 'This is no day with its time: {at}. Write it as 2026-11-30 20:15.',
  },
  'common.day-in-future': {
    zh: '日期 {day} 晚于今天（{today}）。',
    en: '{day} lies in the future (today is {today}).',
  },
  'common.no-such-file': {
    zh: '没有找到该文件，请重新上传；上传后 30 天未使用的文件会被清除。',
    en: 'No such file; please upload it again. An upload that no record uses within 30 days is removed.',
  },
  'common.file-used': {
    zh: '该文件已用于其他记录，请另行上传。',
    en: 'This file belongs to another record; upload it anew.',
  },
  'common.paper-used-before': {
    zh: '这份文件与{otherZh}内容完全相同，一份凭证只证明一笔款项，请上传本笔的凭证。',
    en: 'This file is {otherEn}, byte for byte. One paper proves one movement of money: upload the one of this.',
  },
  'common.paper-of-wrong-kind': {
    zh: '{paperZh}须为{takenZh}，请上传原件或其扫描件。',
    en: 'The {paperEn} has to be one of {takenEn}: upload the original or a scan of it.',
  },
  'common.recorded-before': {
    zh: '同样的{whatZh}{no}已于 {on} 登记。如确是另一次，请在“{wordsZh}”中写明区别后再登记。',
    en: 'The same {whatEn} was recorded on {on}{no}. If this is another one, say under “{wordsEn}” what tells it apart.',
  },
  'common.nothing-changed': {
    zh: '内容与原记录完全相同，没有可更正的。',
    en: 'Nothing differs from what stands on record.',
  },
  'common.amount-not-positive': { zh: '金额必须大于零。', en: 'The amount must be above zero.' },
} as const satisfies Record<string, Text>
