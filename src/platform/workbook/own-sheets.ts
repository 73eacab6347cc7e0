import { tableWords } from './table-words.ts'

/** The list of problems in a marked copy, also beside a sheet that had its name already. */
export function isProblemList(name: string): boolean {
  return [tableWords.problems.zh, tableWords.problems.en].includes(name.replace(/ \d+$/, ''))
}

/** The sheet of our templates that explains and is not filled in. */
export function isInstructions(name: string): boolean {
  return [tableWords.instructions.zh, tableWords.instructions.en].includes(name)
}
