import type { Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { type Edition, obligationOf, returnPeriods } from '../../policy/edition.ts'
import { refusalText } from '../../policy/refuse.ts'
import { type ExplainedRow, mayAcceptReturn, maySubmitReturn, returnGaps } from '../../policy/return-steps.ts'
import { correctionPeriod, isAccepted, recordReturn, stepReturn, timeliness } from '../../policy/returns.ts'
import type { Post } from '../../policy/roles.ts'
import { dayOf } from '../../shared/dates.ts'
import type { Fen } from '../../shared/money.ts'
import type { PeriodCode } from '../../shared/periods.ts'
import { lockOn } from '../calendar/public.ts'
import { opinionsOn, recordingOf } from '../filings/public.ts'
import { abilityOf } from '../pilots/public.ts'
import { baselineById } from '../plans/public.ts'
import { unitById } from '../units/public.ts'
import type { ReturnHead, ReturnRow, ReturnView } from './contract.ts'
import { recordsOf } from './facts.ts'
import { type ReturnFiling, readReturn, returnKind } from './return-filing.ts'
import { frozenRows, liveRows, namesOf } from './row-views.ts'
import { type FrozenHead, type FrozenRow, headById, headOf, openedReturns, rowsOf } from './store.ts'
import { computeTable, correctionsTo } from './table.ts'

/** What makes the table, frozen or live. */
export type Shown = Pick<ReturnView, 'head' | 'rows' | 'later'> & { readonly filing: ReturnFiling }

/** A return as its reader sees it: figures live while it is open, frozen afterwards. @throws HttpError 404 */
export async function readTable(tx: Tx, filingId: string): Promise<Shown> {
  const filing = await readReturn(tx, filingId)
  const frozen = filing.state === 'open' ? null : await headOf(tx, filingId)
  return frozen ? frozenTable(tx, filing, frozen) : liveTable(tx, filing)
}

async function liveTable(tx: Tx, filing: ReturnFiling): Promise<Shown> {
  const { pilot, row, reasons } = filing
  const table = await computeTable(tx, pilot, row.period)
  const { cutOff, receivedFen, spentFen } = table
  const head = {
    countyName: (await unitById(tx, pilot.countyId))?.name ?? '',
    parkName: pilot.parkName,
    ...calledBy(pilot),
    parkUscc: pilot.parkUscc ?? '',
    period: row.period,
    cutOff,
    plan: { no: table.baseline.no, inForceFrom: table.baseline.inForceFrom },
    filledBy: null,
    reviewedBy: null,
    submittedOn: null,
    ...money(pilot.awardFen, receivedFen, spentFen),
  }
  return { filing, head, rows: liveRows(pilot.edition, table, reasons), later: null }
}

async function frozenTable(tx: Tx, filing: ReturnFiling, frozen: FrozenHead): Promise<Shown> {
  const { pilot, row, state } = filing
  const { countyName, parkName, parkUscc, cutOff, filledBy, reviewedBy, awardFen, receivedFen, spentFen } = frozen
  const rows = await rowsOf(tx, frozen.versionId)
  const before = frozen.previousId ? await headById(tx, frozen.previousId) : null
  const previous = before && { head: before, rows: await rowsOf(tx, before.versionId) }
  const head: ReturnHead = {
    countyName,
    parkName,
    ...calledBy(pilot),
    parkUscc,
    period: row.period,
    cutOff,
    plan: await planVersion(tx, frozen.baselineId),
    filledBy,
    reviewedBy,
    submittedOn: row.version ? dayOf(row.version.submittedAt) : null,
    ...money(awardFen, receivedFen, spentFen),
  }
  return {
    filing,
    head,
    rows: frozenRows(pilot.edition, rows, previous, isAccepted(state)),
    later: await laterChanges(tx, filing, frozen, rows),
  }
}

/** The version of the plan that it was made under, and stays under. */
async function planVersion(tx: Tx, baselineId: string): Promise<ReturnHead['plan']> {
  const { no, inForceFrom } = await baselineById(tx, baselineId)
  return { no, inForceFrom }
}

/** What the pilot's edition calls the table, and how often it comes. */
function calledBy({ edition }: Ruled): Pick<ReturnHead, 'cadence' | 'name' | 'clause'> {
  const { cadence, name, clause } = edition.returns
  return { cadence, name, clause }
}

function money(awardFen: Fen, receivedFen: Fen, spentFen: Fen) {
  const executionRate = receivedFen > 0 ? Math.round((spentFen * 10_000) / receivedFen) / 100 : null
  return { awardFen, receivedFen, spentFen, executionRate }
}

/** Frozen figures of the newest submitted return that today's records would make different (G3.5). */
async function laterChanges(tx: Tx, { pilot, row }: ReturnFiling, head: FrozenHead, rows: FrozenRow[]) {
  const submitted = (await openedReturns(tx, pilot.id)).filter((one) => one.state !== 'draft').map((one) => one.period)
  if (submitted.some((period) => period > row.period)) return null
  const corrections = correctionsTo(pilot, await recordsOf(tx, pilot.id), { head, rows })
  const changed = [...corrections.values()].filter((one) => (one.difference ?? 0) !== 0)
  if (changed.length === 0) return null
  return {
    period: correctionPeriod(pilot.edition, pilot.firstYear, row.period, submitted),
    figures: changed.map(({ indicator, reported, now }) => {
      const { name } = namesOf(pilot.edition, { indicator, unit: '' })
      return { indicator, name, reported, now }
    }),
  }
}

export async function showReturnView(tx: Tx, filingId: string, actor: Actor, now: Date): Promise<ReturnView> {
  const { filing, ...table } = await readTable(tx, filingId)
  const { pilot, row, state, revision, editedByName, editedAt } = filing
  const { version } = row
  const { clause } = pilot.edition.returns
  const today = dayOf(now)
  const [opinion] = version ? await opinionsOn(tx, version.id) : []
  const gaps = state === 'open' ? returnGaps(explained(table.rows), clause) : []
  const by = actor.accountId
  const given = {
    unsubmitted: await unsubmittedBefore(tx, pilot, row.period),
    locked: await lockOn(tx, pilot.edition, row, today),
    clause,
  }
  const submission = maySubmitReturn(state, { ...given, rows: explained(table.rows) })
  return {
    filingId,
    pilotId: pilot.id,
    state,
    dueOn: row.dueOn,
    today,
    timeliness: timeliness(row.dueOn, version && dayOf(version.submittedAt), today),
    ...table,
    reasons: { revision, editedByName, editedAt: editedAt?.toISOString() ?? null },
    gaps: gaps.map((gap) => ({ indicator: String(gap.facts.indicator), text: refusalText(gap), clause: gap.clause })),
    version: version && {
      no: version.no,
      hash: version.hash,
      submittedByName: version.submittedByName,
      submittedAt: version.submittedAt.toISOString(),
    },
    acceptance: opinion ? { byName: opinion.accountName, at: opinion.at } : null,
    recording: state === 'recorded' ? await recordingOf(tx, filingId) : null,
    actions: [
      abilityOf(actor, 'explain', 'return.explain', stepReturn(state, 'explain', clause)),
      abilityOf(actor, 'submit', 'return.submit', submission),
      // What holds it besides the reasons, which the reader may be typing just now.
      abilityOf(actor, 'submit-explained', 'return.submit', maySubmitReturn(state, { ...given, rows: [] })),
      abilityOf(actor, 'accept', 'return.accept', mayAcceptReturn(state, { by, makers: row.makers, clause })),
      abilityOf(actor, 'record', 'return.record', recordReturn(state, recorder(filing, actor))),
    ],
  }
}

export function explained(rows: readonly Pick<ReturnRow, 'indicator' | 'gap' | 'reason'>[]): ExplainedRow[] {
  return rows.map(({ indicator, gap, reason }) => ({ indicator, gap, reason }))
}

/** Who would take it on record: not whoever wrote any of it or accepted it. */
export function recorder({ pilot, row }: ReturnFiling, { post, accountId }: Actor) {
  const rule = obligationOf(pilot.edition, returnKind)
  const judges = row.opinions.map((opinion) => opinion.accountId)
  return { rule, post: post as Post, by: accountId, makers: [...row.makers, ...judges] }
}

type Ruled = { readonly id: string; readonly edition: Edition; readonly firstYear: number }

/** The period just before, if its return is still with the park. */
export async function unsubmittedBefore(tx: Tx, pilot: Ruled, period: PeriodCode): Promise<PeriodCode | null> {
  const periods = returnPeriods(pilot.edition, pilot.firstYear)
  const before = periods[periods.indexOf(period) - 1]
  if (before === undefined) return null
  const opened = await openedReturns(tx, pilot.id)
  const filed = opened.find((one) => one.period === before)
  return filed && filed.state !== 'draft' ? null : before
}
