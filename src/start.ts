import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as setTimer } from 'node:timers'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { buildApp, endpoints } from './app.ts'
import * as system from './features/programme/system/contract.ts'
import type { About } from './features/programme/system/routes.ts'
import { type OpenDemo, openProgramme } from './opening.ts'
import { serveScreens } from './platform/http/screens.ts'
import { startWorker } from './platform/jobs.ts'
import { simulatedMessenger } from './platform/messages/messenger.ts'
import type { Metrics } from './platform/metrics/metrics.ts'
import { serveMetrics } from './platform/metrics/serve-metrics.ts'
import { requireNobodyElse } from './platform/postgres/accounts.ts'
import type { RunningPostgres } from './platform/postgres/running-postgres.ts'
import { startPostgres } from './platform/postgres/start.ts'
import { jsonLog, plainLog, standardError } from './platform/watch/log.ts'
import { publicPages } from './policy/people/public-pages.ts'
import { readSettings, type Settings } from './settings.ts'
import { signIn } from './shared/session.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** What fills an empty database outside production, and the one password of its people. */
type Demo = { readonly open: OpenDemo; readonly password: string }

/** `hurry`: ends the moment in which it still takes requests. */
type Stop = (hurry: AbortSignal) => Promise<void>

/** Database, migrations, first people, screens, worker: in this order, and backwards when it stops. */
async function start(postgres: RunningPostgres, settings: Settings, shipped: Demo | null): Promise<Stop> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const about: About = { version, database: { kind: postgres.kind, version: postgres.version } }
  const filesDir = join(settings.dataDir, 'files')
  // Health asks how much room is left there, also before the first upload.
  await mkdir(filesDir, { recursive: true, mode: 0o700 })
  const { s3 } = settings
  const demo = settings.production ? null : shipped
  const people = await openProgramme({
    connection: postgres.connection,
    server: postgres.server,
    filesDir,
    s3,
    about,
    signIn: settings.signIn,
    demo: demo?.open ?? null,
    say,
  })
  const { site, trustedProxies, production, logLevel, roomOfUnit } = settings
  const log = (production ? jsonLog : plainLog)(logLevel, standardError())
  const metrics = settings.metrics && (await metricsOf(about))
  await requireNobodyElse(postgres.server)
  const app = await buildApp({
    connection: postgres.server,
    filesDir,
    s3,
    about,
    site,
    trustedProxies,
    roomOfUnit,
    // In production nothing pretends to be a telephone, and no password is everybody's.
    ...(demo ? { messenger: simulatedMessenger(), sharedPassword: demo.password } : {}),
    log: log.fault,
    watchers: [log.watcher, ...(metrics ? [metrics.watcher] : [])],
  })
  await serveScreens(app.http, join(root, 'dist/web'), publicPages)
  await app.warm()
  const address = await app.http.listen({ host: settings.host, port: settings.port }).catch((error) => {
    throw notOurs(error, settings.port)
  })
  const worker = await startWorker(postgres.jobs, app, log.fault)
  const read =
    metrics &&
    settings.metrics &&
    (await serveMetrics(metrics, { ...app.sources, jobs: worker.counts }, settings.metrics).catch((error) => {
      throw notOurs(error, settings.metrics?.port ?? 0, 'METRICS_PORT')
    }))
  say(`园企通 ${version} · PostgreSQL ${postgres.version} (${postgres.kind})`)
  say(`打开 Open  ${address}`)
  for (const line of people) say(line)
  return async (hurry) => {
    app.leave()
    const jobsEnded = worker.stop().catch((error) => log.fault('worker', error))
    const { leaveFor, finishFor } = settings.ending
    await setTimeout(leaveFor, null, { signal: hurry }).catch(() => undefined)
    const patience = setTimer(() => app.http.server.closeAllConnections(), finishFor)
    await app.http.close()
    clearTimeout(patience)
    await read?.close()
    await jobsEnded
    await app.close()
  }
}

/** Its library is loaded only where somebody reads them. */
async function metricsOf({ version, database }: About): Promise<Metrics> {
  const { createMetrics } = await import('./platform/metrics/metrics.ts')
  const routes = [...endpoints.map(({ route }) => route), ...Object.values(system)].map(({ path }) => path)
  return createMetrics({ routes, signIn: signIn.path, build: { version, postgres: database.version } })
}

function notOurs(error: NodeJS.ErrnoException, port: number, name = 'PORT'): Error {
  if (error.code !== 'EADDRINUSE') return error
  return new Error(
    `端口 ${port} 已被占用，请用 ${name} 另选一个。 · Port ${port} is taken; choose another with ${name}.`,
  )
}

/**
 * The whole server in this process, until a signal or a failed start ends it. `demo`: what fills an empty database outside
 * production; without it the database begins as one in production does.
 */
export async function startServer(demo: Demo | null): Promise<void> {
  let postgres: RunningPostgres | null = null
  let stopApp: Stop | null = null
  let stopping = false
  const hurry = new AbortController()
  const stop = async () => {
    // Whoever asks twice, or at the keyboard, does not want to wait.
    if (stopping) return hurry.abort()
    stopping = true
    await stopApp?.(hurry.signal)
    await postgres?.stop()
    process.exit(process.exitCode ?? 0)
  }
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
  process.on('SIGINT', () => {
    hurry.abort()
    void stop()
  })

  try {
    const settings = readSettings(process.env)
    postgres = await startPostgres({ ...settings, log: say })
    stopApp = await start(postgres, settings, demo)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
    await stop()
  }
}
