import type { Refusal } from '../../shared/refusal.ts'
import { refuse } from '../guide/refuse.ts'

/** How long a link lives with which a person chooses a password. */
export const activationHours = 72
/** Links that are made, and printed, at once. */
export const mostLinksAtOnce = 100

export const activationStates = ['open', 'used', 'expired', 'closed', 'unknown'] as const
export type ActivationState = (typeof activationStates)[number]

const whyShut = {
  used: 'account.link-used',
  expired: 'account.link-expired',
  closed: 'account.link-closed',
  unknown: 'account.link-unknown',
} as const

/** Whether a link still gives its account a password. */
export function whyLinkShut(state: ActivationState): Refusal | null {
  return state === 'open' ? null : refuse(whyShut[state], null)
}
