import type { Acting, Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { notFound } from '../../platform/errors.ts'
import { type FilingException, isOver, whyLocked } from '../../policy/deadlines.ts'
import type { Filing } from '../../policy/filing.ts'
import { mayPrepare, seatOn } from '../../policy/filing-posts.ts'
import { type FormContent, type FormGap, formGaps, forms, isFormKind } from '../../policy/forms.ts'
import { both, refuse } from '../../policy/refuse.ts'
import { addDays, type Day, dayOf } from '../../shared/dates.ts'
import { periodDays } from '../../shared/periods.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { exceptionFor, lockOn } from '../calendar/public.ts'
import { dueOfForm, requireDuty } from './duties.ts'
import type { Duty } from './kind-hooks.ts'
import { kindHooks } from './kinds.ts'
import { asPolicy } from './public.ts'
import { lockFiling } from './store.ts'
import { type FilingRow, showFiling } from './views.ts'

/** The filing of a form with the duty it answers. */
export type FormFiling = { readonly row: FilingRow; readonly filing: Filing; readonly duty: Duty }

type Reader = Pick<Actor, 'scope'>

/** Locked until the transaction ends. @throws HttpError 404 for what is no form, or lies outside the reader's scope. */
export async function lockForm(tx: Tx, reader: Reader, filingId: string): Promise<FormFiling> {
  return put(tx, reader, await lockFiling(tx, filingId))
}

/** To read. @throws HttpError 404 for what is no form, or lies outside the reader's scope. */
export async function readForm(tx: Tx, reader: Reader, filingId: string): Promise<FormFiling> {
  return put(tx, reader, await showFiling(tx, filingId))
}

async function put(tx: Tx, reader: Reader, row: FilingRow | null): Promise<FormFiling> {
  if (!row || !isFormKind(row.kind)) throw notFound({ zh: '报送材料', en: 'filing' })
  const { batchId, unitId, kind, period } = row
  const duty = await requireDuty(tx, reader, { batchId, unitId, kind, period })
  return { row, duty, filing: asPolicy(row, duty.batch.edition) }
}

/** The whole form, put together from its sections. */
export function contentOf({ kind }: Pick<Duty, 'kind'>, row: FilingRow): FormContent {
  const parts = forms[kind].map(({ id }) => [id, row.sections.find((one) => one.section === id)?.content])
  return Object.fromEntries(parts)
}

/** Everything wrong with the form as it stands, all at once. */
export async function gapsOf(tx: Tx, { duty, row }: FormFiling): Promise<FormGap[]> {
  const content = contentOf(duty, row)
  const own = (await kindHooks[duty.kind].gaps?.(tx, duty, content)) ?? []
  return [...formGaps(duty.kind, content), ...own]
}

/** Why this person does not write or file it: not the post, or not of the unit that owes it. */
export function whyNotPreparer(duty: Duty, actor: Pick<Actor, 'post' | 'unitId'>): Refusal | null {
  return mayPrepare(duty.rule, { post: actor.post, ofOwner: actor.unitId === duty.unit.id })
}

/** Why it cannot be written yet: what is about a period waits until that is over. */
export function whyNotYet({ period, rule }: Pick<Duty, 'period' | 'rule'>, today: Day): Refusal | null {
  if (period === '' || isOver(period, today)) return null
  const day = addDays(periodDays(period).to, 1)
  return refuse('filing.period-not-over', rule.clause, { ...both('kind', rule), period, day }, 'period')
}

/** Whether something later stands on it, so that only its text can be opened again. */
export async function isBuiltUpon(tx: Tx, duty: Duty): Promise<boolean> {
  return (await kindHooks[duty.kind].builtUpon?.(tx, duty)) ?? false
}

/** The seat this person speaks from on this filing. */
export function seatOfActor(duty: Duty, actor: Pick<Actor, 'unitKind' | 'bureau' | 'unitId'>) {
  return seatOn(actor, duty.countyId)
}

/** Why it can no longer be filed for the first time, or null; what was filed once may always be mended. */
export async function whyTooLate(
  tx: Tx,
  duty: Duty,
  row: Pick<FilingRow, 'id' | 'dueOn'> | null,
  now: Date,
): Promise<Refusal | null> {
  const { batch, unit, kind, period, rule } = duty
  const of = { batchId: batch.id, unitId: unit.id, kind, period }
  const today = dayOf(now)
  if (row) return lockOn(tx, batch.edition, { id: row.id, dueOn: row.dueOn, ...of }, today)
  return whyLocked(rule, { dueOn: dueOfForm(duty), filedOn: null }, await exceptionOf(tx, duty, now), today)
}

/** The exception that is open for it today, or null. */
export function exceptionOf(tx: Tx, { batch, unit, kind, period }: Duty, now: Date): Promise<FilingException | null> {
  return exceptionFor(tx, { batchId: batch.id, unitId: unit.id, kind, period }, dayOf(now))
}

/** What a kind brings into force once the filing is over. */
export async function bringIntoForce(acting: Acting, { duty, row }: FormFiling, content: FormContent): Promise<void> {
  const { version } = row
  if (!version) throw new Error(`filing ${row.id} was never submitted`)
  await kindHooks[duty.kind].onDone?.(acting, duty, { row, actor: acting.actor, versionId: version.id, content })
}
