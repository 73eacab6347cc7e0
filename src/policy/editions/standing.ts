import type { Day } from '../../shared/dates.ts'
import type { EditionRules } from './edition-rules.ts'

const suffix = '-standing'

/** Years that standing service is open at most: it has no end of its own. */
const years = 99

/** The edition that standing service follows, of the id of a programme's edition. */
export function standingId(edition: string): string {
  return `${edition}${suffix}`
}

/** The programme's edition that an id of standing service rests on; null for every other id. */
export function programmeOf(id: string): string | null {
  return id.endsWith(suffix) ? id.slice(0, -suffix.length) : null
}

/** An edition by its id with the first year of a batch of it. */
export type Programme = { readonly edition: string; readonly firstYear: number }

/**
 * What the standing service of a park follows (G6.1): its last pilot, or where it never had one the newest edition, from this
 * year on. `editions`: in order of issue.
 */
export function foundationOf(last: Programme | undefined, editions: readonly EditionRules[], today: Day): Programme {
  const newest = editions.at(-1)
  if (!last && !newest) throw new Error('there is no edition')
  const { edition, firstYear } = last ?? { edition: newest?.id ?? '', firstYear: Number(today.slice(0, 4)) }
  return { edition: standingId(edition), firstYear }
}

/**
 * What is left of an edition when a park goes on serving after its pilot, or without one (G6.1): how a service is done and proven.
 * Nothing is owed, nothing is paid from an award, nothing is evaluated, and no indicator counts it.
 */
export function standingOf(edition: EditionRules): EditionRules {
  const { signatures: _, ...rest } = edition
  return {
    ...rest,
    id: standingId(edition.id),
    standing: true,
    name: { zh: `常态化服务·${edition.name.zh}`, en: `Standing service · ${edition.name.en}` },
    period: {
      from: edition.period.from,
      to: { year: years, monthDay: '12-31' },
      clause: 'G6.1',
      source: 'inferred',
    },
    obligations: [],
    tranches: [],
    grades: [],
    evaluations: [],
    indicators: [],
  }
}
