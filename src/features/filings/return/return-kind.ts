import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import { invalid } from '../../../platform/errors.ts'
import { indicatorOf, obligationOf } from '../../../policy/editions/edition.ts'
import { refusalText, refuse } from '../../../policy/guide/refuse.ts'
import { mayOpenReturn, periodFacts, returnGaps } from '../../../policy/returns/returns.ts'
import { dayOf } from '../../../shared/dates.ts'
import { type PeriodCode, periodDays } from '../../../shared/periods.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import { currentBaseline, targetsOf } from '../../programme/baselines/public.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import type { Gap, Kind } from '../course/public.ts'
import { type Duty, dueDayOf, owedPeriods } from '../owed/public.ts'
import { pilotIdOf } from '../plan/public.ts'
import { reasonsShape, tableJudgment } from './contract.ts'
import { freezeTable } from './freeze-table.ts'
import { judgedTable, judgeTable, noIndicator, whyNotJudged } from './judge-table.ts'
import { openedReturns } from './store.ts'
import { requireBaseline, tableOf } from './table.ts'
import { pilotOf, type TableContent } from './table-filing.ts'

/** The target completion table of a period (G3.5): computed, explained by the park, reduced by whoever judges it. */
export const returnTableKind: Kind<TableContent> = {
  shapes: { reasons: reasonsShape },
  judgmentShape: tableJudgment,

  whyNotOpened,

  open: async ({ tx }, duty) => ({ dueOn: await dueDayOf(tx, duty), sections: { reasons: { reasons: {} } } }),

  keep: async ({ tx }, filing, _, sent) => {
    const { reasons } = sent as z.output<typeof reasonsShape>
    const baseline = await requireBaseline(tx, await pilotOf(tx, filing), periodDays(filing.duty.period).to)
    const known = new Set((await targetsOf(tx, baseline.id)).map((target) => target.indicator))
    const unknown = Object.keys(reasons).filter((code) => !known.has(code))
    if (unknown.length > 0) throw invalid(unknown.map((code) => noIndicator(`content.reasons.${code}`, code)))
    // An emptied reason is none, so that the same text is always the same content.
    return { reasons: Object.fromEntries(Object.entries(reasons).filter(([, reason]) => reason !== '')) }
  },

  gaps: async (tx, filing) => {
    const { reasons } = filing.content.reasons
    const { rows } = await tableOf(tx, filing)
    const explained = rows.map(({ indicator, gap }) => {
      const source = indicatorOf(filing.duty.batch.edition, indicator)?.figureFrom ?? null
      return { indicator, gap, source, reason: reasons[indicator] ?? '' }
    })
    return returnGaps(explained, filing.duty.rule.clause).map(
      (gap): Gap => ({
        section: 'reasons',
        field: `reasons.${gap.facts.indicator}`,
        severity: 'error',
        code: gap.code,
        clause: filing.duty.rule.clause,
        text: refusalText(gap),
      }),
    )
  },

  whyNotSubmitted: async (tx, { duty }) => {
    const before = await unsubmittedBefore(tx, duty)
    return before === null ? null : refuse('returns.one-before-not-submitted', duty.rule.clause, periodFacts(before))
  },

  freeze: freezeTable,

  whyNotJudged,

  mayJudge: judgedTable,

  judge: judgeTable,
}

/** Why the table of a period cannot be opened now: no plan in force, or the one before not opened. */
async function whyNotOpened(tx: Tx, duty: Duty, now: Date): Promise<Refusal | null> {
  const { batch, period } = duty
  const { edition, firstYear } = batch
  const pilotId = pilotIdOf(duty)
  if (!(await currentBaseline(tx, pilotId)))
    return refuse('returns.plan-not-approved', obligationOf(edition, 'plan').clause)
  const opened = (await openedReturns(tx, pilotId)).map((one) => one.period)
  const today = dayOf(now)
  const owed = owedPeriods(duty, await workCalendarOf(tx), today)
  return mayOpenReturn(edition, firstYear, { period, today, opened, owed })
}

/** The period just before, if its table is still with the park. */
export async function unsubmittedBefore(
  tx: Tx,
  duty: Pick<Duty, 'batch' | 'period' | 'pilotId' | 'kind' | 'joinedOn' | 'pilots'>,
): Promise<PeriodCode | null> {
  const { period, pilotId, kind } = duty
  const periods = owedPeriods(duty, await workCalendarOf(tx), periodDays(period).to)
  const before = periods[periods.indexOf(period) - 1]
  if (before === undefined) return null
  const filed = (await openedReturns(tx, pilotIdOf({ pilotId, kind }))).find((one) => one.period === before)
  return filed && filed.state !== 'draft' ? null : before
}
