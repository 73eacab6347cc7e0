import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { CheckedRows } from './checked-rows.ts'
import { Connection } from './connection.ts'
import type { DB } from './types.ts'

export type Database = Kysely<DB>
/** The one handle features get: a transaction already inside its actor's scope. */
export type Tx = Transaction<DB>

const int8 = 20
const numeric = 1700
const date = 1082

const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === int8) return (text: string) => safeInteger(text)
    if (oid === numeric) return Number
    if (oid === date) return (text: string) => text
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`beyond the safe integers: ${text}`)
  return value
}

/** How many connections the product holds. */
export const mostConnections = 10

/**
 * A pool whose every connection is the application's role: it owns nothing and bypasses nothing. `checkRows`: rows of declared
 * statements are compared with their shape. Once opened, a connection stays: a fresh back end answers its first requests several
 * times slower than one that knows catalogue, functions and statements.
 */
export function connect(connection: pg.PoolConfig, { max = mostConnections, checkRows = false } = {}): Database {
  const lasting = { idleTimeoutMillis: 0, keepAlive: true, keepAliveInitialDelayMillis: 60_000 }
  const pool = new pg.Pool({ ...asApplication(connection), ...lasting, max, types, Client: Connection })
  // An idle connection that breaks is replaced by the pool; the next query says what is wrong.
  pool.on('error', () => undefined)
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true }), ...(checkRows ? [new CheckedRows()] : [])],
  })
}

/** Opens every connection and does `work` once on each, so that no request is the first of its back end. */
export async function warmUp(database: Database, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  await Promise.all(Array.from({ length: mostConnections }, () => database.transaction().execute(work)))
}

const role = '-c role=yuanqitong_app'

/** An address may bring options of its own; the role comes after them, and the last one wins. */
function asApplication(connection: pg.PoolConfig): pg.PoolConfig {
  if (!connection.connectionString) return { ...connection, options: role }
  const address = new URL(connection.connectionString)
  address.searchParams.set('options', `${address.searchParams.get('options') ?? ''} ${role}`.trim())
  return { ...connection, connectionString: address.href }
}

/** Moves the rest of a transaction into the subtree of `scope`. */
export async function enterScope(tx: Tx, scope: string): Promise<void> {
  await sql`select enter_scope(${scope})`.execute(tx)
}
