import { command } from '../../../platform/command.ts'
import { hashToken } from '../../../platform/pipeline.ts'
import * as policy from '../../../policy/services/confirmation-link.ts'
import * as contract from './confirmation-contract.ts'
import * as store from './confirmation-store.ts'
import { noSuchLink } from './opened-link.ts'
import { lockService } from './public.ts'
import { recordAnswer } from './record-answer.ts'

export const answerLink = command(contract.answerLink, async ({ params, body }, acting) => {
  const { tx, now, visitor, enterScope } = acting
  const tokenHash = hashToken(params.token)
  const scope = await store.scopeOfLink(tx, tokenHash)
  if (scope === null) throw noSuchLink
  await enterScope(scope)
  const known = await store.linkByHash(tx, tokenHash)
  if (!known) throw noSuchLink
  // The service is locked first, as every act does; then the link is read again, for somebody may have been faster.
  const held = await lockService(tx, known.serviceId)
  const link = (await store.linkByHash(tx, tokenHash)) ?? known
  const refusal = policy.answerByLink(link, now, visitor)
  if (refusal) throw refusal
  await store.useLink(tx, tokenHash, now)
  await recordAnswer(tx, acting, held, body, { tokenHash, signer: body.signer })
  return { verdict: body.verdict === 'confirm' ? 'confirmed' : 'disputed' } as const
})
