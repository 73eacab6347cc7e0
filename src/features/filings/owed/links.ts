import { forms } from '../../../policy/filings/forms.ts'
import type { Owed } from './owed.ts'

type Place = {
  readonly batchId: string
  readonly kind: string
  readonly pilotId: string | null
  readonly filingId: string | null
}

/** Where something is filed; null where there is no page before somebody has opened it. */
export function hrefFor({ batchId, kind, pilotId, filingId }: Place): string | null {
  if (kind === 'plan') return pilotId && `/pilots/${pilotId}/plan`
  if (kind === 'target-table') return filingId ? `/returns/${filingId}` : pilotId && `/pilots/${pilotId}/returns`
  if (kind === 'major-matter') return filingId && `/matters/${filingId}`
  if (!Object.hasOwn(forms, kind)) return null
  return filingId ? `/filings/${filingId}` : `/filings?batchId=${batchId}&kind=${kind}`
}

/** Where this one is filed, or the place to begin it. */
export function hrefOf({
  batch,
  kind,
  pilotId,
  filing,
}: Pick<Owed, 'batch' | 'kind' | 'pilotId' | 'filing'>): string | null {
  return hrefFor({ batchId: batch.id, kind, pilotId, filingId: filing?.filingId ?? null })
}
