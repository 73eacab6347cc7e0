import type { Text } from '../../../shared/words.ts'

export const consultationRefusals = {
  'consultation.not-yet-held': {
    zh: '会商日期 {day} 晚于今天，会商后才能登记纪要。',
    en: 'The day {day} has not come; minutes are recorded after the consultation.',
  },
  'consultation.before-batch': {
    zh: '会商日期 {day} 早于本批次实施期（{from} 起）。',
    en: 'The day {day} lies before the period of the batch, which begins on {from}.',
  },
  'consultation.no-participants': {
    zh: '请登记参加人员，且至少来自两个单位或部门。',
    en: 'Name who took part, of at least two units or bureaus.',
  },
  'consultation.unit-missing': { zh: '请选择单位。', en: 'Choose the unit.' },
  'consultation.person-twice': {
    zh: '“{person}”已登记为同一单位的参加人员。',
    en: '“{person}” of this unit is on the list already.',
  },
  'consultation.foreign-unit': {
    zh: '{unit}不在本单位管辖范围内，不能列入纪要。',
    en: '{unit} is outside your area and cannot stand in these minutes.',
  },
  'consultation.nobody-responsible': {
    zh: '没有指定责任单位和岗位。',
    en: 'Nobody is named as responsible.',
  },
  'consultation.post-not-in-unit': {
    zh: '{unit}没有“{postZh}”这一岗位。',
    en: '{unit} has no post “{postEn}”.',
  },
  'consultation.due-before-held': {
    zh: '完成期限 {day} 早于会商日期。',
    en: 'It would be due on {day}, before the consultation.',
  },
  'consultation.not-the-responsible': {
    zh: '本事项由{unit}的{postZh}负责办理。',
    en: 'This is the task of the {postEn} of {unit}.',
  },
  'consultation.not-the-recorder': {
    zh: '只有登记纪要的单位可以撤销议定事项或补充纪要。',
    en: 'Only the unit that recorded the minutes calls a decision off or amends them.',
  },
  'consultation.closed-without-note': {
    zh: '请说明办理结果或撤销理由。',
    en: 'Say what was done, or why it is called off.',
  },
  'consultation.empty-amendment': { zh: '请填写更正或补充的内容。', en: 'The amendment is empty.' },
} as const satisfies Record<string, Text>
