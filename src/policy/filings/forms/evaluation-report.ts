import type { Text } from '../../../shared/words.ts'
import type { Grade } from '../../editions/rule-terms.ts'
import type { FormSection } from '../form-definition.ts'

const text = (id: string, zh: string, en: string): FormSection => ({
  id,
  zh,
  en,
  shape: 'fields',
  isText: true,
  fields: [{ id: 'text', zh, en, type: 'long-text', required: true, most: 8000 }],
})

/** What a result is called; an edition may word its grades otherwise. */
export const resultNames: Readonly<Record<Grade | 'not-rated', Text>> = {
  excellent: { zh: '优秀', en: 'Excellent' },
  good: { zh: '良好', en: 'Good' },
  pass: { zh: '合格', en: 'Pass' },
  fail: { zh: '不合格', en: 'Fail' },
  'not-rated': { zh: '不予评定', en: 'Not rated' },
}

/** The report of an evaluation (G5.3): the results, which the product makes of the settled evaluations, and what is said of them. */
export const evaluationReportForm: readonly FormSection[] = [
  {
    id: 'results',
    zh: '评价结果',
    en: 'Results',
    shape: 'rows',
    isText: false,
    made: true,
    fields: [
      { id: 'park', zh: '园区', en: 'Park', type: 'park', required: true },
      { id: 'points', zh: '得分', en: 'Points', type: 'number', required: false },
      { id: 'grade', zh: '等次', en: 'Grade', type: 'choice', required: true, choices: resultNames },
      { id: 'remark', zh: '说明', en: 'Remark', type: 'long-text', required: false, most: 2000 },
    ],
  },
  text('work', '评价组织情况', 'How it was held'),
  text('problems', '存在问题', 'Problems'),
  text('advice', '结果运用和整改要求', 'What follows from it'),
]
