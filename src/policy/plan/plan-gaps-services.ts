import { isQuarter } from '../../shared/dates.ts'
import { batchPeriod, type Edition } from '../editions/edition.ts'
import { quarterInPeriod } from '../editions/edition-quarters.ts'
import { periodFact } from '../guide/refuse.ts'
import { isTailored } from '../records/service-kinds.ts'
import type { PlanContent } from './plan.ts'
import { type Gap, gapList } from './plan-gap.ts'

type Facts = { readonly edition: Edition; readonly firstYear: number }

/** Part 1: the services and their schedule (G3.1, G3.2). */
export function serviceGaps(content: PlanContent, { edition, firstYear }: Facts): Gap[] {
  const { gaps, error, warning, filled, described } = gapList('services')
  const { rows } = content.services
  const period = batchPeriod(edition, firstYear)
  if (rows.length === 0) error('', 'plan.part-missing', 'G3.1')
  for (const [i, row] of rows.entries()) {
    const path = `rows.${i}`
    filled(row, path, ['kind', 'quantity', 'unit', 'fromQuarter', 'toQuarter'])
    described(row.description, `${path}.description`, 'description')
    if (row.quantity !== null && !isCount(row.quantity)) error(`${path}.quantity`, 'plan.not-a-count', 'G3.1')
    for (const field of ['fromQuarter', 'toQuarter'] as const) {
      const quarter = row[field]
      if (quarter === null) continue
      if (!isQuarter(quarter) || !quarterInPeriod(period, quarter)) {
        error(`${path}.${field}`, 'plan.quarter-outside-period', 'G3.2', {
          ...periodFact('quarter', quarter),
          from: period.from,
          to: period.to,
        })
      }
    }
    if (row.fromQuarter !== null && row.toQuarter !== null && row.fromQuarter > row.toQuarter) {
      error(`${path}.toQuarter`, 'plan.quarters-reversed', 'G3.2', {
        ...periodFact('from', row.fromQuarter),
        ...periodFact('to', row.toQuarter),
      })
    }
  }
  const used = new Set(rows.flatMap((row) => (row.kind === null ? [] : [row.kind])))
  if (rows.length > 0 && ![...used].some(isTailored)) error('', 'plan.no-tailored-service', 'G4.4')
  if (rows.length > 0 && [...used].every(isTailored)) warning('', 'plan.no-universal-service', 'G1.2')
  return gaps
}

/** Part 4: the park's internal rules for the money (G3.1, G3.6). */
export function controlGaps(content: PlanContent): Gap[] {
  const { gaps, error, described } = gapList('controls')
  const { fileId, summary } = content.controls
  if (fileId === null || fileId === '') error('fileId', 'plan.control-rules-missing', 'G3.1')
  described(summary, 'summary', 'summary')
  return gaps
}

/** A whole number of one or more, small enough to be meant. */
export function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 1_000_000
}
