import { cleanName, escapedControl, foldWidth, holdsLetter, plainTitle, withoutInvisible } from './clean.ts'
import { readDay } from './dates.ts'
import { isMoneyUnit, sameUnit, titleParts } from './numbers.ts'

/** One text of a row as a person sees it: a merged range once, hidden columns not at all. */
export type Seen = {
  readonly index: number
  readonly text: string
  /** What is wrong with the cell itself, in a workbook. */
  readonly fault: 'error' | 'uncalculated' | 'picture' | 'scaled' | 'currency' | 'digits' | null
  /** How many columns that are read show this text. */
  readonly over: number
}

const notes =
  /^[（(【[*※＊\s]*(?:备?注|附注|(?:填表|填报|填写|编制|口径|指标)?说明|注意(?:事项)?|(?:温馨)?提示|(?:数据|资料)来源|notes?|remarks?|source)\d{0,2}[】\])）]?[:：]/i
const noteAlone = /^[（(【[]?(?:备注|附注|填表说明|填报说明|编制说明|填写说明|注释?|说明|notes?|remarks?)[】\])）]?$/i
const continued = /^(?:[（(]?\d{1,2}[)）.．、]|[①-⑳]|[（(]?[一二三四五六七八九十]+[)）、.．])/
const ending = /^[-—－\s（(*]*(?:以下空白|以下无正文|此页无正文|以下无内容|完|end)[-—－\s）)*]*$/i
const total =
  /^(?:本页|本表|全部|累计)?(?:合计|总计|小计|共计|总和|汇总|总数|平均|平均值|grandtotal|totals?|subtotals?|sum)数?(?:[（(][^）)]*[）)])?[:：]?(?:\d+[家户个项人])?$/i
const part = /^其中[:：]/
const caption = /^(?:19|20)\d{2}年?(?:度|末|底)?[\p{L}\p{N}（）()]{0,20}$/u
const subtotal = /^.{1,20}(?:合计|小计|总计)[:：]?$/
const label =
  /^(?:单位|部门|园区|分管|主要|法定)?(?:填表人?|填报人?|制表人?|经办人?|审核人?|复核人?|审批人?|核准人?|批准人|负责人|代表人|法人代表|主管|领导|联系人|联系电话|联系方式|电话|手机|(?:填表|填报|制表|编制|审核)?(?:日期|时间)|(?:填报|填表|编制)?(?:单位|部门)(?:名称)?|公章|盖章|签章|签字|签名|preparedby|checkedby|approvedby|signature|signed|date|telephone|phone|contact|seal)(?:[（(][^）)]*[）)])*/i
