import type { Tx } from '../../../platform/database/connect.ts'
import type { PaidShares } from '../../../policy/services/service-steps.ts'

/** What the bank has paid of a service's contract, by share. */
export async function paidShares(tx: Tx, serviceId: string): Promise<PaidShares> {
  const rows = await tx
    .selectFrom('payments')
    .select(['provincialFen', 'parkFen'])
    .where('serviceId', '=', serviceId)
    .where('state', '=', 'paid')
    .execute()
  return {
    provincialFen: rows.reduce((sum, row) => sum + row.provincialFen, 0),
    parkFen: rows.reduce((sum, row) => sum + row.parkFen, 0),
  }
}
