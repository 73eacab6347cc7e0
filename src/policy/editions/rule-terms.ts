import type { Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'

/** Whether a row stands in the published guide or was inferred from sibling programmes; shown so to the administrator. */
export type Source = 'official' | 'inferred'

export type Cited = { readonly clause: Clause; readonly source: Source }

export const gradeList = ['excellent', 'good', 'pass', 'fail'] as const
export type Grade = (typeof gradeList)[number]

/** What is done against a pilot (G5.3). */
export const measureKindNames = {
  criticism: { zh: '通报批评', en: 'criticism' },
  deduction: { zh: '扣减', en: 'deduction' },
  recovery: { zh: '收回', en: 'recovery' },
} as const satisfies Record<string, Text>
export type MeasureKind = keyof typeof measureKindNames
export const measureKindList = Object.keys(measureKindNames) as [MeasureKind, ...MeasureKind[]]

export type IndicatorDirection = 'at-least' | 'exactly' | 'at-most'
