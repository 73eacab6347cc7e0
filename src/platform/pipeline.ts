import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import { Refusal } from '../shared/refusal.ts'
import { type Event, writeEvents } from './audit-events.ts'
import { checked, replyOf } from './checked-reply.ts'
import {
  type Acting,
  type Actor,
  type Asking,
  type Caller,
  type Cookies,
  Declined,
  type Download,
  type Endpoint,
  type Upload,
} from './command.ts'
import type { Tx } from './database/connect.ts'
import { invalid, notPermitted, signInNeeded, UnfitAndRefused } from './errors.ts'
import { inspectFile } from './files/inspect.ts'
import { type Read, read, toldOf } from './fit.ts'
import { findReplay, type Intent, replayRow } from './replay.ts'
import { machineOf, type Services } from './services.ts'
import { sessionActor } from './session-actor.ts'
import { transaction } from './transaction.ts'
import type { Turns } from './turns/turns.ts'
import type { Trace } from './watch/watcher.ts'
import { refusePersonal } from './workbook/refuse-personal.ts'

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

type Job = { task: string; payload: object }

/** The database's own no. */
type Guarded = { readonly constraint?: string; readonly detail?: string }

/** Runs one endpoint from raw request to reply. There is one way through, so nothing on it can be forgotten. */
export async function run(endpoint: Endpoint, asked: RawRequest, services: Services): Promise<unknown | Download> {
  const now = services.clock()
  if (endpoint.kind === 'plain') {
    const [input] = read(endpoint, asked).inputs
    return replyOf(endpoint, await endpoint.handle(input), services)
  }
  if (endpoint.kind === 'query' || endpoint.kind === 'download') {
    const found = await transaction(services, true, async (tx) => {
      const asking = await ask(tx, endpoint, asked, services, now)
      const { inputs, unfit } = read(endpoint, asked)
      if (unfit.length === 0) return endpoint.handle(inputs[0], asking)
      throw await toldOf(inputs, unfit, (input) => endpoint.handle(input, asking))
    })
    return replyOf(endpoint, typeof found === 'function' ? await found() : found, services)
  }
  if (endpoint.kind === 'reading') {
    return receive(endpoint, asked, services, now, (upload) =>
      transaction(services, true, async (tx) => {
        const asking = await ask(tx, endpoint, asked, services, now)
        const { inputs } = read(endpoint, asked)
        return replyOf(endpoint, await endpoint.handle({ ...inputs[0], upload }, asking), services)
      }),
    )
  }
  if (asked.upload)
    return receive(endpoint, asked, services, now, (file) => perform(endpoint, asked, services, now, file))
  return perform(endpoint, asked, services, now, null)
}

type Act = Exclude<Endpoint, { kind: 'plain' | 'query' | 'download' | 'reading' }>

