import { type Day, isDay, isQuarter, type Quarter } from '../../shared/dates.ts'
import { type Fen, formatYuan, parseYuan } from '../../shared/money.ts'
import { isUscc, normaliseUscc } from '../../shared/uscc.ts'
import type { Text } from '../../shared/words.ts'
import { numberText } from './cell-text.ts'

/** What is wrong with one cell, in both languages. */
export type Wrong = { readonly wrong: Text }

export function wrong(zh: string, en: string): Wrong {
  return { wrong: { zh, en } }
}

/** Text of at most `max` characters. Codes that a spreadsheet has turned into `2.5E+19` are caught. */
export function asText(max: number, pattern?: { readonly form: RegExp; readonly wrong: Text }) {
  return (text: string): string | Wrong => {
    if (/^\d(\.\d+)?E\+\d+$/i.test(text)) {
      return wrong(
        '长数字已被表格软件截断，请将该列设为“文本”格式后重新填写。',
        'The spreadsheet has cut this long number. Format the column as text and enter it again.',
      )
    }
    if ([...text].length > max) return wrong(`不能超过 ${max} 个字。`, `At most ${max} characters.`)
    return pattern && !pattern.form.test(text) ? { wrong: pattern.wrong } : text
  }
}

/** A whole number within bounds; `1,200` and full-width digits are understood. */
export function asWholeNumber(min: number, max: number) {
  return (text: string): number | Wrong => {
    const plain = plainNumber(text)
    if (!/^-?\d{1,15}$/.test(plain)) return wrong(`“${text}”不是整数。`, `“${text}” is not a whole number.`)
    return within(Number(plain), min, max)
  }
}

/** A number within bounds and with at most `places` decimal places. */
export function asNumber(min: number, max: number, places: number) {
  return (text: string): number | Wrong => {
    const match = /^-?\d{1,15}(?:\.(\d+))?$/.exec(plainNumber(text))
    if (!match) return wrong(`“${text}”不是数字。`, `“${text}” is not a number.`)
    if ((match[1] ?? '').replace(/0+$/, '').length > places) {
      return wrong(`最多保留 ${places} 位小数。`, `At most ${places} decimal places.`)
    }
    return within(Number(plainNumber(text)), min, max)
  }
}

/** Percent as a number: `30`, `30%` → 30. */
export function asPercent(min: number, max: number, places = 2) {
  const number = asNumber(min, max, places)
  return (text: string): number | Wrong => number(text.normalize('NFKC').replace(/%$/, ''))
}

/** Yuan, as written → whole fen. */
export function asYuan(min: Fen, max: Fen) {
  return (text: string): Fen | Wrong => {
    const fen = parseYuan(text)
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
  const plain = text.normalize('NFKC').trim()
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?: 0?0:00(?::00)?)?$/.exec(plain) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(plain)
  // a date whose format was lost in pasting arrives as its serial number; these are the days of 2000 to 2099
  if (/^\d{5}$/.test(plain) && Number(plain) >= 36_526 && Number(plain) <= 73_050)
    return numberText(Number(plain), 'date')
  const day = match ? `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}` : ''
  return isDay(day) ? day : wrong(`“${text}”不是日期，例如 2026-05-06。`, `“${text}” is not a date such as 2026-05-06.`)
}

/** A quarter: `2026Q2`, `2026年第二季度`, `2026年2季度`. */
export function asQuarter(text: string): Quarter | Wrong {
  const plain = text.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  const match = /^(\d{4})(?:Q|年第?)([1-4一二三四])(?:季度?)?$/.exec(plain)
  const digit = match?.[2] ?? ''
  const quarter = match ? `${match[1]}Q${'一二三四'.includes(digit) ? '一二三四'.indexOf(digit) + 1 : digit}` : ''
  return isQuarter(quarter)
    ? quarter
    : wrong(`“${text}”不是季度，例如 2026Q2。`, `“${text}” is not a quarter such as 2026Q2.`)
}

/** A unified social credit code with a right check character. */
export function asUscc(text: string): string | Wrong {
  const code = normaliseUscc(text)
  return isUscc(code)
    ? code
    : wrong(
        `“${text}”不是有效的统一社会信用代码（18 位，校验位有误或位数不对）。`,
        `“${text}” is not a valid unified social credit code (18 characters with a check character).`,
      )
}

/** One of the named choices, by either language's name or its key → the key. */
export function asOneOf<const Key extends string>(choices: Readonly<Record<Key, Text>>) {
  const keys = new Map<string, Key>()
  for (const [key, title] of Object.entries<Text>(choices)) {
    for (const name of [key, title.zh, title.en]) keys.set(plainChoice(name), key as Key)
  }
  const titles = Object.values<Text>(choices)
  return (text: string): Key | Wrong =>
    keys.get(plainChoice(text)) ??
    wrong(
      `“${text}”不在可选项中：${titles.map((each) => each.zh).join('、')}。`,
      `“${text}” is none of: ${titles.map((each) => each.en).join(', ')}.`,
    )
}

function plainChoice(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

function plainNumber(text: string): string {
  return text.normalize('NFKC').replace(/[,\s]/g, '').replace(/−/g, '-')
}

function within(value: number, min: number, max: number): number | Wrong {
  if (value < min) return wrong(`不能小于 ${min}。`, `At least ${min}.`)
  return value > max ? wrong(`不能大于 ${max}。`, `At most ${max}.`) : value
}
