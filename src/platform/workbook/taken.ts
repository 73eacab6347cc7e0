import { isDay } from '../../shared/dates.ts'
import type { Column } from './columns.ts'

const plainNumber = /^-?\d+(?:\.\d+)?$/

/** What a cell was taken for, if that is not simply what is written in it; null where the two are the same. */
export function taken(raw: string, value: unknown, column: Column): string | null {
  if (value === null || value === undefined) return null
  const shown = column.show ? (column.show as (value: unknown) => string)(value) : null
  if (typeof value === 'number') return takenNumber(raw, value, shown)
  if (typeof value !== 'string') return shown === raw || plainNumber.test(raw) ? null : shown
  if (shown !== null) return isOption(raw, column) || shown === raw ? null : shown
  // a choice reads as its key and a day in its one form: that is reading, and no cleaning
  if (value === raw || isDay(value) || letters(value) !== letters(raw)) return null
  return value
}

function takenNumber(raw: string, value: number, shown: string | null): string | null {
  if (plainNumber.test(raw)) return null
  if (shown !== null) return shown === raw ? null : shown
  const bare = raw.normalize('NFKC').replace(/[^\d.-]/g, '')
  // an amount is kept in fen: then what it was taken for is told by the digits
  return plainNumber.test(bare) && Number(bare) !== value ? bare : String(value)
}

function isOption(raw: string, { options }: Column): boolean {
  return options?.some(({ zh, en }) => [zh, en].includes(raw)) ?? false
}

/** What is left when everything that cleaning may touch is put aside. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
}
