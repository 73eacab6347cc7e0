import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { isOver, whyLocked } from '../../../policy/calendar/deadlines.ts'
import { obligationOf } from '../../../policy/editions/edition.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { mayOpenReturn } from '../../../policy/returns/returns.ts'
import { standingIn } from '../../../policy/returns/standing.ts'
import { dayOf } from '../../../shared/dates.ts'
import type { PeriodCode } from '../../../shared/periods.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import { currentBaseline } from '../../programme/baselines/public.ts'
import { type Pilot, requirePilot } from '../../programme/pilots/public.ts'
import { unitById } from '../../programme/units/public.ts'
import { owedIn } from '../owed/public.ts'
import type { listReturns, OwedReturn } from './contract.ts'
import { reductionsOf } from './reduction-store.ts'
import { standingRow } from './row-views.ts'
import { openedReturns, returnKind, rowsByVersion } from './store.ts'

/** Every period a return is owed for: when it is due, where it stands, whether it came in time. */
export async function listReturnsView(
  tx: Tx,
  pilotId: string,
  actor: Actor,
  now: Date,
): Promise<z.input<typeof listReturns.reply>> {
  const pilot = await requirePilot(tx, pilotId)
  const { edition, parkName } = pilot
  const today = dayOf(now)
  const opened = await openedReturns(tx, pilotId)
  const frozen = await rowsByVersion(
    tx,
    opened.flatMap(({ versionId }) => versionId ?? []),
  )
  const reductions = await reductionsOf(tx, [pilotId])
  const planned = (await currentBaseline(tx, pilotId)) !== null
  const { batchId, parkId: unitId } = pilot
  const owed = await owedIn(tx, actor, { batchId, unitId, kinds: [returnKind] }, now)
  const periods = owed.map(({ period, day, rule, standing }): OwedReturn => {
    const filed = opened.find((one) => one.period === period)
    const submitted = filed?.submittedAt ?? null
    const rows = (frozen.get(filed?.versionId ?? '') ?? []).map((row) => standingRow(edition, period, row, reductions))
    const reduced = new Set(standingIn(period, reductions).map(({ indicator }) => indicator))
    const isLocked = filed === undefined && standing.state === 'locked'
    const locked = isLocked ? whyLocked(rule, { dueOn: day.dueOn, filedOn: null }, null, today) : null
    const notOpen = whyNotOpen(pilot, { period, today, opened, planned, owed: owed.map((one) => one.period) }) ?? locked
    return {
      period,
      dueOn: day.dueOn,
      state: filed ? filed.state : isOver(period, today) ? 'owed' : 'coming',
      standing,
      filingId: filed?.filingId ?? null,
      submittedAt: submitted?.toISOString() ?? null,
      submittedByName: filed?.submittedByName ?? null,
      hash: filed?.hash ?? null,
      acceptedAt: filed?.acceptedAt?.toISOString() ?? null,
      behind: submitted ? rows.filter(({ gap }) => gap !== null && gap < 0).length : null,
      reduced: filed?.acceptedAt ? rows.filter(({ indicator }) => reduced.has(indicator)).length : null,
      open: abilityOf(actor, 'open', 'filing.edit', notOpen),
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
    readonly owed: readonly PeriodCode[]
  },
): Refusal | null {
  const { period, today, planned, owed } = given
  if (!planned) return refuse('returns.plan-not-approved', obligationOf(edition, 'plan').clause)
  const opened = given.opened.map((one) => one.period)
  return mayOpenReturn(edition, firstYear, { period, today, opened, owed })
}
