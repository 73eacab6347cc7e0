import type { Tx } from '../../../platform/database/connect.ts'
import { pilotEnterpriseById } from '../../programme/baselines/public.ts'
import type { ServiceOfPilot } from '../services/public.ts'

export type Party = { readonly uscc: string; readonly name: string }

/** Who may stand on an invoice of this service: the contracted agency sells, the park or the enterprise buys. */
export async function partiesOf(
  tx: Tx,
  { service, pilot }: Pick<ServiceOfPilot, 'service' | 'pilot'>,
): Promise<{ agency: Party | null; buyers: Party[] }> {
  const enterprise = await pilotEnterpriseById(tx, service.enterpriseId)
  const agency = await tx
    .selectFrom('products as p')
    .innerJoin('partnerAgencies as a', 'a.id', 'p.agencyId')
    .select(['a.uscc', 'a.name'])
    .where('p.id', '=', service.selection?.productId ?? null)
    .executeTakeFirst()
  const park = pilot.parkUscc ? [{ uscc: pilot.parkUscc, name: pilot.parkName }] : []
  return {
    agency: agency ?? null,
    buyers: [...park, ...(enterprise ? [{ uscc: enterprise.uscc, name: enterprise.name }] : [])],
  }
}
