import { cleanCode, foldWidth, withoutInvisible } from './clean.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The 18th character of a unified social credit code (GB 32100-2015) for its first 17, or null if one is not in the alphabet. */
export function usccCheckCharacter(first17: string): string | null {
  let sum = 0
  for (let i = 0; i < 17; i++) {
    const value = alphabet.indexOf(first17.charAt(i) || '?')
    if (value < 0) return null
    sum += value * (weights[i] ?? 0)
  }
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/** Whether the 18th character is right by GB 32100. */
export function isUscc(code: string): boolean {
  return code.length === 18 && usccCheckCharacter(code.slice(0, 17)) === code.charAt(17)
}

/** Whether the organisation code inside (characters 9–17) is right by GB 11714. */
export function hasValidOrganisationCode(code: string): boolean {
  const factors = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = factors.reduce((total, factor, i) => total + factor * Number.parseInt(code.charAt(8 + i), 36), 0)
  return organisationCheck(sum) === code.charAt(16)
}

function organisationCheck(sum: number): string {
  const digit = 11 - (sum % 11)
  return digit === 10 ? 'X' : digit === 11 ? '0' : String(digit)
}

/** Whether a code reads as a resident's number: a day of birth in places 7–14 and the check of GB 11643. */
export function isPersonalNumber(code: string): boolean {
  if (!/^\d{17}[\dX]$/.test(code)) return false
  const [year = 0, month = 0, day = 0] = [code.slice(6, 10), code.slice(10, 12), code.slice(12, 14)].map(Number)
  const born = new Date(Date.UTC(year, month - 1, day))
  if (year < 1850 || year > 2100 || born.getUTCMonth() !== month - 1 || born.getUTCDate() !== day) return false
  const sum = [...code.slice(0, 17)].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0)
  return '10X98765432'.charAt(sum % 11) === code.charAt(17)
}

/**
 * Whether a text in the place of a credit code is written as what names a person: a resident's number of 18 figures with a slip
 * in it, one of 15 as before 1999, a mobile telephone. Firms begin 91, 92 or 93.
 */
function readsAsPersons(code: string): boolean {
  if (/^9[123]/.test(code)) return false
  if (/^(?:\+?86)?1[3-9]\d{9}$/.test(code)) return true
  const birth = /^\d{6}(?:((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]|(\d{2})(\d{2})(\d{2})\d{3})$/.exec(code)
  if (!birth) return false
  const [year = '', month, day] = birth.slice(1).filter((part) => part !== undefined)
  const full = Number(year.length === 2 ? `19${year}` : year)
  const born = new Date(Date.UTC(full, Number(month) - 1, Number(day)))
  return born.getUTCMonth() === Number(month) - 1 && born.getUTCDate() === Number(day)
}

/**
 * What a cleaned code is. `odd`: right by GB 32100 alone, as old codes are. `unproven`: a firm's by GB 11714, though its 18th
 * character is wrong (`check`) or it reads as a resident's number too (`resident`); taken with the licence as proof.
 * `personal`: a resident's number, or what is written like one or like a mobile telephone; never kept or shown. `cut`: a spreadsheet has lost its digits.
 */
export type UsccVerdict = 'right' | 'odd' | 'unproven-check' | 'unproven-resident' | 'personal' | 'cut' | 'wrong'

/** Judges a code that `cleanCode` has cleaned, by both checks. Firms begin 91, 92 or 93, which no resident's number does. */
export function judgeUscc(code: string): UsccVerdict {
  const organisation = code.length === 18 && hasValidOrganisationCode(code)
  if (isPersonalNumber(code) && !/^9[123]/.test(code)) return organisation ? 'unproven-resident' : 'personal'
  if (isUscc(code)) return organisation ? 'right' : 'odd'
  if (/^\d{2,17}E\+?\d{2}$/.test(code) || /^\d{15}000$/.test(code)) return 'cut'
  if (organisation && /^[0-9A-Z]{18}$/.test(code)) return 'unproven-check'
  return readsAsPersons(code) ? 'personal' : 'wrong'
}

/** Whether a code may be kept: of itself, or by the licence of the firm as proof. */
export function isUsableUscc(code: string, proven: boolean): boolean {
  const verdict = judgeUscc(code)
  return verdict === 'right' || verdict === 'odd' || (proven && verdict.startsWith('unproven'))
}

/** Whether a code must neither be kept nor shown: a resident's number, or what reads as one and is not proven a firm's. */
export function isUnkeepable(code: string, proven: boolean): boolean {
  const verdict = judgeUscc(code)
  return verdict === 'personal' || (verdict === 'unproven-resident' && !proven)
}

const eighteen = /(?<![\dA-Z])\d(?:[\s-]?\d){16}[\s-]?[\dX](?![\dA-Z])/gi

/** Characters of a cell that may be one code, separators and all. */
const longestCode = 80

/** What stands in the place of the number of a person. */
const personalMask = '******'

/** Whether the number of a person stands in a text, or what was left in its place. */
export function heldPersonalNumber(text: string): boolean {
  return text.includes(personalMask) || holdsPersonalNumber(text)
}

/** The same text without the number of any person in it. */
export function withoutPersonalNumbers(text: string): string {
  return text.replace(eighteen, (number) => (isPersons(number) ? personalMask : number))
}

/** Whether the number of a person stands in a text, however it is written; codes of firms (91, 92, 93) are none. */
export function holdsPersonalNumber(text: string): boolean {
  if (text.length < 18) return false
  if (text.length <= longestCode && isPersons(text)) return true
  return [...foldWidth(withoutInvisible(text)).matchAll(eighteen)].some(([number]) => isPersons(number))
}

const mobile = /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d){8}(?!\d)/

/** Whether a mobile telephone number stands in a text, however it is written. */
export function holdsMobile(text: string): boolean {
  return mobile.test(foldWidth(withoutInvisible(text)))
}

function isPersons(text: string): boolean {
  const code = cleanCode(text)
  return isPersonalNumber(code) && !/^9[123]/.test(code)
}
