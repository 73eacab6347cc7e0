import { Logger, type Runner, run, type TaskList } from 'graphile-worker'
import { Pool, type PoolConfig } from 'pg'

/** Jobs by name; each is safe to run twice. */
export type Jobs = Readonly<Record<string, (payload: unknown) => Promise<void>>>

/** Starts the worker that does, after commit, what commands have asked for, and once an hour what nobody asks for. */
export async function startWorker(
  connection: PoolConfig,
  { jobs, hourly }: { jobs: Jobs; hourly: readonly string[] },
  log: (message: string, error: unknown) => void,
) {
  const pgPool = new Pool({ ...connection, max: 3 })
  // The queue's library asks for both handlers; a lost connection shows in the next query.
  pgPool.on('error', () => undefined)
  pgPool.on('connect', (client) => void client.on('error', () => undefined))
  const taskList: TaskList = Object.fromEntries(
    Object.entries(jobs).map(([name, work]) => [name, (payload: unknown) => work(payload)]),
  )
  const logger = new Logger(() => (level, message, meta) => {
    if (level === 'error') log(message, meta)
  })
  const crontab = hourly.map((job) => `17 * * * * ${job}`).join('\n')
  const runner: Runner = await run({ pgPool, taskList, crontab, concurrency: 2, noHandleSignals: true, logger })
  return {
    async stop(): Promise<void> {
      await runner.stop()
      await pgPool.end()
    },
  }
}
