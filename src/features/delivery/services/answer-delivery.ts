import { command } from '../../../platform/command.ts'
import * as contract from './confirmation-contract.ts'
import { lockService } from './public.ts'
import { recordAnswer } from './record-answer.ts'

export const answerDelivery = command(contract.answerDelivery, async ({ params, body }, acting) => {
  const { tx, actor } = acting
  const held = await lockService(tx, params.serviceId)
  return recordAnswer(tx, acting, held, body, { accountId: actor.accountId })
})
