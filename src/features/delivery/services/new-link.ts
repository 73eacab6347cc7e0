import type { Acting } from '../../../platform/command.ts'
import { hashToken, newToken } from '../../../platform/tokens.ts'
import { linkDays } from '../../../policy/services/confirmation-link.ts'
import * as store from './confirmation-store.ts'

type For = {
  readonly serviceId: string
  readonly scope: string
  readonly contactId: string
  readonly channel: store.Link['channel']
}

/** A link in place of all former ones; its secret is handed to the caller once and kept nowhere. */
export async function newLink(
  { tx, actor, now }: Pick<Acting, 'tx' | 'actor' | 'now'>,
  of: For,
): Promise<{ path: string; expiresAt: Date }> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + linkDays * 86_400_000)
  await store.expireLinks(tx, of.serviceId, now)
  await store.insertLink(tx, {
    ...of,
    tokenHash: hashToken(token),
    createdBy: actor.accountId,
    createdAt: now,
    expiresAt,
  })
  return { path: `/c/${token}`, expiresAt }
}
