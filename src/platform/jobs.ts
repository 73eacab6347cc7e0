import { type JobHelpers, Logger, type Runner, run, type TaskList } from 'graphile-worker'
import { Pool, type PoolConfig } from 'pg'
import type { Watcher } from './watch/watcher.ts'

/** Asks the database as the account of the jobs. */
export type AsJobs = (text: string, values: unknown[]) => Promise<{ readonly rows: readonly unknown[] }>

/** Jobs by name; each is safe to run twice, and ends early where the process does. */
export type Jobs = Readonly<Record<string, (ask: AsJobs, ending?: AbortSignal) => Promise<void>>>

/** Clears ended sessions, the replies to keys that nobody repeats any more, and old callers. */
export async function forgetExpired(ask: AsJobs, now: Date): Promise<void> {
  await ask('select forget_expired($1), forget_callers($1)', [now])
}

/**
 * Starts the worker that does, after commit, what commands have asked for, and once an hour or once a minute what nobody asks for. Of
 * several on one database one takes each job. `schedule`: of the hourly ones, as crontab has it.
 */
export async function startWorker(
  connection: PoolConfig,
  {
    jobs,
    hourly,
    minutely = [],
    watcher,
  }: { jobs: Jobs; hourly: readonly string[]; minutely?: readonly string[]; watcher: Watcher },
  log: (message: string, error: unknown) => void,
  schedule = '17 * * * *',
) {
  const pgPool = new Pool({ ...connection, max: 3 })
  // The queue's library asks for both handlers; a lost connection shows in the next query.
  pgPool.on('error', () => undefined)
  pgPool.on('connect', (client) => void client.on('error', () => undefined))
  const watched = (name: string, work: Jobs[string]) => async (_: unknown, helpers: JobHelpers) => {
    const { id, attempts: attempt, max_attempts: most } = helpers.job
    const begun = performance.now()
    const tell = (error: unknown) =>
      watcher.jobDone({ id: String(id), name, attempt, most, ms: performance.now() - begun, error })
    await work((text, values) => pgPool.query(text, values), helpers.abortSignal).catch((error: unknown) => {
      tell(error)
      throw error
    })
    tell(null)
  }
  const taskList: TaskList = Object.fromEntries(Object.entries(jobs).map(([name, work]) => [name, watched(name, work)]))
  const logger = new Logger(() => (level, message, meta) => {
    // Of a job that failed the watcher has been told; and what the queue says may quote an error.
    if (level === 'error' && !message.startsWith('Failed task')) log('job queue', meta?.error ?? new Error(message))
  })
  const crontab = [...hourly.map((job) => `${schedule} ${job}`), ...minutely.map((job) => `* * * * * ${job}`)].join(
    '\n',
  )
  const runner: Runner = await run({ pgPool, taskList, crontab, concurrency: 2, noHandleSignals: true, logger })
  return {
    /** Jobs by what becomes of them. @throws where the database cannot be asked */
    async counts(): Promise<JobCounts> {
      const { rows } = await pgPool.query<JobCounts>(countJobs)
      return rows[0] ?? { waiting: 0, running: 0, failed: 0 }
    },
    async stop(): Promise<void> {
      await runner.stop()
      await pgPool.end()
    },
  }
}

/** `waiting`: due and taken by nobody; `failed`: given up for good. */
export type JobCounts = { readonly waiting: number; readonly running: number; readonly failed: number }

const countJobs = `
  select (count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= now()))::integer as waiting,
         (count(*) filter (where locked_at is not null))::integer as running,
         (count(*) filter (where attempts >= max_attempts))::integer as failed
    from graphile_worker.jobs`
