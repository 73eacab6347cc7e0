import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { newestBatchFirst } from '../../../platform/database/ordered.ts'
import { notFound } from '../../../platform/errors.ts'
import { dueOn } from '../../../policy/calendar/deadlines.ts'
import { type Edition, editionOf, indicatorOf, obligationOf, returnPeriods } from '../../../policy/editions/edition.ts'
import { recordersOf } from '../../../policy/filings/filing.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { seatOf } from '../../../policy/people/roles.ts'
import { takesTwo } from '../../../policy/people/two-persons.ts'
import { whatCounts } from '../../../policy/records/measures.ts'
import { executionOf } from '../../../policy/returns/execution.ts'
import { type MergedRow, mergeTables } from '../../../policy/returns/merge.ts'
import { isAccepted, recordCounty } from '../../../policy/returns/returns.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { sumFen } from '../../../shared/money.ts'
import { type PeriodCode, periodDays } from '../../../shared/periods.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import { signedSeatsOf } from '../../programme/signing/public.ts'
import { acceptedRows, type ParkTable, returnKind, tablesOf } from '../return/public.ts'
import type { MergedRowView, MergedTable, ParkState } from './contract.ts'
import { recordingsPrepared } from './recordings-prepared.ts'

export type TableSearch = {
  readonly batchId?: string | undefined
  readonly period?: PeriodCode | undefined
  readonly countyId?: string | undefined
}
type Batch = { batchId: string; name: string; edition: string; firstYear: number }

export async function showTablesView(tx: Tx, asked: TableSearch, actor: Actor, now: Date) {
  const today = dayOf(now)
  const batches = await batchesSeen(tx)
  const batch = batches.find((one) => one.batchId === asked.batchId) ?? batches[0]
  if (asked.batchId !== undefined && batch?.batchId !== asked.batchId) throw notFound({ zh: '批次', en: 'batch' })
  const edition = batch ? editionOf(batch.edition) : null
  const table = batch ? await mergedTable(tx, batch, asked, actor, today) : null
  return {
    today,
    batches: batches.map(({ batchId, name }) => ({ batchId, name })),
    periods: batch && edition ? returnPeriods(edition, batch.firstYear) : [],
    counties: actor.unitKind === 'province' && batch ? await countiesOf(tx, batch.batchId) : [],
    table,
  }
}

/** Batches with a pilot inside the reader's scope, the newest first. */
async function batchesSeen(tx: Tx): Promise<Batch[]> {
  return tx
    .selectFrom('batches as b')
    .select(['b.id as batchId', 'b.name', 'b.edition', 'b.firstYear'])
    .where('b.standing', '=', false)
    .where((eb) => eb.exists(eb.selectFrom('pilots as p').select('p.id').whereRef('p.batchId', '=', 'b.id')))
    .orderBy(newestBatchFirst)
    .execute()
}

async function countiesOf(tx: Tx, batchId: string): Promise<{ countyId: string; name: string }[]> {
  return tx
    .selectFrom('pilots as p')
    .innerJoin('units as u', 'u.id', 'p.countyId')
    .select(['u.id as countyId', 'u.name'])
    .groupBy('u.id')
    .where('p.batchId', '=', batchId)
    .orderBy('u.scope')
    .execute()
}

/** The period asked for; else the last one that is over, or the first. */
function periodOf(edition: Edition, { firstYear }: Batch, asked: PeriodCode | undefined, today: Day): PeriodCode {
  const periods = returnPeriods(edition, firstYear)
  if (asked !== undefined && !periods.includes(asked)) throw notFound({ zh: '报送期', en: 'period' })
  const over = periods.findLast((period) => periodDays(period).to <= today)
  return asked ?? over ?? periods[0] ?? ''
}

