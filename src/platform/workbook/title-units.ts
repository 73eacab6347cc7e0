import { plainTitle } from '../../shared/clean.ts'
import type { Text } from '../../shared/words.ts'
import type { Column } from './columns.ts'

/** Units that money is written in, by how many yuan; as `plainTitle` leaves them. */
const units: Readonly<Record<string, number>> = {
  元: 1,
  千元: 1_000,
  万元: 10_000,
  百万元: 1_000_000,
  亿元: 100_000_000,
  yuan: 1,
  '1,000yuan': 1_000,
  '10,000yuan': 10_000,
  '100millionyuan': 100_000_000,
}

/** A title that is a column's but for its unit; `times`: what the figures under it are to be multiplied by, 1/10000 as 0.0001. */
export type OtherUnit = { readonly column: Column; readonly unit: string; readonly own: Text; readonly times: number }

/** `营业收入（元）`, `营业收入/元` or `营业收入：元` in its two parts; null where no unit of money stands behind it. */
function parted(title: string): { readonly name: string; readonly unit: string } | null {
  const [, name, bracketed, bare] =
    /^(.+?)(?:[([【](?:单位:?)?([^()[\]【】]+)[)\]】]|[/:,、_-](?:单位:?)?([^/:]+))$/.exec(title) ?? []
  const unit = bracketed ?? bare
  return name && unit && Object.hasOwn(units, unit) ? { name, unit } : null
}

/** Which column a title means that names another unit of money than the column does; null where it means none. */
export function otherUnitOf(title: string, columns: readonly Column[]): OtherUnit | null {
  const asked = parted(plainTitle(title))
  if (!asked) return null
  for (const column of columns)
    for (const name of [column.title.zh, column.title.en]) {
      const own = parted(plainTitle(name))
      if (own?.name !== asked.name || units[own.unit] === units[asked.unit]) continue
      const times = (units[asked.unit] ?? 1) / (units[own.unit] ?? 1)
      return { column, unit: asked.unit, own: { zh: unitIn(column.title.zh), en: unitIn(column.title.en) }, times }
    }
  return null
}

/** The unit in a title of ours as it is written there. */
function unitIn(title: string): string {
  return /[(（]([^()（）]+)[)）]\s*$/.exec(title)?.[1] ?? title
}
