import { isDay } from '../shared/dates.ts'
import { batchPeriod, type Edition } from './edition.ts'
import { serviceKindList } from './service-kinds.ts'

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
    if (row.due.by === 'after-period') check(row.due.days >= 0, `obligation ${row.id}: due before its period ends`)
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
  for (const row of edition.obligations) {
    check(
      row.opinions.length > 0 && unique(row.opinions),
      `obligation ${row.id}: nobody or somebody twice gives an opinion`,
    )
  }
  check(edition.agencies.minUnrelated >= 1, 'agency rule asks for no agency')
  return problems
}

function unique(values: readonly string[]): boolean {
  return new Set(values).size === values.length
}
