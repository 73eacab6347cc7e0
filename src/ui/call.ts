import type { z } from 'zod'
import { address, type Route } from '../shared/route.ts'
import { ApiError, asApiError } from './api-error.ts'
import { lostSession } from './lost-session.ts'
import { newKey, reach, replyOf } from './reach.ts'
import { shownAccount } from './shown-account.ts'

type Part<Key extends string, Shape extends z.ZodType> =
  Record<never, never> extends z.input<Shape> ? { [K in Key]?: z.input<Shape> } : { [K in Key]: z.input<Shape> }

/** What a route takes: `params`, `search` and `body`, each required when its shape has a required field. */
export type Args<R extends Route> = Part<'params', R['params']> &
  Part<'search', R['search']> &
  Part<'body', R['body']> & {
    /** Fields of the body that hold what could not be read: the act is asked about and not done, and refused for all else. */
    unread?: readonly string[] | undefined
  }
export type Reply<R extends Route> = z.output<R['reply']>

export type CallOptions = { idempotencyKey?: string; signal?: AbortSignal; asGuest?: boolean }
export type LooseArgs = { params?: object; search?: object; body?: unknown; unread?: readonly string[] | undefined }
export type ArgsThen<R extends Route, Options> =
  Record<never, never> extends Args<R> ? [args?: Args<R>, options?: Options] : [args: Args<R>, options?: Options]

/** Calls a route. Throws `ApiError`. When the session has ended, waits until the person has signed in again, then goes on. */
export async function call<R extends Route>(route: R, ...rest: ArgsThen<R, CallOptions>): Promise<Reply<R>> {
  const [args = {}, options = {}] = rest as [LooseArgs?, CallOptions?]
  const headers: Record<string, string> = { accept: 'application/json' }
  // Another window may have signed somebody else in: what is shown as one person's is never asked or done as another's.
  const account = options.asGuest ? null : shownAccount()
  if (account !== null) headers['x-account'] = account
  if (route.method !== 'GET') headers['idempotency-key'] = options.idempotencyKey ?? newKey()
  const hasBody = route.method !== 'GET' && args.body !== undefined
  if (hasBody) headers['content-type'] = 'application/json'
  const { unread = [] } = args
  if (unread.length > 0) headers['x-unread'] = unread.slice(0, mostUnread).map(asHeader).join(',')
  const send = () =>
    fetch(address(route, args.params, args.search), {
      method: route.method,
      headers,
      credentials: 'same-origin',
      signal: options.signal ?? null,
      body: hasBody ? JSON.stringify(args.body) : null,
    })
  let response = await reach(send)
  if (response.status === 401 && route.permission !== 'public' && !options.asGuest && (await lostSession.regained())) {
    response = await reach(send)
  }
  try {
    return await replyOf<Reply<R>>(response)
  } catch (thrown) {
    throw withoutUnread(asApiError(thrown), unread)
  }
}

const mostUnread = 60
const asHeader = (field: string) => (/^[\w.-]+$/.test(field) ? field : 'body')

/** What the form itself says of a field it could not read is not said again. */
function withoutUnread(error: ApiError, unread: readonly string[]): ApiError {
  if (unread.length === 0) return error
  const { status, code, clause, text, facts } = error
  const fields = error.fields.filter(({ field }) => !unread.includes(field) && field !== 'body')
  return new ApiError(status, { code, clause, text, facts, fields })
}

export function viewKey(route: Route, args: LooseArgs = {}): readonly unknown[] {
  return ['view', route.path, args.params ?? {}, args.search ?? {}]
}

/** A view as the store of views holds it. */
export function viewQuery<R extends Route>(route: R, args: LooseArgs) {
  const load = call as unknown as (route: R, args: LooseArgs, options: CallOptions) => Promise<Reply<R>>
  return {
    queryKey: viewKey(route, args),
    queryFn: ({ signal }: { signal: AbortSignal }) => load(route, args, { signal }),
  }
}
