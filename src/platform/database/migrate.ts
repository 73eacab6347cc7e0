import { fileURLToPath } from 'node:url'
import { runMigrations } from 'graphile-worker'
import { runner } from 'node-pg-migrate'
import { Client, type ClientConfig, Pool } from 'pg'
import { jobsAccount } from '../postgres/accounts.ts'
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
    await pgPool.query(queueRights)
  } finally {
    await pgPool.end()
  }
}

/** The queue's account has the queue and nothing else; its library's row security lets in whoever a policy names. */
const queueRights = `
grant usage on schema graphile_worker to ${jobsAccount};
grant select, insert, update, delete on all tables in schema graphile_worker to ${jobsAccount};
grant usage on all sequences in schema graphile_worker to ${jobsAccount};
do $$
declare
  tbl regclass;
begin
  for tbl in select oid from pg_class where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity
                and not exists (select from pg_policy where polrelid = pg_class.oid) loop
    execute format('create policy queue on %s to ${jobsAccount} using (true)', tbl);
  end loop;
end
$$`
