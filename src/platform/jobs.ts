import { Logger, type Runner, run, type TaskList } from 'graphile-worker'
import { Pool, type PoolConfig } from 'pg'

/** Asks the database as the account of the jobs. */
export type AsJobs = (text: string, values: unknown[]) => Promise<unknown>

/** Jobs by name; each is safe to run twice, and ends early where the process does. */
export type Jobs = Readonly<Record<string, (ask: AsJobs, ending?: AbortSignal) => Promise<void>>>

/** Clears ended sessions, the replies to keys that nobody repeats any more, and old callers. */
export async function forgetExpired(ask: AsJobs, now: Date): Promise<void> {
  await ask('select forget_expired($1), forget_callers($1)', [now])
}

/**
 * Starts the worker that does, after commit, what commands have asked for, and once an hour what nobody asks for. Of several on one
 * database one takes each job. `schedule`: of the hourly ones, as crontab has it.
 */
export async function startWorker(
  connection: PoolConfig,
  { jobs, hourly }: { jobs: Jobs; hourly: readonly string[] },
  log: (message: string, error: unknown) => void,
  schedule = '17 * * * *',
) {
  const pgPool = new Pool({ ...connection, max: 3 })
  // The queue's library asks for both handlers; a lost connection shows in the next query.
  pgPool.on('error', () => undefined)
  pgPool.on('connect', (client) => void client.on('error', () => undefined))
  const taskList: TaskList = Object.fromEntries(
    Object.entries(jobs).map(([name, work]) => [
      name,
      (_, { abortSignal }) => work((text, values) => pgPool.query(text, values), abortSignal),
    ]),
  )
  const logger = new Logger(() => (level, message, meta) => {
    if (level === 'error') log(message, meta)
  })
  const crontab = hourly.map((job) => `${schedule} ${job}`).join('\n')
  const runner: Runner = await run({ pgPool, taskList, crontab, concurrency: 2, noHandleSignals: true, logger })
  return {
    async stop(): Promise<void> {
      await runner.stop()
      await pgPool.end()
    },
  }
}
