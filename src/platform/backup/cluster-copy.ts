import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'

/** What PostgreSQL makes anew at every start; the folders must be there. https://www.postgresql.org/docs/18/continuous-archiving.html */
const madeAnew = new Set([
  ...['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'],
])
const leftOut = /^(postmaster\.(pid|opts)|pgsql_tmp.*|pg_internal\.init|backup_label|tablespace_map|backup_manifest)$/

/**
 * Copies the folder of a running cluster by PostgreSQL's own base backup: what it writes meanwhile is in the log that is copied with it,
 * and is applied at the first start of the copy. `client`: of the superuser, alone on its connection.
 */
export async function copyCluster(client: Client, folder: string, into: string): Promise<void> {
  // Holds the log from here on until the connection ends.
  const slot = `backup_${process.pid}`
  await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot])
  const started = await client.query<{ file: string }>(
    `select pg_walfile_name(pg_backup_start('yuanqitong', true)) as file`,
  )
  await copyTree(folder, into)
  const stopped = await client.query<{ lsn: string; label: string }>(
    'select lsn, labelfile as label from pg_backup_stop(false)',
  )
  const [{ lsn, label } = { lsn: '0/0', label: '' }] = stopped.rows
  await writeFile(join(into, 'backup_label'), label, { mode: 0o600 })
  const log = await client.query<{ name: string }>(
    'select name from pg_ls_waldir() where name between $1 and pg_walfile_name($2::pg_lsn) order by name',
    [started.rows[0]?.file, lsn],
  )
  for (const { name } of log.rows) await copyFile(join(folder, 'pg_wal', name), join(into, 'pg_wal', name))
  await client.query('select pg_drop_replication_slot($1)', [slot])
}

async function copyTree(from: string, into: string): Promise<void> {
  await mkdir(into, { recursive: true, mode: 0o700 })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (leftOut.test(entry.name)) continue
    const [source, target] = [join(from, entry.name), join(into, entry.name)]
    if (entry.isDirectory()) {
      if (madeAnew.has(entry.name)) await mkdir(target, { mode: 0o700 })
      else await copyTree(source, target)
    } else if (entry.isFile()) await copyFile(source, target).catch(gone)
  }
}

/** A table may be dropped or a file of the server end while its folder is read; the log knows of it. */
function gone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
