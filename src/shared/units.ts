/** Yuan in one unit of an amount. */
export const yuanIn: Readonly<Record<string, number>> = {
  元: 1,
  千元: 1e3,
  万元: 1e4,
  百万元: 1e6,
  千万元: 1e7,
  亿元: 1e8,
}

const personsIn: Readonly<Record<string, number>> = { 人: 1, 千人: 1e3, 万人: 1e4 }

/** Other ways to write a unit, as it stands behind a figure or in a title. */
const otherNames: Readonly<Record<string, string>> = {
  千: '千元',
  万: '万元',
  百万: '百万元',
  千万: '千万元',
  亿: '亿元',
  圆: '元',
  名: '人',
  位: '人',
  yuan: '元',
  '1,000yuan': '千元',
  '10,000yuan': '万元',
  '100millionyuan': '亿元',
}

const counted = ['%', '‰', '家', '户', '项', '个', '次', '场', '件']

/** Every unit that is known behind a figure, the longest first. */
export const units: readonly string[] = [
  ...Object.keys(yuanIn),
  ...Object.keys(personsIn),
  ...Object.keys(otherNames),
  ...counted,
].toSorted((one, other) => other.length - one.length)

/** The name of a unit as it is compared: without width, spaces and case. */
export function plainUnit(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

function oneName(unit: string): string {
  const plain = plainUnit(unit).replace(/^(?:人民币|rmb)/, '')
  return otherNames[plain] ?? plain
}

/** Whether two names mean one unit: 万 and 万元 of money, 名 and 人. */
export function sameUnit(one: string, other: string): boolean {
  return oneName(one) === oneName(other)
}

export function isMoneyUnit(unit: string): boolean {
  return oneName(unit) in yuanIn
}

/** Whether two units measure the same in another scale, so that a figure in one of them is wrong in the other: 亿元 and 万元. */
export function otherScale(one: string, other: string): boolean {
  const [a, b] = [oneName(one), oneName(other)]
  return a !== b && [yuanIn, personsIn].some((scales) => a in scales && b in scales)
}

const alternatives = units.filter((unit) => !['%', '‰'].includes(unit)).join('|')
const listed = `(?:人民币)?(?:${alternatives})(?![\\p{L}\\p{N}])`
const declared = new RegExp(`单位[:：为是]?((?:${listed}[、，,/和及;；]?)+)`, 'gu')
const bracketed = new RegExp(`[（(【\\[]((?:${listed}[、，,/和及;；]?)+)[）)】\\]]$`, 'u')
const bare = new RegExp(`^[（(]?((?:${listed}[、，,/]?)+)[）)]?$`, 'u')

/** The units that a line beside a table says its figures are in: `金额单位：亿元`, `企业名单（万元）`, `单位：人、万元`. */
export function unitsStated(text: string): string[] {
  const plain = text.replace(/[\s\p{Cf}]/gu, '')
  const lists = [...plain.matchAll(declared)].map(([, list = '']) => list)
  const last = bracketed.exec(plain)?.[1]
  return lists.concat(lists.length === 0 && last ? [last] : []).flatMap(partsOf)
}

/** The unit that is all of a text, as in a second line of titles: `(万元)`; null for any other text. */
export function unitAlone(text: string): string | null {
  const plain = text.replace(/[\s\p{Cf}]/gu, '').replace(/^([（(]?)单位[:：]?/, '$1')
  if (/^[（(]?[%％][）)]?$/.test(plain)) return '%'
  const [unit, ...others] = partsOf(bare.exec(plain)?.[1] ?? '')
  return unit !== undefined && others.length === 0 ? unit : null
}

function partsOf(list: string): string[] {
  return list.split(/[、，,/和及;；]/).filter((part) => part !== '')
}

const ending = new RegExp(
  `^(.+?)(?:[(\\[【,，/_-](?:单位)?(?:人民币)?(${alternatives}|%)[)\\]】]?|[(\\[【][^()]*[,，、]\\s*(${alternatives}|%)[)\\]】])$`,
  'u',
)

/** A title without the unit behind it; both as `plainTitle` leaves them: `营业收入(万元)`, `营业收入/万元`. */
export function titleParts(plain: string): { readonly base: string; readonly unit: string | null } {
  const [, base, unit, late] = ending.exec(plain) ?? []
  return base === undefined ? { base: plain, unit: null } : { base, unit: unit ?? late ?? null }
}
