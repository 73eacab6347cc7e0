import type { Readable } from 'node:stream'
import type { Actor, Asking, Caller, Cookies, Endpoint } from './command.ts'
import type { Tx } from './database/connect.ts'
import { notPermitted, signInNeeded } from './errors.ts'
import { machineOf, type Services } from './services.ts'
import { sessionActor } from './session-actor.ts'
import { hashToken } from './tokens.ts'
import type { Trace } from './watch/watcher.ts'

/** One request, stripped of HTTP. */
export type RawRequest = {
  readonly params: unknown
  readonly search: unknown
  /** Read once it is known who asks, so that a stranger's costs nothing. @throws what it cannot be read for */
  readonly body: () => unknown
  readonly sessionToken: string | null
  readonly idempotencyKey: string | null
  /** Whose request it says it is; refused when somebody else is signed in. Null where it does not say. */
  readonly account: string | null
  /** Fields of the body in whose place stands what the sender could not read: the act is asked about and never done. */
  readonly unread: readonly string[]
  readonly upload: { stream: Readable; fileName: string } | null
  readonly cookies: Cookies
  readonly caller: Caller
  /** Told who asks and which events were written. */
  readonly trace: Trace
}

/** Who asks, inside their own scope from here on. @throws HttpError 401 or 403 where they may not */
export async function ask(
  tx: Tx,
  endpoint: Endpoint,
  asked: RawRequest,
  services: Services,
  now: Date,
): Promise<Asking> {
  const visitor = asked.sessionToken ? await enterSession(tx, asked.sessionToken, asked, services, now) : null
  const { permission } = endpoint.route
  asked.trace.actor = visitor
  if (asked.account !== null && asked.account !== visitor?.accountId) throw signInNeeded
  if (permission !== 'public') {
    if (!visitor) throw signInNeeded
    const no = permission === 'signed-in' ? null : services.whyNotPermitted(visitor.post, permission)
    if (no) throw notPermitted(no)
  }
  return {
    tx,
    now,
    ...machineOf(services),
    caller: asked.caller,
    visitor,
    get actor() {
      return signedIn(visitor)
    },
  }
}

/** Asked for only where a handler needs a person: a public route may have none. */
export function signedIn(visitor: Actor | null): Actor {
  if (!visitor) throw signInNeeded
  return visitor
}

async function enterSession(
  tx: Tx,
  token: string,
  { params, search }: RawRequest,
  { whyClosed }: Services,
  now: Date,
): Promise<Actor | null> {
  const about = [params, search].flatMap((part) => Object.values(part ?? {})).filter((id) => typeof id === 'string')
  const found = await sessionActor(tx, { hash: hashToken(token), at: now.toISOString(), about })
  return found && { ...found, closed: found.closed && whyClosed(found.closed) }
}
