import type { Actor } from '../../../platform/command.ts'
import { builtOnce } from '../../../platform/database/built-once.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import { dueOn, periodsOf } from '../../../policy/calendar/deadlines.ts'
import type { WorkCalendar } from '../../../policy/calendar/working-days.ts'
import { editionOf, obligationOf, owes } from '../../../policy/editions/edition.ts'
import type { ObligationId } from '../../../policy/editions/edition-rules.ts'
import { type FilingKind, filingKinds } from '../../../policy/filings/filing-kinds.ts'
import { both, periodFact, refuse } from '../../../policy/guide/refuse.ts'
import { inScope } from '../../../policy/people/roles.ts'
import type { Day } from '../../../shared/dates.ts'
import { holdCalendar } from '../../programme/rest-days/public.ts'
import type { Duty, DutyBatch, FilingPilot, ObligedUnit } from './duty.ts'
import { obligedUnitIn } from './obliged-units.ts'
import { isDoable } from './owed.ts'

export type DutyKey<K extends FilingKind = FilingKind> = {
  readonly batchId: string
  readonly unitId: string
  readonly kind: K
  /** Not checked for what is due at once: its number, or empty before it has one. */
  readonly period: string
}

/**
 * The duty of one unit, whether its filing is open or not.
 * @throws HttpError 404 outside the reader's scope; Refusal `filing.not-owed`, `filing.period-not-owed`.
 */
export async function requireDuty<K extends FilingKind>(
  tx: Tx,
  reader: Pick<Actor, 'scope'>,
  { batchId, unitId, kind, period }: DutyKey<K>,
): Promise<Duty<K>> {
  const { unit, batch } = await requireBoth(tx, reader, { unitId, batchId })
  const { edition, firstYear } = batch
  if (!owes(edition, kind)) throw refuse('filing.not-owed', null, both('kind', filingKinds[kind]), 'kind')
  const rule = obligationOf(edition, kind)
  const name = both('kind', rule)
  const obliged = await obligedUnitIn(tx, { batchId, of: rule.of, unit })
  if (!obliged) throw refuse('filing.not-owed', rule.clause, name, 'unitId')
  if (rule.due.by !== 'at-once' && !periodsOf(edition, firstYear, kind, obliged.joinedOn).includes(period))
    throw refuse('filing.period-not-owed', rule.clause, { ...name, ...periodFact('period', period || '—') }, 'period')
  return { kind, rule, period, batch, ...obliged }
}

type Dated = Pick<Duty<ObligationId>, 'kind' | 'period' | 'joinedOn'> & {
  readonly batch: Pick<DutyBatch, 'edition' | 'firstYear'>
}

/** The day the edition has it due, by its rest-day rule; what is due at once has none, and throws. */
export function dueDayBy({ batch, kind, period, joinedOn }: Dated, calendar: WorkCalendar): Day {
  return dueOn(batch.edition, batch.firstYear, kind, period, calendar, joinedOn)
}

/** Every period of a kind that this unit owes, over or not: those that it could, or still can, do by their day. */
export function owedPeriods(
  duty: Dated & { readonly pilots: readonly Pick<FilingPilot, 'planOn'>[] },
  calendar: WorkCalendar,
  today: Day,
): string[] {
  const { batch, kind, joinedOn, pilots } = duty
  return periodsOf(batch.edition, batch.firstYear, kind, joinedOn).filter((period) =>
    isDoable({ kind, pilots, day: { dueOn: dueDayBy({ ...duty, period }, calendar) } }, today),
  )
}

/** The day that a filing is opened with; the calendar stays as it is until that is written down. */
export async function dueDayOf(tx: Tx, duty: Dated): Promise<Day> {
  return dueDayBy(duty, await holdCalendar(tx))
}

const unitAndBatch = builtOnce((tx, { unitId, batchId }: { readonly unitId: string; readonly batchId: string }) =>
  tx
    .selectFrom('units as u')
    .leftJoin('batches as b', (join) => join.on('b.id', '=', batchId))
    .select(['u.id', 'u.kind', 'u.name', 'u.scope'])
    .select(['b.id as batchId', 'b.name as batchName', 'b.edition', 'b.firstYear'])
    .where('u.id', '=', unitId),
)

async function requireBoth(
  tx: Tx,
  reader: Pick<Actor, 'scope'>,
  of: Pick<DutyKey, 'unitId' | 'batchId'>,
): Promise<{ unit: ObligedUnit['unit']; batch: DutyBatch }> {
  const [found] = await unitAndBatch(tx, { unitId: of.unitId, batchId: of.batchId })
  if (!found || !inScope(reader.scope, found.scope)) throw notFound({ zh: '单位', en: 'unit' })
  const { batchId, batchName, edition, firstYear, ...unit } = found
  if (batchId === null || batchName === null || edition === null || firstYear === null)
    throw notFound({ zh: '批次', en: 'batch' })
  return { unit, batch: { id: batchId, name: batchName, firstYear, edition: editionOf(edition) } }
}
