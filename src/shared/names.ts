import { cleanName, escapedControl, foldWidth, withoutInvisible } from './clean.ts'
import { readDay } from './dates.ts'

const firm =
  /(?:公司|集团|[厂店社院所部馆坊站场行]|中心|协会|学校|企业|工作室|合作社|事务所|经营户|co\.?|ltd\.?|inc\.?|llc)$/i
const bracketsBehind = /[（(][^（()）]*[）)]$/u
/** What goes on from the line before: a form of company, a branch, brackets. */
const goesOn =
  /^(?:[（(]|(?:集团|控股)?(?:股份|有限|责任)+公司|公司|集团|co\b|ltd\b|inc\b|llc\b)|(?:分公司|分厂|分店|分行|支行|分部|分院)$/i

/** Whether the lines of a text are the names of several firms, each with the word that ends one; a wrapped name is one. */
export function holdsSeveralNames(text: string): boolean {
  const lines = withoutInvisible(text.replace(escapedControl, '\n'))
    .split(/[\p{Cc}\u2028\u2029]+/u)
    .map((line) => cleanName(line))
    .filter((line) => line !== '')
  const isFirm = (line: string) => firm.test(line.replace(bracketsBehind, ''))
  return lines.some((line, at) => {
    const next = lines[at + 1]
    return next !== undefined && isFirm(line) && isFirm(next) && !goesOn.test(next)
  })
}

/** As Excel, WPS and LibreOffice show an error, in English and Chinese; `####` is a number wider than its column. */
export const errorText =
  /^(?:#N\/A|#DIV\/0[!！]|#[\p{L}_]{2,20}[!?！？]|#GETTING_DATA|#{2,}|(?:Err|错误)\s*[:：]\s*\d{3})$/iu

/** Whether a text can be the name of a firm, a unit or a person; a day, a truth value, figures alone and an error are none. */
export function isNoName(text: string): boolean {
  const name = foldWidth(cleanName(text))
  return /^(?:[\d\s.,:/%-]+|true|false)$/i.test(name) || readDay(name) !== null || errorText.test(name)
}
