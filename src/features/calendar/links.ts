import { forms } from '../../policy/forms.ts'
import type { Duty } from './duties.ts'

type About = {
  readonly batchId: string
  readonly kind: string
  readonly pilotId: string | null
  readonly filingId: string | null
}

/** Where something is filed; null where there is no page before somebody has opened it. */
export function hrefFor({ batchId, kind, pilotId, filingId }: About): string | null {
  if (kind === 'plan') return pilotId && `/pilots/${pilotId}/plan`
  if (kind === 'target-table') return filingId ? `/returns/${filingId}` : pilotId && `/pilots/${pilotId}/returns`
  if (kind === 'major-matter') return filingId && `/matters/${filingId}`
  if (!Object.hasOwn(forms, kind)) return null
  return filingId ? `/filings/${filingId}` : `/filings?batchId=${batchId}&kind=${kind}`
}

export function hrefOf({
  batch,
  day,
  pilotId,
  filed,
}: Pick<Duty, 'batch' | 'day' | 'pilotId' | 'filed'>): string | null {
  return hrefFor({ batchId: batch.batchId, kind: day.kind, pilotId, filingId: filed?.filingId ?? null })
}
