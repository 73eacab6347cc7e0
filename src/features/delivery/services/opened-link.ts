import type { Asking } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { hashToken } from '../../../platform/tokens.ts'
import { type LinkState, linkState } from '../../../policy/services/confirmation-link.ts'
import * as store from './confirmation-store.ts'

export const noSuchLink = notFound({ zh: '确认链接', en: 'confirmation link' })

/** Moves the transaction to the one service a token opens and says how the link stands. */
export async function openLink(
  { tx, now }: Asking,
  token: string,
): Promise<{ state: LinkState; serviceId: string; asksCode: boolean; expiresAt: Date } | null> {
  const tokenHash = hashToken(token)
  if (!(await store.enterLink(tx, tokenHash))) return null
  const link = await store.linkByHash(tx, tokenHash)
  if (!link) return null
  const { serviceId, channel, expiresAt } = link
  return { state: linkState(link, now), serviceId, asksCode: channel === 'slip', expiresAt }
}
