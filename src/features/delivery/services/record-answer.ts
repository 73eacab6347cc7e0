import type { Acting } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { EnterpriseContact } from '../../../policy/services/contact.ts'
import * as policy from '../../../policy/services/service-steps.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import type { EnterpriseWord } from './confirmation-contract.ts'
import * as store from './confirmation-store.ts'
import { doubtAnswer } from './doubt-answer.ts'
import { type ServiceOfPilot, saveStep } from './public.ts'

/** By whom a link was answered, and whom it had gone to. */
type Signed = {
  readonly tokenHash: string
  readonly signer: string
  readonly contact: Pick<EnterpriseContact, 'no' | 'setAt'>
}

/** The enterprise answers the delivery that stands; by its account or by a link, never both. */
export async function recordAnswer(
  tx: Tx,
  acting: Pick<Acting, 'now' | 'newId' | 'record' | 'caller'>,
  held: ServiceOfPilot,
  word: EnterpriseWord,
  by: { readonly accountId: string } | Signed,
) {
  const { now, newId, caller } = acting
  const given = { comment: word.comment, today: dayOf(now), by: 'accountId' in by ? by.accountId : by.signer }
  const after =
    word.verdict === 'confirm'
      ? policy.confirm(held.service, { ...given, rating: word.rating })
      : policy.dispute(held.service, given)
  if (isRefusal(after)) throw after
  if (!after.confirmation || held.deliverableId === null) throw new Error(`${held.no} has no delivery to answer`)
  const { rating, comment } = after.confirmation
  const verdict = word.verdict === 'confirm' ? 'confirmed' : 'disputed'
  const id = newId()
  await store.insertAnswer(tx, {
    id,
    serviceId: after.id,
    deliverableId: held.deliverableId,
    verdict,
    rating,
    comment,
    givenAt: now,
    accountId: 'accountId' in by ? by.accountId : null,
    tokenHash: 'tokenHash' in by ? by.tokenHash : null,
    signer: 'tokenHash' in by ? by.signer : null,
    address: caller.address,
    agent: caller.agent,
    scope: held.scope,
  })
  await doubtAnswer(tx, acting, { id, serviceId: after.id, scope: held.scope }, 'contact' in by ? by.contact : null)
  return saveStep(tx, acting, held, after, `service.${verdict}`, {
    rating,
    comment,
    by: 'accountId' in by ? 'account' : `link: ${by.signer}`,
  })
}
