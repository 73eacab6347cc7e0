import { dayOf } from '../../shared/dates.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import { both, refuse } from '../guide/refuse.ts'
import { type Post, whoMay } from '../people/roles.ts'
import { type EnterpriseContact, slipCode } from './contact.ts'
import { type Service, step } from './service.ts'

/** How long a confirmation link lives; inferred. */
export const linkDays = 14

/** A single-use link by which an enterprise answers without an account. */
export type ConfirmationLink = {
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly usedAt: Date | null
  /** Wrong ends of the number given with a slip. */
  readonly wrongCodes?: number
  /** Whether the enterprise has registered another contact since. */
  readonly isFormer?: boolean
}

/** Most links for one service within a day: a telephone is not rung without end. */
export const mostLinksADay = 5
/** Wrong ends of a number after which a slip is worthless. */
export const mostWrongCodes = 5

/** The enterprise can be asked only while a delivery waits for its word (G3.4). */
export function mayInvite(service: Service): Refusal | null {
  const answer = step(service, 'confirm')
  return isRefusal(answer) ? answer : null
}

/** Whether the enterprise has a registered contact; `lately`: links of the last day. */
export type Asking = { readonly hasContact: boolean; readonly lately: number }

/** A link goes to the registered contact of the enterprise and nowhere else (G3.4). `carried`: whether anything carries it there. */
export function sendLink(service: Service, given: Asking & { readonly carried: boolean }): Refusal | null {
  const no = mayInvite(service)
  if (no) return no
  if (!given.hasContact) return refuse('services.no-contact', 'G3.4', both('who', whoMay('contact.set')))
  if (!given.carried) return refuse('services.nothing-carries', 'G3.4', both('who', whoMay('confirmation.slip')))
  return given.lately >= mostLinksADay ? refuse('services.link-too-often', 'G3.4', { most: mostLinksADay }) : null
}

export type LinkState = 'open' | 'used' | 'expired' | 'replaced' | 'former' | 'void'

export function linkState(link: ConfirmationLink, now: Date): LinkState {
  if (link.usedAt !== null) return 'used'
  if ((link.wrongCodes ?? 0) >= mostWrongCodes) return 'void'
  if (link.expiresAt > now) return link.isFormer ? 'former' : 'open'
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
  if (state === 'void') return refuse('services.slip-void', 'G3.4')
  if (state === 'replaced') return refuse('services.link-replaced', 'G3.4')
  if (state === 'former') return refuse('services.link-of-former-contact', 'G3.4')
  if (state === 'expired') return refuse('services.link-expired', 'G3.4', { day: dayOf(link.expiresAt) })
  const enterprise: Post = 'enterprise-contact'
  if (visitor && visitor.post !== enterprise)
    return refuse('services.link-answers-itself', 'G3.4', { name: visitor.name })
  return null
}

/** A slip passes through many hands; only who knows the end of the contact's number answers with it (G3.4). */
export function completesSlip(
  link: { readonly channel: string } & Pick<ConfirmationLink, 'wrongCodes'>,
  contact: Pick<EnterpriseContact, 'phone'>,
  code: string,
): Refusal | null {
  if (link.channel !== 'slip' || code === slipCode(contact.phone)) return null
  if (code === '') return refuse('services.slip-code-missing', 'G3.4', {}, 'code')
  const left = mostWrongCodes - (link.wrongCodes ?? 0) - 1
  if (left <= 0) return refuse('services.slip-void', 'G3.4', {}, 'code')
  return refuse('services.slip-code-wrong', 'G3.4', { left, most: mostWrongCodes }, 'code')
}
