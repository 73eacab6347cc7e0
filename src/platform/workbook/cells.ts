import { cleanChoice, cleanCode, cleanLine, cleanName, cleanProse, partsDigits } from '../../shared/clean.ts'
import { type Day, type Quarter, readDay, readQuarter } from '../../shared/dates.ts'
import { holdsSeveralNames, isNoName } from '../../shared/line-kinds.ts'
import { type Fen, formatYuan, parseYuan } from '../../shared/money.ts'
import { grouped, readNumber, rounded, sameUnit } from '../../shared/numbers.ts'
import { judgeUscc, notInUscc, oddLetterText, personalNumber } from '../../shared/uscc.ts'
import type { Text } from '../../shared/words.ts'
import { numberText } from './cell-text.ts'

/** What is wrong with one cell, in both languages. */
export type Wrong = { readonly wrong: Text /** What stands in the cell is shown nowhere. */; readonly unsaid?: true }

/** A value that is taken when a person accepts what is said about it. */
export type Warned<Value> = { readonly value: Value; readonly warning: Text }

/** A value that is not simply what is written, with what the cell was taken for. */
export type Took<Value> = { readonly value: Value; readonly took: string }

export function wrong(zh: string, en: string): Wrong {
  return { wrong: { zh, en } }
}

const digitsLost = wrong(
  '长数字已被表格软件截断，尾数丢失。请将该列设为“文本”格式后重新填写。',
  'The spreadsheet has cut this long number and its last digits are lost. Format the column as text and enter it again.',
)

/** A line of at most `max` characters. Codes that a spreadsheet has turned into `2.5E+19` are caught. */
export function asText(max: number, pattern?: { readonly form: RegExp; readonly wrong: Text }) {
  return (text: string): string | Wrong => limited(cleanLine(text), max, pattern)
}

/** The name of a firm, a unit or a person; a day, a truth value or figures alone are none. */
export function asName(max: number) {
  return (text: string): string | Wrong | Warned<string> => {
    if (isNoName(text)) return wrong(`“${text}”不是名称。`, `“${text}” is not a name.`)
    const name = limited(cleanName(text), max)
    return typeof name === 'string' && holdsSeveralNames(text) ? { value: name, warning: gluedNames(name) } : name
  }
}

function gluedNames(name: string): Text {
  return {
    zh: `单元格里像是有几个名称（各占一行），读作一个：“${name}”。如为几家，请分行填写。`,
    en: `The lines of this cell look like several names and are taken as one: “${name}”. Give each a row of its own.`,
  }
}

/** A text of several lines. */
export function asProse(max: number) {
  return (text: string): string | Wrong => limited(cleanProse(text), max)
}

function limited(text: string, max: number, pattern?: { readonly form: RegExp; readonly wrong: Text }): string | Wrong {
  if (/^\d(\.\d+)?E\+\d+$/i.test(text)) return digitsLost
  if ([...text].length > max) return wrong(`不能超过 ${max} 个字。`, `At most ${max} characters.`)
  return pattern && !pattern.form.test(text) ? { wrong: pattern.wrong } : text
}

/** A whole number within bounds; `1,200` and full-width digits are understood. `units`: what may stand behind it. */
export function asWholeNumber(min: number, max: number, units: readonly string[] = []) {
  return (text: string): number | Wrong => {
    const value = numberOf(text, units)
    if (typeof value !== 'number') return value
    if (!Number.isInteger(value)) return wrong(`“${text}”不是整数。`, `“${text}” is not a whole number.`)
    return within(value, min, max)
  }
}

/**
 * A number within bounds. One with more than `places` decimals, as a division leaves it, is rounded to them, and that is told.
 * `units`: what may stand behind it, nothing if left out.
 */
export function asNumber(min: number, max: number, places: number, units: readonly string[] = []) {
  return (text: string): number | Wrong | Took<number> => {
    const written = numberOf(text, units)
    if (typeof written !== 'number') return written
    const value = rounded(written, places)
    if (value === null) return wrong(`最多保留 ${places} 位小数。`, `At most ${places} decimal places.`)
    const held = within(value, min, max)
    return typeof held !== 'number' || value === written ? held : { value, took: String(value) }
  }
}

/** Percent as a number: `30`, `30%` → 30; `units`: what else may stand behind it. */
export function asPercent(min: number, max: number, places = 2, units: readonly string[] = []) {
  return asNumber(min, max, places, ['%', ...units])
}

/** What a text says as a number, or why it is none: it can be read in two ways, or it is counted in another unit. */
function numberOf(text: string, units: readonly string[]): number | Wrong {
  const read = readNumber(text)
  if (read === 'two-lines') return onTwoLines(text)
  if (read === 'ambiguous') return ambiguous(text)
  if (read === 'not-a-number') return wrong(`“${text}”不是数字。`, `“${text}” is not a number.`)
  if (read.suffix === '' || units.some((unit) => sameUnit(unit, read.suffix))) return read.value
  const [unit] = units
  if (unit === undefined)
    return wrong(
      `“${text}”带有单位“${read.suffix}”，请按本列单位只填数字。`,
      `“${text}” is counted in “${read.suffix}”; enter the number alone, in the unit of the column.`,
    )
  return wrong(
    `“${text}”带有单位“${read.suffix}”，本列以“${unit}”计，请换算后填写。`,
    `“${text}” is counted in “${read.suffix}”, and the column in “${unit}”. Convert it.`,
  )
}

