type Handler = () => Promise<boolean>

let handler: Handler | null = null
let waiting: Promise<boolean> | null = null

/** Where a call that met 401 waits until the person has signed in again; many calls wait for one dialog. */
export const lostSession = {
  /** The shell tells how to ask; returns the undo. */
  handleWith(ask: Handler): () => void {
    handler = ask
    return () => {
      if (handler === ask) handler = null
    }
  },
  /** True when the session is back and the call may be repeated. */
  regained(): Promise<boolean> {
    if (!handler) return Promise.resolve(false)
    waiting ??= handler().finally(() => {
      waiting = null
    })
    return waiting
  },
}
