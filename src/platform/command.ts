import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Refusal } from '../shared/refusal.ts'
import type { Route } from '../shared/route.ts'
import { limits, type Tx } from './database/connect.ts'
import type { Accounts, Units } from './database/types.ts'
import type { Written } from './database/written.ts'
import type { HttpError } from './errors.ts'
import type { ReceivedFile } from './files/incoming.ts'
import type { Inspection } from './files/inspect.ts'
import type { Previews } from './files/preview.ts'
import type { FileStore } from './files/store.ts'
import type { Messenger } from './messages/messenger.ts'
import { type TurnsOf, turnsByCaller } from './turns/turns.ts'

/** Who acts: one person at one post of one unit. */
export type Actor = {
  readonly accountId: string
  readonly name: string
  readonly post: Accounts['post']
  readonly bureau: 'economy' | 'finance' | null
  readonly unitId: string
  readonly unitKind: Units['kind']
  readonly unitName: string
  /** Path of the actor's unit; what hangs under it is what the actor can see. */
  readonly scope: string
  /** What this session has to do before anything else, by its name in the programme; null where nothing is due. */
  readonly due: string | null
  /** Why nothing is written about what the request names, because that is closed for good; null where it is not. */
  readonly closed: Refusal | null
}

/** What an act leaves behind: a typed event with the state before and after, in the transaction of the act. */
export type Recorded = {
  subject: string | null
  scope: string
  /** The clause it goes by; left out: the one that the act has cited, if any. */
  clause?: string | null
  before?: unknown
  after?: unknown
}

/** Where a request comes from. `network`: what its address counts as (`networkOf`); `agent`: what the browser calls itself; `device`: the secret of its cookie. */
export type Caller = {
  readonly address: string
  readonly network: string
  readonly agent: string
  readonly device: string | null
}

export type Cookies = {
  readonly session: string | null
  /** Hands the browser its session; `expires` is when it ends by itself. */
  start(token: string, expires: Date): void
  end(): void
  /** Hands the browser the secret by which it is known again after its session. */
  knowAs(device: string, expires: Date): void
}

/** What every handler is given. There is no other way to reach a database, a clock or an id. */
export type Asking = {
  readonly tx: Tx
  readonly now: Date
  readonly files: FileStore
  readonly previews: Previews
  /** In bytes: what the files of one unit may take together. */
  readonly roomOfUnit: number
  readonly messenger: Messenger
  /** The address that people open the product at; null where nobody has set it. */
  readonly site: string | null
  /** The one password that is taken although all know it; null in production. */
  readonly sharedPassword: string | null
  readonly caller: Caller
  /** Null on a public route without a session. */
  readonly visitor: Actor | null
  /** The signed-in person. @throws HttpError 401 on a public route without one. */
  readonly actor: Actor
}

/** What hands out a file that is read bit by bit, while it is sent. */
export type Sending = Asking & {
  /** Reads after this transaction, in one of its own, once it was asked anew who reads and whether they may. @throws HttpError 401, 403 */
  later<T>(read: (tx: Tx) => Promise<T>): Promise<T>
}

export type Acting = Asking & {
  newId(): string
  record(kind: string, event: Recorded): void
  /** Adds a job to be done after this transaction has committed. */
  enqueue(task: string, payload: object): void
  /** The clause that the act goes by: for its events, and a guard's refusal that names none itself, because it is the edition's to say. */
  cite(clause: string): void
  readonly cookies: Cookies
}

/** Called once for every act, after it is done and before it is committed. */
export type Follow = (acting: Acting, events: readonly (Recorded & { readonly kind: string })[]) => Promise<void>

export type Input<R extends Route> = {
  params: z.output<R['params']>
  search: z.output<R['search']>
  body: z.output<R['body']>
}

/** A file that is stored and looked into already, before the transaction opened; `path` of it while the act lasts. */
export type Upload = ReceivedFile & { readonly fileName: string; readonly found: Inspection }

export type Download = {
  readonly fileName: string
  readonly mediaType: string
  /** What takes time to make is made after the transaction, so that it holds no connection meanwhile. */
  readonly content: Buffer | Readable | (() => Promise<Buffer | Readable>)
  /** Shown in the browser instead of saved. */
  readonly inline?: boolean
}

