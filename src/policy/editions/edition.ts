import { addDays, type Day } from '../../shared/dates.ts'
import { type PeriodCode, periodCode, periodDays, periodsUntil } from '../../shared/periods.ts'
import { zj2023 } from './data/zj-2023.ts'
import { zj2025 } from './data/zj-2025.ts'
import type { EditionRules, ForbiddenUse, IndicatorRule, ObligationId, ObligationRule } from './edition-rules.ts'
import { programmeOf, standingOf } from './standing.ts'

/** The rules of one programme as data. A pilot keeps the edition it was admitted under. */
export type Edition = EditionRules

/** First and last day, both included. */
export type Period = { readonly from: Day; readonly to: Day }

const known = new Map<string, Edition>([zj2023, zj2025].map((edition) => [edition.id, edition]))

/** Every edition, in order of issue. */
export function editionList(): readonly Edition[] {
  return [...known.values()]
}

/** Makes one more edition known to this process, for tests and drafts; returns it. A known id keeps its rules. */
export function registerEdition(edition: Edition): Edition {
  const before = known.get(edition.id)
  if (before && before !== edition) throw new Error(`edition ${edition.id} is known with other rules`)
  known.set(edition.id, edition)
  return edition
}

const standing = new Map<Edition, Edition>()

/** The edition of that id, or null; standing service follows what is left of a programme's edition. */
export function findEdition(id: string): Edition | null {
  const programme = programmeOf(id)
  if (programme === null) return known.get(id) ?? null
  const edition = known.get(programme)
  if (!edition) return null
  const left = standing.get(edition) ?? standingOf(edition)
  standing.set(edition, left)
  return left
}

/** The edition of that id; an unknown id is a broken record, not a user's mistake, and throws. */
export function editionOf(id: string): Edition {
  const edition = findEdition(id)
  if (!edition) throw new Error(`unknown edition: ${id}`)
  return edition
}

export function batchPeriod(edition: Edition, firstYear: number): Period {
  const { from, to } = edition.period
  return { from: `${firstYear + from.year}-${from.monthDay}`, to: `${firstYear + to.year}-${to.monthDay}` }
}

export function inPeriod(period: Period, day: Day): boolean {
  return period.from <= day && day <= period.to
}

/** Periods of the edition's cadence for which a target completion table is owed, in order. */
export function returnPeriods(edition: Edition, firstYear: number): PeriodCode[] {
  if (edition.standing) return []
  const { cadence, first } = edition.returns
  return periodsUntil(periodCode(cadence, firstYear + first.year, first.no), batchPeriod(edition, firstYear).to)
}

/** Half-years (`2026H1`) for which a summary is owed, in order. */
export function summaryPeriods(edition: Edition, firstYear: number): PeriodCode[] {
  if (edition.standing) return []
  const { from, to } = batchPeriod(edition, firstYear)
  return periodsUntil(periodCode('half-year', Number(from.slice(0, 4)), from.slice(5) < '07-01' ? 1 : 2), to)
}

/** Whether the edition knows this obligation at all. */
export function owes(edition: Edition, id: ObligationId): boolean {
  return edition.obligations.some((row) => row.id === id)
}

export function obligationOf(edition: Edition, id: ObligationId): ObligationRule {
  const found = edition.obligations.find((row) => row.id === id)
  if (!found) throw new Error(`edition ${edition.id} has no obligation ${id}`)
  return found
}

/** The day on which an obligation is due; `period` (`2026Q2`, `2026H1`) where it recurs. Rest days: `policy/calendar/deadlines.ts`. */
export function dueDay(edition: Edition, firstYear: number, obligation: ObligationId, period?: string): Day {
  const { due } = obligationOf(edition, obligation)
  if (due.by === 'date') return `${firstYear + due.year}-${due.monthDay}`
  if (due.by === 'at-once') throw new Error(`${obligation} is due by the hour`)
  if (period === undefined) throw new Error(`${obligation} is due once per period: name it`)
  if (due.by === 'after-period') return addDays(periodDays(period).to, due.days)
  const year = Number(period.slice(0, 4))
  return period.endsWith('H1') ? `${year}-${due.firstHalf}` : `${year + 1}-${due.secondHalf}`
}

export function indicatorOf(edition: Edition, code: string): IndicatorRule | null {
  return edition.indicators.find((row) => row.code === code) ?? null
}

/** The forbidden use that a purpose text falls under (G4.4), or null. Spaces, width and punctuation do not hide a word. */
export function forbiddenUse(edition: Edition, purpose: string): ForbiddenUse | null {
  const plain = purpose
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{Cf}]/gu, '')
  for (const use of edition.forbiddenUses) {
    const rest = use.except.reduce((text, phrase) => text.replaceAll(phrase, '|'), plain)
    if (use.keywords.some((word) => rest.includes(word))) return use
  }
  return null
}

/** Whether a division (GB/T 2260 code or prefix of it) is left out of the edition (G0). */
export function isExcluded(edition: Edition, divisionCode: string): boolean {
  return edition.excludedDivisions.prefixes.some((prefix) => divisionCode.startsWith(prefix))
}