async function mergedTable(tx: Tx, batch: Batch, asked: TableSearch, actor: Actor, today: Day): Promise<MergedTable> {
  const edition = editionOf(batch.edition)
  const period = periodOf(edition, batch, asked.period, today)
  const { batchId } = batch
  const { firstYear } = batch
  const all = await tablesOf(tx, { batchId, edition, firstYear, period, today, countyId: asked.countyId })
  const [first] = all
  if (!first) throw notFound({ zh: '县（市、区）', en: 'county' })
  const parks = all.filter(({ isOwed }) => isOwed)
  const whole = actor.unitKind === 'province' && asked.countyId === undefined
  const countyId = whole ? null : first.countyId
  const columnOf = (park: ParkTable) => (whole ? park.countyId : park.pilotId)
  const accepted = parks.filter(isIn)
  const rows = await acceptedRows(tx, { edition, period }, accepted, columnOf)
  const merged = mergeTables(edition, [...rows.values()])
  const columns = (whole ? countyColumns(parks, batchId, period) : parkColumns(parks)).map((column) => ({
    ...column,
    merged: mergeTables(edition, [rows.get(column.key) ?? []]),
  }))
  const waits = await recordingsPrepared(tx, parks)
  const seat = seatOf(actor.unitKind, actor.bureau)
  const byTwo = seat !== null && takesTwo(edition, 'recording', seat, await signedSeatsOf(tx, null))
  const rule = obligationOf(edition, returnKind)
  const refusal = recordCounty({
    rule,
    post: actor.post,
    byTwo,
    parks: parks.map(({ parkName, state, filingId }) => ({ name: parkName, state, waits: waits.has(filingId) })),
  })
  return {
    batchId,
    period,
    cadence: edition.returns.cadence,
    name: edition.returns.name,
    clause: edition.returns.clause,
    // A table that was opened keeps its day, also where a later list would move it.
    dueOn:
      parks.flatMap((park) => park.dueOn ?? []).sort()[0] ??
      dueOn(edition, firstYear, returnKind, period, await workCalendarOf(tx)),
    countyId,
    unitName: whole ? actor.unitName : first.countyName,
    parks: parks.map(stateOfPark),
    missing: parks.length - accepted.length,
    ...moneyOf(edition, accepted, merged),
    columns: columns.map(({ parks: own, merged: table, ...column }) => ({
      ...column,
      accepted: own.some(isIn),
      ...moneyOf(edition, own.filter(isIn), table),
    })),
    rows: rowsOf(edition, merged, columns),
    isRecorded: recordersOf({ rule }).length > 0,
    takesTwo: byTwo,
    actions: countyId === null ? [] : [abilityOf(actor, 'record', 'filing.record', refusal)],
  }
}

function isIn({ state }: ParkTable): boolean {
  return state !== null && isAccepted(state)
}

function stateOfPark({ submittedAt, ...park }: ParkTable): ParkState {
  const { pilotId, parkName, countyId, countyName, state, filingId, recordNo } = park
  const at = submittedAt?.toISOString() ?? null
  return { pilotId, parkName, countyId, countyName, state, filingId, submittedAt: at, recordNo }
}

function moneyOf(edition: Edition, accepted: readonly ParkTable[], merged: readonly MergedRow[]) {
  const sum = (key: 'awardFen' | 'receivedFen' | 'spentFen') => sumFen(accepted.map((park) => park[key]))
  const [receivedFen, spentFen] = [sum('receivedFen'), sum('spentFen')]
  return {
    awardFen: sum('awardFen'),
    receivedFen,
    spentFen,
    ...executionOf(edition, merged, { receivedFen, spentFen }),
  }
}

type ColumnOf = { key: string; name: string; to: string | null; parks: readonly ParkTable[] }

function parkColumns(parks: readonly ParkTable[]): ColumnOf[] {
  return parks.map((park) => ({
    key: park.pilotId,
    name: park.parkName,
    to: park.filingId === null ? null : `/returns/${park.filingId}`,
    parks: [park],
  }))
}

function countyColumns(parks: readonly ParkTable[], batchId: string, period: PeriodCode): ColumnOf[] {
  return [...Map.groupBy(parks, (park) => park.countyId)].map(([countyId, own]) => ({
    key: countyId,
    name: own[0]?.countyName ?? '',
    to: `/tables?batch=${batchId}&period=${period}&county=${countyId}`,
    parks: own,
  }))
}

function rowsOf(
  edition: Edition,
  merged: readonly MergedRow[],
  columns: readonly { readonly merged: readonly MergedRow[] }[],
): MergedRowView[] {
  const byColumn = columns.map(
    (column) => new Map(column.merged.map(({ indicator, kind: _, ...part }) => [indicator, part])),
  )
  return merged.flatMap((row) => {
    const rule = indicatorOf(edition, row.indicator)
    if (!rule) return []
    const { l1, l2, unit, zh, en, figureFrom: source } = rule
    const parts = byColumn.map((own) => own.get(row.indicator) ?? null)
    return [{ ...row, l1, l2, unit, name: { zh, en }, source, counts: whatCounts(rule), parts }]
  })
}
