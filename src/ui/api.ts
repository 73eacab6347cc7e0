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
import { type ApiError, asApiError, saysNothing } from './api-error.ts'
import { type Args, type ArgsThen, type CallOptions, call, type LooseArgs, type Reply, viewQuery } from './call.ts'
import { useText } from './language.tsx'
import { newKey } from './reach.ts'
import { markShown, wasShown } from './shown-errors.ts'

export { type Args, call, type Reply, viewKey } from './call.ts'

type ViewOptions = { enabled?: boolean; refetchInterval?: number; keepPrevious?: boolean }

/** A view of the server, kept fresh. `keepPrevious` shows the former rows while the next page loads. */
export function useView<R extends Route>(
  route: R,
  ...rest: ArgsThen<R, ViewOptions>
): UseQueryResult<Reply<R>, ApiError> {
  const [args = {}, options = {}] = rest as [LooseArgs?, ViewOptions?]
  return useQuery<Reply<R>, ApiError>({
    ...viewQuery(route, args),
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
