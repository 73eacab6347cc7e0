import type { Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { notFound } from '../../platform/errors.ts'
import { workCalendar } from '../../platform/work-calendar.ts'
import { dueOn, isOver, periodsOf } from '../../policy/deadlines.ts'
import { editionOf, obligationOf, owes } from '../../policy/edition.ts'
import { filingKinds } from '../../policy/filing-kinds.ts'
import { type FormKind, forms } from '../../policy/forms.ts'
import { both, refuse } from '../../policy/refuse.ts'
import { inScope } from '../../policy/roles.ts'
import { type Day, dayOf } from '../../shared/dates.ts'
import type { Duty } from './kind-hooks.ts'
import { type Ower, owersByBatch } from './owers-store.ts'

export const formKindList = Object.keys(forms) as FormKind[]

type Reader = Pick<Actor, 'scope'>
export type DutyKey = {
  readonly batchId: string
  readonly unitId: string
  readonly kind: FormKind
  readonly period: string
}

/** Everything of the forms that the units in the reader's scope owe by now; what is about a period, once that is over. */
export async function owedForms(tx: Tx, reader: Reader, now: Date, batchId?: string): Promise<Duty[]> {
  const today = dayOf(now)
  const duties: Duty[] = []
  for (const { batch, owers } of await owersByBatch(tx, reader.scope, { batchId })) {
    const { edition, firstYear } = batch
    for (const kind of formKindList.filter((one) => owes(edition, one))) {
      const periods = periodsOf(edition, firstYear, kind).filter((period) => period === '' || isOver(period, today))
      const owing = owers[obligationOf(edition, kind).of]
      for (const period of periods) duties.push(...owing.map((ower) => dutyOf(batch, ower, kind, period)))
    }
  }
  return duties
}

/**
 * The duty of one unit, whether its filing is open or not.
 * @throws HttpError 404 outside the reader's scope; Refusal `filing.not-owed`, `filing.period-not-owed`.
 */
export async function requireDuty(tx: Tx, reader: Reader, { batchId, unitId, kind, period }: DutyKey): Promise<Duty> {
  const unit = await requireUnit(tx, reader, unitId)
  const batch = await requireBatch(tx, batchId)
  const { edition, firstYear } = batch
  if (!owes(edition, kind)) throw refuse('filing.not-owed', null, both('kind', filingKinds[kind]), 'kind')
  const rule = obligationOf(edition, kind)
  const name = both('kind', rule)
  const only = unit.kind === 'province' ? { batchId } : { batchId, unitId }
  const [found] = await owersByBatch(tx, reader.scope, only)
  const ower = found?.owers[rule.of].find((one) => one.unit.id === unitId)
  if (!ower) throw refuse('filing.not-owed', rule.clause, name, 'unitId')
  if (!periodsOf(edition, firstYear, kind).includes(period))
    throw refuse('filing.period-not-owed', rule.clause, { ...name, period: period || '—' }, 'period')
  return dutyOf(batch, ower, kind, period)
}

/** The day a form is due, by the rest-day rule of its edition. */
export function dueOfForm({ batch, kind, period }: Pick<Duty, 'batch' | 'kind' | 'period'>): Day {
  return dueOn(batch.edition, batch.firstYear, kind, period, workCalendar)
}

function dutyOf(batch: Duty['batch'], ower: Ower, kind: FormKind, period: string): Duty {
  return { kind, rule: obligationOf(batch.edition, kind), period, batch, ...ower }
}

async function requireUnit(tx: Tx, reader: Reader, unitId: string): Promise<{ kind: string }> {
  const unit = await tx.selectFrom('units').select(['kind', 'scope']).where('id', '=', unitId).executeTakeFirst()
  if (!unit || !inScope(reader.scope, unit.scope)) throw notFound({ zh: '单位', en: 'unit' })
  return unit
}

async function requireBatch(tx: Tx, batchId: string): Promise<Duty['batch']> {
  const row = await tx
    .selectFrom('batches')
    .select(['id', 'name', 'edition', 'firstYear'])
    .where('id', '=', batchId)
    .executeTakeFirst()
  if (!row) throw notFound({ zh: '批次', en: 'batch' })
  return { ...row, edition: editionOf(row.edition) }
}
