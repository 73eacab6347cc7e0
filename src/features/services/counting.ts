import type { Tx } from '../../platform/database/connect.ts'
import { batchPeriod } from '../../policy/edition.ts'
import { type Counting, counts } from '../../policy/service-counts.ts'
import { countableEvidence } from '../findings/public.ts'
import type { Pilot } from '../pilots/public.ts'
import type { Held } from './store.ts'

/** Whether a service counts (G3.2, G3.4), and if not, what is missing. */
export async function countingOf(tx: Tx, { service }: Held, { edition, firstYear }: Pilot): Promise<Counting> {
  const evidence = await countableEvidence(tx, { serviceId: service.id })
  return counts(service, evidence, batchPeriod(edition, firstYear), edition)
}
