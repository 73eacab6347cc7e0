import type { Tx } from '../database/connect.ts'

export type Channel = 'sms' | 'dingtalk'

/** `to`: a mobile number, by which DingTalk finds a person, too. The text may hold a secret: it is kept nowhere else. */
export type Message = { readonly channel: Channel; readonly to: string; readonly text: string }

/** The one way out of the product to a person's telephone. */
export type Messenger = {
  /** What it can send by; nothing where no gateway is connected. */
  readonly channels: readonly Channel[]
  /** What was sent so far, where nothing leaves the house: the demo and the tests. Null for a real one. */
  readonly simulated: (() => readonly SentMessage[]) | null
  /** Sends once the transaction is committed, or at once where it is only simulated. */
  post(tx: Tx, message: Message, at: Date): Promise<void>
}

export type SentMessage = Message & { readonly at: Date }

/** Nothing is connected. */
export const noMessenger: Messenger = {
  channels: [],
  simulated: null,
  post: () => Promise.reject(new Error('no messenger is connected')),
}

/** How many messages the simulated telephones remember. */
const mostRemembered = 2000

/**
 * Telephones that exist only in this process, for the demo and the tests: nothing leaves the house, nothing is stored, and
 * everybody who opens their page reads it. Never in production.
 */
export function simulatedMessenger(): Messenger {
  const sent: SentMessage[] = []
  return {
    channels: ['sms', 'dingtalk'],
    simulated: () => sent,
    async post(_, message, at) {
      sent.push({ ...message, at })
      if (sent.length > mostRemembered) sent.shift()
    },
  }
}
