import type { Text } from '../../shared/words.ts'
import type { Took, Warned, Wrong } from './cells.ts'

/** One column of a table that people fill in; reading, template and correction list all come from it. */
export type Column<Key extends string = string, Value = unknown, Required extends boolean = boolean> = {
  readonly key: Key
  readonly title: Text
  /** A blank cell of a column that is not required reads as null. */
  readonly required: Required
  /** The text of a cell that is not blank → its value, with a warning or without, or what is wrong with it. */
  readonly parse: (text: string) => Value | Wrong | Warned<Value> | Took<Value>
  /** The same value in a second row: `refused` is a problem, `warned` a warning. Values compare without spaces, case and width. */
  readonly unique?: 'refused' | 'warned'
  /** Other titles that people give this column; taken where no column has its own title. */
  readonly aliases?: readonly string[]
  /**
   * What its figures are counted in, by which a unit in the title, above the table or behind a figure is known to fit; of a row,
   * where every row has its own.
   */
  readonly unit?: string | ((row: Readonly<Record<string, unknown>>) => string | null)
  /** A value as a person writes it, to tell what a cell was taken for; for choices and amounts. */
  readonly show?: (value: never) => string
  /** Formatted as a number in the template; every other column is text, so that codes keep their digits. */
  readonly numeric?: boolean
  /** Width in characters of half a Chinese one; 16 if not given. */
  readonly width?: number
  readonly example?: string
  /** What belongs here, for the instructions. */
  readonly hint?: Text
  /** The choices offered in the template. */
  readonly options?: readonly Text[]
}

/** Names a column and infers its value, so that `parseTable` returns typed rows. */
export function column<const Key extends string, Value, const Required extends boolean>(
  key: Key,
  declared: Omit<Column<Key, Value, Required>, 'key' | 'parse'> & { parse: (text: string) => Value },
): Column<Key, Exclude<Value, Wrong | Warned<unknown> | Took<unknown>>, Required> {
  return { key, ...declared } as unknown as Column<
    Key,
    Exclude<Value, Wrong | Warned<unknown> | Took<unknown>>,
    Required
  >
}

export type Table<Columns extends readonly Column[] = readonly Column[]> = {
  /** Name of the sheet. */
  readonly title: Text
  readonly columns: Columns
}

export type RowOf<Columns extends readonly Column[]> = {
  readonly [C in Columns[number] as C['key']]: C extends Column<string, infer Value, infer Required>
    ? Required extends true
      ? Value
      : Value | null
    : never
}
