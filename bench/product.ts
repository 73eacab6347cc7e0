// The product in a process of its own, as in production: started by `children.ts`, told what to do by messages.
import pg from 'pg'
import { buildApp } from '../src/app.ts'
import type { ProductOrder, ProductSaid } from './children.ts'
import type { Statement } from './load.ts'

type Start = { connection: pg.PoolConfig; filesDir: string; at: string }
const { connection, filesDir, at } = JSON.parse(process.argv[2] ?? '') as Start

const seen: Statement[] = []

/** From here on, what is sent to the database is written down as it is sent. */
function listen(): void {
  const { prototype } = pg.Client as unknown as { prototype: { query: (...args: unknown[]) => unknown } }
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
const app = await buildApp({ connection, filesDir, about, clock, log })
const address = await app.http.listen({ host: '127.0.0.1', port: 0 })

process.on('disconnect', () => process.exit(0))
process.on('message', (order: ProductOrder) => {
  if (order === 'memory') {
    say({ memory: { now: process.memoryUsage().rss, most: process.resourceUsage().maxRSS * 1024 } })
  } else if (order === 'listen') {
    listen()
    say({ heard: [] })
  } else if (order === 'heard') {
    say({ heard: seen.splice(0) })
  } else {
    void app.close().then(() => process.exit(0))
  }
})
say({ address })
