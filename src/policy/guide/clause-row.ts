import type { Text } from '../../shared/words.ts'

/** A clause of an edition in our own words; `binding`: the product refuses or blocks; `duty`: somebody owes something by a date. */
export type ClauseRow = Text & { readonly binding: boolean; readonly duty: boolean }

type Mark = 'B' | 'D' | 'BD' | 'S'

export function clause(mark: Mark, zh: string, en: string): ClauseRow {
  return { zh, en, binding: mark.includes('B'), duty: mark.includes('D') }
}
