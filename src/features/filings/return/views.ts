import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Edition } from '../../../policy/editions/edition.ts'
import { refusalText } from '../../../policy/guide/refuse.ts'
import { executionOf } from '../../../policy/returns/execution.ts'
import { correctionPeriod, isAccepted } from '../../../policy/returns/returns.ts'
import { dayOf } from '../../../shared/dates.ts'
import { baselineById } from '../../programme/baselines/public.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { unitById } from '../../programme/units/public.ts'
import type { ReturnHead, showTable, TableView } from './contract.ts'
import { reductionsOf } from './reduction-store.ts'
import { returnTableKind } from './return-kind.ts'
import { drawnRows, namesOf } from './row-views.ts'
import { type FrozenHead, type FrozenRow, headById, headOf, openedReturns, rowsOf } from './store.ts'
import { correctionsTo, countedFor, explainedRows, tableOf } from './table.ts'
import { isLive, pilotOf, readTableFiling, type TableFiling } from './table-filing.ts'

/** What makes the table, frozen or live. */
export type DrawnTable = Pick<TableView, 'head' | 'rows' | 'later'> & { readonly filing: TableFiling }

/** A return as its reader sees it: figures live while it is open, frozen afterwards. @throws HttpError 404 */
export async function readTable(tx: Tx, filingId: string, reader: Pick<Actor, 'scope'>): Promise<DrawnTable> {
  const filing = await readTableFiling(tx, reader, filingId)
  const pilot = await pilotOf(tx, filing)
  const frozen = isLive(filing) ? null : await headOf(tx, filingId)
  return frozen ? frozenTable(tx, pilot, filing, frozen) : liveTable(tx, pilot, filing)
}

async function liveTable(tx: Tx, pilot: Pilot, filing: TableFiling): Promise<DrawnTable> {
  const { row, content } = filing
  const table = await tableOf(tx, filing)
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
    ...{ awardFen: pilot.awardFen, receivedFen, spentFen },
    ...executionOf(pilot.edition, table.rows, { receivedFen, spentFen }),
  }
  const drawn = {
    ...table,
    edition: pilot.edition,
    rows: explainedRows(table, content.reasons.reasons),
    accepted: false,
  }
  return { filing, head, rows: drawnRows(drawn), later: null }
}

async function frozenTable(tx: Tx, pilot: Pilot, filing: TableFiling, frozen: FrozenHead): Promise<DrawnTable> {
  const { row } = filing
  const { countyName, parkName, parkUscc, cutOff, filledBy, reviewedBy, awardFen, receivedFen, spentFen } = frozen
  const frozenRows = await rowsOf(tx, frozen.versionId)
  const before = frozen.previousId ? await headById(tx, frozen.previousId) : null
  const previous = before && { head: before, rows: await rowsOf(tx, before.versionId) }
  const rows = drawnRows({
    edition: pilot.edition,
    period: row.period,
    rows: frozenRows,
    reductions: await reductionsOf(tx, [pilot.id]),
    previous,
    accepted: isAccepted(row.state),
  })
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
    ...{ awardFen, receivedFen, spentFen },
    ...executionOf(pilot.edition, rows, { receivedFen, spentFen }),
  }
  return {
    filing,
    head,
    rows,
    later: await laterChanges(tx, pilot, filing, frozen, frozenRows),
  }
}

/** The version of the plan that it was made under, and stays under. */
async function planVersion(tx: Tx, baselineId: string): Promise<ReturnHead['plan']> {
  const { no, inForceFrom } = await baselineById(tx, baselineId)
  return { no, inForceFrom }
}

/** What the pilot's edition calls the table, and how often it comes. */
function calledBy({ edition }: { readonly edition: Edition }): Pick<ReturnHead, 'cadence' | 'name' | 'clause'> {
  const { cadence, name, clause } = edition.returns
  return { cadence, name, clause }
}

/** Frozen figures of the newest submitted return that today's records would make different (G3.5). */
async function laterChanges(tx: Tx, pilot: Pilot, { row }: TableFiling, head: FrozenHead, rows: FrozenRow[]) {
  const submitted = (await openedReturns(tx, pilot.id)).filter((one) => one.state !== 'draft').map((one) => one.period)
  if (submitted.some((period) => period > row.period)) return null
  const corrections = correctionsTo(pilot, await countedFor(tx, pilot, [head]), { head, rows })
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

/** The table as one view. @throws HttpError 404 */
export async function showTableView(tx: Tx, filingId: string, actor: Actor): Promise<z.input<typeof showTable.reply>> {
  const { filing, ...table } = await readTable(tx, filingId, actor)
  const held = isLive(filing) ? ((await returnTableKind.whyNotSubmitted?.(tx, filing)) ?? null) : null
  return { ...table, held: held && { text: refusalText(held), clause: held.clause } }
}
