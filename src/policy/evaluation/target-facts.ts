import type { Edition } from '../editions/edition.ts'
import { decimalsOf } from '../editions/figure-unit.ts'
import { isSteady } from '../editions/indicator-kinds.ts'
import type { IndicatorRow, IndicatorTarget } from '../returns/indicators.ts'
import type { ItemFacts, TargetFact } from './facts.ts'

/** What a row of the target table says; see `IndicatorRow`. */
export type TargetRow = Pick<IndicatorRow, 'indicator' | 'kind' | 'target' | 'total' | 'timeProgress'>

/**
 * The accepted figures of a table as facts of an evaluation (GA2): what grows over the period against its target scaled to the
 * time gone by, a state or a ratio against its whole target. Weights are those of the approved targets.
 */
export function targetFacts(
  { indicators }: Pick<Edition, 'indicators'>,
  targets: readonly Pick<IndicatorTarget, 'indicator' | 'weight'>[],
  rows: readonly TargetRow[],
): ItemFacts {
  const facts = rows.flatMap((row): TargetFact[] => {
    const rule = indicators.find(({ code }) => code === row.indicator)
    const weight = targets.find(({ indicator }) => indicator === row.indicator)?.weight
    if (!rule || weight === undefined) return []
    const decimals = decimalsOf(rule)
    const steady = isSteady(row.kind)
    return [
      {
        code: rule.code,
        zh: rule.zh,
        en: rule.en,
        actual: row.total,
        target: steady ? row.target : scaled(row.target, row.timeProgress),
        direction: rule.direction,
        weight,
        figure: { unit: rule.unit, decimals: decimals === 0 ? 0 : 2 },
      },
    ]
  })
  return { kind: 'targets', targets: facts }
}

/** To six decimals: a target has two and so has the percent of time, and a hundredth of their product is exact. */
function scaled(target: number, percent: number): number {
  return Number(((target * percent) / 100).toFixed(6))
}
