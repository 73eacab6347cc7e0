import type { FormSection } from '../form-definition.ts'

/** Annex 3, the columns of the liaison list; inferred from sibling notices (GA3). */
export const liaisonListForm: readonly FormSection[] = [
  {
    id: 'officers',
    zh: '联络员',
    en: 'Liaison officers',
    shape: 'rows',
    isText: false,
    least: 3,
    most: 60,
    fields: [
      {
        id: 'unitKind',
        zh: '单位类别',
        en: 'Kind of unit',
        type: 'choice',
        required: true,
        choices: {
          economy: { zh: '经信', en: 'Economy bureau' },
          finance: { zh: '财政', en: 'Finance bureau' },
          park: { zh: '园区', en: 'Park' },
        },
      },
      { id: 'unit', zh: '单位全称', en: 'Unit', type: 'text', required: true, most: 60, kind: 'name' },
      { id: 'name', zh: '姓名', en: 'Name', type: 'text', required: true, most: 30, kind: 'name' },
      { id: 'office', zh: '科室', en: 'Office', type: 'text', required: false, most: 40 },
      { id: 'duty', zh: '职务', en: 'Duty', type: 'text', required: false, most: 40 },
      {
        id: 'phone',
        zh: '办公电话',
        en: 'Office phone',
        type: 'text',
        required: true,
        most: 20,
        masked: true,
        kind: 'phone',
      },
      { id: 'mobile', zh: '手机', en: 'Mobile', type: 'text', required: false, most: 20, masked: true, kind: 'phone' },
      {
        id: 'seat',
        zh: 'A/B 角',
        en: 'First or deputy',
        type: 'choice',
        required: true,
        choices: { A: { zh: 'A 角', en: 'First' }, B: { zh: 'B 角', en: 'Deputy' } },
      },
      { id: 'from', zh: '起用日期', en: 'From', type: 'day', required: true },
      { id: 'until', zh: '止用日期', en: 'Until', type: 'day', required: false },
      { id: 'remark', zh: '备注', en: 'Remark', type: 'text', required: false, most: 100 },
    ],
  },
]
