// The product in a process of its own, as in production: started by `children.ts`, told what to do by messages.
import { createRequire } from 'node:module'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type pg from 'pg'
import type { ProductOrder, ProductSaid } from './children.ts'
import type { Statement } from './load.ts'

/** `root`: the checkout whose product it is, as an address of its folder. */
type Start = { connection: pg.PoolConfig; filesDir: string; at: string; root: string; listening: boolean }
const { connection, filesDir, at, root, listening } = JSON.parse(process.argv[2] ?? '') as Start
const { buildApp } = (await import(new URL('src/app.ts', root).href)) as typeof import('../src/app.ts')
const driver = createRequire(new URL('package.json', root))('pg') as typeof pg

const seen: Statement[] = []

/** From here on, what is sent to the database is written down as it is sent; a connection that is open already is not heard. */
function listen(): void {
  const { prototype } = driver.Client as unknown as { prototype: { query: (...args: unknown[]) => unknown } }
  const { query } = prototype
  prototype.query = function (...args) {
    const [first, values] = args
    if (typeof first === 'string') seen.push({ text: first, values: (values as unknown[] | undefined) ?? [] })
    else {
      const { text, values = [] } = first as { text?: string; values?: unknown[] }
      if (text !== undefined) seen.push({ text, values })
    }
    return query.apply(this, args)
  }
}

const say = (message: ProductSaid) => process.send?.(message)

const begun = Date.now()
const clock = () => new Date(Date.parse(at) + Date.now() - begun)
const about = { version: 'bench', database: { kind: 'embedded', version: '' } } as const
// What production only writes into its log ends a benchmark.
const log = (message: string, error: unknown) => {
  console.error(message, error)
  process.exit(1)
}
if (listening) listen()
const app = await buildApp({ connection, filesDir, about, clock, log })
// A build of before November 2026 has nothing to warm.
if ('warm' in app) await app.warm()
const address = await app.http.listen({ host: '127.0.0.1', port: 0 })

/** Looks every few milliseconds whether the one thread is free. */
const looksEvery = 5
const loop = monitorEventLoopDelay({ resolution: looksEvery })
loop.enable()

process.on('disconnect', () => process.exit(0))
process.on('message', (order: ProductOrder) => {
  if (order === 'memory') {
    say({ memory: { now: process.memoryUsage().rss, most: process.resourceUsage().maxRSS * 1024 } })
  } else if (order === 'holds') {
    say({ longestHold: Math.max(0, loop.max / 1e6 - looksEvery) })
    loop.reset()
  } else if (order === 'heard') {
    say({ heard: seen.splice(0) })
  } else {
    void app.close().then(() => process.exit(0))
  }
})
say({ address })
