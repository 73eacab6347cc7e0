import type { Tx } from '../../platform/database/connect.ts'
import type { Seat } from '../../policy/roles.ts'
import { listVersions, opinionsByVersion } from '../filings/public.ts'

export type SectionMark = { section: string; seat: Seat; reason: string }

/** Why sections came back, from the newest version that was returned. */
export async function marksOf(tx: Tx, filingId: string): Promise<SectionMark[]> {
  const versions = await listVersions(tx, filingId)
  const opinions = await opinionsByVersion(
    tx,
    versions.map((version) => version.id),
  )
  for (const { id } of versions) {
    const marks = (opinions.get(id) ?? []).flatMap(({ seat, marks: own }) => own.map((mark) => ({ ...mark, seat })))
    if (marks.length > 0) return marks
  }
  return []
}
