import type { Tx } from '../../../platform/database/connect.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import { type Counting, counts } from '../../../policy/services/service-counts.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { papersOf } from '../evidence/public.ts'
import type { StoredService } from './store.ts'

/** Whether a service counts (G3.2, G3.4), and if not, what is missing. */
export async function countingOf(tx: Tx, { service }: StoredService, { edition, firstYear }: Pilot): Promise<Counting> {
  const { countable: evidence } = await papersOf(tx, { serviceId: service.id })
  return counts(service, evidence, batchPeriod(edition, firstYear), edition)
}
