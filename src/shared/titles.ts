import { plainTitle } from './clean.ts'
import { isMoneyUnit, sameUnit, titleParts, unitAlone } from './numbers.ts'

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
const yearBelow = new RegExp(`^(${year}(?:年度|年末|年底|年)?)(.*)$`, 'u')

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

const isEmpty = (text: string | undefined) => (text ?? '').trim() === ''

/**
 * Titles joined with a line below them that holds nothing but units or years: `营业收入` over `(万元)`, or over `2024年` and
 * `2025年`; null for any other line. A title over several columns stands over each of them or, in a pasted block, the first.
 */
export function withUnits(titles: readonly string[], below: readonly string[]): string[] | null {
  const over = (at: number): string => {
    const own = titles[at] ?? ''
    return isEmpty(own) && at > 0 && yearsOf(below[at]) && yearsOf(below[at - 1]) ? over(at - 1) : own
  }
  const parts = below.map((text, at) => {
    if (isEmpty(text) || text === titles[at] || isEmpty(over(at))) return null
    const unit = unitAlone(text)
    return unit === null ? yearsOf(text) : { year: '', unit }
  })
  if (!below.every((text, at) => isEmpty(text) || text === titles[at] || parts[at])) return null
  const years = parts.flatMap((part, at) => (part?.year ? [at] : []))
  // A year alone may be a value: under one title stand several, or the other titles go on beside it.
  const goesOn = below.some((text, at) => !isEmpty(text) && text === titles[at])
  if (years.length > 0 && !goesOn && !years.some((at) => at > 0 && parts[at - 1]?.year && over(at) === over(at - 1)))
    return null
  if (!parts.some((part) => part !== null)) return null
  return Array.from({ length: Math.max(titles.length, below.length) }, (_, at) => {
    const part = parts[at]
    return part ? `${part.year}${over(at)}${part.unit ? `(${part.unit})` : ''}` : (titles[at] ?? '')
  })
}

/** A year that is all of a text, with its unit: `2024年`, `2024年度（万元）`. */
function yearsOf(text: string | undefined): { readonly year: string; readonly unit: string | null } | null {
  const [, found, rest = ''] = yearBelow.exec((text ?? '').replace(/[\s\p{Cf}]/gu, '')) ?? []
  if (found === undefined) return null
  const unit = rest === '' ? null : unitAlone(rest)
  return rest === '' || unit !== null ? { year: found, unit } : null
}
