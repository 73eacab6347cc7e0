// The product in a process of its own, as in production: started by `children.ts`, told what to do by messages.

import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { serveScreens } from '../src/platform/http/screens.ts'
import { accountAt, serverAccount } from '../src/platform/postgres/accounts.ts'
import { publicPages } from '../src/policy/people/public-pages.ts'
import type { ProductOrder, ProductSaid } from './children.ts'
import { hear } from './heard.ts'

/** `root`: the checkout whose product it is, as an address of its folder; `own`: that it is this one; `screens`: with its built screens. */
type Start = {
  connection: pg.PoolConfig
  filesDir: string
  at: string
  root: string
  own: boolean
  listening: boolean
  screens: boolean
}
const { connection, filesDir, at, root, own, listening, screens } = JSON.parse(process.argv[2] ?? '') as Start
const { buildApp } = (await import(new URL('src/app.ts', root).href)) as typeof import('../src/app.ts')
const driver = createRequire(new URL('package.json', root))('pg') as typeof pg

const heard = listening ? hear(driver) : null

const say = (message: ProductSaid) => process.send?.(message)

const begun = Date.now()
const clock = () => new Date(Date.parse(at) + Date.now() - begun)
const about = { version: 'bench', database: { kind: 'embedded', version: '' } } as const
// What production only writes into its log ends a benchmark, unless it is the build of another day.
const log = (message: string, error: unknown) => {
  console.error(message, own ? error : String(error).slice(0, 200))
  if (own) process.exit(1)
}
// A build of before December 2026 takes the owner's connection and leaves the owner itself.
const hasAccount = existsSync(new URL('src/platform/postgres/accounts.ts', root))
const server = hasAccount ? accountAt(connection, serverAccount) : connection
// A build of before December 2026 sends nothing to a telephone.
type Messaging = typeof import('../src/platform/messages/messenger.ts')
const messaging: Messaging | null = await import(new URL('src/platform/messages/messenger.ts', root).href).catch(
  () => null,
)
const messenger = messaging ? { messenger: messaging.simulatedMessenger() } : {}
const app = await buildApp({ connection: server, filesDir, about, clock, log, ...messenger })
if (screens) await serveScreens(app.http, fileURLToPath(new URL('dist/web', root)), publicPages)
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
    say({ heard: heard?.take() ?? [] })
  } else {
    void app.close().then(() => process.exit(0))
  }
})
say({ address })
