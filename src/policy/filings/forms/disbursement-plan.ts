import type { FormSection } from '../form-definition.ts'

/** The county's plan for paying its parks (G4.1); the layout is inferred. */
export const disbursementPlanForm: readonly FormSection[] = [
  {
    id: 'tranches',
    zh: '分期拨付安排',
    en: 'Tranches',
    shape: 'rows',
    isText: false,
    least: 1,
    most: 200,
    fields: [
      { id: 'park', zh: '园区', en: 'Park', type: 'park', required: true },
      { id: 'no', zh: '期次', en: 'Tranche', type: 'number', required: true },
      { id: 'amount', zh: '拨付金额(元)', en: 'Amount (yuan)', type: 'money', required: true },
      { id: 'month', zh: '计划拨付日期', en: 'Planned day', type: 'day', required: true },
      { id: 'condition', zh: '拨付条件', en: 'Condition', type: 'text', required: false, most: 200 },
    ],
  },
  {
    id: 'arrangements',
    zh: '保障措施',
    en: 'Arrangements',
    shape: 'fields',
    isText: true,
    fields: [
      { id: 'responsibilities', zh: '职责分工', en: 'Responsibilities', type: 'long-text', required: true, most: 4000 },
      {
        id: 'supervision',
        zh: '资金监管',
        en: 'Supervision of the money',
        type: 'long-text',
        required: true,
        most: 4000,
      },
      { id: 'disclosure', zh: '公开安排', en: 'Disclosure', type: 'long-text', required: false, most: 2000 },
    ],
  },
]
