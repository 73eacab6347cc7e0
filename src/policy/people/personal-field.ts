import type { Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import type { grounds, keptFor } from './personal-grounds.ts'

export type PersonalField = {
  /** `table.column`, as the schema writes them. */
  readonly columns: readonly `${string}.${string}`[]
  readonly what: Text
  readonly why: Text
  readonly ground: keyof typeof grounds
  /** The clause of the guide behind it; null where none asks for it. */
  readonly clause: Clause | null
  readonly kept: keyof typeof keptFor
  /** Who reads it whole. */
  readonly seenBy: Text
}

export const nobody: Text = { zh: '任何人不可查看', en: 'nobody' }
