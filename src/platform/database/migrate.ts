import { fileURLToPath } from 'node:url'
import { runMigrations } from 'graphile-worker'
import { runner } from 'node-pg-migrate'
import { Client, type ClientConfig, Pool } from 'pg'
import { DatabaseUnavailable, words } from '../postgres/words.ts'

const folder = fileURLToPath(new URL('../../../database/migrations', import.meta.url))

/**
 * Brings a database to this version: our numbered SQL files, forward only, then the job queue's own schema.
 * @throws DatabaseUnavailable for a database whose migrations are not the first ones of ours.
 */
export async function migrate(connection: ClientConfig): Promise<void> {
  const client = new Client(connection)
  // A connection that breaks shows in the next query.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await runner({
      dbClient: client,
      dir: folder,
      direction: 'up',
      migrationsTable: 'migrations',
      checkOrder: true,
      log: () => undefined,
    }).catch((error: Error) => {
      throw /preceding already run/.test(error.message) ? new DatabaseUnavailable(words.olderSchema()) : error
    })
  } finally {
    await client.end()
  }
  const pgPool = new Pool({ ...connection, max: 1 })
  // The queue's library asks for both handlers; a lost connection shows in the next query.
  pgPool.on('error', () => undefined)
  pgPool.on('connect', (client) => void client.on('error', () => undefined))
  try {
    await runMigrations({ pgPool })
  } finally {
    await pgPool.end()
  }
}
