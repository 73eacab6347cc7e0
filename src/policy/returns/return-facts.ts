import type { Day } from '../../shared/dates.ts'
import { type Edition, inPeriod, type Period } from '../editions/edition.ts'
import { measures } from '../records/measures.ts'
import type { RecordKind, Records } from '../records/records.ts'
import type { IndicatorFact } from './indicators.ts'
import { round } from './standing.ts'

/** A fact with the kind of record it stands for, so that the figure can open it. */
export type ReturnFact = IndicatorFact & { readonly kind: RecordKind; readonly proofs: number }

/** Every record behind every computed indicator of an edition at a cut-off, inside the period (G3.2, G3.5). */
export function factsAt(edition: Edition, period: Period, records: Records, cutOff: Day): ReturnFact[] {
  const facts: ReturnFact[] = []
  for (const { code, measure } of edition.indicators) {
    if (measure === null) continue
    for (const record of measures[measure](records, cutOff)) {
      if (record.day <= cutOff && inPeriod(period, record.day)) facts.push(Object.assign(record, { indicator: code }))
    }
  }
  return facts
}

/** How a figure of an earlier period stands now against what was frozen then: the correction this return carries (G3.5). */
export type Correction = {
  readonly indicator: string
  readonly reported: number | null
  readonly now: number | null
  /** `now` − `reported`; null when neither is a figure, 0 when nothing changed. */
  readonly difference: number | null
}

export function correctionOf(
  frozen: { readonly indicator: string; readonly total: number | null },
  now: number | null,
): Correction {
  const { indicator, total: reported } = frozen
  const difference = reported === null && now === null ? null : round((now ?? 0) - (reported ?? 0))
  return { indicator, reported, now, difference }
}

/** Records that came to a figure since it was frozen, and those that no longer stand behind it. */
export function changedFacts<Fact extends Pick<IndicatorFact, 'recordId' | 'value' | 'of'>>(
  frozen: readonly Fact[],
  now: readonly Fact[],
): { readonly added: Fact[]; readonly removed: Fact[] } {
  const same = (one: Fact, other: Fact) =>
    one.recordId === other.recordId && one.value === other.value && (one.of ?? null) === (other.of ?? null)
  const missing = (from: readonly Fact[], among: readonly Fact[]) => {
    const known = new Map(among.map((fact) => [fact.recordId, fact]))
    return from.filter((fact) => {
      const other = known.get(fact.recordId)
      return other === undefined || !same(fact, other)
    })
  }
  return { added: missing(now, frozen), removed: missing(frozen, now) }
}
