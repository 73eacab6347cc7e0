import type { Tx } from '../../platform/database/connect.ts'
import { notFound } from '../../platform/errors.ts'
import type { Filing } from '../../policy/filing.ts'
import { type MatterGap, type MatterReport, reportGaps } from '../../policy/matter.ts'
import { type ChangeFacts, changeGaps, type MatterChange } from '../../policy/matter-change.ts'
import { refuse } from '../../policy/refuse.ts'
import { dayOf } from '../../shared/dates.ts'
import { asPolicy, type FilingRow, lockFiling, showFiling } from '../filings/public.ts'
import { type Pilot, requirePilot } from '../pilots/public.ts'
import { type Baseline, baselineContent, currentBaseline } from '../plans/public.ts'
import { type MatterFacts, matterById } from './store.ts'
import { registerUse } from './usage.ts'

export type Matter = {
  readonly pilot: Pilot
  readonly row: FilingRow
  readonly filing: Filing
  readonly facts: MatterFacts
  readonly report: MatterReport
  readonly change: MatterChange
}

/** A matter, locked. @throws HttpError 404 outside the reader's scope. */
export async function lockMatter(tx: Tx, filingId: string): Promise<Matter> {
  return put(tx, await lockFiling(tx, filingId))
}

/** A matter, to read. @throws HttpError 404 outside the reader's scope. */
export async function readMatter(tx: Tx, filingId: string): Promise<Matter> {
  return put(tx, await showFiling(tx, filingId))
}

async function put(tx: Tx, row: FilingRow | null): Promise<Matter> {
  const facts = row?.kind === 'major-matter' ? await matterById(tx, row.id) : null
  if (!row || !facts) throw notFound({ zh: '重大事项', en: 'major matter' })
  const pilot = await requirePilot(tx, row.pilotId ?? '')
  const contentOf = (section: string) => row.sections.find((one) => one.section === section)?.content
  return {
    pilot,
    row,
    filing: asPolicy(row, pilot.edition),
    facts,
    report: contentOf('report') as MatterReport,
    change: contentOf('change') as MatterChange,
  }
}

/** The plan as it stands, which a matter is about. @throws Refusal before it is approved (G5.5). */
export async function requireInForce(tx: Tx, pilotId: string): Promise<Baseline> {
  const baseline = await currentBaseline(tx, pilotId)
  if (!baseline) throw refuse('matter.plan-not-approved', 'G5.5')
  return baseline
}

/** What the rules hold a change against; `now` null at an approval. */
export async function changeFacts(
  tx: Tx,
  { pilot, report }: Pick<Matter, 'pilot' | 'report'>,
  now: Date | null,
): Promise<ChangeFacts> {
  const { awardFen, edition, firstYear, parkUscc } = pilot
  const { id, no } = await requireInForce(tx, pilot.id)
  return {
    kind: report.kind,
    inForce: { id, no, content: await baselineContent(tx, id) },
    plan: { awardFen, edition, firstYear, park: { uscc: parkUscc ?? '' } },
    use: await registerUse(tx, pilot.id, id),
    today: now && dayOf(now),
  }
}

/** Everything wrong with a report and its change as they stand. */
export async function gapsOf(tx: Tx, matter: Matter, now: Date): Promise<MatterGap[]> {
  const { report, change, pilot } = matter
  return [
    ...reportGaps(report, { edition: pilot.edition, now }),
    ...changeGaps(change, await changeFacts(tx, matter, now)),
  ]
}
