import { cleanCode, foldWidth, withoutInvisible } from './clean.ts'
import type { Text } from './words.ts'

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
 * `letter`: of the right length, with a letter that no code has (GB 32100). `personal`: a resident's number, or what is written like one or like a mobile telephone; never kept or shown. `cut`: a spreadsheet has lost its digits.
 */
export type UsccVerdict =
  | 'right'
  | 'odd'
  | 'unproven-check'
  | 'unproven-resident'
  | 'personal'
  | 'cut'
  | 'letter'
  | 'wrong'

/** Judges a code that `cleanCode` has cleaned, by both checks. Firms begin 91, 92 or 93, which no resident's number does. */
export function judgeUscc(code: string): UsccVerdict {
  const organisation = code.length === 18 && hasValidOrganisationCode(code)
  if (isPersonalNumber(code) && !/^9[123]/.test(code)) return organisation ? 'unproven-resident' : 'personal'
  if (isUscc(code)) return organisation ? 'right' : 'odd'
  if (/^\d{2,17}E\+?\d{2}$/.test(code) || /^\d{15}000$/.test(code)) return 'cut'
  if (/^[0-9A-Z]{18}$/.test(code) && notInUscc(code)) return 'letter'
  if (organisation && /^[0-9A-Z]{18}$/.test(code)) return 'unproven-check'
  return readsAsPersons(code) ? 'personal' : 'wrong'
}

export type OddLetter = { readonly letter: string; readonly at: number; readonly meant: string }

/** What stands for a letter that no code has, where it is easily taken for it. */
const meant: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', Z: '2', V: 'U' }

/** The first letter of a code that no credit code has, its place from 1, and what may be meant; null where there is none. */
export function notInUscc(code: string): OddLetter | null {
  const at = [...code].findIndex((letter) => letter in meant)
  const letter = code.charAt(at)
  return at < 0 ? null : { letter, at: at + 1, meant: meant[letter] ?? '' }
}

/** What is said of it. */
export function oddLetterText({ letter, at, meant: other }: OddLetter): Text {
  return {
    zh: `第 ${at} 位是字母“${letter}”，统一社会信用代码不用字母 I、O、S、V、Z，应为“${other}”？请对照营业执照更正。`,
    en: `character ${at} is the letter “${letter}”, and credit codes have no I, O, S, V or Z; “${other}” is perhaps meant. Compare it with the licence.`,
  }
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

/** A run of 17 or 15 figures by itself: a resident's number whose last place was left out, or one as before 1999. */
const shorter = /(?<![\dA-Z.])(?:\d{17}|\d{15})(?![\dA-Z]|\.\d)/gi

/** The same text without the number of any person in it, whole or short. */
export function withoutPersonalNumbers(text: string): string {
  return text
    .replace(eighteen, (number) => (isPersons(number) ? personalMask : number))
    .replace(shorter, (number) => (isShortPersonal(number) ? personalMask : number))
}

/** The first two figures of a resident's number: the provinces (GB/T 2260). */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123])/

/**
 * Whether 17 or 15 figures are likely a resident's number without its check: of a province, with a day of birth. The number under
 * which a firm was registered before 2015 has 15 figures too, and a check of its own (GS 15-2006).
 */
function isShortPersonal(code: string): boolean {
  if (!provinces.test(code) || (code.length === 15 && isRegistrationNumber(code))) return false
  const birth = code.length === 17 ? code.slice(6, 14) : `19${code.slice(6, 12)}`
  return /^(?:19|20)/.test(birth) && isBirth(birth)
}

function isRegistrationNumber(code: string): boolean {
  const rest = [...code.slice(0, 14)].reduce((left, digit) => (((left + Number(digit)) % 10 || 10) * 2) % 11, 10)
  return (rest + Number(code.charAt(14))) % 10 === 1
}

/** A day written in eight figures. */
function isBirth(text: string): boolean {
  const [year = 0, month = 0, day = 0] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)].map(Number)
  const born = new Date(Date.UTC(year, month - 1, day))
  return born.getUTCMonth() === month - 1 && born.getUTCDate() === day
}

/** Whether the number of a person stands in a text, however it is written; codes of firms (91, 92, 93) are none. */
export function holdsPersonalNumber(text: string): boolean {
  if (text.length < 15) return false
  if (text.length <= longestCode && isPersons(text)) return true
  const plain = foldWidth(withoutInvisible(text))
  const isShort = [...plain.matchAll(shorter)].some(([number]) => isShortPersonal(number))
  return isShort || [...plain.matchAll(eighteen)].some(([number]) => isPersons(number))
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

/** Said of a field without a word of what stood in it. */
export const personalNumber: Text = {
  zh: '这是（或像是）居民身份证号码，不予保存。请填写单位的统一社会信用代码。',
  en: 'This is, or reads as, the number of a person and is not kept. Enter the credit code of the unit.',
}

/** Said of a text in which such a number stands. */
export const personalNumberInside: Text = {
  zh: '请勿填写居民身份证号码，这段文字不予保存。',
  en: 'Leave out the number of a person; a text with one is not kept.',
}

/** Said of a text that everybody reads. */
export const mobileInside: Text = {
  zh: '这段文字会公开，请勿填写手机号码。',
  en: 'This text becomes public; leave out mobile numbers.',
}

/** Said of whom the public may turn to. */
export const mobileAsContact: Text = {
  zh: '联系方式会公开，请填写岗位和办公电话，不填手机号码。',
  en: 'The contact becomes public: name a post and the line of an office, no mobile number.',
}
