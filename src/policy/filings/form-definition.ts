import type { Text } from '../../shared/words.ts'

export type FieldType = 'text' | 'long-text' | 'number' | 'money' | 'day' | 'choice' | 'park'

/** One thing to fill in. Money in fen, days `YYYY-MM-DD`, a park by its unit id. `masked`: only the filer's own unit and those above see it whole. */
export type FormField = Text & {
  readonly id: string
  readonly type: FieldType
  readonly required: boolean
  readonly most?: number
  readonly choices?: Readonly<Record<string, Text>>
  readonly hint?: Text
  readonly masked?: true
  /** A long text that may be one word: 无 where there is nothing to tell. */
  readonly brief?: true
  /** What kind of text it is, for its cleaning; a line if not said. */
  readonly kind?: 'name' | 'phone'
}

/** `fields`: once. `rows`: a table with one column a field. */
export type FormSection = Text & {
  readonly id: string
  readonly shape: 'fields' | 'rows'
  /** Stays correctable when a later filing builds on this one. */
  readonly isText: boolean
  readonly fields: readonly FormField[]
  /** Made by the product from the records and drawn anew with them; nobody writes it. */
  readonly made?: true
  readonly least?: number
  readonly most?: number
}

/** Characters of a text whose field does not say how many. */
export const usualMost = 200

/** The figures that fields of a form take; money in fen. */
export const figureRange = {
  number: { min: 0, max: 1e12 },
  money: { min: 0, max: 100_000_000_000 },
} as const