/** An answer, or what finds it after the transaction, so that a slow store of files holds no connection. */
type NowOrLater<T> = T | (() => Promise<T>)

/** An act that is recorded and kept, and yet answered with an error: a wrong password is counted. */
export class Declined {
  readonly error: HttpError
  constructor(error: HttpError) {
    this.error = error
  }
}

/** Turns the database's own refusal of a named constraint into the rule it guards. */
export type Guards<R extends Route = Route> = Readonly<Record<string, (input: Input<R>) => Refusal>>

type Handlers =
  | { kind: 'plain'; handle: (input: Input<Route>) => Promise<unknown> }
  | { kind: 'command'; handle: (input: Input<Route>, acting: Acting) => Promise<unknown> }
  | { kind: 'query'; handle: (input: Input<Route>, asking: Asking) => Promise<unknown> }
  | { kind: 'upload'; handle: (input: Input<Route> & { upload: Upload }, acting: Acting) => Promise<unknown> }
  | { kind: 'download'; handle: (input: Input<Route>, asking: Sending) => Promise<NowOrLater<Download>> }
  | { kind: 'reading'; handle: (input: Input<Route> & { upload: Upload }, asking: Asking) => Promise<unknown> }

export type Endpoint = {
  readonly route: Route
  readonly guards: Guards
  readonly inTurn?: TurnsOf
  readonly fitted?: boolean
} & Handlers

type Reply<R extends Route> = z.input<R['reply']>

/** An act: lock, ask, save, record, show. One that records nothing fails. `atOnce`: how many may hold a connection, one of each network; `fitted`: a public form, told of
 * all that is wrong at once (never one with a password). */
export function command<R extends Route>(
  route: R,
  handle: (input: Input<R>, acting: Acting) => Promise<Reply<R> | Declined>,
  guards: Guards<R> = {},
  { atOnce, fitted = false }: { atOnce?: number; fitted?: boolean } = {},
): Endpoint {
  return {
    route,
    guards: guards as Guards,
    ...(atOnce === undefined ? {} : { inTurn: turnsByCaller(atOnce, limits.connection) }),
    ...(fitted ? { fitted } : {}),
    kind: 'command',
    handle: handle as (input: Input<Route>, acting: Acting) => Promise<unknown>,
  }
}

/** What the process answers by itself, without a transaction: also while the database is away or busy. */
export function plain<R extends Route>(route: R, handle: (input: Input<R>) => Promise<Reply<R>>): Endpoint {
  return { route, guards: {}, kind: 'plain', handle: handle as (input: Input<Route>) => Promise<unknown> }
}

/** A question: read-only, inside the actor's scope. */
export function query<R extends Route>(
  route: R,
  handle: (input: Input<R>, asking: Asking) => Promise<NowOrLater<Reply<R> | Written<Reply<R>>>>,
): Endpoint {
  return {
    route,
    guards: {},
    kind: 'query',
    handle: handle as (input: Input<Route>, asking: Asking) => Promise<unknown>,
  }
}

/** An act whose body is one file, streamed. */
export function upload<R extends Route>(
  route: R,
  handle: (input: Input<R> & { upload: Upload }, acting: Acting) => Promise<Reply<R>>,
  guards: Guards<R> = {},
): Endpoint {
  type Any = (input: Input<Route> & { upload: Upload }, acting: Acting) => Promise<unknown>
  return { route, guards: guards as Guards, kind: 'upload', handle: handle as Any }
}

/** A question about a file that is sent along and not kept; answered with a file where the route is a download. */
export function reading<R extends Route>(
  route: R,
  handle: (input: Input<R> & { upload: Upload }, asking: Asking) => Promise<Reply<R> | Download>,
): Endpoint {
  type Any = (input: Input<Route> & { upload: Upload }, asking: Asking) => Promise<unknown>
  return { route, guards: {}, kind: 'reading', handle: handle as Any }
}

/** A question answered with a file. */
export function download<R extends Route>(
  route: R,
  handle: (input: Input<R>, asking: Sending) => Promise<NowOrLater<Download>>,
): Endpoint {
  return {
    route,
    guards: {},
    kind: 'download',
    handle: handle as (input: Input<Route>, asking: Sending) => Promise<NowOrLater<Download>>,
  }
}
