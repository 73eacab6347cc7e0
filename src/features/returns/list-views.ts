import type { z } from 'zod'
import type { Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { workCalendar } from '../../platform/work-calendar.ts'
import { dueOn as dueDayOf, isOver } from '../../policy/deadlines.ts'
import { obligationOf, returnPeriods } from '../../policy/edition.ts'
import type { FilingState } from '../../policy/filing.ts'
import { refuse } from '../../policy/refuse.ts'
import { mayOpenReturn, timeliness } from '../../policy/returns.ts'
import { dayOf } from '../../shared/dates.ts'
import type { PeriodCode } from '../../shared/periods.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { abilityOf, type Pilot, requirePilot } from '../pilots/public.ts'
import { currentBaseline } from '../plans/public.ts'
import { unitById } from '../units/public.ts'
import type { listReturns, OwedReturn } from './contract.ts'
import { stateOf } from './return-filing.ts'
import { openedReturns } from './store.ts'

/** Every period a return is owed for: when it is due, where it stands, whether it came in time. */
export async function listReturnsView(
  tx: Tx,
  pilotId: string,
  actor: Actor,
  now: Date,
): Promise<z.input<typeof listReturns.reply>> {
  const pilot = await requirePilot(tx, pilotId)
  const { edition, firstYear, parkName } = pilot
  const today = dayOf(now)
  const opened = await openedReturns(tx, pilotId)
  const planned = (await currentBaseline(tx, pilotId)) !== null
  const periods = returnPeriods(edition, firstYear).map((period): OwedReturn => {
    const filed = opened.find((one) => one.period === period)
    const dueOn = filed?.dueOn ?? dueDayOf(edition, firstYear, 'target-table', period, workCalendar)
    const over = isOver(period, today)
    const submitted = filed?.submittedAt ?? null
    return {
      period,
      dueOn,
      state: filed ? stateOf(filed.state as FilingState) : over ? 'owed' : 'coming',
      timeliness: timeliness(dueOn, submitted && dayOf(submitted), today),
      filingId: filed?.filingId ?? null,
      submittedAt: submitted?.toISOString() ?? null,
      submittedByName: filed?.submittedByName ?? null,
      hash: filed?.hash ?? null,
      acceptedAt: filed?.acceptedAt?.toISOString() ?? null,
      behind: submitted ? (filed?.behind ?? 0) : null,
      reduced: filed?.acceptedAt ? filed.reduced : null,
      open: abilityOf(actor, 'open', 'return.open', whyNotOpen(pilot, { period, today, opened, planned })),
    }
  })
  const countyName = (await unitById(tx, pilot.countyId))?.name ?? ''
  const { cadence, name } = edition.returns
  return { pilotId, parkName, countyName, cadence, name, today, periods }
}

/** Why the return of a period cannot be opened now, or null. */
export function whyNotOpen(
  { edition, firstYear }: Pick<Pilot, 'edition' | 'firstYear'>,
  given: {
    readonly period: PeriodCode
    readonly today: string
    readonly opened: readonly { readonly period: string }[]
    readonly planned: boolean
  },
): Refusal | null {
  const { period, today, planned } = given
  if (!planned) return refuse('returns.plan-not-approved', obligationOf(edition, 'plan').clause)
  const opened = given.opened.map((one) => one.period)
  return mayOpenReturn(edition, firstYear, { period, today, opened })
}
