import { plainTitle } from './clean.ts'
import { isMoneyUnit, sameUnit, titleParts, unitAlone } from './units.ts'

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
}

/** Which column a title names: by its own title, by another name, or by either with another unit or without one. */
export function titleFinder(columns: readonly Titled[]): (title: string) => FoundTitle | undefined {
  const own = new Map(columns.flatMap((each) => each.own.map((name) => [plainTitle(name), each] as const)))
  const also = new Map(columns.flatMap((each) => each.also.map((name) => [plainTitle(name), each] as const)))
  const bases = new Map(
    columns
      .filter(({ unit }) => unit !== undefined)
      .flatMap((each) => [...each.own, ...each.also].map((name) => [titleParts(plainTitle(name)).base, each] as const)),
  )
  return (title) => {
    const plain = plainTitle(title)
    const exact = own.get(plain)
    if (exact) return { key: exact.key, own: true, otherUnit: null, unitless: false }
    const { base, unit } = titleParts(plain)
    const found = also.get(plain) ?? bases.get(base)
    if (!found) return undefined
    const isOther = unit !== null && !(found.unit && sameUnit(unit, found.unit)) && !also.has(plain)
    const unitless = unit === null && typeof found.unit === 'string' && isMoneyUnit(found.unit)
    return { key: found.key, own: false, otherUnit: isOther ? unit : null, unitless }
  }
}

/** Titles joined with a line below them that holds nothing but units: `营业收入` over `(万元)`; null for any other line. */
export function withUnits(titles: readonly string[], below: readonly string[]): string[] | null {
  const isEmpty = (text: string | undefined) => (text ?? '').trim() === ''
  const isUnit = (text: string, at: number) => unitAlone(text) !== null && !isEmpty(titles[at])
  if (!below.some(isUnit)) return null
  if (!below.every((text, at) => isEmpty(text) || text === titles[at] || isUnit(text, at))) return null
  return Array.from({ length: Math.max(titles.length, below.length) }, (_, at) => {
    const [over = '', under = ''] = [titles[at], below[at]]
    return unitAlone(under) === null || over === under ? over : `${over}(${unitAlone(under)})`
  })
}
