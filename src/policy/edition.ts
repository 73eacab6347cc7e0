import { addDays, type Day, isDay, nextQuarter, type Quarter, quarterDays } from '../shared/dates.ts'
import type { EditionRules, ForbiddenUse, IndicatorRule, ObligationId, ObligationRule } from './edition-rules.ts'
import { zj2023 } from './editions/zj-2023.ts'
import { serviceKindList } from './service-kinds.ts'

/** The rules of one programme as data. A pilot keeps the edition it was admitted under. */
export type Edition = EditionRules

/** First and last day, both included. */
export type Period = { readonly from: Day; readonly to: Day }

const editions: Readonly<Record<string, Edition>> = { [zj2023.id]: zj2023 }

/** The edition of that id, or null. */
export function findEdition(id: string): Edition | null {
  return Object.hasOwn(editions, id) ? (editions[id] ?? null) : null
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

/** Quarters for which a return is owed, in order. */
export function returnPeriods(edition: Edition, firstYear: number): Quarter[] {
  const { to } = batchPeriod(edition, firstYear)
  const { first } = edition.returns
  const quarters: Quarter[] = []
  for (
    let quarter = `${firstYear + first.year}Q${first.quarter}`;
    quarterDays(quarter).from <= to;
    quarter = nextQuarter(quarter)
  ) {
    quarters.push(quarter)
  }
  return quarters
}

/** Half-years (`2026H1`) for which a summary is owed, in order. */
export function summaryPeriods(edition: Edition, firstYear: number): string[] {
  const period = batchPeriod(edition, firstYear)
  const years = Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4)) + 1
  return Array.from({ length: years * 2 }, (_, i) => `${firstYear + Math.floor(i / 2)}H${(i % 2) + 1}`)
}

export function obligationOf(edition: Edition, id: ObligationId): ObligationRule {
  const found = edition.obligations.find((row) => row.id === id)
  if (!found) throw new Error(`edition ${edition.id} has no obligation ${id}`)
  return found
}

/** The day on which an obligation is due; `period` (`2026Q2`, `2026H1`) where it recurs. Rest days do not move it. */
export function dueDay(edition: Edition, firstYear: number, obligation: ObligationId, period?: string): Day {
  const { due } = obligationOf(edition, obligation)
  if (due.by === 'date') return `${firstYear + due.year}-${due.monthDay}`
  if (period === undefined) throw new Error(`${obligation} is due once per period: name it`)
  if (due.by === 'after-quarter') return addDays(quarterDays(period).to, due.days)
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

/** What is wrong with an edition's data, in plain words for its author; empty when sound. */
export function checkEdition(edition: Edition): string[] {
  const problems: string[] = []
  const check = (sound: boolean, problem: string) => {
    if (!sound) problems.push(problem)
  }
  const period = batchPeriod(edition, 2026)
  check(isDay(period.from) && isDay(period.to) && period.from < period.to, 'period is not two days in order')
  for (const row of edition.obligations) {
    const days =
      row.due.by === 'date'
        ? [row.due.monthDay]
        : row.due.by === 'after-half-year'
          ? [row.due.firstHalf, row.due.secondHalf]
          : []
    for (const day of days) check(isDay(`2026-${day}`), `obligation ${row.id}: ${day} is no day`)
    if (row.due.by === 'after-quarter') check(row.due.days >= 0, `obligation ${row.id}: due before the quarter ends`)
  }
  check(unique(edition.obligations.map((row) => row.id)), 'an obligation stands twice')
  check(
    edition.tranches.every((row, i) => row.no === i + 1),
    'tranches are not numbered 1, 2, 3',
  )
  check(edition.tranches.at(-1)?.share === 'rest', 'the last tranche is not the rest')
  let least = 0
  for (const { no, share } of edition.tranches) {
    if (share === 'rest') continue
    check(
      0 < share.min && share.min <= share.max && least + share.max <= 100,
      `tranche ${no}: share ${share.min}..${share.max}`,
    )
    least += share.min
  }
  check(unique(edition.indicators.map((row) => row.code)), 'an indicator stands twice')
  const weight = edition.indicators.reduce((sum, row) => sum + row.weight, 0)
  check(weight === 100, `indicator weights add up to ${weight}, not 100`)
  const points = edition.grades.map((row) => row.minPoints)
  check(
    points.every((value, i) => i === 0 || value < (points[i - 1] ?? 0)),
    'grades are not in falling order',
  )
  check(points.at(-1) === 0, 'the lowest grade does not begin at 0')
  for (const kind of serviceKindList) check(edition.evidence.own[kind].length > 0, `no own proof for ${kind}`)
  for (const use of edition.forbiddenUses) check(use.keywords.length > 0, `forbidden use ${use.id} has no keyword`)
  check(
    edition.planReview.bureaus.length > 0 && unique(edition.planReview.bureaus),
    'plan review names no or doubled bureaus',
  )
  check(edition.agencies.minUnrelated >= 1, 'agency rule asks for no agency')
  return problems
}

function unique(values: readonly string[]): boolean {
  return new Set(values).size === values.length
}
