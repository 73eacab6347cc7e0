import type { Tx } from '../../../platform/database/connect.ts'
import { preparedOn } from '../../programme/signing/public.ts'

/** The filings of these parks whose recording waits for a second person. */
export async function recordingsPrepared(
  tx: Tx,
  parks: readonly { readonly filingId: string | null }[],
): Promise<ReadonlySet<string | null>> {
  const rows = await preparedOn(
    tx,
    parks.flatMap(({ filingId }) => filingId ?? []),
  )
  return new Set(rows.filter(({ ended }) => ended === null).map(({ subject }) => subject))
}
