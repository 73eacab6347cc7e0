import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Download, Endpoint } from '../command.ts'
import { isWritten, textOfWritten } from '../database/written.ts'
import { crossSite, tooLarge } from '../errors.ts'
import { contentDisposition } from '../files/names.ts'
import { run } from '../pipeline.ts'
import type { Services } from '../services.ts'
import { TooManyWait } from '../turns/turns.ts'
import type { Watcher } from '../watch/watcher.ts'
import { budgetOf } from './budgets.ts'
import { answerUnreadable } from './client-error.ts'
import { answerFor, noRoute, ourFault } from './error-reply.ts'
import { placeOf } from './field-place.ts'
import { requestIds } from './request-id.ts'
import {
  callerOf,
  cookiesOf,
  decoded,
  header,
  idempotencyKeyOf,
  jsonOf,
  sessionOf,
  streamOf,
  unreadOf,
} from './request-parts.ts'
import { type RequestWatch, watchRequests } from './watch-requests.ts'

const securityHeaders = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Answers of 1 KB and more; what is asked of us is never compressed. Level 4 costs a tenth of the time of the default 11. */
const compression = {
  threshold: 1024,
  encodings: ['br' as const, 'gzip' as const],
  globalDecompression: false,
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
}

/** The HTTP side of the pipeline: every endpoint under its own path, every answer in one shape. */
export async function buildServer(
  endpoints: readonly Endpoint[],
  services: Services,
  { trustedProxies, budgeted, watcher }: { trustedProxies: readonly string[]; budgeted: boolean; watcher: Watcher },
): Promise<FastifyInstance> {
  const ours = { ...services, watch: watchRequests(watcher) }
  const server = fastify({
    logger: false,
    trustProxy: [...trustedProxies],
    requestIdHeader: false,
    genReqId: requestIds(trustedProxies, services.newId),
    // A file of 50 MB over a slow line; what takes longer is no person. What came in before the end is answered as ever.
    requestTimeout: 15 * 60_000,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error, request, reply) => {
      ours.watch.begin(request, reply)
      reply.headers(securityHeaders)
      // A person who mistyped an address reads a page, a program reads the error.
      const isPage = request.headers.accept?.includes('text/html') && !request.url.startsWith('/api/')
      if (isPage) reply.redirect('/no-such-page', 303)
      else fail(error, null, reply, ours)
    },
  })
  server.addHook('onRequest', async (request, reply) => ours.watch.begin(request, reply))
  await server.register(cookie)
  await server.register(compress, compression)
  if (budgeted) await server.register(rateLimit, { global: false })
  // An upload is streamed, whatever it claims to be; JSON is kept as it came until it is known who sends it.
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  server.addHook('onSend', async (request, reply) => {
    reply.headers(securityHeaders)
    // Of this host alone: the others under the domain are not ours to speak for.
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000')
  })
  server.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isOurOwn(request)) fail(crossSite, null, reply, ours)
  })
  server.setErrorHandler((error, _request, reply) => fail(error, null, reply, ours))
  await server.register(async (api) => api.setNotFoundHandler((_request, reply) => reply.code(404).send(noRoute)), {
    prefix: '/api',
  })
  for (const endpoint of endpoints) {
    server.route({
      method: endpoint.route.method,
      url: endpoint.route.path,
      bodyLimit: bodyLimitOf(endpoint),
      config: { rateLimit: budgetOf(endpoint, sessionOf) ?? false },
      handler: (request, reply) => answer(endpoint, request, reply, ours),
      errorHandler: (error, _request, reply) => fail(error, endpoint, reply, ours),
    })
  }
  return server
}

/**
 * Whether a request comes from a page of ours or from no page at all. Browsers that are old, or that reach us without TLS, say
 * where it comes from by its origin alone, which is held against the host as the proxy before us tells it.
 */
function isOurOwn(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  // A sibling under the same government domain is another site, too.
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin } = request.headers
  if (origin === undefined) return true
  const own = URL.parse(`${origin.split(':')[0]}://${request.host}`)
  return own !== null && own.origin !== 'null' && own.origin === URL.parse(origin)?.origin
}

/** Bytes of a body without a file: a stranger's forms are short. */
function bodyLimitOf({ route }: Endpoint): number {
  return route.permission === 'public' ? 32_768 : 1_048_576
}

type Watched = Services & { readonly watch: RequestWatch }

async function answer(endpoint: Endpoint, request: FastifyRequest, reply: FastifyReply, services: Watched) {
  const trace = services.watch.traceOf(request)
  const uploading = endpoint.route.upload !== undefined
  let kept: { readonly value: unknown } | null = null
  const body = () => {
    kept ??= { value: uploading ? {} : jsonOf(request) }
    return kept.value
  }
  const result = await run(
    endpoint,
    {
      params: request.params,
      search: request.query,
      body,
      sessionToken: sessionOf(request),
      idempotencyKey: idempotencyKeyOf(request),
      account: header(request, 'x-account'),
      unread: unreadOf(request),
      upload: uploading
        ? { stream: streamOf(request, endpoint), fileName: decoded(header(request, 'x-file-name')) }
        : null,
      cookies: cookiesOf(request, reply),
      caller: callerOf(request),
      trace,
    },
    services,
  )
  if (!endpoint.route.download) {
    reply.header('cache-control', 'no-store')
    return isWritten(result) ? reply.type(json).send(textOfWritten(result)) : reply.send(result ?? {})
  }
  const { content, fileName, mediaType, inline = false } = result as Download
  const sent = typeof content === 'function' ? await content() : content
  // It has begun to arrive by then: the reader gets no end, and we the reason.
  if (!Buffer.isBuffer(sent))
    sent.on('error', (error) => services.log(`${nameOf(endpoint)} broke off`, error, trace.id))
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', contentDisposition(fileName, inline))
    .header('cache-control', 'private, no-store')
    .send(sent)
}

const json = 'application/json; charset=utf-8'

function nameOf({ route }: Endpoint): string {
  return `${route.method} ${route.path}`
}

function fail(error: unknown, endpoint: Endpoint | null, reply: FastifyReply, services: Watched) {
  const place = (field: string) => endpoint && placeOf(endpoint.route, field)
  const isTooLarge = endpoint !== null && (error as { code?: string }).code === 'FST_ERR_CTP_BODY_TOO_LARGE'
  const told = isTooLarge ? tooLarge(bodyLimitOf(endpoint)) : error
  const known = answerFor(told, services.refusalText, place)
  const said = known?.reply ?? ourFault
  services.watch.traceOf(reply.request).code = said.error.code
  // Those behind a full queue are many, and it is them who would fill the log.
  if (!known || (known.status === 503 && !(error instanceof TooManyWait)))
    services.log(endpoint ? nameOf(endpoint) : 'request', error, reply.request.id)
  // What is still on its way is let go by, else the connection would never notice its end.
  reply.request.raw.resume()
  if (known?.status === 503) reply.header('retry-after', '5')
  reply.code(known?.status ?? 500).send(said)
}
