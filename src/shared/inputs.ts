import { z } from 'zod'
import {
  cleanCode,
  cleanLine,
  cleanName,
  cleanPhone,
  cleanProse,
  cleanReference,
  holdsLetter,
  holdsLetterOrDigit,
  partsCode,
} from './clean.ts'
import { isDay, readDay, readMinute } from './dates.ts'
import { holdsSeveralNames, isNoName } from './line-kinds.ts'
import {
  holdsMobile,
  holdsPersonalNumber,
  isUnkeepable,
  mobileAsContact,
  mobileInside,
  personalNumber,
  personalNumberInside,
} from './uscc.ts'
import type { Text } from './words.ts'

// What a contract takes: cleaned first, checked second, limited third. Lengths in characters, after cleaning.

/** What is far too long is refused as it is: cleaning takes more than one look at a text. */
function bounded(clean: (text: string) => string, max: number): (text: string) => string {
  return (text) => (text.length > max * 4 + 200 ? text : clean(text))
}

function withoutNumbers(input: z.ZodString): z.ZodString {
  const { en: error } = personalNumberInside
  return input.refine((text) => !holdsPersonalNumber(text), { error, params: personalNumberInside })
}

/** Said of names that would become one: the lines of a cell. */
export const severalNames: Text = {
  zh: '这里像是有几个名称（各占一行），请每行只填一个',
  en: 'These look like several names, one a line; enter one in each row',
}

export const noName: Text = { zh: '不是名称，请填写名称', en: 'Not a name; enter the name' }
export const noWords: Text = {
  zh: '请用文字写明，不能只有数字或符号',
  en: 'Say it in words, not in digits and signs alone',
}
export const noReference: Text = { zh: '须含数字或文字，不能只有符号', en: 'Holds digits or letters, not signs alone' }

/** What is empty is missing, which its rule says; the number of a person is said to be one. */
function holding(input: z.ZodString, holds: (text: string) => boolean, said: Text): z.ZodString {
  return input.refine((text) => text === '' || holds(text) || holdsPersonalNumber(text), {
    error: said.en,
    params: said,
  })
}

/** The name of a firm, a unit, a person, an account: letters or characters. */
export function nameInput(max: number, min = 0) {
  return holding(soughtName(max, min), (text) => !isNoName(text), noName)
}

/** A name that is asked for and not kept: whoever signs in. */
export function soughtName(max: number, min = 0) {
  const one = z.string().refine((text) => text.length > max * 4 + 200 || !holdsSeveralNames(text), {
    error: severalNames.en,
    params: severalNames,
  })
  return withoutNumbers(one.overwrite(bounded(cleanName, max)).min(min).max(max))
}

/** A line of anything: a cell of a draft, which the check looks at; the name of a file. */
export function lineInput(max: number, min = 0) {
  return withoutNumbers(z.string().overwrite(bounded(cleanLine, max)).min(min).max(max))
}

/** A title, a purpose, a place, a bank: said in words. */
export function wordedInput(max: number, min = 0) {
  return holding(lineInput(max, min), holdsLetter, noWords)
}

/** Who can be asked, and how: a name, a number, both. */
export function contactInput(max: number) {
  return holding(lineInput(max), holdsLetterOrDigit, noReference)
}

/** Whom everybody may turn to: a post and the line of an office, never a mobile number. */
export function publicContactInput(max: number) {
  return withoutMobile(contactInput(max), mobileAsContact)
}

/** A text of several lines. */
export function proseInput(max: number, min = 0) {
  return withoutNumbers(z.string().overwrite(bounded(cleanProse, max)).min(min).max(max))
}

/** A text of several lines that everybody reads. */
export function publicProseInput(max: number) {
  return withoutMobile(proseInput(max), mobileInside)
}

function withoutMobile(input: z.ZodString, said: Text): z.ZodString {
  return input.refine((text) => !holdsMobile(text), { error: said.en, params: said })
}

/** What a draft keeps though it is no value of its field; one that holds the number of a person is left empty. */
export function keptInput(max: number) {
  return z
    .string()
    .overwrite(bounded(cleanProse, max))
    .overwrite((text) => (holdsPersonalNumber(text) ? '' : text))
    .max(max)
}

/** Said of numbers that would be joined to one. */
export const severalCodes: Text = {
  zh: '这里分在两行（或被制表符隔开），无法判断是一个号码还是两个，请只填一个，写在一行',
  en: 'This stands on two lines or is parted by a tab: one number or two? Enter one, on one line',
}

