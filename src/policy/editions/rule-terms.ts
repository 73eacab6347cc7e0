import type { Clause } from '../guide/clauses.ts'

/** Whether a row stands in the published guide or was inferred from sibling programmes; shown so to the administrator. */
export type Source = 'official' | 'inferred'

export type Cited = { readonly clause: Clause; readonly source: Source }

export const gradeList = ['excellent', 'good', 'pass', 'fail'] as const
export type Grade = (typeof gradeList)[number]

/** What is done against a pilot; in words: `measureKinds` in money/measure-grounds.ts. */
export const measureKindList = ['criticism', 'deduction', 'recovery'] as const
export type MeasureKind = (typeof measureKindList)[number]

export type IndicatorDirection = 'at-least' | 'exactly' | 'at-most'
