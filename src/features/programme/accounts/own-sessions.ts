import { command, query } from '../../../platform/command.ts'
import { deviceName } from '../../../policy/people/device-name.ts'
import * as contract from './session-contract.ts'
import { endOthers, ownSessions } from './session-store.ts'

export const listSessions = query(contract.listSessions, async (_, { tx, now }) => {
  const sessions = await ownSessions(tx, now)
  return {
    sessions: sessions.map(({ agent, createdAt, lastSeenAt, ...session }) => ({
      ...session,
      device: deviceName(agent ?? ''),
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
  }
})

/** Signs out another browser of one's own, or all others; never the present one. */
export const endSessions = command(contract.endSessions, async ({ body }, { tx, actor, now, record }) => {
  const ended = await endOthers(tx, body.sessionId ?? null, now)
  record('session.others-closed', { subject: actor.accountId, scope: actor.scope, after: { ended } })
  return { ended }
})
