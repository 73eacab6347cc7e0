import { startEmbedded } from './embedded.ts'
import { connectExternal } from './external.ts'
import type { RunningPostgres, StartOptions } from './running-postgres.ts'

/**
 * Starts (or finds) the database. The caller stops it on SIGINT and SIGTERM, after its own work has ended.
 * Hand-written because the npm runner of these binaries listens on a TCP port, needs a system account when started by root, and
 * neither locks the data folder nor clears up after a killed run (docs/decisions/0004).
 * @throws DatabaseUnavailable with one sentence in each language.
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  return options.databaseUrl ? connectExternal(options.databaseUrl, options) : startEmbedded(options)
}
