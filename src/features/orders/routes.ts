import { query } from '../../platform/command.ts'
import { lineAccount } from '../../policy/ledger.ts'
import { balances } from '../funds/public.ts'
import { fundLines, productsOf } from '../plans/public.ts'
import { readService } from '../services/public.ts'
import { cancelService } from './cancel-service.ts'
import { closeService } from './close-service.ts'
import * as contract from './contract.ts'
import { openNeed } from './open-need.ts'
import { selectProduct } from './select-product.ts'
import { signContract } from './sign-contract.ts'

export const orderRoutes = [
  openNeed,
  selectProduct,
  signContract,
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
