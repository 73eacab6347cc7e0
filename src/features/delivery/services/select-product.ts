import { command } from '../../../platform/command.ts'
import { invalid } from '../../../platform/errors.ts'
import * as policy from '../../../policy/services/service-choice.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { holdPlan, productsOf } from '../../programme/baselines/public.ts'
import * as contract from './order-contract.ts'
import * as orders from './order-store.ts'
import { lockService, saveStep } from './public.ts'

export const selectProduct = command(contract.selectProduct, async ({ params, body }, acting) => {
  const { tx, actor, now } = acting
  const held = await lockService(tx, params.serviceId)
  await holdPlan(tx, held.pilotId)
  const catalogue = await productsOf(tx, held.pilotId)
  const candidates = body.candidates.map((id, at) => {
    const product = catalogue.find((one) => one.id === id)
    if (!product)
      throw invalid([
        { field: `candidates.${at}`, zh: '产品不在已审核的产品清单中', en: 'Not a product of the approved list' },
      ])
    const { agencyUscc, agencyRelatedTo, serviceKind } = product
    return { productId: id, serviceKind, agencyUscc, relatedTo: agencyRelatedTo }
  })
  const after = policy.selectProduct(held.service, {
    productId: body.productId,
    candidates,
    reason: body.reason,
    fewReason: body.fewReason,
    parkUscc: held.pilot.parkUscc ?? '',
    edition: held.pilot.edition,
    on: body.selectedOn ?? dayOf(now),
    period: held.period,
    today: dayOf(now),
    by: actor.accountId,
  })
  if (isRefusal(after)) throw after
  if (after.selection)
    await orders.insertSelection(tx, after.selection, { serviceId: after.id, scope: held.scope, now })
  return saveStep(tx, acting, held, after, 'service.product-selected', { selection: after.selection })
})
