import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
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
const timestamptz = 1184

const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === int8) return (text: string) => safeInteger(text)
    if (oid === numeric) return Number
    if (oid === date) return (text: string) => text
    if (oid === timestamptz && format === 'text') return instantIn
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

const parsedElsewhere = pg.types.getTypeParser(timestamptz, 'text') as (text: string) => Date

/** `2026-04-01 09:00:00.123456+00`, as the database writes an instant; the driver's own reading took half of what a row of dates took. */
export function instantIn(text: string): Date {
  const isPlain = text.charCodeAt(4) === dash && text.charCodeAt(10) === space && /[+]0[08]$/.test(text.slice(-3))
  if (!isPlain) return parsedElsewhere(text)
  const two = (at: number) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * zero
  const fraction = text.charCodeAt(19) === point ? text.slice(20, -3) : ''
  const ms = Math.floor(Number(fraction.padEnd(3, '0').slice(0, 3)))
  const hour = two(11) - two(text.length - 2)
  return new Date(Date.UTC(two(0) * 100 + two(2), two(5) - 1, two(8), hour, two(14), two(17), ms))
}

const dash = 45
const space = 32
const point = 46
const zero = 48

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`beyond the safe integers: ${text}`)
  return value
}

/** How many connections the product holds. */
export const mostConnections = 10

/** How many of them acts may hold at once, so that pages are answered however many acts wait for each other. */
export const mostForActs = 7

/**
 * What one request may cost the others, in milliseconds: waiting for a connection, one statement, one wait for a lock (after which the
 * act gives its connection back and goes again), and a transaction in which nothing is asked.
 */
export const limits = { connection: 10_000, statement: 30_000, lock: 400, idleInTransaction: 60_000 } as const

/**
 * A pool of the account that `connection` names: the server's, which owns nothing and becomes nobody else, or, to begin a database, its
 * owner's. `checkRows`: rows of declared statements are compared with their shape. Once opened, a connection stays: a fresh back end answers its first requests several
 * times slower than one that knows catalogue, functions and statements.
 */
export function connect(connection: pg.PoolConfig, { max = mostConnections, checkRows = false } = {}): Database {
  const lasting = { idleTimeoutMillis: 0, keepAlive: true, keepAliveInitialDelayMillis: 60_000 }
  const waiting = { connectionTimeoutMillis: limits.connection }
  const pool = new pg.Pool({ ...waiting, ...bounded(connection), ...lasting, max, types, Client: Connection })
  // An idle connection that breaks is replaced by the pool; the next query says what is wrong.
  pool.on('error', () => undefined)
  const database = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true }), ...(checkRows ? [new CheckedRows()] : [])],
  })
  pools.set(database, pool)
  return database
}

const pools = new WeakMap<Database, pg.Pool>()

/** Connections that are open, how many of them nobody uses, and how many requests wait for one. */
export function connectionsOf(database: Database): { total: number; idle: number; waiting: number } {
  const { totalCount = 0, idleCount = 0, waitingCount = 0 } = pools.get(database) ?? {}
  return { total: totalCount, idle: idleCount, waiting: waitingCount }
}

/** Opens every connection and does `work` once on each, so that no request is the first of its back end. */
export async function warmUp(database: Database, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  await Promise.all(Array.from({ length: mostConnections }, () => database.transaction().execute(work)))
}

const bounds = `-c statement_timeout=${limits.statement} -c lock_timeout=${limits.lock} -c idle_in_transaction_session_timeout=${limits.idleInTransaction}`

/** An address may bring options of its own: they override the limits, since the last one wins. */
function bounded(connection: pg.PoolConfig): pg.PoolConfig {
  if (!connection.connectionString) return { ...connection, options: bounds }
  const address = new URL(connection.connectionString)
  address.searchParams.set('options', `${bounds} ${address.searchParams.get('options') ?? ''}`)
  return { ...connection, connectionString: address.href }
}
