import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { allRefusals, both, refuse } from '../guide/refuse.ts'
import type { DiagnosisFacts } from '../services/diagnosis.ts'
import type { PlannedEnterprise } from './plan.ts'
import { type Doubt, enterpriseDoubts } from './plan-doubts.ts'

type Figures = Pick<DiagnosisFacts, 'revenueWan' | 'researchWan'>

/** `of`: the other figure it was held against. */
type Doubtful = Omit<Doubt, 'row'> & { readonly of?: string }

/** Of its revenue no enterprise spends more on research, more likely than that one of the two is in another unit. */
const farMore = 10

/**
 * Figures of a diagnosis that may stand, but look as if they were not meant: research above the revenue it is part of, a
 * revenue that does not go with the enterprise's staff, assets and revenue in the plan.
 */
export function diagnosisDoubts(
  { revenueWan, researchWan }: Figures,
  enterprise: Omit<PlannedEnterprise, 'id'>,
): readonly Doubtful[] {
  const planned = { id: '', ...enterprise }
  const revenue = enterpriseDoubts([{ ...planned, revenueWan }], [planned]).filter(
    ({ field }) => field === 'revenueWan',
  )
  const above = researchWan !== null && revenueWan !== null && researchWan > revenueWan
  return [
    ...revenue,
    ...(above ? [{ field: 'researchWan', of: 'revenueWan', text: aboveRevenue(researchWan, revenueWan) }] : []),
  ]
}

/** What looks wrong has to be looked at again before it is recorded; who confirmed it stands on the record (G1.4). */
export function checkDoubts(doubts: readonly Doubtful[], confirmed: boolean): Refusal | null {
  if (confirmed) return null
  return allRefusals(
    ...doubts.map(({ field, of, text }) =>
      refuse('services.doubtful-figure', 'G1.4', both('doubt', text), of ? [field, of] : field),
    ),
  )
}

function aboveRevenue(research: number, revenue: number): Text {
  const times = revenue > 0 && research / revenue >= farMore
  return {
    zh: `研发费用 ${research} 万元高于营业收入 ${revenue} 万元${times ? '十倍以上，请核对两者是否都以万元计' : ''}。`,
    en: `Research spending of ${research} is above the revenue of ${revenue} (10,000 yuan)${times ? ', ten times and more: check that both are in 10,000 yuan' : ''}.`,
  }
}
