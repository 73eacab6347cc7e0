import type { Text } from '../../shared/words.ts'
import { describedFields } from '../guide/described-fields.ts'

/** What the parts of minutes are called, on the form and in what is said of it. */
export const minutesFields = {
  batch: { zh: '批次', en: 'Batch' },
  heldOn: { zh: '会商日期', en: 'Day' },
  way: { zh: '方式', en: 'Way' },
  place: { zh: '地点', en: 'Place' },
  topic: describedFields.topic,
  matters: { zh: '会商事项', en: 'Matters discussed' },
  participants: { zh: '参加单位和人员', en: 'Who took part' },
  unit: { zh: '单位', en: 'Unit' },
  person: { zh: '岗位或姓名', en: 'Post or name' },
  decisions: { zh: '议定事项', en: 'Decisions' },
  what: { zh: '事项', en: 'What' },
  responsible: { zh: '责任单位和岗位', en: 'Responsible' },
  dueOn: { zh: '完成期限', en: 'Due' },
} as const satisfies Record<string, Text>
