import { sql } from 'kysely'
import { Refusal } from '../shared/refusal.ts'
import { ask, signedIn } from './ask.ts'
import { type Event, writeEvents } from './audit-events.ts'
import { checked, replyOf } from './checked-reply.ts'
import { type Acting, Declined, type Download, type Endpoint, type Upload } from './command.ts'
import type { Tx } from './database/connect.ts'
import { invalid, UnfitAndRefused } from './errors.ts'
import { type Read, read, toldOf } from './fit.ts'
import type { RawRequest } from './raw-request.ts'
import { receive } from './receive.ts'
import { recordDownload, recordRefusal } from './recorded-beside.ts'
import { findReplay, type Intent, replayRow } from './replay.ts'
import { machineOf, type Services } from './services.ts'
import { transaction } from './transaction.ts'
import type { Turns } from './turns/turns.ts'

type Job = { task: string; payload: object }

/** The database's own no. */
type Guarded = { readonly constraint?: string; readonly detail?: string }

/** Runs one endpoint from raw request to reply. There is one way through, so nothing on it can be forgotten. */
export async function run(endpoint: Endpoint, asked: RawRequest, services: Services): Promise<unknown | Download> {
  try {
    const answer = await answered(endpoint, asked, services)
    if (endpoint.kind === 'download') await recordDownload(endpoint, asked, services, answer as Download)
    return answer
  } catch (error) {
    await recordRefusal(endpoint, asked, services, error)
    throw error
  }
}

async function answered(endpoint: Endpoint, asked: RawRequest, services: Services): Promise<unknown | Download> {
  const now = services.clock()
  try {
    return await answer(endpoint, asked, services, now)
  } finally {
    const { seen } = asked.trace
    if (seen !== null) await markSeen(services, seen, now)
  }
}

/** The answer stands, whether or not this can be written. */
async function markSeen({ database, log }: Services, hash: string, now: Date): Promise<void> {
  await sql`select session_seen(${hash}, ${now}::timestamptz)`.execute(database).catch((error) => log('session', error))
}

async function answer(
  endpoint: Endpoint,
  asked: RawRequest,
  services: Services,
  now: Date,
): Promise<unknown | Download> {
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
    const told = events.map((event) => ({ ...event, clause: event.clause ?? cited }))
    written = await writeEvents(tx, told, { now, services, asked, visitor, replay })
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
