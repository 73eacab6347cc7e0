import pg from 'pg'
import { accountAt, jobsAccount, openAccounts, serverAccount } from './accounts.ts'
import { knowsLetters } from './character-type.ts'
import type { RunningPostgres, StartOptions } from './running-postgres.ts'
import { DatabaseUnavailable, words } from './words.ts'

/**
 * Checks the PostgreSQL behind `DATABASE_URL`: reachable, 15 or later, in UTF-8; `log` hears of a character type that knows no
 * Chinese letter. It is not ours to stop.
 */
export async function connectExternal(
  databaseUrl: string,
  { dataDir, serverUrl, log = () => undefined }: StartOptions,
): Promise<RunningPostgres> {
  const address = addressOf(databaseUrl)
  const connection = { connectionString: databaseUrl, connectionTimeoutMillis: 10_000 }
  let found: Found
  const client = new pg.Client(connection)
  try {
    await client.connect()
    const { rows } = await client.query<Found>(about)
    found = rows[0] ?? { number: '', version: '', encoding: '', characterType: '' }
  } catch (error) {
    throw new DatabaseUnavailable(words.unreachable(address, reasonOf(error)))
  } finally {
    await client.end().catch(() => undefined)
  }
  const version = found.version.split(' ')[0] ?? ''
  if (!(Number(found.number) >= 150000)) throw new DatabaseUnavailable(words.tooOld(version))
  if (found.encoding !== 'UTF8') throw new DatabaseUnavailable(words.notUtf8(found.encoding))
  if (!knowsLetters(found.characterType)) {
    const { zh, en } = words.noLetters(found.characterType)
    log(zh)
    log(en)
  }
  const password = await openAccounts(connection, dataDir, serverUrl)
  const own = accountAt(connection, serverAccount, password)
  const server = serverUrl === undefined ? own : { ...connection, connectionString: serverUrl }
  const jobs = accountAt(server, jobsAccount, password)
  const stop = async () => undefined
  return { kind: 'external', version, connection, server, jobs, connectionString: databaseUrl, stop }
}

type Found = { number: string; version: string; encoding: string; characterType: string }
const about = `
select current_setting('server_version_num') as number, current_setting('server_version') as version,
       pg_encoding_to_char(encoding)::text as encoding, datctype::text as "characterType"
  from pg_database where datname = current_database()`

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
