import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { address, type Route } from '../shared/route.ts'
import type { Text } from '../shared/words.ts'
import { type Args, call, type Reply } from './api.ts'
import { ApiError, asApiError } from './api-error.ts'
import { useText, useWords } from './language.tsx'
import { localFilesIn } from './local-file.ts'
import { Outbox, type Outcome } from './outbox.ts'
import type { WaitingAct } from './outbox-store.ts'
import { newKey } from './reach.ts'
import { useSession } from './session.ts'
import { words } from './words.ts'

/** One for each account that has been signed in while this window lives. */
const outboxes = new Map<string, Outbox>()

export function outboxOf(accountId: string): Outbox {
  const found = outboxes.get(accountId) ?? new Outbox(accountId)
  outboxes.set(accountId, found)
  return found
}

/** How often what waits is tried, besides when the network or the window comes back: a server may be back without either. */
const againMs = 10_000

/** What waits on this device for that account; sends it when there is a line. */
export function useOutbox(accountId: string) {
  const outbox = outboxOf(accountId)
  const queries = useQueryClient()
  const { message } = App.useApp()
  const t = useWords(words)
  const said = useRef(t)
  said.current = t
  const state = useSyncExternalStore(
    (listener) => outbox.subscribe(listener),
    () => outbox.state,
  )

  function tell(outcomes: readonly Outcome[]) {
    const sent = outcomes.filter(({ kind }) => kind === 'sent').length
    const refused = outcomes.length - sent
    if (sent > 0) void message.success(said.current.outboxSent(sent))
    if (refused > 0) void message.error(said.current.outboxRefusedNow(refused))
    // Also after a refusal: what stands now is why.
    void queries.invalidateQueries({ queryKey: ['view'] })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: one watch per account; `tell` hands on the rest
  useEffect(() => {
    const go = () => {
      if (navigator.onLine && document.visibilityState === 'visible') outbox.send().catch(() => {})
    }
    const again = setInterval(() => {
      if (outbox.state.acts.some(({ refused }) => !refused)) go()
    }, againMs)
    window.addEventListener('online', go)
    document.addEventListener('visibilitychange', go)
    const unwatch = outbox.watch(tell)
    // A browser that keeps nothing has nothing waiting either.
    outbox.refresh().then(go, () => {})
    return () => {
      unwatch()
      clearInterval(again)
      window.removeEventListener('online', go)
      document.removeEventListener('visibilitychange', go)
    }
  }, [outbox])

  return { ...state, outbox, retry: () => outbox.retry().catch(() => {}) }
}

type WaitingOptions<R extends Route> = {
  /** What the act is called, what it is about, and its page with the form open. */
  title: Text
  about: string
  page: string
  /** The form it is written in, as `useKept` knows it. */
  form: { readonly key: string; readonly value: object }
  onDone: (reply: Reply<R>) => void
  /** It waits on this device now; the form may be forgotten. */
  onWaiting: () => void
}

/**
 * A command that waits on this device where there is no line, after the files of this device that it names. A refusal stands in
 * `error` and leaves the form as it is.
 */
export function useWaitingCommand<R extends Route>(route: R, options: WaitingOptions<R>) {
  const queries = useQueryClient()
  const { data: session } = useSession()
  const { message } = App.useApp()
  const say = useText()
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  /** One act, however often it is pressed before it is answered. */
  const intent = useRef<{ signature: string; key: string } | null>(null)

  async function attempt(args: Args<R>): Promise<{ reply: Reply<R> } | null> {
    const signature = JSON.stringify(args)
    if (intent.current?.signature !== signature) intent.current = { signature, key: newKey() }
    const { key } = intent.current
    const { params, search, body } = args as { params?: object; search?: object; body?: unknown }
    const files = [...new Set(localFilesIn(body))]
    if (files.length === 0 && navigator.onLine) {
      const sent = await tryNow(route, args, key)
      if (sent) return sent
    }
    if (!session) throw new ApiError(401, {})
    const { title, about, page, form } = options
    const outbox = outboxOf(session.accountId)
    const act: WaitingAct = {
      id: key,
      key,
      accountId: session.accountId,
      at: new Date().toISOString(),
      title,
      about,
      page,
      form,
      method: route.method,
      address: address(route, params, search),
      body,
      files,
      refused: null,
      // It may have arrived just now, although nothing answered.
      postedAt: files.length === 0 && navigator.onLine ? new Date().toISOString() : null,
    }
    await outbox.add(act).catch(() => {
      throw new ApiError(507, { text: words.notKeptHere })
    })
    const outcome = navigator.onLine ? await outbox.ask(act) : undefined
    if (outcome?.kind === 'sent') return { reply: outcome.reply as Reply<R> }
    if (outcome?.kind !== 'refused') return null
    await outbox.drop(act, false)
    throw outcome.error
  }

  async function send(args: Args<R>): Promise<void> {
    const isAsked = (args.unread ?? []).length > 0
    // What is only asked about waits for nothing, and is not asked where it cannot be.
    if (isPending || (isAsked && (!navigator.onLine || localFilesIn(args.body).length > 0))) return
    setPending(true)
    setError(null)
    try {
      const done = isAsked ? await tryNow(route, args, newKey()) : await attempt(args)
      if (isAsked) return
      intent.current = null
      if (done === null) {
        void message.info(say(words.outboxKept))
        return options.onWaiting()
      }
      await queries.invalidateQueries({ queryKey: ['view'] })
      options.onDone(done.reply)
    } catch (thrown) {
      const refused = asApiError(thrown)
      if (refused.status >= 400 && refused.status < 500) intent.current = null
      setError(refused)
    } finally {
      setPending(false)
    }
  }

  return { send: (args: Args<R>) => void send(args), isPending, error }
}

/** The reply, or null when nothing answered; throws `ApiError` when it was refused. */
async function tryNow<R extends Route>(
  route: R,
  args: Args<R>,
  idempotencyKey: string,
): Promise<{ reply: Reply<R> } | null> {
  const post = call as unknown as (route: R, args: Args<R>, options: { idempotencyKey: string }) => Promise<Reply<R>>
  try {
    return { reply: await post(route, args, { idempotencyKey }) }
  } catch (thrown) {
    if (asApiError(thrown).status === 0) return null
    throw thrown
  }
}
