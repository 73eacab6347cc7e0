import type { Acting } from '../../../platform/command.ts'
import { unitById } from '../../programme/units/public.ts'
import type { FrozenContent } from '../course/public.ts'
import { recordsOf } from './facts.ts'
import { freezeReturn } from './store.ts'
import { computeTable, explainedRows, factsOn } from './table.ts'
import { pilotOf, type TableFiling } from './table-filing.ts'

/** The table as it is computed now, with every record behind it; nothing in it changes afterwards (G3.5). */
export async function freezeTable(
  { tx, actor }: Acting,
  filing: TableFiling,
  versionId: string,
): Promise<FrozenContent> {
  const { row, duty, content: written } = filing
  const { period } = duty
  const pilot = await pilotOf(tx, filing)
  const records = await recordsOf(tx, pilot.id)
  const table = await computeTable(tx, pilot, period, records)
  const { baseline, previous } = table
  const facts = factsOn(pilot, records, table.cutOff)
  const rows = explainedRows(table, written.reasons.reasons)
  const head = {
    cutOff: table.cutOff,
    awardFen: pilot.awardFen,
    receivedFen: table.receivedFen,
    spentFen: table.spentFen,
    countyName: (await unitById(tx, pilot.countyId))?.name ?? '',
    parkName: pilot.parkName,
    parkUscc: pilot.parkUscc ?? '',
    filledBy: row.sections.find((one) => one.section === 'reasons')?.editedByName ?? actor.name,
    reviewedBy: actor.name,
  }
  const previousId = previous?.head.versionId ?? null
  const content = {
    period,
    head,
    baseline: { no: baseline.no, hash: baseline.hash },
    previous: previousId,
    rows,
    facts,
  }
  const frozen = {
    ...head,
    versionId,
    filingId: row.id,
    pilotId: pilot.id,
    period,
    baselineId: baseline.id,
    previousId,
  }
  return { content, after: () => freezeReturn(tx, { ...frozen, scope: row.scope }, rows, facts) }
}
