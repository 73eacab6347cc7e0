import type { FormSection } from '../form-definition.ts'

const text = (id: string, zh: string, en: string, required = true): FormSection => ({
  id,
  zh,
  en,
  shape: 'fields',
  isText: id !== 'progress' && id !== 'funds',
  fields: [
    { id: 'text', zh, en, type: 'long-text', required, most: 8000, ...(id === 'problems' ? { brief: true } : {}) },
  ],
})

/** The county's half-year summary (G5.4); its chapters are inferred. Progress and funds are drafted from the facts. */
export const halfYearSummaryForm: readonly FormSection[] = [
  text('basics', '基本情况', 'Basics'),
  text('progress', '工作进展', 'Progress'),
  text('practice', '主要做法', 'Practice'),
  text('results', '成效与案例', 'Results and cases'),
  text('funds', '资金使用情况', 'Use of the money'),
  text('problems', '存在问题', 'Problems'),
  text('next', '下步打算', 'What comes next'),
]
