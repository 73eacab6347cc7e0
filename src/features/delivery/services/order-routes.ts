import { query } from '../../../platform/command.ts'
import { lineAccount } from '../../../policy/money/ledger.ts'
import { balances } from '../../money/funds/public.ts'
import { fundLines, productsOf } from '../../programme/baselines/public.ts'
import { cancelService } from './cancel-service.ts'
import { closeService } from './close-service.ts'
import { correctDay } from './correct-day.ts'
import { openNeed } from './open-need.ts'
import * as contract from './order-contract.ts'
import { readService } from './public.ts'
import { selectProduct } from './select-product.ts'
import { signContract } from './sign-with-agency.ts'

export const orderRoutes = [
  openNeed,
  selectProduct,
  signContract,
  correctDay,
  cancelService,
  closeService,
  query(contract.showChoices, async ({ params }, { tx }) => {
    const { pilotId, service } = await readService(tx, params.serviceId)
    const products = await productsOf(tx, pilotId, service.kind)
    const lines = (await fundLines(tx, pilotId)).filter((line) => line.serviceKind === service.kind)
    const standing = await balances(tx, pilotId)
    return {
      products: products.map(({ id, ...product }) => ({ ...product, productId: id })),
      lines: lines.map(({ id, purpose, quarter }) => ({
        lineId: id,
        purpose,
        quarter,
        availableFen: standing[lineAccount('line-available', id)] ?? 0,
      })),
    }
  }),
]
