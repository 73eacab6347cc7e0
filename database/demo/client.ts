import type { LightMyRequestResponse } from 'fastify'
import type { z } from 'zod'
import { address, type Route } from '../../src/shared/route.ts'
import type { Text } from '../../src/shared/words.ts'

export type Answer<T> = { status: number; body: T; headers: Record<string, unknown>; raw: Buffer }
/** What a refused request says. */
export type Refused = {
  error: {
    code: string
    clause: string | null
    zh: string
    en: string
    fields: { field: string; clause?: string | null; place?: Text; rests?: string[]; zh: string; en: string }[]
    facts: Record<string, string | number>
  }
}
export type Client = ReturnType<typeof newClient>

type Given<R extends Route> = {
  params?: z.input<R['params']>
  search?: z.input<R['search']>
  body?: z.input<R['body']>
  idempotencyKey?: string
  /** Fields that hold what the sender could not read. */
  unread?: readonly string[]
}

/** Where strangers call from; nobody of the programme does. */
const elsewhere = '203.0.113.7'

/** The address of an office: each unit has its own. */
export function officeOf(account: string): string {
  const unit = account.split('·', 1)[0] ?? ''
  const sum = [...unit].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 65_536, 7)
  return `10.33.${sum >> 8}.${sum & 255}`
}

/** Where requests go in: the server in this process, or another over the network. */
export type Door = {
  inject(asked: {
    readonly method: 'GET'
    readonly url: string
    readonly remoteAddress: string
    readonly headers: Record<string, string>
    readonly payload?: object
  }): Promise<{
    readonly statusCode: number
    readonly cookies: readonly { readonly name: string; readonly value: string }[]
    readonly headers: Record<string, unknown>
    readonly rawPayload: Buffer
    readonly json: LightMyRequestResponse['json']
  }>
}

/** One person's browser, without the window: keeps its cookies, talks to the door alone. */
export function newClient(http: Door, remoteAddress = elsewhere) {
  const jar = new Map<string, string>()

  async function send(method: string, url: string, payload?: unknown, headers: Record<string, string> = {}) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await http.inject({
      method: method as 'GET',
      url,
      remoteAddress,
      headers: { ...(cookie ? { cookie } : {}), ...headers },
      ...(payload === undefined ? {} : { payload: payload as object }),
    })
    for (const { name, value } of response.cookies) {
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
    const json = String(response.headers['content-type']).startsWith('application/json')
    return {
      status: response.statusCode,
      body: json ? response.json() : null,
      headers: response.headers,
      raw: response.rawPayload,
    }
  }

  return {
    send,
    post: (url: string, body: unknown): Promise<Answer<unknown>> => send('POST', url, body),
    get: (url: string): Promise<Answer<unknown>> => send('GET', url),
    /** Through the door, typed by the contract; whatever the answer. */
    async call<R extends Route>(route: R, given: Given<R> = {}): Promise<Answer<z.output<R['reply']> & Refused>> {
      const url = address(route, given.params as object, given.search as object)
      const headers: Record<string, string> = {
        ...(given.idempotencyKey ? { 'idempotency-key': given.idempotencyKey } : {}),
        ...(given.unread ? { 'x-unread': given.unread.join(',') } : {}),
      }
      return send(route.method, url, route.method === 'GET' ? undefined : (given.body ?? {}), headers)
    },
    /** Through the door, and it must be let through. */
    async done<R extends Route>(route: R, given: Given<R> = {}): Promise<z.output<R['reply']>> {
      const answer = await this.call(route, given)
      if (answer.status !== 200)
        throw new Error(`${route.method} ${route.path}: ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    /** Uploads bytes under a name; returns the file's id. */
    async upload(name: string, content: Buffer): Promise<string> {
      const answer = await send('POST', '/api/files', content, {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(name),
      })
      if (answer.status !== 200) throw new Error(`upload of ${name}: ${answer.status} ${JSON.stringify(answer.body)}`)
      return (answer.body as { fileId: string }).fileId
    },
  }
}