/** What changes something, from its question to what it leaves behind. */
async function perform(
  endpoint: Act,
  asked: RawRequest,
  services: Services,
  now: Date,
  received: Upload | null,
): Promise<unknown> {
  const { route } = endpoint
  let cited: string | null = null
  let asking: Read | null = null
  let written: readonly string[] = []
  const act = async (tx: Tx, run: number): Promise<unknown> => {
    written = []
    const { visitor } = await ask(tx, endpoint, asked, services, now)
    // Who may not do it is told that, whatever stands in the body.
    asking ??= read(endpoint, asked)
    const { inputs, unfit } = asking
    const intent = intentOf(asked, received)
    const former = unfit.length > 0 ? null : await findReplay(tx, visitor, route, intent)
    if (former) return former.reply
    if (visitor?.closed && !services.goesOnAfterClosing(route.permission)) throw visitor.closed
    const events: Event[] = []
    const jobs: Job[] = []
    const acting: Acting = {
      tx,
      now,
      ...machineOf(services),
      caller: asked.caller,
      visitor,
      get actor() {
        return signedIn(visitor)
      },
      newId: services.newId,
      record: (kind, event) => void events.push({ kind, ...event }),
      enqueue: (task, payload) => void jobs.push({ task, payload }),
      cite: (clause) => {
        cited = clause
      },
      cookies: asked.cookies,
    }
    const input = inputs[run] ?? inputs[0]
    const whole = received ? { ...input, upload: received } : input
    const result = await endpoint.handle(whole as typeof whole & { upload: Upload }, acting)
    // Asked with what nobody wrote: nothing of it is done, whatever the answer.
    if (unfit.length > 0) throw invalid(unfit)
    const reply = result instanceof Declined ? result : checked(endpoint, result, services)
    if (events.length === 0 && !(reply instanceof Declined))
      throw new Error(`${route.method} ${route.path} recorded nothing`)
    await services.follow(acting, events)
    if (events.length === 0) return reply
    const replay = reply instanceof Declined ? null : replayRow(visitor, route, intent, reply, now)
    written = await writeEvents(tx, events, { now, services, replay })
    for (const job of jobs) await sql`select enqueue_job(${job.task}, ${JSON.stringify(job.payload)}::json)`.execute(tx)
    return reply
  }
  const inTurn: Turns = (work) => endpoint.inTurn?.(asked.caller.network, work) ?? work()
  const attempt = (run: number) =>
    inTurn(() => transaction(services, false, (tx) => act(tx, run))).catch((error: Guarded) => {
      if (error.constraint === 'pilot_closed' && error.detail) throw services.whyClosed(JSON.parse(error.detail))
      if (error.constraint === 'standing_outside_award') throw services.outsideAward()
      const input = asking?.inputs[run]
      const guarded = input && endpoint.guards[error.constraint ?? '']?.(input)
      throw guarded ? citing(guarded, cited) : error
    })
  const done = await attempt(0).catch(async (error: unknown) => {
    if (asking === null || asking.unfit.length === 0) throw error
    const told = [error]
    for (let run = 1; run < asking.inputs.length; run++) told.push(await attempt(run).catch((other: unknown) => other))
    throw new UnfitAndRefused(asking.unfit, told)
  })
  asked.trace.events.push(...written)
  if (done instanceof Declined) throw done.error
  return done
}

function intentOf({ params, search, body, idempotencyKey }: RawRequest, received: Upload | null): Intent {
  const file = received && ([received.fileName, received.hash] as const)
  return { params, search, body: body(), file, idempotencyKey }
}

function citing(refusal: Refusal, cited: string | null): Refusal {
  const { code, clause, facts, field, also, rests } = refusal
  return clause === null && cited !== null ? new Refusal(code, cited, facts, field, also, rests) : refusal
}

async function ask(tx: Tx, endpoint: Endpoint, asked: RawRequest, services: Services, now: Date): Promise<Asking> {
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

/** RawRequest for only where a handler needs a person: a public route may have none. */
function signedIn(visitor: Actor | null): Actor {
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

/** Sessions and links are stored by this hash, so that a copy of the database opens nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/**
 * The file is on disk and looked into before the transaction opens, so that a slow phone holds no row, and there until `work` is done;
 * what is only read is kept nowhere.
 */
async function receive<T>(
  endpoint: Endpoint,
  asked: RawRequest,
  services: Services,
  now: Date,
  work: (upload: Upload) => Promise<T>,
): Promise<T> {
  const { upload } = asked
  const maxBytes = endpoint.route.upload?.maxBytes
  if (!upload || !maxBytes) throw new Error(`${endpoint.route.path} takes no file`)
  await transaction(services, true, async (tx) => {
    await ask(tx, endpoint, asked, services, now)
    read(endpoint, asked)
  })
  // A request torn down in the middle would leave its connection open for ever; what is too much is let go by.
  const stream = upload.stream.iterator({ destroyOnReturn: false })
  const { fileName } = upload
  const isKept = endpoint.kind !== 'reading'
  const check = async (path: string) => {
    const found = await inspectFile(path, fileName)
    if (isKept) await refusePersonal(path, fileName, found)
    return found
  }
  return services.files.look(stream, { maxBytes, check }, async (file) => {
    if (!isKept) return work({ ...file, fileName })
    const kept = await services.files.keep(file)
    if (kept.found.image) await services.previews.keep(kept.hash, kept.found.image.pictures)
    return work({ ...kept, fileName })
  })
}
