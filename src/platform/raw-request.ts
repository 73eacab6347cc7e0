import type { Readable } from 'node:stream'
import type { Caller, Cookies } from './command.ts'
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
