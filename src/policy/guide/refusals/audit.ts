import type { Text } from '../../../shared/words.ts'

/** What the rules about the trail say no to. */
export const auditRefusals = {
  'audit.bad-range': { zh: '起始日期晚于截止日期。', en: 'The first day lies after the last.' },
  'audit.range-too-long': { zh: '起止日期最长 {most} 天。', en: 'At most {most} days are handed out at a time.' },
} as const satisfies Record<string, Text>
