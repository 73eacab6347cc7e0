import type { EnterpriseContact } from './contact.ts'

/** How far back a sign-in of those who look after an enterprise speaks against an answer from the same device or address; inferred. */
export const callerDays = 30
/** How fresh a change of the contact is told of beside an answer; inferred. */
export const newContactDays = 7

export type AnswerDoubt = 'own-device' | 'own-address' | 'new-contact'

/**
 * What speaks against an answer being the enterprise's own (G3.4): it came from a device that its park or an authority signs in from,
 * or only from the same address, or its contact was changed shortly before. A doubt refuses nothing: an enterprise may share the
 * park's network.
 */
export function answerDoubts(given: {
  readonly byDevice: boolean
  readonly byNetwork: boolean
  readonly contact: Pick<EnterpriseContact, 'no' | 'setAt'> | null
  readonly now: Date
}): AnswerDoubt[] {
  const { byDevice, byNetwork, contact, now } = given
  const isNew = contact !== null && contact.no > 1 && daysBefore(now, newContactDays) <= contact.setAt
  return [
    ...(byDevice ? (['own-device'] as const) : byNetwork ? (['own-address'] as const) : []),
    ...(isNew ? (['new-contact'] as const) : []),
  ]
}

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}
