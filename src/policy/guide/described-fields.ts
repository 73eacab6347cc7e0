import type { Text } from '../../shared/words.ts'

/** Fields that a refusal calls by name; forms take their labels from here, so both call them the same. */
export const describedFields = {
  reason: { zh: '理由', en: 'Reason' },
  need: { zh: '企业需求', en: 'Need' },
  visitContent: { zh: '服务内容', en: 'What was done' },
  remedy: { zh: '针对异议的改进', en: 'What was put right' },
  dispute: { zh: '异议内容', en: 'What is wrong' },
  objection: { zh: '异议内容与依据', en: 'What you object to, and why' },
  noticeBody: { zh: '公示内容', en: 'Text of the notice' },
  answer: { zh: '答复内容', en: 'Answer' },
  topic: { zh: '议题', en: 'Topic' },
  activityTitle: { zh: '活动名称', en: 'Title' },
  decisionDone: { zh: '办理结果', en: 'What was done' },
  handling: { zh: '处置情况', en: 'How it was dealt with' },
  amendment: { zh: '更正或补充的内容', en: 'The amendment' },
} as const satisfies Record<string, Text>
