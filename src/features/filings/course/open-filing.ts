import { type Acting, command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { parsePart } from '../../../platform/invalid.ts'
import { isOver } from '../../../policy/calendar/deadlines.ts'
import { both, periodFact, refuse } from '../../../policy/guide/refuse.ts'
import { addDays, type Day, dayOf } from '../../../shared/dates.ts'
import { periodDays } from '../../../shared/periods.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import { type Duty, dueDayBy, filingKeyOf, isDoable, requireDuty, whyLockedNow } from '../owed/public.ts'
import * as contract from './contract.ts'
import { whyNotWriter } from './course-filing.ts'
import type { Kind, Kinds } from './kind.ts'
import * as filings from './store.ts'

const openedBefore = () => refuse('filing.opened-before', null)

/** Begins a filing that is owed, with what its kind drafts from the facts. */
export const openFiling = (kinds: Kinds) =>
  command(
    contract.openFiling,
    async ({ body }, acting) => {
      const { tx, actor, now } = acting
      const duty = await requireDuty(tx, actor, body)
      if (duty.rule.due.by === 'at-once' && body.period !== '')
        throw refuse('filing.period-not-asked', duty.rule.clause, both('kind', duty.rule), 'period')
      const kind = kinds[body.kind]
      const no = whyNotWriter(duty, actor) ?? (await whyNotOpened(tx, kind, duty, now))
      if (no) throw no
      const opening = kind.openingShape ? parsePart(kind.openingShape, body.opening, 'opening') : null
      return beginFiling(acting, kind, duty, opening)
    },
    { filings_once: openedBefore, filings_pilot_id_kind_period_key: openedBefore },
  )

/** Writes a new filing for a duty that was checked, with what its kind begins with. @throws Refusal of the kind */
export async function beginFiling(acting: Acting, kind: Kind, duty: Duty, opening: unknown) {
  const { tx, now, newId, record } = acting
  const { period = duty.period, dueOn, dueAt = null, sections, after } = await kind.open(acting, duty, opening)
  const { batch, unit, pilotId } = duty
  const { scope } = unit
  const filing = {
    id: newId(),
    batchId: batch.id,
    unitId: unit.id,
    pilotId,
    kind: duty.kind,
    period,
    dueOn,
    dueAt,
    scope,
  }
  await filings.openFiling(tx, { ...filing, openedAt: now, sections })
  await after?.(filing.id)
  record('filing.opened', { subject: filing.id, scope, after: { ...filing, opening } })
  return { filingId: filing.id, period }
}

/** Why nobody can begin it now: its period runs, its time is over, or the kind has a reason of its own. */
export async function whyNotOpened(tx: Tx, kind: Kind, duty: Duty, now: Date): Promise<Refusal | null> {
  const today = dayOf(now)
  return (
    whyNotYet(duty, today) ??
    (await whyPassedBy(tx, duty, today)) ??
    (await kind.whyNotOpened?.(tx, duty, now)) ??
    (await whyLocked(tx, duty, today))
  )
}

/** What is about a period waits until that is over. */
function whyNotYet({ period, rule }: Duty, today: Day): Refusal | null {
  if (rule.due.by === 'at-once' || period === '' || isOver(period, today)) return null
  const day = addDays(periodDays(period).to, 1)
  return refuse(
    'filing.period-not-over',
    rule.clause,
    { ...both('kind', rule), ...periodFact('period', period), day },
    'period',
  )
}

/** What could not be done by its day was never owed. */
async function whyPassedBy(tx: Tx, duty: Duty, today: Day): Promise<Refusal | null> {
  const { rule, kind, pilots, period } = duty
  if (rule.due.by === 'at-once') return null
  const dueOn = dueDayBy(duty, await workCalendarOf(tx))
  if (isDoable({ kind, pilots, day: { dueOn } }, today)) return null
  return refuse(
    'filing.period-not-owed',
    rule.clause,
    { ...both('kind', rule), ...periodFact('period', period || '—') },
    'period',
  )
}

async function whyLocked(tx: Tx, duty: Duty, today: Day): Promise<Refusal | null> {
  if (duty.rule.due.by === 'at-once') return null
  const dueOn = dueDayBy(duty, await workCalendarOf(tx))
  return whyLockedNow(tx, duty.rule, { id: null, dueOn, ...filingKeyOf(duty) }, today)
}
