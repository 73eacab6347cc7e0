import type { Text } from '../shared/words.ts'
import { formSections, textSectionsOf } from './forms.ts'
import { planSections } from './plan.ts'

export type FilingKind =
  | 'plan'
  | 'target-table'
  | 'liaison-list'
  | 'disbursement-plan'
  | 'half-year-summary'
  | 'major-matter'

/** `textSections`: what may still be corrected when a later filing builds on this one. `reopens`: whether it ever opens again. */
export type FilingKindRow = Text & {
  readonly sections: readonly string[]
  readonly textSections: readonly string[]
  readonly reopens: boolean
}

/** What each kind of filing consists of. Who files it, and when, is the edition's to say. */
export const filingKinds: Readonly<Record<FilingKind, FilingKindRow>> = {
  plan: {
    zh: '服务计划与资金使用方案',
    en: 'Service plan and fund-use plan',
    sections: planSections,
    textSections: [],
    reopens: false,
  },
  'target-table': {
    zh: '绩效目标完成情况表',
    en: 'Target completion table',
    sections: ['reasons'],
    textSections: ['reasons'],
    reopens: false,
  },
  'liaison-list': {
    zh: '联络员名单',
    en: 'Liaison list',
    sections: formSections('liaison-list'),
    textSections: [],
    reopens: true,
  },
  'disbursement-plan': {
    zh: '资金拨付方案',
    en: 'Disbursement plan',
    sections: formSections('disbursement-plan'),
    textSections: textSectionsOf('disbursement-plan'),
    reopens: true,
  },
  'half-year-summary': {
    zh: '半年总结',
    en: 'Half-year summary',
    sections: formSections('half-year-summary'),
    textSections: textSectionsOf('half-year-summary'),
    reopens: true,
  },
  'major-matter': {
    zh: '重大事项报告',
    en: 'Major-matter report',
    sections: ['report', 'change'],
    textSections: [],
    reopens: false,
  },
}

export function isFilingKind(text: string): text is FilingKind {
  return Object.hasOwn(filingKinds, text)
}
