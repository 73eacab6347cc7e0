import { isQuarter } from '../../shared/dates.ts'
import { apartText, type Fen, formatYuan, isFen } from '../../shared/money.ts'
import { batchPeriod, type Edition, forbiddenUse } from '../editions/edition.ts'
import { quarterInPeriod } from '../editions/edition-quarters.ts'
import { both, periodFact } from '../guide/refuse.ts'
import { isTailored, serviceKinds } from '../records/service-kinds.ts'
import type { FundLine, PlanContent } from './plan.ts'
import { type Gap, type GapList, gapList } from './plan-gap.ts'
import { isCount } from './plan-gaps-services.ts'

type Facts = { readonly awardFen: Fen; readonly edition: Edition; readonly firstYear: number }

const amounts = ['unitPriceFen', 'provincialFen', 'parkFen', 'enterpriseFen'] as const

/** Part 3: how the money is used, line by line and all together (G3.1, G4.4). */
export function fundLineGaps(content: PlanContent, facts: Facts): Gap[] {
  const list = gapList('fund-lines')
  const { rows } = content['fund-lines']
  if (rows.length === 0) list.error('', 'plan.part-missing', 'G3.1')
  const planned = new Set(content.services.rows.map((row) => row.kind))
  const targets = new Set(content.targets.rows.map((row) => row.indicator))
  for (const [i, row] of rows.entries()) checkLine(list, `rows.${i}`, row, targets, facts)
  for (const [i, { serviceKind }] of rows.entries()) {
    if (serviceKind === null || planned.has(serviceKind)) continue
    list.error(`rows.${i}.serviceKind`, 'plan.kind-without-service', 'G3.1', both('kind', serviceKinds[serviceKind]))
  }
  const provincial = safeSum(rows.map((row) => row.provincialFen))
  if (rows.length > 0 && provincial !== facts.awardFen) {
    const award = formatYuan(facts.awardFen)
    if (provincial === null) list.error('', 'plan.lines-not-summed', 'G3.1', { award })
    else {
      const apart = both('apart', apartText(provincial - facts.awardFen))
      list.error('', 'plan.lines-do-not-meet-award', 'G3.1', { sum: formatYuan(provincial), award, ...apart })
    }
  }
  const tailored = safeSum(
    rows.map((row) => (row.serviceKind !== null && isTailored(row.serviceKind) ? row.provincialFen : 0)),
  )
  const { minPercent, clause } = facts.edition.tailoredShare
  if (
    provincial !== null &&
    provincial > 0 &&
    tailored !== null &&
    BigInt(tailored) * 100n < BigInt(provincial) * BigInt(minPercent)
  ) {
    const percent = Math.floor((tailored / provincial) * 1000) / 10
    list.warning('', 'plan.tailored-share-low', clause, { percent, min: minPercent })
  }
  return list.gaps
}

function checkLine(list: GapList, path: string, row: FundLine, targets: ReadonlySet<string>, facts: Facts) {
  const { error, filled } = list
  filled(row, path, [
    'serviceKind',
    'purpose',
    'quantity',
    'unitPriceFen',
    'provincialFen',
    'parkFen',
    'enterpriseFen',
    'quarter',
    'indicator',
  ])
  const use = forbiddenUse(facts.edition, row.purpose)
  if (use) error(`${path}.purpose`, 'plan.forbidden-use', use.clause, both('use', use))
  if (row.quantity !== null && !isCount(row.quantity)) error(`${path}.quantity`, 'plan.not-a-count', 'G3.1')
  let sound = row.quantity !== null && isCount(row.quantity)
  for (const field of amounts) {
    const amount = row[field]
    if (amount === null) sound = false
    else if (!isFen(amount) || amount < 0) {
      sound = false
      error(`${path}.${field}`, 'plan.bad-amount', 'G3.1')
    }
  }
  if (sound) {
    const total = BigInt(row.quantity ?? 0) * BigInt(row.unitPriceFen ?? 0)
    const shares = BigInt(row.provincialFen ?? 0) + BigInt(row.parkFen ?? 0) + BigInt(row.enterpriseFen ?? 0)
    if (total !== shares) {
      error(`${path}.provincialFen`, 'plan.shares-do-not-add-up', 'G3.1', {
        total: formatYuan(Number(total)),
        shares: formatYuan(Number(shares)),
      })
    }
    if (total === 0n) error(`${path}.unitPriceFen`, 'plan.line-of-nothing', 'G3.1')
  }
  const period = batchPeriod(facts.edition, facts.firstYear)
  if (row.quarter !== null && (!isQuarter(row.quarter) || !quarterInPeriod(period, row.quarter))) {
    error(`${path}.quarter`, 'plan.quarter-outside-period', 'G3.2', {
      ...periodFact('quarter', row.quarter),
      from: period.from,
      to: period.to,
    })
  }
  if (row.indicator !== '' && !targets.has(row.indicator)) {
    error(`${path}.indicator`, 'plan.indicator-not-in-targets', 'G3.1', { indicator: row.indicator })
  }
}

/** The sum of the amounts that are there, or null if one of them is no amount. */
function safeSum(values: readonly (Fen | null)[]): Fen | null {
  let sum = 0
  for (const value of values) {
    if (value === null) continue
    sum += value
    if (!isFen(value) || !isFen(sum)) return null
  }
  return sum
}
