import type { Acting } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import { batchPeriod, type Period } from '../../../policy/editions/edition.ts'
import type { Service } from '../../../policy/services/service.ts'
import type { Counting } from '../../../policy/services/service-counts.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { type Pilot, requirePilot } from '../../programme/pilots/public.ts'
import type { Standing } from './contract.ts'
import { countingOf } from './counting.ts'
import * as store from './store.ts'

export type ServiceOfPilot = store.StoredService & { readonly pilot: Pilot; readonly period: Period }

/**
 * The service with all that hangs on it, locked until the transaction ends, and its pilot with the edition.
 * @throws HttpError 404 when it does not exist inside the reader's scope.
 */
export async function lockService(tx: Tx, id: string): Promise<ServiceOfPilot> {
  await store.lock(tx, id)
  return readService(tx, id)
}

/** The same without a lock, for views. @throws HttpError 404 when it does not exist inside the reader's scope. */
export async function readService(tx: Tx, id: string): Promise<ServiceOfPilot> {
  const held = await store.load(tx, id)
  if (!held) throw notFound({ zh: '服务', en: 'service' })
  const pilot = await requirePilot(tx, held.pilotId)
  return { ...held, pilot, period: batchPeriod(pilot.edition, pilot.firstYear) }
}

/** Saves where a service stands after its rule has said so; what hangs on it is saved by whoever made it. */
export async function saveServiceState(tx: Tx, after: Service, now: Date): Promise<void> {
  await store.saveState(tx, after, now)
}

/** Asks anew whether the service counts and from which day (G3.2, G3.4), and keeps the answer. To be called after every act on it. */
export async function recount(tx: Tx, serviceId: string, today: Day): Promise<Counting> {
  const held = await readService(tx, serviceId)
  const counting = await countingOf(tx, held, held.pilot)
  const on = counting.on !== null && counting.on <= today ? counting.on : null
  if (held.countedOn !== on) await store.saveCountedOn(tx, serviceId, on)
  return { ...counting, on }
}

/** Whether a service counts, and if not what it lacks, as it stands: nothing is kept of the answer. */
export async function countingNow(tx: Tx, serviceId: string): Promise<Counting> {
  const held = await readService(tx, serviceId)
  return countingOf(tx, held, held.pilot)
}

/** Ends a step: saves the state, counts anew, writes the event `kind` with `detail`, and answers where the service stands. */
export async function saveStep(
  tx: Tx,
  { now, record }: Pick<Acting, 'now' | 'record'>,
  before: store.StoredService,
  after: Service,
  kind: string,
  detail: object = {},
): Promise<Standing> {
  const { no, scope } = before
  const { id, state } = after
  await saveServiceState(tx, after, now)
  const { on } = await recount(tx, id, dayOf(now))
  record(kind, {
    subject: id,
    scope,
    before: { state: before.service.state, countedOn: before.countedOn },
    after: { state, countedOn: on, ...detail },
  })
  return { serviceId: id, no, state, countedOn: on }
}

export { paidShares } from './contract-money.ts'
