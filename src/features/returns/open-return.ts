import { command } from '../../platform/command.ts'
import { workCalendar } from '../../platform/work-calendar.ts'
import { dueOn } from '../../policy/deadlines.ts'
import { refuse } from '../../policy/refuse.ts'
import { periodFacts } from '../../policy/returns.ts'
import { dayOf } from '../../shared/dates.ts'
import { openFiling } from '../filings/public.ts'
import { requirePilot } from '../pilots/public.ts'
import { currentBaseline } from '../plans/public.ts'
import * as contract from './contract.ts'
import { whyNotOpen } from './list-views.ts'
import { reasonsSection, returnKind } from './return-filing.ts'
import { openedReturns } from './store.ts'

export const openReturn = command(
  contract.openReturn,
  async ({ params, body }, { tx, now, newId, record }) => {
    const pilot = await requirePilot(tx, params.pilotId)
    const { period } = body
    const opened = await openedReturns(tx, pilot.id)
    const planned = (await currentBaseline(tx, pilot.id)) !== null
    const no = whyNotOpen(pilot, { period, today: dayOf(now), opened, planned })
    if (no) throw no
    const id = newId()
    await openFiling(tx, {
      id,
      batchId: pilot.batchId,
      unitId: pilot.parkId,
      pilotId: pilot.id,
      kind: returnKind,
      period,
      dueOn: dueOn(pilot.edition, pilot.firstYear, returnKind, period, workCalendar),
      scope: pilot.scope,
      openedAt: now,
      sections: { [reasonsSection]: { reasons: {} } },
    })
    record('return.opened', { subject: id, scope: pilot.scope, after: { period } })
    return { filingId: id }
  },
  {
    filings_pilot_id_kind_period_key: ({ body: { period } }) =>
      refuse('returns.opened-before', 'G3.5', periodFacts(period), 'period'),
  },
)
