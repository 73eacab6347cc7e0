// Ten connections (or one alone) that ask one after another for a while: of the product by HTTP, or of the database by the bare driver.
import { createHash, randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import pg from 'pg'

/** A statement as the driver was given it. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] }

export const connections = 10

/** `paths` in turn by everybody; or each connection saves its own form again and again, naming the revision it was answered. */
export type Load = { readonly seconds: number } & (
  | {
      readonly kind: 'read'
      readonly alone?: boolean
      readonly address: string
      readonly session: string
      readonly paths: readonly string[]
    }
  | {
      readonly kind: 'call'
      readonly address: string
      readonly headers: Readonly<Record<string, string>>
      readonly requests: readonly Call[]
    }
  | { readonly kind: 'save'; readonly address: string; readonly forms: readonly Form[]; readonly content: unknown }
  | {
      readonly kind: 'bare'
      readonly connection: pg.ClientConfig
      readonly requests: readonly (readonly Statement[])[]
      /** Each connection repeats a request of its own instead of all in turn. */
      readonly apart: boolean
    }
)
/** A request in turn with others, by everybody, of whatever is at the address. */
export type Call = { readonly method: 'GET' | 'PATCH'; readonly path: string; readonly body?: unknown }
export type Form = { readonly session: string; readonly path: string; readonly revision: number }

/** Times in milliseconds; `refused`: answers other than 200. */
export type Loaded = {
  readonly perSecond: number
  readonly mean: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly done: number
  readonly refused: number
}

type Client = autocannon.Client & { setRequests(requests: autocannon.Request[]): void }

async function overHttp(order: Extract<Load, { address: string }>): Promise<Loaded> {
  const times: number[] = []
  let refused = 0
  let opened = 0
  const headersOf = (session: string) => ({ cookie: `yqt_session=${session}` })
  const setupClient = (client: Client) => {
    client.on('response', (status, _bytes, took) => {
      if (status === 200) times.push(took)
      else refused++
    })
    if (order.kind === 'save') {
      const form = order.forms[opened++ % order.forms.length]
      if (form) client.setRequests([saving(form, order.content, headersOf(form.session))])
    }
  }
  const requests =
    order.kind === 'read'
      ? order.paths.map((path) => ({ path, headers: headersOf(order.session) }))
      : order.kind === 'call'
        ? order.requests.map((call) => calling(call, order.headers))
        : [{}]
  const begun = performance.now()
  const { errors } = await autocannon({
    url: order.address,
    connections: order.kind === 'read' && order.alone ? 1 : connections,
    duration: order.seconds,
    requests,
    setupClient: setupClient as (client: autocannon.Client) => void,
  })
  return summary(times, refused + errors, performance.now() - begun)
}

function calling({ method, path, body }: Call, headers: Readonly<Record<string, string>>): autocannon.Request {
  if (body === undefined) return { method, path, headers }
  return { method, path, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

function saving(form: Form, content: unknown, headers: Record<string, string>): autocannon.Request {
  let { revision } = form
  return {
    method: 'PUT',
    path: form.path,
    setupRequest: (request) => ({
      ...request,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ revision, content }),
    }),
    onResponse: (_status, body) => {
      revision = (JSON.parse(body) as { revision: number }).revision
    },
  }
}

/** The same statements in the same order as the product's role, without the product. */
async function bare({ connection, requests, apart, seconds }: Extract<Load, { kind: 'bare' }>): Promise<Loaded> {
  const times: number[] = []
  const begun = performance.now()
  const end = begun + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, async (_, nth) => {
      const client = new pg.Client(connection)
      await client.connect()
      for (let turn = nth; performance.now() < end; turn += apart ? requests.length : 1) {
        const from = performance.now()
        for (const statement of requests[turn % requests.length] ?? []) await client.query(anew(statement))
        times.push(performance.now() - from)
      }
      await client.end()
    }),
  )
  return summary(times, 0, performance.now() - begun)
}

/** Prepared, as the product prepares what it asks again and again. A second event needs a second id, a second reply a second key. */
function anew({ text, values }: Statement): pg.QueryConfig {
  if (values.length === 0) return { text }
  const isEvent = text.startsWith('select record_events(')
  const fresh = (value: unknown) =>
    typeof value === 'string'
      ? value
          .replaceAll(/"id":"[^"]+"/g, () => `"id":"${randomUUID()}"`)
          .replaceAll(/"key":"[^"]+"/g, () => `"key":"${sha256(randomUUID())}"`)
      : value
  const name = sha256(text).slice(0, 32)
  return {
    text,
    name,
    values: isEvent ? values.map(fresh) : [...values],
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function summary(times: number[], refused: number, took: number): Loaded {
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return {
    perSecond: (times.length / took) * 1000,
    mean: times.reduce((sum, time) => sum + time, 0) / times.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    done: times.length,
    refused,
  }
}

process.on('disconnect', () => process.exit(0))
process.once('message', async (order: Load) => {
  process.send?.(await (order.kind === 'bare' ? bare(order) : overHttp(order)))
})
