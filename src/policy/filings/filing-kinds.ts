import type { Text } from '../../shared/words.ts'
import { planSections } from '../plan/plan.ts'
import { formSections, textSectionsOf } from './forms.ts'

export type FilingKind =
  | 'plan'
  | 'target-table'
  | 'liaison-list'
  | 'disbursement-plan'
  | 'half-year-summary'
  | 'major-matter'
  | 'mid-term-evaluation'
  | 'final-evaluation'

/** What has to be done about a filing: the same steps for every kind. */
export type FilingStep = 'prepare' | 'amend' | 'review' | 'sign' | 'record'

export type FilingKindRow = Text & {
  readonly sections: readonly string[]
  /** What may still be corrected when a later filing builds on this one. */
  readonly textSections: readonly string[]
  /** Whether it ever opens again after its end. */
  readonly reopens: boolean
  /** Whether a seat may send it back; a table is reduced instead. */
  readonly returnable: boolean
  /** Whether its preparer may take a submission back; a table's figures are frozen for good. */
  readonly withdrawable: boolean
  /** Whether a draft that was never filed may be dropped: nobody owed it before it was opened. */
  readonly discardable?: boolean
  /** What its review is called where it has a name of its own. */
  readonly review?: Text
  /** What the unit has to have filed, and the authority approved, before this can be prepared. */
  readonly after?: FilingKind
  /** How a step is called in this kind, and how many days it may take, where they differ from the rest. */
  readonly tasks?: Readonly<Partial<Record<FilingStep, Text & { readonly days?: number }>>>
}

/** What each kind of filing consists of. Who files it, and when, is the edition's to say. */
export const filingKinds: Readonly<Record<FilingKind, FilingKindRow>> = {
  plan: {
    zh: '服务计划与资金使用方案',
    en: 'Service plan and fund-use plan',
    sections: planSections,
    textSections: [],
    reopens: false,
    returnable: true,
    withdrawable: true,
  },
  'target-table': {
    zh: '绩效目标完成情况表',
    en: 'Target completion table',
    sections: ['reasons'],
    textSections: ['reasons'],
    reopens: false,
    returnable: false,
    withdrawable: false,
    review: { zh: '核定', en: 'accept' },
    after: 'plan',
    tasks: {
      prepare: { zh: '说明并报送', en: 'Explain and file' },
      review: { zh: '核定', en: 'Accept', days: 10 },
      record: { zh: '备案', en: 'Record', days: 10 },
    },
  },
  'liaison-list': {
    zh: '联络员名单',
    en: 'Liaison list',
    sections: formSections('liaison-list'),
    textSections: [],
    reopens: true,
    returnable: true,
    withdrawable: true,
  },
  'disbursement-plan': {
    zh: '资金拨付方案',
    en: 'Disbursement plan',
    sections: formSections('disbursement-plan'),
    textSections: textSectionsOf('disbursement-plan'),
    reopens: true,
    returnable: true,
    withdrawable: true,
  },
  'half-year-summary': {
    zh: '半年总结',
    en: 'Half-year summary',
    sections: formSections('half-year-summary'),
    textSections: textSectionsOf('half-year-summary'),
    reopens: true,
    returnable: true,
    withdrawable: true,
  },
  'major-matter': {
    zh: '重大事项报告',
    en: 'Major-matter report',
    sections: ['report', 'change'],
    textSections: [],
    reopens: false,
    returnable: true,
    withdrawable: true,
    discardable: true,
  },
  'mid-term-evaluation': {
    zh: '中期绩效评价报告',
    en: 'Report of the mid-term evaluation',
    sections: formSections('mid-term-evaluation'),
    textSections: textSectionsOf('mid-term-evaluation'),
    reopens: true,
    returnable: true,
    withdrawable: true,
  },
  'final-evaluation': {
    zh: '终期绩效评价报告',
    en: 'Report of the final evaluation',
    sections: formSections('final-evaluation'),
    textSections: textSectionsOf('final-evaluation'),
    reopens: true,
    returnable: true,
    withdrawable: true,
  },
}

export function isFilingKind(text: string): text is FilingKind {
  return Object.hasOwn(filingKinds, text)
}
