import { command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import type { Contract } from '../../../policy/services/service.ts'
import * as policy from '../../../policy/services/service-choice.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { lineBalances, postEntry } from '../../money/funds/public.ts'
import { fundLines, holdPlan, productsOf } from '../../programme/baselines/public.ts'
import { bindEvidence } from '../evidence/public.ts'
import * as contract from './order-contract.ts'
import * as orders from './order-store.ts'
import { lockService, saveStep } from './public.ts'
import { withField } from './visit-fields.ts'

export const signContract = command(
  contract.signContract,
  async ({ params, body }, acting) => {
    const { tx, actor, now, newId } = acting
    const held = await lockService(tx, params.serviceId)
    const { service, pilotId, scope, pilot, period } = held
    await holdPlan(tx, pilotId)
    const product = (await productsOf(tx, pilotId)).find((one) => one.id === service.selection?.productId)
    const { contractNo, lineId, ...terms } = body
    const signed: Contract = { ...terms, number: contractNo, fundLineId: lineId }
    const after = withField(
      policy.signContract(service, signed, {
        product: product ?? { id: '', agreedPriceFen: 0, marketPriceFen: 0, exceptionReason: '' },
        line: await lineOf(tx, pilotId, lineId),
        period,
        today: dayOf(now),
      }),
      { number: 'contractNo', fundLineId: 'lineId' },
    )
    const taken = (await orders.contractNoTaken(tx, pilotId, contractNo)) ? numberTaken() : null
    const no = allRefusals(isRefusal(after) ? after : null, taken)
    if (no || isRefusal(after)) throw no
    if (!product) throw refuse('services.contract-for-other-product', 'G3.3', {}, 'productId')
    const proven = { serviceId: service.id, scope }
    const line = { ...proven, day: body.signedOn }
    await bindEvidence(tx, acting, line, [{ fileId: body.fileId, proof: 'contract', field: 'fileId' }])
    await orders.insertContract(tx, signed, {
      ...proven,
      pilotId,
      agencyId: product.agencyId,
      productId: product.id,
      by: actor.accountId,
      now,
    })
    if (signed.provincialFen > 0 && lineId !== null) {
      const entry = { kind: 'commit', lineId, amountFen: signed.provincialFen } as const
      const book = { pilot, subject: service.id, memo: contractNo, bookedOn: dayOf(now), by: actor.accountId, at: now }
      await postEntry(tx, { ...book, entry, newId })
    }
    return saveStep(tx, acting, held, after, 'service.contract-signed', { contract: signed })
  },
  { contracts_pilot_id_contract_no_key: numberTaken },
)

function numberTaken() {
  return refuse('services.contract-number-taken', 'G3.4', {}, 'contractNo')
}

/** The fund line with what is free on it, if it is one of this pilot's. */
async function lineOf(tx: Tx, pilotId: string, lineId: string | null) {
  const line = (await fundLines(tx, pilotId)).find((one) => one.id === lineId)
  if (!line) return null
  const { availableFen } = await lineBalances(tx, line.id)
  return { id: line.id, serviceKind: line.serviceKind, availableFen }
}
