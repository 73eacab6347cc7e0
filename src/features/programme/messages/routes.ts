import { type Endpoint, plain } from '../../../platform/command.ts'
import type { Messenger } from '../../../platform/messages/messenger.ts'
import * as contract from './contract.ts'

/** The simulated telephones, newest message first; nothing where messages really leave the house. */
export function simulatedRoutes({ simulated }: Messenger): Endpoint[] {
  if (!simulated) return []
  return [
    plain(contract.listSimulated, async ({ search }) => ({
      messages: simulated()
        .filter(({ to }) => search.to === undefined || to === search.to)
        .slice(-100)
        .reverse()
        .map(({ at, ...message }) => ({ ...message, at: at.toISOString() })),
    })),
  ]
}
