import type { Tx } from '../../platform/database/connect.ts'
import type { PlanContent, PlanSection } from '../../policy/plan.ts'
import { planSections } from '../../policy/plan.ts'
import { bureauOfSeat } from '../../policy/roles.ts'
import { type FilingRow, opinionsOn } from '../filings/public.ts'

/** The whole plan, put together from its sections. */
export function contentOf(filing: FilingRow): PlanContent {
  const entries = planSections.map((name) => [name, filing.sections.find((row) => row.section === name)?.content])
  return Object.fromEntries(entries) as PlanContent
}

export type SectionMark = { section: PlanSection; bureau: 'economy' | 'finance'; reason: string }

/** Why sections came back, from the newest version that was returned. */
export async function marksOf(tx: Tx, filingId: string): Promise<SectionMark[]> {
  const version = await tx
    .selectFrom('filingVersions as v')
    .innerJoin('filingOpinions as o', 'o.versionId', 'v.id')
    .select('v.id')
    .where('v.filingId', '=', filingId)
    .where('o.verdict', '=', 'return')
    .orderBy('v.no', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!version) return []
  const opinions = await opinionsOn(tx, version.id)
  return opinions.flatMap(({ seat, marks }) =>
    marks.map(({ section, reason }) => ({ section: section as PlanSection, bureau: bureauOfSeat(seat), reason })),
  )
}
