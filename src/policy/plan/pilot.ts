import type { Day } from '../../shared/dates.ts'
import { type Fen, formatYuan, isFen } from '../../shared/money.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { type Edition, isExcluded, type Period } from '../editions/edition.ts'
import { allRefusals, refuse } from '../guide/refuse.ts'

/** A batch that the park runs or ran in, with its first and last day. */
export type OtherBatch = { readonly name: string; readonly from: Day; readonly to: Day }

/** Whether a park of this division may become a pilot with this award (G0), in a batch of this period. */
export function admitPilot(
  edition: Edition,
  given: {
    /** Null where no park was named. */
    readonly divisionCode: string | null
    readonly awardFen: Fen
    /** Whether a person has confirmed an award that looks odd. */
    readonly awardConfirmed: boolean
    readonly period: Period
    /** What the park runs or ran in beside this batch. */
    readonly others: readonly OtherBatch[]
  },
): Refusal | null {
  const { divisionCode, awardFen, awardConfirmed, period, others } = given
  const excluded = divisionCode !== null && isExcluded(edition, divisionCode)
  const other = others.find(({ from, to }) => from <= period.to && period.from <= to)
  return allRefusals(
    excluded ? refuse('funds.division-excluded', edition.excludedDivisions.clause, {}, 'parkId') : null,
    // The most that a park may be given is the most of one award.
    other
      ? refuse(
          'pilot.in-another-batch',
          edition.awards.clause,
          { batch: other.name, from: other.from, to: other.to },
          'parkId',
        )
      : null,
    checkAward(edition, awardFen) ?? (awardConfirmed ? null : awardDoubt(edition, awardFen)),
  )
}

/** An award that may stand but looks as if another was meant: a person confirms it. Tiers leave nothing to mistake. */
export function awardDoubt(edition: Edition, awardFen: Fen): Refusal | null {
  if (edition.awards.by === 'tiers' || checkAward(edition, awardFen)) return null
  const most = mostAward(edition)
  if (awardFen * 10 >= most) return null
  return refuse(
    'funds.award-looks-odd',
    edition.awards.clause,
    { award: formatYuan(awardFen), most: formatYuan(most) },
    'awardFen',
  )
}

/** Whether the edition knows an award of that sum (G0). */
export function checkAward(edition: Edition, awardFen: Fen): Refusal | null {
  const { awards } = edition
  if (awards.by === 'tiers' && !awards.tiersFen.includes(awardFen)) {
    const tiers = awards.tiersFen.map((fen) => formatYuan(fen)).join('、')
    return refuse('funds.award-outside-tiers', awards.clause, { tiers }, 'awardFen')
  }
  if (!isFen(awardFen) || awardFen <= 0 || awardFen > mostAward(edition)) {
    return refuse('funds.award-out-of-range', awards.clause, { max: formatYuan(mostAward(edition)) }, 'awardFen')
  }
  return null
}

/** First years that a batch may have. */
export const batchYears = { min: 2020, max: 2100 } as const

/** Whether a batch may begin in that year: not before the paper of its rules. */
export function checkFirstYear({ issuedOn }: Pick<Edition, 'issuedOn'>, firstYear: number): Refusal | null {
  const first = Number(issuedOn.slice(0, 4))
  return firstYear < first
    ? refuse('batch.before-edition', null, { year: firstYear, first }, ['firstYear', 'edition'])
    : null
}

/** The most a park of this edition may be given, in fen. */
export function mostAward({ awards }: Edition): Fen {
  return awards.by === 'cap' ? awards.maxFen : Math.max(...awards.tiersFen)
}

/** The longest division code on a unit's path; a zone has none of its own and counts with the division above it. */
export function divisionOf(scope: string): string {
  return scope.split('/').findLast((step) => /^\d{2,6}$/.test(step)) ?? ''
}