const signer =
  /^(?:填表|填报|制表|经办|审核|复核|审批|核准|批准|单位负责人|单位[（(]|preparedby|checkedby|approvedby|signature)/i
const stamp = /^.{0,40}[（(](?:单位)?(?:公章|盖章|签章|签字|签名|印章|章)[)）][:：]?$/
const dateLine =
  /^(?:(?:填表|填报|制表)?(?:日期|时间)[:：])?(?:[\d_＿]*年[\d_＿]*月[\d_＿]*日|20\d{2}([-./])\d{1,2}\1\d{1,2})$/
const figure = /^[-+￥¥]?[\d,，.]+(?:[%％]|元|万元|亿元|家|户|人|个|项)?$/
const chapter = /^[（(]?[一二三四五六七八九十]+[)）、]/
const sentence = /[。；！]|^.{40,}$/s

/** What a line is that is no row: it says so itself (`sure`), or only looks like it. */
export type LineKind = {
  readonly kind: 'note' | 'total' | 'signature' | 'heading' | 'numbering'
  readonly sure: boolean
}

/** Asked of every row, before it is read: what is so plainly no row that it may not be read as one. */
export function plainlyNoRow(seen: readonly Seen[], columns: number, afterNote: boolean): LineKind | null {
  const first = words(seen[0])
  if (seen.length === 1 && (notes.test(first) || ending.test(first) || (afterNote && continued.test(first))))
    return { kind: 'note', sure: true }
  if (total.test(first) && seen.slice(1).every((each) => isFigure(each) || total.test(words(each))))
    return { kind: 'total', sure: true }
  if (signer.test(first) && isSigned(seen)) return { kind: 'signature', sure: true }
  // one text merged over several columns is the value of none of them
  if (seen.length === 1 && (seen[0]?.over ?? 0) > 1) return { kind: 'heading', sure: (seen[0]?.over ?? 0) === columns }
  return null
}

/** Asked of rows that cannot be read; `missing` is the share of the required values that are not there or wrong. */
export function likelyNoRow(
  seen: readonly Seen[],
  { missing, afterHeader, firstColumn }: { missing: number; afterHeader: boolean; firstColumn: number },
): LineKind | null {
  if (missing >= 0.5) {
    if (part.test(words(seen[0])) && seen.slice(1).every(isFigure)) return { kind: 'total', sure: true }
    if (noteAlone.test(words(seen[0])) && seen.length === 2) return { kind: 'note', sure: true }
    if (notes.test(words(seen[0]))) return { kind: 'note', sure: true }
    if (isSigned(seen)) return { kind: 'signature', sure: true }
    if (looksLikeSubtotal(seen)) return { kind: 'total', sure: false }
  }
  if (afterHeader && isNumbering(seen)) return { kind: 'numbering', sure: true }
  const [only, ...others] = seen
  if (!only || others.length > 0 || only.index > firstColumn) return null
  if (missing >= 0.5 && caption.test(words(only))) return { kind: 'heading', sure: false }
  return sentence.test(only.text) || chapter.test(words(only)) ? { kind: 'note', sure: false } : null
}

/** A text that ends like a subtotal, and nothing but figures beside it. */
export function looksLikeSubtotal(seen: readonly Seen[]): boolean {
  return (
    seen.length > 1 && (subtotal.test(words(seen[0])) || total.test(words(seen[0]))) && seen.slice(1).every(isFigure)
  )
}

export function looksLikeExample(text: string): boolean {
  return /^(?:(?:填写)?示例|样例|范例|例如|例|example|sample)[:：]?$/i.test(text.replace(/\s/g, ''))
}

/** What a line is shows in its first words. */
const longestLabel = 300

function words(seen: Seen | undefined): string {
  return seen?.text.slice(0, longestLabel).replace(/[\s\p{Cf}]/gu, '') ?? ''
}

function isFigure({ text, fault }: Seen): boolean {
  const plain = text.replace(/\s/g, '')
  return (fault !== null && fault !== 'picture') || figure.test(plain) || /^[-—–/\\－]+$/.test(plain)
}

/** Labels as below a form, each followed by one answer at most. */
function isSigned(seen: readonly Seen[]): boolean {
  let answers = 0
  let asked = false
  for (const [at, each] of seen.entries()) {
    const text = words(each)
    const length = label.exec(text)?.[0].length ?? 0
    const rest = text.slice(length)
    if (stamp.test(text) || dateLine.test(text)) asked ||= true
    else if (length > 0 && /^[:：_＿]/.test(rest)) {
      asked = true
      answers = rest.length === 1 ? 1 : 0
    } else if (length > 0 && rest === '' && at > 0) answers = 1
    else if (at > 0 && answers > 0) answers--
    else return false
  }
  return asked
}

/** `1 2 3 …` or `甲 乙 1 2 …` under the titles. */
function isNumbering(seen: readonly Seen[]): boolean {
  const texts = seen.map((each) => words(each).replace(/^[（(](.*)[）)]$/, '$1')).filter((text) => text !== '栏次')
  const numbers = texts.filter((text) => !/^[甲乙丙丁戊]$/.test(text)).map(Number)
  const [start = 0] = numbers
  return texts.length > 2 && [0, 1, 2].includes(start) && numbers.every((number, at) => number === start + at)
}

/** A column as its titles tell it. `unit`: what its figures are counted in; null where every row has its own. */
export type Titled = {
  readonly key: string
  readonly own: readonly string[]
  readonly also: readonly string[]
  readonly unit?: string | null | undefined
}

export type FoundTitle = {
  readonly key: string
  /** By the column's own title, not by another name for it. */
  readonly own: boolean
  /** The unit that the title names, where it is not the column's. */
  readonly otherUnit: string | null
  /** An amount of money whose unit the title leaves out. */
  readonly unitless: boolean
  /** What the title says besides, as it may mean other figures: `2024年`, `含税`. */
  readonly aside: string | null
}

/** A longer text is no title of a column. */
const longestTitle = 200

const year = '(?:19|20)\\d{2}'
const yearSuffixes = ['年度', '年末', '年底', '年', '']
const yearFirst = new RegExp(`^(${year})(.+)$`, 'u')
const asideBehind = new RegExp(`^(.+?)\\((${year}(?:年度|年末|年底|年)?|不?含税|税前|税后)\\)(.*)$`, 'u')

type Reading = { readonly rest: string; readonly aside: string | null }

/** A title as it stands, and without a year or a kind of tax that it names. */
function readingsOf(plain: string): Reading[] {
  const readings: Reading[] = [{ rest: plain, aside: null }]
  // asked of every cell of a sheet: most hold nothing of the kind
  const [, before = '', aside, behind = ''] = plain.endsWith(')') ? (asideBehind.exec(plain) ?? []) : []
  if (aside !== undefined) readings.push({ rest: before + behind, aside })
  const [, first = '', rest = ''] = yearFirst.exec(plain) ?? []
  for (const suffix of yearSuffixes)
    if (rest !== '' && rest.startsWith(suffix))
      readings.push({ rest: rest.slice(suffix.length), aside: first + suffix })
  return readings
}

/**
 * Which column a title names: by its own title, by another name, or by either with another unit or without one, with a year, or
 * with what else stands in its brackets.
 */
export function titleFinder(columns: readonly Titled[]): (title: string) => FoundTitle | undefined {
  const own = new Map(columns.flatMap((each) => each.own.map((name) => [plainTitle(name), each] as const)))
  const also = new Map(columns.flatMap((each) => each.also.map((name) => [plainTitle(name), each] as const)))
  const bases = new Map(
    columns
      .filter(({ unit }) => unit !== undefined)
      .flatMap((each) => [...each.own, ...each.also].map((name) => [titleParts(plainTitle(name)).base, each] as const)),
  )
  function read({ rest, aside }: Reading): FoundTitle | undefined {
    const exact = own.get(rest)
    if (exact) return { key: exact.key, own: aside === null, otherUnit: null, unitless: false, aside }
    const parts = titleParts(rest)
    const { unit } = parts
    const found = also.get(rest) ?? bases.get(parts.base)
    if (!found) return undefined
    const isOther = unit !== null && !(found.unit && sameUnit(unit, found.unit)) && !also.has(rest)
    const unitless = unit === null && typeof found.unit === 'string' && isMoneyUnit(found.unit)
    const said = [aside, also.has(rest) ? null : parts.aside].filter((one) => one !== null)
    return {
      key: found.key,
      own: false,
      otherUnit: isOther ? unit : null,
      unitless,
      aside: said.length > 0 ? said.join('、') : null,
    }
  }
  return (title) => {
    if (title.length > longestTitle) return undefined
    for (const reading of readingsOf(plainTitle(title))) {
      const found = read(reading)
      if (found) return found
    }
    return undefined
  }
}

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

/** Whether a text is no name of a firm, a unit or a person: no letter, a day, a truth value, an error. */
export function isNoName(text: string): boolean {
  const name = foldWidth(cleanName(text))
  return !holdsLetter(name) || /^(?:true|false)$/i.test(name) || readDay(name) !== null || errorText.test(name)
}
