import type { Socket } from 'node:net'
import type { ErrorReply } from './error-reply.ts'

const unreadable: ErrorReply = {
  error: {
    code: 'common.malformed',
    clause: null,
    zh: '请求格式不正确',
    en: 'The request is malformed',
    fields: [],
    facts: {},
  },
}

const statuses: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** Returns what is no HTTP at all, or too slow, or too long in its headers: in the same shape as everything else. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const body = JSON.stringify(unreadable)
  const head = [
    `HTTP/1.1 ${statuses[error.code ?? ''] ?? '400 Bad Request'}`,
    'connection: close',
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
