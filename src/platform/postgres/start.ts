import { startEmbedded } from './embedded.ts'
import { connectExternal } from './external.ts'
import type { RunningPostgres, StartOptions } from './running-postgres.ts'

/**
 * Starts (or finds) the database. The caller stops it on SIGINT and SIGTERM, after its own work has ended.
 * @throws DatabaseUnavailable with one sentence in each language.
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  return options.databaseUrl ? connectExternal(options.databaseUrl) : startEmbedded(options)
}
