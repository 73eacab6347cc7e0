/** What is told of a request that is over: nothing that names a person or a firm, and nothing that somebody typed. */
export type RequestDone = {
  /** The same as in the answer's `X-Request-Id`. */
  readonly id: string
  readonly method: string
  /** The route's pattern, never the address; `screens` for pages and their files, `none` where there is no such address. */
  readonly route: string
  readonly status: number
  readonly ms: number
  /** Sent to the caller, head included. */
  readonly bytes: number
  /** Of the refusal; null for any other answer. */
  readonly code: string | null
  readonly post: string | null
  /** The same for one account as long as the process runs, and of no use elsewhere; null for nobody. */
  readonly account: string | null
  /** Ids of the audit events that it wrote. */
  readonly events: readonly string[]
  /** The caller went away before the end of the answer. */
  readonly brokenOff: boolean
}

/** What is told of one run of a job. */
export type JobDone = {
  readonly id: string
  readonly name: string
  readonly ms: number
  /** From 1; after `most` it is given up. */
  readonly attempt: number
  readonly most: number
  /** What it failed with; null where it succeeded. */
  readonly error: unknown
}

/** Who is told what the process does. Is never waited for. */
export type Watcher = {
  requestBegun(): void
  requestDone(done: RequestDone): void
  jobDone(done: JobDone): void
}

/** What becomes known of a request while it is worked off. */
export type Trace = {
  readonly id: string
  actor: { readonly accountId: string; readonly post: string } | null
  /** Hash of the token of a session that is to be told it is used; null where that was told lately. */
  seen: string | null
  code: string | null
  readonly events: string[]
}

export function newTrace(id: string): Trace {
  return { id, actor: null, seen: null, code: null, events: [] }
}

/** Tells several the same. */
export function toldTo(all: readonly Watcher[]): Watcher {
  return {
    requestBegun() {
      for (const one of all) one.requestBegun()
    },
    requestDone(done) {
      for (const one of all) one.requestDone(done)
    },
    jobDone(done) {
      for (const one of all) one.jobDone(done)
    },
  }
}
