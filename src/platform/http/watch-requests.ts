import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { newTrace, type Trace, type Watcher } from '../watch/watcher.ts'
import { noRoute } from './error-reply.ts'

/** Follows requests from their first byte to the end of their answers. */
export type RequestWatch = {
  /** Called once for each, before anything else. */
  begin(request: FastifyRequest, reply: FastifyReply): void
  traceOf(request: FastifyRequest): Trace
}

export function watchRequests(watcher: Watcher): RequestWatch {
  const traces = new WeakMap<FastifyRequest, Trace>()
  const traceOf = (request: FastifyRequest) => {
    const trace = traces.get(request) ?? newTrace(request.id)
    traces.set(request, trace)
    return trace
  }
  // Lives as long as the process: whoever has the lines and a list of accounts learns nothing from both.
  const key = randomBytes(32)
  const nameless = (accountId: string) => createHmac('sha256', key).update(accountId).digest('hex').slice(0, 12)
  return {
    traceOf,
    begin(request, reply) {
      const begun = performance.now()
      const { socket } = request.raw
      const sentBefore = socket?.bytesWritten ?? 0
      reply.header('x-request-id', request.id)
      watcher.requestBegun()
      reply.raw.once('close', () => {
        const { id, actor, code, events } = traceOf(request)
        const { statusCode: status } = reply.raw
        const route = routeOf(request, status)
        watcher.requestDone({
          id,
          method: request.method,
          route,
          status,
          ms: performance.now() - begun,
          bytes: Math.max(0, (socket?.bytesWritten ?? 0) - sentBefore),
          code: code ?? (route === 'none' ? noRoute.error.code : null),
          post: actor?.post ?? null,
          account: actor && nameless(actor.accountId),
          events,
          brokenOff: !reply.raw.writableFinished,
        })
      })
    },
  }
}

function routeOf({ routeOptions }: FastifyRequest, status: number): string {
  const { url = '' } = routeOptions ?? {}
  if (url.startsWith('/api/')) return url
  return status >= 400 ? 'none' : 'screens'
}
