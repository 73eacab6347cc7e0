import pg from 'pg'
import type { RunningPostgres } from './running-postgres.ts'
import { DatabaseUnavailable, words } from './words.ts'

/** Checks the PostgreSQL behind `DATABASE_URL`: reachable, and 15 or later. It is not ours to stop. */
export async function connectExternal(databaseUrl: string): Promise<RunningPostgres> {
  const address = addressOf(databaseUrl)
  const connection = { connectionString: databaseUrl, connectionTimeoutMillis: 10_000 }
  let version: string
  let number: number
  const client = new pg.Client(connection)
  try {
    await client.connect()
    const { rows } = await client.query<{ number: string; version: string }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
    )
    number = Number(rows[0]?.number)
    version = (rows[0]?.version ?? '').split(' ')[0] ?? ''
  } catch (error) {
    throw new DatabaseUnavailable(words.unreachable(address, reasonOf(error)))
  } finally {
    await client.end().catch(() => undefined)
  }
  if (!(number >= 150000)) throw new DatabaseUnavailable(words.tooOld(version))
  return { kind: 'external', version, connection, connectionString: databaseUrl, stop: async () => undefined }
}

/** Host, port and database only: passwords stay out of messages. */
function addressOf(databaseUrl: string): string {
  try {
    const url = new URL(databaseUrl)
    if (!/^postgres(ql)?:$/.test(url.protocol)) throw new Error('not a database')
    return `${url.host || url.searchParams.get('host') || 'localhost'}${url.pathname}`
  } catch {
    throw new DatabaseUnavailable(words.badAddress())
  }
}

function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof Error ? first.message : String(first)
}
