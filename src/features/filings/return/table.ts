import type { Tx } from '../../../platform/database/connect.ts'
import { batchPeriod, type Edition, obligationOf, type Period } from '../../../policy/editions/edition.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import type { Records } from '../../../policy/records/records.ts'
import { type IndicatorRow, indicatorRows, turningDays } from '../../../policy/returns/indicators.ts'
import { type Correction, correctionOf, factsAt, type ReturnFact } from '../../../policy/returns/return-facts.ts'
import { figureOf, standingIn } from '../../../policy/returns/standing.ts'
import type { Day } from '../../../shared/dates.ts'
import { type Fen, sumFen } from '../../../shared/money.ts'
import { type PeriodCode, periodOf as periodAround, periodDays } from '../../../shared/periods.ts'
import { type Baseline, baselineOn, targetsOf } from '../../programme/baselines/public.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { summedRecordsOf } from './facts.ts'
import { reductionsOf, type StoredReduction } from './reduction-store.ts'
import { type FrozenHead, type FrozenRow, headBefore, rowsOf } from './store.ts'
import { pilotOf, type TableFiling } from './table-filing.ts'

/** A quarterly table as the accepted records make it now. */
export type LiveTable = {
  readonly period: PeriodCode
  readonly cutOff: string
  readonly baseline: Baseline
  /** Their figures after the reductions that stand in it. */
  readonly rows: readonly IndicatorRow[]
  /** Every one of the pilot's tables. */
  readonly reductions: readonly StoredReduction[]
  readonly receivedFen: Fen
  readonly spentFen: Fen
  /** The submitted return before, and how its figures stand today. */
  readonly previous: { readonly head: FrozenHead; readonly rows: readonly FrozenRow[] } | null
  readonly corrections: ReadonlyMap<string, Correction>
}

/**
 * Computed anew at every look until it is submitted, from sums; from the `records` themselves where each of them is kept.
 * @throws Refusal before the plan is approved (G3.1).
 */
export async function computeTable(tx: Tx, pilot: Pilot, period: PeriodCode, records?: Records): Promise<LiveTable> {
  const cutOff = periodDays(period).to
  const baseline = await requireBaseline(tx, pilot, cutOff)
  const targets = await targetsInOrder(tx, pilot, baseline)
  const head = await headBefore(tx, pilot.id, period)
  const counted = records ?? (await countedFor(tx, pilot, [{ period, cutOff }, ...(head ? [head] : [])]))
  const facts = factsOn(pilot, counted, cutOff)
  const reductions = await reductionsOf(tx, [pilot.id])
  const standing = Map.groupBy(standingIn(period, reductions), (one) => one.indicator)
  const rows = indicatorRows({ ...pilot, period, cutOff, targets, facts, reductions: standing })
  const previous = head && { head, rows: await rowsOf(tx, head.versionId) }
  const corrections = previous ? correctionsTo(pilot, counted, previous) : new Map<string, Correction>()
  return { period, cutOff, baseline, rows, reductions, ...moneyAt(counted, cutOff), previous, corrections }
}

/**
 * The rows as they stood on any day of a period, with the version of the plan they are held to, its targets and the records added up.
 * @throws Refusal before the plan is approved (G3.1).
 */
export async function tableAt(tx: Tx, pilot: Pilot, cutOff: Day) {
  const period = periodAround(pilot.edition.returns.cadence, cutOff)
  const baseline = await requireBaseline(tx, pilot, cutOff)
  const targets = await targetsInOrder(tx, pilot, baseline)
  const records = await countedFor(tx, pilot, [{ period, cutOff }])
  const facts = factsOn(pilot, records, cutOff)
  const reductions = Map.groupBy(standingIn(period, await reductionsOf(tx, [pilot.id])), (one) => one.indicator)
  return { baseline, targets, records, rows: indicatorRows({ ...pilot, period, cutOff, targets, facts, reductions }) }
}

/** The records of a pilot, added up as far as the figures of these tables allow. */
export function countedFor(
  tx: Tx,
  pilot: EditionYear & Pick<Pilot, 'id'>,
  tables: readonly Pick<FrozenHead, 'period' | 'cutOff'>[],
): Promise<Records> {
  return summedRecordsOf(tx, pilot.id, turningDays(periodOf(pilot), tables))
}

const computed = new WeakMap<TableFiling['row'], Promise<LiveTable>>()

/** The table of one filing as read, computed once however many ask for it: the check and the submission are of one moment. */
export async function tableOf(tx: Tx, filing: TableFiling): Promise<LiveTable> {
  const { row } = filing
  const found = computed.get(row) ?? pilotOf(tx, filing).then((pilot) => computeTable(tx, pilot, row.period))
  computed.set(row, found)
  return found
}

/** The version of the plan that a return with this cut-off is held to (G5.5). @throws Refusal before the plan is approved (G3.1, H3). */
export async function requireBaseline(
  tx: Tx,
  { id, edition }: Pick<Pilot, 'id' | 'edition'>,
  cutOff: Day,
): Promise<Baseline> {
  const baseline = await baselineOn(tx, id, cutOff)
  if (!baseline) throw refuse('returns.plan-not-approved', obligationOf(edition, 'plan').clause)
  return baseline
}

/** The facts at a cut-off, from records already read. */
export function factsOn({ edition, firstYear }: EditionYear, records: Records, cutOff: string): ReturnFact[] {
  return factsAt(edition, periodOf({ edition, firstYear }), records, cutOff)
}

type EditionYear = { readonly edition: Edition; readonly firstYear: number }

function periodOf({ edition, firstYear }: EditionYear): Period {
  return batchPeriod(edition, firstYear)
}

/** What the figures of a submitted return would be today, against what was frozen: its corrections, by indicator. */
export function correctionsTo(
  pilot: EditionYear,
  records: Records,
  { head, rows }: { head: FrozenHead; rows: readonly FrozenRow[] },
): Map<string, Correction> {
  const { period, cutOff } = head
  const facts = factsOn(pilot, records, cutOff)
  const today = indicatorRows({ ...pilot, period, cutOff, targets: rows.map(asTarget), facts })
  return new Map(
    rows.map(({ indicator, parts }, at) => {
      const total = parts && figureOf(parts.total)
      return [indicator, correctionOf({ indicator, total }, today[at]?.total ?? null)]
    }),
  )
}

/** The rows of an open table as they would be frozen now. */
export function explainedRows(
  { rows, corrections }: Pick<LiveTable, 'rows' | 'corrections'>,
  reasons: Readonly<Record<string, string>>,
): (IndicatorRow & FrozenRow)[] {
  return rows.map((row) => ({
    ...row,
    correction: corrections.get(row.indicator)?.difference ?? null,
    reason: reasons[row.indicator] ?? '',
  }))
}

function asTarget({ indicator, unit, baseline, target }: FrozenRow) {
  return { indicator, unit, baseline, target, weight: 0 }
}

/** The targets in the order of the edition, not of the alphabet. */
async function targetsInOrder(tx: Tx, { edition }: Pilot, baseline: Baseline) {
  const codes = edition.indicators.map((rule) => rule.code)
  const targets = await targetsOf(tx, baseline.id)
  return targets.sort((a, b) => codes.indexOf(a.indicator) - codes.indexOf(b.indicator))
}

function moneyAt({ tranches, payments }: Records, cutOff: string): { receivedFen: Fen; spentFen: Fen } {
  return {
    receivedFen: sumFen(tranches.filter((one) => one.receivedOn <= cutOff).map((one) => one.amountFen)),
    spentFen: sumFen(payments.filter((one) => one.paidOn <= cutOff).map((one) => one.provincialFen)),
  }
}
