import type { Readable } from 'node:stream'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Caller, Cookies, Download, Endpoint } from '../command.ts'
import { isWritten, textOfWritten } from '../database/written.ts'
import { crossSite, HttpError, invalid, tooLarge } from '../errors.ts'
import { FileTooLarge } from '../files/errors.ts'
import { contentDisposition } from '../files/names.ts'
import { run } from '../pipeline.ts'
import type { Services } from '../services.ts'
import { TooManyWait } from '../turns/turns.ts'
import { budgetOf } from './budgets.ts'
import { answerUnreadable } from './client-error.ts'
import { answerFor, noRoute, ourFault } from './error-reply.ts'
import { placeOf } from './field-place.ts'
import { networkOf } from './network.ts'

export const sessionCookie = 'yqt_session'
export const deviceCookie = 'yqt_device'

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
  { trustedProxies, budgeted }: { trustedProxies: readonly string[]; budgeted: boolean },
): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    trustProxy: [...trustedProxies],
    // A file of 50 MB over a slow line; what takes longer is no person. What came in before the end is answered as ever.
    requestTimeout: 15 * 60_000,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error, request, reply) => {
      reply.headers(securityHeaders)
      // A person who mistyped an address reads a page, a program reads the error.
      const isPage = request.headers.accept?.includes('text/html') && !request.url.startsWith('/api/')
      if (isPage) reply.redirect('/no-such-page', 303)
      else fail(error, null, reply, services)
    },
  })
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
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isOurOwn(request))
      fail(crossSite, null, reply, services)
  })
  server.setErrorHandler((error, _request, reply) => fail(error, null, reply, services))
  await server.register(async (api) => api.setNotFoundHandler((_request, reply) => reply.code(404).send(noRoute)), {
    prefix: '/api',
  })
  for (const endpoint of endpoints) {
    server.route({
      method: endpoint.route.method,
      url: endpoint.route.path,
      bodyLimit: bodyLimitOf(endpoint),
      config: { rateLimit: budgetOf(endpoint, sessionOf) ?? false },
      handler: (request, reply) => answer(endpoint, request, reply, services),
      errorHandler: (error, _request, reply) => fail(error, endpoint, reply, services),
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

async function answer(endpoint: Endpoint, request: FastifyRequest, reply: FastifyReply, services: Services) {
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
  if (!Buffer.isBuffer(sent)) sent.on('error', (error) => services.log(`${fileName} broke off`, error))
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', contentDisposition(fileName, inline))
    .header('cache-control', 'private, no-store')
    .send(sent)
}

const json = 'application/json; charset=utf-8'

function fail(error: unknown, endpoint: Endpoint | null, reply: FastifyReply, services: Services) {
  const place = (field: string) => endpoint && placeOf(endpoint.route, field)
  const isTooLarge = endpoint !== null && (error as { code?: string }).code === 'FST_ERR_CTP_BODY_TOO_LARGE'
  const told = isTooLarge ? tooLarge(bodyLimitOf(endpoint)) : error
  const known = answerFor(told, services.refusalText, place)
  // Those behind a full queue are many, and it is them who would fill the log.
  if (!known || (known.status === 503 && !(error instanceof TooManyWait)))
    services.log(endpoint ? `${endpoint.route.method} ${endpoint.route.path}` : 'request', error)
  // What is still on its way is let go by, else the connection would never notice its end.
  reply.request.raw.resume()
  if (known?.status === 503) reply.header('retry-after', '5')
  reply.code(known?.status ?? 500).send(known?.reply ?? ourFault)
}

function cookiesOf(request: FastifyRequest, reply: FastifyReply): Cookies {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const
  return {
    session: sessionOf(request),
    start: (token, expires) => void reply.setCookie(sessionCookie, token, { ...options, expires }),
    end: () => void reply.clearCookie(sessionCookie, options),
    knowAs: (device, expires) => void reply.setCookie(deviceCookie, device, { ...options, expires }),
  }
}

function callerOf(request: FastifyRequest): Caller {
  const { [deviceCookie]: device = '' } = request.cookies
  return {
    address: request.ip,
    network: networkOf(request.ip),
    agent: (header(request, 'user-agent') ?? '').slice(0, 300),
    device: /^[\w-]{43}$/.test(device) ? device : null,
  }
}

function sessionOf(request: FastifyRequest): string | null {
  return request.cookies[sessionCookie] ?? null
}

function header(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name]
  return typeof value === 'string' ? value : null
}

/** A key that the table cannot keep would be no promise; so it is refused rather than overlooked. */
function idempotencyKeyOf(request: FastifyRequest): string | null {
  const key = header(request, 'idempotency-key')
  if (key === null || /^[\x21-\x7e]{8,100}$/.test(key)) return key
  throw invalid([
    { field: 'idempotency-key', zh: '操作编号须为 8–100 个可见字符', en: 'Must be 8 to 100 visible characters' },
  ])
}

/** Names of fields, apart by commas; one that can be none is the whole body, so that nothing is done. */
function unreadOf(request: FastifyRequest): readonly string[] {
  const sent = header(request, 'x-unread')
  if (sent === null) return []
  return [...new Set(sent.split(',').map((name) => (/^[\w.-]{1,100}$/.test(name.trim()) ? name.trim() : 'body')))]
}

function jsonOf(request: FastifyRequest): unknown {
  const { body } = request
  if (Buffer.isBuffer(body)) return parsed(request, body)
  if (body !== request.raw) return body === undefined ? {} : body
  const text = { zh: '请以 application/json 提交', en: 'Send the request as application/json' }
  throw new HttpError(415, 'common.not-json', text, [{ field: 'body', ...text }])
}

/** By Fastify's own parser, which refuses keys that would reach a prototype. @throws FastifyError 400 */
function parsed(request: FastifyRequest, body: Buffer): unknown {
  let read: unknown
  const keep = (error: Error | null, value?: unknown) => {
    if (error) throw error
    read = value
  }
  void request.server.getDefaultJsonParser('error', 'error')(request, body.toString('utf8'), keep)
  return read
}

/** JSON and text are read by Fastify before us; a file therefore always comes as application/octet-stream. */
function streamOf(request: FastifyRequest, { route }: Endpoint): Readable {
  const { maxBytes = 0 } = route.upload ?? {}
  // What says itself that it is too large need not be sent first.
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new FileTooLarge(maxBytes)
  if (request.body === request.raw) return request.raw
  const text = { zh: '请以 application/octet-stream 上传文件', en: 'Send the file as application/octet-stream' }
  throw new HttpError(415, 'common.not-a-file', text, [{ field: 'file', ...text }])
}

function decoded(text: string | null): string {
  try {
    return decodeURIComponent(text ?? '') || 'file'
  } catch {
    return 'file'
  }
}
