import type { Actor, Asking, Endpoint } from './command.ts'
import type { Tx } from './database/connect.ts'
import { notPermitted, signInNeeded, somethingDue } from './errors.ts'
import type { RawRequest } from './raw-request.ts'
import { machineOf, type Services } from './services.ts'
import { sessionActor } from './session-actor.ts'
import { hashToken } from './tokens.ts'

/** Who asks, and whether they may: nothing of the request is read before. */
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
    if (visitor.due !== null && !endpoint.route.whileDue) throw somethingDue(services.whyDue(visitor.due))
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

/** How often it is written down that a session is used, in milliseconds. */
const seenEvery = 60_000

/** Asked for only where a handler needs a person: a public route may have none. */
export function signedIn(visitor: Actor | null): Actor {
  if (!visitor) throw signInNeeded
  return visitor
}

/** Who is signed in with this token; moves the transaction into that person's scope. Null where nobody is. */
export async function enterSession(
  tx: Tx,
  token: string,
  { params, search, trace }: RawRequest,
  { whyClosed }: Services,
  now: Date,
): Promise<Actor | null> {
  const about = [params, search].flatMap((part) => Object.values(part ?? {})).filter((id) => typeof id === 'string')
  const hash = hashToken(token)
  const found = await sessionActor(tx, { hash, at: now.toISOString(), about })
  if (!found) return null
  const { lastSeenAt, ...actor } = found
  // Told after the request, which may only read.
  if (now.getTime() - lastSeenAt.getTime() >= seenEvery) trace.seen = hash
  return { ...actor, closed: actor.closed && whyClosed(actor.closed) }
}
