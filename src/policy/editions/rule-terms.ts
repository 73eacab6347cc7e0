import type { Clause } from '../guide/clauses.ts'

/** Whether a row stands in the published guide or was inferred from sibling programmes; shown so to the administrator. */
export type Source = 'official' | 'inferred'

export type Cited = { readonly clause: Clause; readonly source: Source }

export type Grade = 'excellent' | 'good' | 'pass' | 'fail'

export type IndicatorDirection = 'at-least' | 'exactly' | 'at-most'
