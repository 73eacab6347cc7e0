import type { Duty } from './duties.ts'

/** Where something is filed; null where nobody has opened it yet. */
export function hrefFor(kind: string, pilotId: string | null, filingId: string | null): string | null {
  if (kind === 'plan') return pilotId && `/pilots/${pilotId}/plan`
  if (kind === 'target-table') return filingId ? `/returns/${filingId}` : pilotId && `/pilots/${pilotId}/returns`
  return filingId && `/filings/${filingId}`
}

export function hrefOf({ day: { kind }, pilotId, filed }: Pick<Duty, 'day' | 'pilotId' | 'filed'>): string | null {
  return hrefFor(kind, pilotId, filed?.filingId ?? null)
}