function onTwoLines(text: string): Wrong {
  const shown = text.replace(/\s+/g, ' ')
  return wrong(
    `“${shown}”的数字分在两行（或被制表符隔开），无法判断是一个数还是两个数，请只填一个数。`,
    `The digits of “${shown}” stand on two lines or are parted by a tab: one figure or two? Enter one figure.`,
  )
}

function ambiguous(text: string): Wrong {
  return wrong(
    `“${text}”可以有两种读法（小数或千分位），请写明，如 12.5 或 1,200。`,
    `“${text}” can be read in two ways, as a decimal or with thousands parted; write 12.5 or 1,200.`,
  )
}

/** Yuan, as written → whole fen. */
export function asYuan(min: Fen, max: Fen) {
  return (text: string): Fen | Wrong => {
    const fen = parseYuan(text)
    if (partsDigits(text)) return onTwoLines(text)
    if (fen === null && readNumber(text) === 'ambiguous') return ambiguous(text)
    if (fen === null)
      return wrong(
        `“${text}”不是金额（元，最多两位小数）。`,
        `“${text}” is not an amount in yuan (two decimals at most).`,
      )
    if (fen < min) return wrong(`不能小于 ${formatYuan(min)} 元。`, `At least ${formatYuan(min)} yuan.`)
    return fen > max ? wrong(`不能大于 ${formatYuan(max)} 元。`, `At most ${formatYuan(max)} yuan.`) : fen
  }
}

/** A day: a date cell, `2026-5-6`, `2026/5/6`, `2026.5.6`, `2026年5月6日`, `20260506`. */
export function asDay(text: string): Day | Wrong {
  const day = readDay(text)
  if (day !== null) return day
  // a date whose format was lost in pasting arrives as its serial number; these are the days of 2000 to 2099
  const serial = readNumber(text)
  if (
    typeof serial !== 'string' &&
    serial.suffix === '' &&
    Number.isInteger(serial.value) &&
    serial.value >= 36_526 &&
    serial.value <= 73_050
  )
    return numberText(serial.value, 'date')
  return wrong(`“${text}”不是日期，例如 2026-05-06。`, `“${text}” is not a date such as 2026-05-06.`)
}

/** A quarter in any way people write one. */
export function asQuarter(text: string): Quarter | Wrong {
  return readQuarter(text) ?? wrong(`“${text}”不是季度，例如 2026Q2。`, `“${text}” is not a quarter such as 2026Q2.`)
}

const unproven: Text = {
  zh: '统一社会信用代码末位校验不符，组织机构代码部分正确。请对照营业执照核对；导入后须上传营业执照。',
  en: 'The last character of the credit code fails its check, the organisation code inside is right. Compare it with the licence, which is to be uploaded after the import.',
}

/** A unified social credit code; one that only GB 11714 finds right is taken with a warning. What reads as a resident's number is refused without being shown again. */
export function asUscc(text: string): string | Wrong | Warned<string> {
  const code = cleanCode(text)
  const verdict = judgeUscc(code)
  if (verdict === 'right' || verdict === 'odd') return code
  if (verdict === 'personal' || verdict === 'unproven-resident') return { wrong: personalNumber, unsaid: true }
  if (verdict === 'cut') return digitsLost
  const odd = notInUscc(code)
  if (odd) {
    const { zh, en } = oddLetterText(odd)
    return wrong(`“${text}”${zh}`, `“${text}”: ${en}`)
  }
  if (verdict === 'unproven-check') return { value: code, warning: unproven }
  return wrong(
    `“${text}”不是有效的统一社会信用代码（18 位，校验位有误或位数不对）。`,
    `“${text}” is not a valid unified social credit code (18 characters with a check character).`,
  )
}

/** One of the named choices, by either language's name, its key or another usual word for it → the key. */
export function asOneOf<const Key extends string>(
  choices: Readonly<Record<Key, Text>>,
  usual: Readonly<Record<string, Key>> = {},
) {
  const keys = new Map<string, Key>()
  for (const [key, title] of Object.entries<Text>(choices)) {
    for (const name of [key, title.zh, title.en]) keys.set(cleanChoice(name), key as Key)
  }
  for (const [word, key] of Object.entries<Key>(usual)) keys.set(cleanChoice(word), key)
  const titles = Object.values<Text>(choices)
  return (text: string): Key | Wrong =>
    keys.get(cleanChoice(text)) ??
    wrong(
      `“${text}”不在可选项中：${titles.map((each) => each.zh).join('；')}。`,
      `“${text}” is none of: ${titles.map((each) => each.en).join('; ')}.`,
    )
}

function within(value: number, min: number, max: number): number | Wrong {
  if (value < min) return wrong(`不能小于 ${grouped(min)}。`, `At least ${grouped(min)}.`)
  return value > max ? wrong(`不能大于 ${grouped(max)}。`, `At most ${grouped(max)}.`) : value
}
