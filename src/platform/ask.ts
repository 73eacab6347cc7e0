import type { Actor, Endpoint, Sending } from './command.ts'
import type { Tx } from './database/connect.ts'
import { notPermitted, signInNeeded, somethingDue } from './errors.ts'
import type { RawRequest } from './raw-request.ts'
import { machineOf, type Services } from './services.ts'
import { enterSeat, sessionActor } from './session-actor.ts'
import { hashToken } from './tokens.ts'
import { transaction } from './transaction.ts'

/** Who asks, and whether they may: nothing of the request is read before. */
export async function ask(
  tx: Tx,
  endpoint: Endpoint,
  asked: RawRequest,
  services: Services,
  now: Date,
): Promise<Sending> {
  let visitor = asked.sessionToken ? await enterSession(tx, asked.sessionToken, asked, services, now) : null
  const { permission, bySeat } = endpoint.route
  asked.trace.actor = visitor
  if (asked.account !== null && asked.account !== visitor?.accountId) throw signInNeeded
  if (permission !== 'public') {
    if (!visitor) throw signInNeeded
    if (visitor.due !== null && !endpoint.route.whileDue) throw somethingDue(services.whyDue(visitor.due))
    const no = permission === 'signed-in' ? null : services.whyNotPermitted(visitor.post, permission)
    const seat = no && bySeat ? await enterSeat(tx, { about: seatedBy(bySeat, asked), at: now }) : null
    if (no && seat === null) throw notPermitted(no)
    if (seat !== null) visitor = { ...visitor, scope: seat }
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
    later: (read) =>
      transaction(services, true, async (next) => {
        await ask(next, endpoint, asked, services, services.clock())
        return read(next)
      }),
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
  asked: RawRequest,
  { whyClosed }: Services,
  now: Date,
): Promise<Actor | null> {
  const hash = hashToken(token)
  const found = await sessionActor(tx, { hash, at: now.toISOString(), about: namedIn(asked) })
  if (!found) return null
  const { lastSeenAt, ...actor } = found
  // Told after the request, which may only read.
  if (now.getTime() - lastSeenAt.getTime() >= seenEvery) asked.trace.seen = hash
  return { ...actor, closed: actor.closed && whyClosed(actor.closed) }
}

/** What must be of the pilot of a seat. */
function seatedBy(bySeat: true | 'pilotId', { params, search }: RawRequest): string[] {
  return namedIn(
    bySeat === true ? { params, search: {} } : { params: {}, search: { [bySeat]: Object(search)[bySeat] } },
  )
}

/** What the address of a request names; ids are among it. */
function namedIn({ params, search }: Pick<RawRequest, 'params' | 'search'>): string[] {
  return [params, search].flatMap((part) => Object.values(part ?? {})).filter((id) => typeof id === 'string')
}
