import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller, Cookies, Endpoint } from '../command.ts'
import { HttpError, invalid } from '../errors.ts'
import { FileTooLarge } from '../files/errors.ts'
import { networkOf } from './network.ts'

export const sessionCookie = 'yqt_session'
export const deviceCookie = 'yqt_device'

export function cookiesOf(request: FastifyRequest, reply: FastifyReply): Cookies {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const
  return {
    session: sessionOf(request),
    start: (token, expires) => void reply.setCookie(sessionCookie, token, { ...options, expires }),
    end: () => void reply.clearCookie(sessionCookie, options),
    knowAs: (device, expires) => void reply.setCookie(deviceCookie, device, { ...options, expires }),
  }
}

export function callerOf(request: FastifyRequest): Caller {
  const { [deviceCookie]: device = '' } = request.cookies
  return {
    address: request.ip,
    network: networkOf(request.ip),
    agent: (header(request, 'user-agent') ?? '').slice(0, 300),
    device: /^[\w-]{43}$/.test(device) ? device : null,
  }
}

export function sessionOf(request: FastifyRequest): string | null {
  return request.cookies[sessionCookie] ?? null
}

export function header(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name]
  return typeof value === 'string' ? value : null
}

/** A key that the table cannot keep would be no promise; so it is refused rather than overlooked. */
export function idempotencyKeyOf(request: FastifyRequest): string | null {
  const key = header(request, 'idempotency-key')
  if (key === null || /^[\x21-\x7e]{8,100}$/.test(key)) return key
  throw invalid([
    { field: 'idempotency-key', zh: '操作编号须为 8–100 个可见字符', en: 'Must be 8 to 100 visible characters' },
  ])
}

/** Names of fields, apart by commas; one that can be none is the whole body, so that nothing is done. */
export function unreadOf(request: FastifyRequest): readonly string[] {
  const sent = header(request, 'x-unread')
  if (sent === null) return []
  return [...new Set(sent.split(',').map((name) => (/^[\w.-]{1,100}$/.test(name.trim()) ? name.trim() : 'body')))]
}

export function jsonOf(request: FastifyRequest): unknown {
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
export function streamOf(request: FastifyRequest, { route }: Endpoint): Readable {
  const { maxBytes = 0 } = route.upload ?? {}
  // What says itself that it is too large need not be sent first.
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new FileTooLarge(maxBytes)
  if (request.body === request.raw) return request.raw
  const text = { zh: '请以 application/octet-stream 上传文件', en: 'Send the file as application/octet-stream' }
  throw new HttpError(415, 'common.not-a-file', text, [{ field: 'file', ...text }])
}

export function decoded(text: string | null): string {
  try {
    return decodeURIComponent(text ?? '') || 'file'
  } catch {
    return 'file'
  }
}
