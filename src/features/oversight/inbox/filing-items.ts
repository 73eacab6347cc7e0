import { sql } from 'kysely'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { ObligationDay } from '../../../policy/calendar/deadlines.ts'
import { type FilingKind, filingKinds, isFilingKind } from '../../../policy/filings/filing-kinds.ts'
import type { FilingWorkItem } from '../../../policy/filings/filing-tasks.ts'
import { filingTitle } from '../../../policy/filings/filing-title.ts'
import type { Seat } from '../../../policy/people/roles.ts'
import { isMatterKind, matterKinds } from '../../../policy/plan/matter.ts'
import { type PassingOn, passingOn } from '../../../policy/plan/passing-on.ts'
import { addDays, type Day, dayOf, startOfDay } from '../../../shared/dates.ts'
import { hrefOf, type Owed, turnsOf, type Waiting, waitingIn } from '../../filings/owed/public.ts'
import { knownCalendarsOf } from '../../programme/rest-days/public.ts'
import type { WaitingAct } from '../../programme/signing/public.ts'
import type { InboxItem, MatterNames } from './work-items.ts'

/** From how long before its day a filing that nobody has begun is asked for, days. */
const askedBefore = 30

type OwedFiling = Owed & { readonly kind: FilingKind }

/** What waits in the reader's area, or is asked for soon: as much as `filingItems` looks at. */
export function soonWaiting(tx: Tx, reader: Actor, now: Date): Promise<Waiting> {
  return waitingIn(tx, reader, { unbegun: { to: addDays(dayOf(now), askedBefore) } }, now)
}

/**
 * Filings that are owed: begun and not over, or not begun and due soon or late; by the filing's id, or what it is about. What cannot
 * be prepared yet is not asked for, nor what a second person signs (`acts`).
 */
export async function filingItems(
  tx: Tx,
  { owed, isOver }: Waiting,
  now: Date,
  acts: readonly WaitingAct[],
  signed: (countyId: string | null) => readonly Seat[],
): Promise<Map<string, InboxItem>> {
  const today = dayOf(now)
  const soon = addDays(today, askedBefore)
  const waits = (one: OwedFiling) => {
    if (one.filing) return true
    const { after } = filingKinds[one.kind]
    const isReady = after === undefined || isOver({ batch: one.batch, unit: one.unit, kind: after })
    return isReady && one.day.dueOn <= soon && (one.period === '' || one.day.opensOn <= today)
  }
  const waiting = owed.filter((one): one is OwedFiling => isFilingKind(one.kind)).filter(waits)
  const passing = await passingOnOf(tx, waiting, now)
  const prepared = new Set(acts.map(({ subject }) => subject))
  const asked = new Map<ObligationDay, Date>()
  // Most are not begun and stand on the same day.
  const askedSince = (day: ObligationDay) => {
    const since = asked.get(day) ?? startOfDay(askedFrom(day))
    asked.set(day, since)
    return since
  }
  return new Map(
    waiting.map((one) => [
      one.filing?.filingId ?? `${ofUnit(one)} ${one.period}`,
      itemOf(one, passing, prepared.has(one.filing?.filingId ?? ''), signed(one.countyId), askedSince),
    ]),
  )
}

function ofUnit({ batch, unit, kind }: Pick<Owed, 'batch' | 'unit' | 'kind'>): string {
  return `${batch.id} ${unit.id} ${kind}`
}

function itemOf(
  owed: OwedFiling,
  passing: ReadonlyMap<string, PassingOn | null>,
  recordingPrepared: boolean,
  signedHere: readonly Seat[],
  askedSince: (day: ObligationDay) => Date,
): InboxItem {
  const { batch, rule, period, kind, unit, pilotId, filing, day, since } = owed
  const submittedAt = filing?.state === 'submitted' ? filing.submittedAt : null
  const item: FilingWorkItem = {
    subject: 'filing',
    kind,
    state: stateOf(owed),
    rule,
    spoken: filing?.spoken ?? [],
    toSign: filing?.toSign ?? [],
    recordingPrepared,
    signatures: batch.edition.signatures,
    signedHere,
    passOnBy: (submittedAt && filing && passing.get(filing.filingId)?.openBy) ?? null,
  }
  const shown = (matters: MatterNames) => {
    const title = filingTitle(rule, period)
    const matter = filing && matters.get(filing.filingId)
    const page = hrefOf(owed) ?? '/calendar'
    return {
      href: kind === 'plan' && submittedAt ? `${page}/review` : page,
      about: matter ? { zh: `${title.zh} · ${matter.zh}`, en: `${title.en}, ${matter.en.toLowerCase()}` } : title,
    }
  }
  return {
    item,
    pilotId,
    parkName: unit.name,
    batchName: batch.name,
    shown,
    matterId: kind === 'major-matter' ? (filing?.filingId ?? null) : null,
    since: since ?? askedSince(day),
    ownDay: day.dueOn,
    ownHour: filing?.dueAt ?? null,
  }
}

/** What was filed once and was taken back since is amended: its day is kept already, and no longer asked about. */
function stateOf({ standing, filing }: OwedFiling): FilingWorkItem['state'] {
  if (standing.state === 'locked') return 'locked'
  if (filing === null) return 'unopened'
  return filing.state === 'draft' && filing.filedOn !== null ? 'returned' : filing.state
}

function askedFrom({ opensOn, dueOn }: { opensOn: Day; dueOn: Day }): Day {
  const first = addDays(dueOn, 0 - askedBefore)
  return first < opensOn ? opensOn : first
}

/** How the county stands with handing on what is under review, where its edition names a time. */
async function passingOnOf(tx: Tx, waiting: readonly OwedFiling[], now: Date): Promise<Map<string, PassingOn | null>> {
  const calendars = await knownCalendarsOf(tx)
  const passed = waiting.flatMap(({ rule, filing }) =>
    rule.passOn && filing?.state === 'submitted' ? [{ filingId: filing.filingId, rule }] : [],
  )
  const turns = await turnsOf(tx, passed)
  return new Map(
    passed.map(({ filingId, rule }) => [filingId, passingOn(rule, turns.get(filingId) ?? [], now, calendars)]),
  )
}

/** What these major matters are about, by their filings. */
export async function matterNames(tx: Tx, filingIds: readonly string[]): Promise<MatterNames> {
  if (filingIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('matters')
    .select(['filingId', 'kind'])
    .where('filingId', '=', sql<string>`any(${[...filingIds]})`)
    .execute()
  return new Map(rows.flatMap(({ filingId, kind }) => (isMatterKind(kind) ? [[filingId, matterKinds[kind]]] : [])))
}
