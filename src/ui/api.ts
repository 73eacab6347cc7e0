import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { App } from 'antd'
import { useRef } from 'react'
import type { z } from 'zod'
import { address, type Route } from '../shared/route.ts'
import { ApiError, asApiError, readError, saysNothing } from './api-error.ts'
import { useText } from './language.tsx'
import { lostSession } from './lost-session.ts'
import { shownAccount } from './shown-account.ts'
import { markShown, wasShown } from './shown-errors.ts'

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

type CallOptions = { idempotencyKey?: string; signal?: AbortSignal; asGuest?: boolean }
type LooseArgs = { params?: object; search?: object; body?: unknown; unread?: readonly string[] | undefined }
type ArgsThen<R extends Route, Options> =
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
  const payload: unknown = await response.json().catch(() => null)
  if (!response.ok) throw withoutUnread(readError(response.status, payload), unread)
  return payload as Reply<R>
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

async function reach(send: () => Promise<Response>): Promise<Response> {
  try {
    return await send()
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown
    throw new ApiError(0, {})
  }
}

/** A random key; works on plain http too, where `crypto.randomUUID` is missing. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function viewKey(route: Route, args: LooseArgs = {}): readonly unknown[] {
  return ['view', route.path, args.params ?? {}, args.search ?? {}]
}

type ViewOptions = { enabled?: boolean; refetchInterval?: number; keepPrevious?: boolean }

/** A view of the server, kept fresh. `keepPrevious` shows the former rows while the next page loads. */
export function useView<R extends Route>(
  route: R,
  ...rest: ArgsThen<R, ViewOptions>
): UseQueryResult<Reply<R>, ApiError> {
  const [args = {}, options = {}] = rest as [LooseArgs?, ViewOptions?]
  const load = call as unknown as (route: R, args: LooseArgs, options: CallOptions) => Promise<Reply<R>>
  return useQuery<Reply<R>, ApiError>({
    queryKey: viewKey(route, args),
    queryFn: ({ signal }) => load(route, args, { signal }),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchInterval ?? false,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}

/** `rereadsIfRefused`: the page behind a refusal shows what stands now. */
type CommandOptions<R extends Route> = { onDone?: (reply: Reply<R>) => void; rereadsIfRefused?: boolean }

/**
 * A command: `const pay = useCommand(contract.pay); await pay.mutateAsync({ params, body })`.
 * The same arguments twice in a row are one intent with one Idempotency-Key, so a double click is one act.
 * Every view is read anew afterwards. An error that no `RefusalAlert` shows appears as a notice.
 */
export function useCommand<R extends Route>(
  route: R,
  options: CommandOptions<R> = {},
): UseMutationResult<Reply<R>, ApiError, Args<R>> {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const say = useText()
  const intent = useRef<{ signature: string; key: string; running: Promise<Reply<R>> | null } | null>(null)
  return useMutation<Reply<R>, ApiError, Args<R>>({
    mutationFn: async (args) => {
      const signature = JSON.stringify(args)
      if (intent.current?.signature !== signature) intent.current = { signature, key: newKey(), running: null }
      const mine = intent.current
      if (mine.running) return mine.running
      const send = call as unknown as (route: R, args: Args<R>, options: CallOptions) => Promise<Reply<R>>
      mine.running = send(route, args, { idempotencyKey: mine.key })
      try {
        const reply = await mine.running
        setTimeout(() => forget(mine), sameIntentMs)
        await queries.invalidateQueries({ queryKey: ['view'] })
        options.onDone?.(reply)
        return reply
      } catch (thrown) {
        mine.running = null
        const error = asApiError(thrown)
        if (options.rereadsIfRefused && error.status === 422) void queries.invalidateQueries({ queryKey: ['view'] })
        // A definite answer ends the intent; after a broken line the same key asks again.
        if (error.status >= 400 && error.status < 500) forget(mine)
        throw error
      }
    },
    onError: (error) => {
      setTimeout(() => {
        if (wasShown(error) || saysNothing(error)) return
        markShown(error)
        void message.error([say(error.text), error.clause].filter(Boolean).join(' '))
      }, 120)
    },
  })

  function forget(mine: object): void {
    if (intent.current === mine) intent.current = null
  }
}

/** Within this time the same command with the same arguments is a double click. */
const sameIntentMs = 800

/** The address of a download route, for `<a href download>`. */
export function downloadUrl<R extends Route>(
  route: R,
  params: z.input<R['params']>,
  search?: z.input<R['search']>,
): string {
  return address(route, params as object, (search ?? {}) as object)
}
