import { startPostgres } from '../../src/platform/postgres/start.ts'

// A process of its own that holds a database, for tests that kill it: prints one line of JSON, stops on a signal.
const [dataDir = ''] = process.argv.slice(2)
try {
  const running = await startPostgres({ dataDir })
  const keepAlive = setInterval(() => undefined, 1_000)
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      clearInterval(keepAlive)
      void running.stop()
    })
  }
  process.stdout.write(`${JSON.stringify({ connectionString: running.connectionString })}\n`)
} catch (error) {
  process.stdout.write(`${JSON.stringify({ refused: (error as Error).message })}\n`)
}
