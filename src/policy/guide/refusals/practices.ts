import type { Text } from '../../../shared/words.ts'

export const practiceRefusals = {
  'practice.same-document': {
    zh: '这份文件已经提交过，全省只计一次；请核对所选的文件。',
    en: 'This document was handed in already and counts once in the province; upload another one.',
  },
  'practice.adopted-before': { zh: '这份文件已被采纳，不重复办理。', en: 'This document was adopted already.' },
  'practice.returned-before': {
    zh: '这份文件已退回；修改后由园区重新提交。',
    en: 'This document was sent back; the park hands in another one.',
  },
  'practice.adopted-too-early': {
    zh: '采纳日期 {on} 早于文件日期 {written}，请核对。',
    en: 'Adopted on {on}, before the document was written on {written}; check the days.',
  },
} as const satisfies Record<string, Text>