/** A text in which no line break stands, so that two numbers are never joined to one. */
function onOneLine(max: number) {
  return z.string().refine((text) => text.length > max * 4 + 200 || !partsCode(text), {
    error: severalCodes.en,
    params: severalCodes,
  })
}

/** The number of a document with its hyphens and brackets: it holds a digit or a letter. */
export function referenceInput(max: number, min = 0) {
  return holding(soughtReference(max, min), holdsLetterOrDigit, noReference)
}

/** The beginning of a number that a list is searched for. */
export function soughtReference(max: number, min = 0) {
  return onOneLine(max).overwrite(bounded(cleanReference, max)).min(min).max(max)
}

/** A code of letters and digits alone. */
export function codeInput(max: number) {
  return z.string().overwrite(bounded(cleanCode, max)).max(max)
}

/** A credit code; a resident's number in its place is refused at the door. Whether the code is right is the rule's to say. */
export function usccInput() {
  return codeInput(40).refine((code) => !isUnkeepable(code, false), {
    error: personalNumber.en,
    params: personalNumber,
  })
}

const names = z.registry<Text>()

/** An input with what a person calls it, for what is said of it: a list, a field of its rows. */
export function named<T extends z.ZodType>(name: Text, input: T): T {
  const own = input.clone() as T
  names.add(own, name)
  return own
}

/** What an input is called, also where a default or a null is wrapped around it; null where nobody named it. */
export function nameOf(input: z.ZodType): Text | null {
  const under = underneath(input)
  return names.get(input) ?? (under && nameOf(under))
}

/** What a default, a null or a transformation is wrapped around. */
export function underneath(input: z.ZodType): z.ZodType | null {
  const { innerType, in: from } = input._zod.def as { readonly innerType?: z.ZodType; readonly in?: z.ZodType }
  return innerType ?? from ?? null
}

/** The scan of a business licence, as proof of a credit code that a check finds odd. */
const licence = named(
  { zh: '营业执照', en: 'Business licence' },
  z.strictObject({ fileId: z.uuid(), name: lineInput(200) }).optional(),
)

const usccName: Text = { zh: '统一社会信用代码', en: 'Credit code' }

/**
 * The fields of somebody named by a credit code, with the licence that proves an unusual one. What reads as a resident's number
 * is refused at the door, unless the licence stands beside it.
 */
export function withUscc<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ ...shape, uscc: named(usccName, codeInput(40)), licence }).superRefine(refusePersonalIn)
}

/** The same where the credit code may be left out. */
export function withUsccIfAny<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .strictObject({ ...shape, uscc: named(usccName, codeInput(40).optional()), licence })
    .superRefine(refusePersonalIn)
}

function refusePersonalIn(row: unknown, context: z.RefinementCtx): void {
  const { uscc = '', licence: proof } = row as { readonly uscc?: string; readonly licence?: unknown }
  if (isUnkeepable(uscc, proof !== undefined)) refusePersonal(context, ['uscc'])
}

/** Refuses the code at `path` without showing it. */
export function refusePersonal(context: z.RefinementCtx, path: (string | number)[]): void {
  context.addIssue({ code: 'custom', message: personalNumber.en, params: personalNumber, path })
}

/** A telephone number. */
export function phoneInput(max: number) {
  return onOneLine(max).overwrite(bounded(cleanPhone, max)).max(max)
}

/** A day in any way people write one; what is none is refused by the rule that reads it. */
export const dayInput = (max = 10) => readInput(readDay, max)

/** The same of a day with its time. */
export const minuteInput = () => readInput(readMinute, 40)

function readInput(read: (text: string) => string | null, max: number) {
  const tidy = bounded((text) => read(text) ?? text.trim(), max)
  return z.string().overwrite(tidy).max(max)
}

/** Said of what is no day; also how such a refusal is known. */
export const noDay: Text = { zh: '请填写日期，如 2026-05-01', en: 'A day is needed, such as 2026-05-01' }

/** A day, or the request is refused. */
export function strictDayInput() {
  return dayInput().refine(isDay, { error: noDay.en, params: noDay })
}

/** What is looked for among names. */
export function nameSearch() {
  return withoutNumbers(z.string().overwrite(bounded(cleanName, 60)).max(60))
}

/** What only machines write: ids, cursors, tokens, keys of choices. Taken as it is. */
export function keyInput(max: number, min = 0) {
  return z.string().min(min).max(max)
}

/** A key of a known form. */
export function patternInput(form: RegExp) {
  return z.string().regex(form)
}

/** A password: every character counts. */
export function secretInput(min: number) {
  return z.string().min(min).max(200)
}
