import { type Acting, command, Declined } from '../../../platform/command.ts'
import { HttpError } from '../../../platform/errors.ts'
import { hashToken } from '../../../platform/tokens.ts'
import { refusalText } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/services/confirmation-link.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import { contactById } from '../contacts/public.ts'
import * as contract from './confirmation-contract.ts'
import * as store from './confirmation-store.ts'
import { noSuchLink } from './opened-link.ts'
import { lockService } from './public.ts'
import { recordAnswer } from './record-answer.ts'

export const answerLink = command(contract.answerLink, async ({ params, body }, acting) => {
  const { tx, now, visitor } = acting
  const tokenHash = hashToken(params.token)
  if (!(await store.enterLink(tx, tokenHash))) throw noSuchLink
  const known = await store.linkByHash(tx, tokenHash)
  if (!known) throw noSuchLink
  // The service is locked first, as every act does; then the link is read again, for somebody may have been faster.
  const held = await lockService(tx, known.serviceId)
  const link = (await store.linkByHash(tx, tokenHash)) ?? known
  const refusal = policy.answerByLink(link, now, visitor)
  if (refusal) throw refusal
  const contact = await contactById(tx, link.contactId)
  const incomplete = policy.completesSlip(link, contact, body.code)
  if (incomplete) return wrongCode(acting, link, body.code, incomplete)
  await store.spendLink(tx, tokenHash, now)
  await recordAnswer(tx, acting, held, body, { tokenHash, signer: body.signer, contact })
  return { verdict: body.verdict === 'confirm' ? 'confirmed' : 'disputed' } as const
})

/** A wrong end of the number is counted though nothing is answered: after five the slip is void. */
async function wrongCode({ tx, record }: Acting, link: store.Link, code: string, refusal: Refusal): Promise<Declined> {
  if (code === '') throw refusal
  await store.countWrongCode(tx, link)
  const { serviceId, scope } = link
  record('service.slip-code-refused', { subject: serviceId, scope, after: { tries: link.wrongCodes + 1 } })
  const text = refusalText(refusal)
  return new Declined(new HttpError(422, refusal.code, text, [{ field: 'code', ...text }]))
}
