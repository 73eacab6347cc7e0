import type { Text } from '../../shared/words.ts'
import { signedPoints } from './rational.ts'

/** How a figure spreads over those that have one: hundredths, the mean rounded half up. */
export type Spread = { readonly count: number; readonly least: number; readonly mean: number; readonly most: number }

/** Null where nobody has the figure. */
export function spreadOf(figures: readonly number[]): Spread | null {
  const [first] = figures
  if (first === undefined) return null
  const sum = figures.reduce((all, one) => all + one, 0)
  return {
    count: figures.length,
    least: figures.reduce((low, one) => Math.min(low, one), first),
    mean: Math.round(sum / figures.length),
    most: figures.reduce((high, one) => Math.max(high, one), first),
  }
}

/** What was scored, of the points that were to be had, percent with two decimals; null where there were none. */
export function sharePercentOf(some: readonly { readonly scored: number; readonly points: number }[]): number | null {
  const sum = (key: 'scored' | 'points') => some.reduce((all, one) => all + one[key], 0)
  const points = sum('points')
  return points === 0 ? null : Math.round((sum('scored') / points) * 10_000) / 100
}

/** The items in which a result lies furthest from the mean, the largest differences first: why it stands where it stands. */
export function furthestFromMean(
  items: Readonly<Record<string, number | null>>,
  means: ReadonlyMap<string, number>,
  most: number,
): { readonly item: string; readonly difference: number }[] {
  return Object.entries(items)
    .flatMap(([item, points]) => {
      const mean = means.get(item)
      return points === null || mean === undefined ? [] : [{ item, difference: points - mean }]
    })
    .filter(({ difference }) => difference !== 0)
    .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
    .slice(0, most)
}

/** `运行机制 +1.50；资金执行 −0.80`; hundredths. */
export function differencesText(differences: readonly { readonly name: Text; readonly difference: number }[]): Text {
  const said = (language: keyof Text, mark: string) =>
    differences.map(({ name, difference }) => `${name[language]} ${signedPoints(difference)}`).join(mark)
  return { zh: said('zh', '；'), en: said('en', '; ') }
}
