import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, refuse } from '../guide/refuse.ts'

export const contactChannels = {
  sms: { zh: '短信', en: 'text message' },
  dingtalk: { zh: '钉钉', en: 'DingTalk' },
} as const satisfies Record<string, Text>
export type ContactChannel = keyof typeof contactChannels
export const contactChannelList = Object.keys(contactChannels) as [ContactChannel, ...ContactChannel[]]

/** Whom an enterprise answers by. `no`: 1 as first registered, one more with each change. */
export type EnterpriseContact = {
  readonly no: number
  readonly name: string
  readonly phone: string
  readonly channel: ContactChannel
  readonly setAt: Date
}

type Said = { readonly name: string; readonly phone: string; readonly channel: ContactChannel; readonly reason: string }

/** What keeps a contact from being registered: a mobile number is needed, a change says why and changes something (G3.4). */
export function checkContact(said: Said, standing: EnterpriseContact | null): Refusal | null {
  const same =
    standing && standing.name === said.name && standing.phone === said.phone && standing.channel === said.channel
  return allRefusals(
    said.name.trim() === '' ? refuse('contacts.name-missing', 'G3.4', {}, 'name') : null,
    /^1[3-9]\d{9}$/.test(said.phone) ? null : refuse('contacts.no-mobile', 'G3.4', {}, 'phone'),
    same ? refuse('contacts.nothing-changed', 'G3.4') : null,
    standing ? checkReason(said.reason, 'contacts.change-without-reason', 'G3.4') : null,
  )
}

/** What completes the address on a slip. */
export function slipCode(phone: string): string {
  return phone.slice(-4)
}
