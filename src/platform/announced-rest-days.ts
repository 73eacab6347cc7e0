import { createRequire } from 'node:module'
import { z } from 'zod'

type Announced = { readonly day: string; readonly kind: 'rest' | 'worked'; readonly name: string }

const require = createRequire(import.meta.url)
const { version } = z.object({ version: z.string() }).parse(require('chinese-days/package.json'))
const days = z.record(z.string(), z.string())

/** What the lists of this package are named by as their source. */
export const packageName = `chinese-days ${version}`

/** Fewer days of a year than these are strays of its neighbour's announcement. */
const fewest = 6

/**
 * The State Council's lists as the package carries them, by year. Only its published data are read: its functions take
 * weekdays in the zone of the process.
 */
export const announcedYears: ReadonlyMap<number, readonly Announced[]> = readYears()

function readYears(): Map<number, readonly Announced[]> {
  const { holidays, workdays } = z
    .object({ holidays: days, workdays: days })
    .parse(require('chinese-days/dist/chinese-days.json'))
  const all = [...listed(holidays, 'rest'), ...listed(workdays, 'worked')].sort((a, b) => (a.day < b.day ? -1 : 1))
  const years = Map.groupBy(all, ({ day }) => Number(day.slice(0, 4)))
  return new Map([...years].filter(([, own]) => own.length >= fewest))
}

/** The name stands between the English one and the statutory number of days: `National Day,国庆节,3`. */
function listed(found: Readonly<Record<string, string>>, kind: Announced['kind']): Announced[] {
  return Object.entries(found).map(([day, text]) => ({ day, kind, name: text.split(',')[1] ?? '' }))
}
