import { dayOf } from '../../shared/dates.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import { refuse } from '../guide/refuse.ts'
import type { Post } from '../people/roles.ts'
import { type Service, step } from './service.ts'

/** How long a confirmation link lives; inferred. */
export const linkDays = 14

/** A single-use link by which an enterprise answers without an account. */
export type ConfirmationLink = { readonly createdAt: Date; readonly expiresAt: Date; readonly usedAt: Date | null }

/** The enterprise can be asked only while a delivery waits for its word (G3.4). */
export function inviteConfirmation(service: Service): Refusal | null {
  const answer = step(service, 'confirm')
  return isRefusal(answer) ? answer : null
}

export type LinkState = 'open' | 'used' | 'expired' | 'replaced'

export function linkState(link: ConfirmationLink, now: Date): LinkState {
  if (link.usedAt !== null) return 'used'
  if (link.expiresAt > now) return 'open'
  // A newer link ends the life of a former one early.
  return link.expiresAt.getTime() < link.createdAt.getTime() + linkDays * 86_400_000 ? 'replaced' : 'expired'
}

/** Why a link cannot be answered: used, expired, or held by somebody who is not the enterprise (G3.4). `visitor`: who is signed in, if anybody. */
export function answerByLink(
  link: ConfirmationLink,
  now: Date,
  visitor: { readonly name: string; readonly post: string } | null,
): Refusal | null {
  const state = linkState(link, now)
  if (state === 'used') return refuse('services.link-used', 'G3.4')
  if (state === 'replaced') return refuse('services.link-replaced', 'G3.4')
  if (state === 'expired') return refuse('services.link-expired', 'G3.4', { day: dayOf(link.expiresAt) })
  const enterprise: Post = 'enterprise-contact'
  if (visitor && visitor.post !== enterprise)
    return refuse('services.link-answers-itself', 'G3.4', { name: visitor.name })
  return null
}
