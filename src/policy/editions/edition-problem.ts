import type { Text } from '../../shared/words.ts'

/** What is wrong in an edition's data: the row (`tranches.2`, `obligations.plan`), the field of it, and why. */
export type EditionProblem = { readonly row: string; readonly field: string; readonly problem: Text }

/** Notes a problem where the data are not sound. */
export type Check = (sound: boolean, row: string, field: string, zh: string, en: string) => void

/** `obligations.plan · due: …` in both languages, for the one who starts the server. */
export function problemLine({ row, field, problem }: EditionProblem): string {
  return `${row}${field === '' ? '' : `.${field}`}  ${problem.zh} · ${problem.en}`
}

export function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length
}

/** A day that exists in every year: 29 February does not. */
export function isEveryYear(monthDay: string): boolean {
  return /^\d{2}-\d{2}$/.test(monthDay) && !Number.isNaN(Date.parse(`2026-${monthDay}T00:00:00Z`)) && exact(monthDay)
}

function exact(monthDay: string): boolean {
  return new Date(`2026-${monthDay}T00:00:00Z`).toISOString().slice(5, 10) === monthDay
}

export function isWhole(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least
}
