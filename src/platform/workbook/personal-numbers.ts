import { cleanCode, foldWidth, withoutInvisible } from '../../shared/clean.ts'
import { isPersonalNumber } from '../../shared/uscc.ts'

const eighteen = /(?<![\dA-Z])\d(?:[\s-]?\d){16}[\s-]?[\dX](?![\dA-Z])/gi

/** Characters of a cell that may be one code, separators and all. */
const longestCode = 80

/** The same text without the number of any person in it. */
export function withoutPersonalNumbers(text: string): string {
  return text.replace(eighteen, (number) => (isPersonalNumber(cleanCode(number)) ? '******' : number))
}

/** Whether the number of a person stands in a text, however it is written; codes of firms (91, 92, 93) are none. */
export function holdsPersonalNumber(text: string): boolean {
  if (text.length < 18) return false
  if (text.length <= longestCode && isPersons(text)) return true
  return [...foldWidth(withoutInvisible(text)).matchAll(eighteen)].some(([number]) => isPersons(number))
}

function isPersons(text: string): boolean {
  const code = cleanCode(text)
  return isPersonalNumber(code) && !/^9[123]/.test(code)
}
