import type { z } from 'zod'
import { closedSets } from './types.ts'

/** One column of a statement's row: what PostgreSQL calls its type, and which values come out of it. */
export type Column<T> = {
  /** As `format_type()` writes it. */
  readonly type: string
  /** The words of a closed set; null for every other type. */
  readonly words: readonly string[] | null
  /** `excluded`: the table's column may be null, but the statement leaves such rows out. */
  readonly nulls: 'never' | 'excluded' | 'possible'
  readonly fits: (value: unknown) => value is T
  nullable(): Column<T | null>
  nullsExcluded(): Column<T>
}

/** A row as data: its columns by name, as the application reads them (`pilotId`, not `pilot_id`). */
export type Shape = Readonly<Record<string, Column<unknown>>>
export type RowOf<S extends Shape> = { [Name in keyof S]: S[Name] extends Column<infer T> ? T : never }

function column<T>(
  type: string,
  fits: (value: unknown) => boolean,
  words: readonly string[] | null = null,
  nulls: Column<T>['nulls'] = 'never',
): Column<T> {
  return {
    type,
    words,
    nulls,
    fits: (value): value is T => fits(value),
    nullable: () => column<T | null>(type, (value) => value === null || fits(value), words, 'possible'),
    nullsExcluded: () => column<T>(type, fits, words, 'excluded'),
  }
}

const isText = (value: unknown) => typeof value === 'string'
const matches = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value)

export const uuid = column<string>('uuid', matches(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/))
export const text = column<string>('text', isText)
export const int = column<number>('integer', Number.isInteger)
/** An eight-byte integer; the driver refuses one that a number cannot hold exactly. */
export const bigint = column<number>('bigint', Number.isSafeInteger)
export const numeric = column<number>('numeric', Number.isFinite)
export const bool = column<boolean>('boolean', (value) => typeof value === 'boolean')
/** A calendar day, `YYYY-MM-DD`. */
export const day = column<string>('date', matches(/^\d{4}-\d{2}-\d{2}$/))
export const instant = column<Date>('timestamp with time zone', (value) => value instanceof Date)

/** Text that holds one of these words and no other. */
export function words<Word extends string>(...all: readonly Word[]): Column<Word> {
  return column<Word>('text', (value) => (all as readonly unknown[]).includes(value), all)
}

type ClosedSets = typeof closedSets

/** Text that holds one word of the closed set that the database keeps for `table.column`. */
export function wordsOf<Name extends keyof ClosedSets>(name: Name): Column<ClosedSets[Name][number]> {
  return words<ClosedSets[Name][number]>(...closedSets[name])
}

/** A document of this shape. */
export function jsonb<Schema extends z.ZodType>(schema: Schema): Column<z.output<Schema>> {
  return column<z.output<Schema>>('jsonb', (value) => schema.safeParse(value).success)
}

export function arrayOf<T>(element: Column<T>): Column<T[]> {
  return column<T[]>(`${element.type}[]`, (value) => Array.isArray(value) && value.every(element.fits), element.words)
}
