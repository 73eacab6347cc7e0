import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { healthOf, type Seen, troubles } from '../health.ts'
import type { JobCounts } from '../jobs.ts'
import type { Watcher } from '../watch/watcher.ts'

/** Asked anew for each answer; what rejects is told as unknown. */
export type MetricSources = {
  readonly connections: () => { readonly total: number; readonly idle: number; readonly waiting: number }
  readonly health: () => Promise<Seen>
  readonly jobs: () => Promise<JobCounts>
}

export type Metrics = {
  readonly watcher: Watcher
  /** The text that Prometheus reads. */
  text(sources: MetricSources): Promise<string>
  readonly contentType: string
}

type Options = {
  /** Every pattern that may become a label; any other is `none`. */
  readonly routes: readonly string[]
  /** The route whose refused acts are refused sign-ins. */
  readonly signIn: string
  readonly build: { readonly version: string; readonly postgres: string }
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
/** Seconds: below the first nobody notices, above the last everybody has given up. */
const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30]
const jobStates = ['waiting', 'running', 'failed'] as const
const code = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/

/** Counts of what the process does. No label holds an id, an address or anything that was typed. */
export function createMetrics({ routes, signIn, build }: Options): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const registers = [register]
  const known = new Set([...routes, 'screens', 'none'])
  const durations = new Histogram({
    name: 'yqt_http_request_duration_seconds',
    help: 'Requests by how long they took, from their head to the end of the answer.',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers,
  })
  const counter = <Name extends string>(name: string, help: string, labelNames: readonly Name[]) =>
    new Counter({ name, help, labelNames, registers })
  const gauge = <Name extends string>(name: string, help: string, labelNames: readonly Name[] = []) =>
    new Gauge({ name, help, labelNames, registers })
  const inFlight = gauge('yqt_http_requests_in_flight', 'Requests under way.')
  const brokenOff = counter('yqt_http_requests_broken_off_total', 'Requests whose caller went away.', [])
  const refusals = counter('yqt_refusals_total', 'Answers other than yes, by the code of the refusal.', ['code'])
  const signIns = counter('yqt_sign_in_refusals_total', 'Refused sign-ins, by the code of the refusal.', ['code'])
  const jobRuns = counter('yqt_job_runs_total', 'Runs of background jobs.', ['job', 'result'])
  const jobSeconds = counter('yqt_job_seconds_total', 'Time that background jobs took.', ['job'])
  const connections = gauge('yqt_database_connections', 'Connections of the server to its database.', ['state'])
  const waiting = gauge('yqt_database_waiting', 'Requests that wait for a connection.')
  const jobs = gauge('yqt_jobs', 'Background jobs: due and not begun, under way, given up.', ['state'])
  const oldestJob = gauge('yqt_jobs_oldest_waiting_seconds', 'How long the oldest due job has waited.')
  const damaged = gauge('yqt_files_damaged', 'Stored files that are damaged or missing.')
  const freeBytes = gauge('yqt_files_free_bytes', 'Free space where files are kept.')
  const ready = gauge('yqt_ready', '1 while requests can be served.')
  const trouble = gauge('yqt_health_trouble', '1 for what is wrong with the machine.', ['trouble'])
  gauge('yqt_build_info', 'Always 1; what runs here.', ['version', 'node', 'postgres']).set(
    { ...build, node: process.versions.node },
    1,
  )
  return {
    contentType: register.contentType,
    watcher: {
      requestBegun: () => inFlight.inc(),
      requestDone(done) {
        inFlight.dec()
        if (done.brokenOff) brokenOff.inc()
        const route = known.has(done.route) ? done.route : 'none'
        const method = methods.includes(done.method) ? done.method : 'other'
        durations.observe({ method, route, status: `${Math.floor(done.status / 100)}xx` }, done.ms / 1000)
        if (done.code === null) return
        const named = { code: code.test(done.code) ? done.code : 'other' }
        refusals.inc(named)
        if (done.route === signIn && method === 'POST') signIns.inc(named)
      },
      jobDone({ name, error, ms }) {
        jobRuns.inc({ job: name, result: error === null ? 'done' : 'failed' })
        jobSeconds.inc({ job: name }, ms / 1000)
      },
    },
    async text(sources) {
      const { total, idle, waiting: waits } = sources.connections()
      connections.set({ state: 'busy' }, total - idle)
      connections.set({ state: 'idle' }, idle)
      waiting.set(waits)
      const seen = await sources.health()
      const { status, because } = healthOf(seen)
      ready.set(status === 'not-ready' ? 0 : 1)
      for (const one of troubles) trouble.set({ trouble: one }, because.includes(one) ? 1 : 0)
      const { database } = seen
      damaged.set(database?.damagedFiles ?? Number.NaN)
      freeBytes.set(seen.freeBytes ?? Number.NaN)
      const oldest = database?.oldestJobAt ?? null
      oldestJob.set(database === null ? Number.NaN : secondsBetween(oldest, database.at))
      const counts = database && (await sources.jobs().catch(() => null))
      for (const state of jobStates) jobs.set({ state }, counts?.[state] ?? Number.NaN)
      return register.metrics()
    },
  }
}

function secondsBetween(from: Date | null, to: Date): number {
  return from === null ? 0 : Math.max(0, (to.getTime() - from.getTime()) / 1000)
}
