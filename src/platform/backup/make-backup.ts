import { chmod, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { createFolderStore } from '../files/folder-store.ts'
import type { FileStore } from '../files/store.ts'
import { startEmbedded } from '../postgres/embedded.ts'
import { connectExternal } from '../postgres/external.ts'
import { isDataFolderHeld } from '../postgres/lock.ts'
import { readPostmasterFile } from '../postgres/recover.ts'
import { copyCluster } from './cluster-copy.ts'
import { digestsOf, filesOf } from './digest.ts'
import { dumpTo } from './dump.ts'
import { databaseIn, type Manifest } from './manifest.ts'
import { hashOf, packFolder, synced } from './pack.ts'
import { copyFiles } from './stored-files.ts'
import { BackupFailed, words } from './words.ts'

export type BackupOrder = {
  /** The folder that holds all backups of this place. */
  readonly target: string
  readonly dataDir: string
  /** Where the product keeps its files. */
  readonly files: FileStore
  readonly databaseUrl: string | undefined
  readonly product: string
  /** Tables whose rows are compared after a restore; the first is counted before the copy begins as well. */
  readonly witnesses: readonly string[]
  readonly now: () => Date
}

export type Backup = {
  readonly folder: string
  readonly manifest: Manifest
  readonly copied: number
}

type Taken = Pick<Manifest, 'kind' | 'postgres' | 'database' | 'digests' | 'files'>

/**
 * Backs up database and files while the server runs. It stands under its last name only once it is complete; a database copied from
 * under a server has been started once by then.
 */
export async function makeBackup(order: BackupOrder): Promise<Backup> {
  const startedAt = order.now()
  const target = resolve(order.target)
  const name = startedAt.toISOString().slice(0, 19).replaceAll(':', '')
  const folder = join(target, `backup-${name}`)
  const draft = join(target, `.making-${name}-${process.pid}`)
  // The account of the database passes through to its copy, and looks at nothing else.
  await mkdir(draft, { recursive: true, mode: 0o711 })
  try {
    const taken = order.databaseUrl ? await takeDump(draft, order.databaseUrl, order) : await takeCluster(draft, order)
    // Files after the database: whatever its rows name was stored before them.
    const { copied, damaged } = await copyFiles(taken.files, order.files, createFolderStore(join(target, 'files')))
    const lost = new Set(damaged)
    const manifest: Manifest = {
      format: 'yuanqitong-backup-1',
      product: order.product,
      startedAt: startedAt.toISOString(),
      finishedAt: order.now().toISOString(),
      ...taken,
      files: taken.files.filter(({ sha256 }) => !lost.has(sha256)),
      lost: damaged,
    }
    const file = join(draft, 'manifest.json')
    await writeFile(file, `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 })
    await synced(file)
    await chmod(draft, 0o700)
    await rename(draft, folder)
    return { folder, manifest, copied }
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function takeCluster(draft: string, order: BackupOrder): Promise<Taken> {
  const raw = join(draft, 'raw')
  await mkdir(raw, { mode: 0o711 })
  const before = await withSource(order.dataDir, async (client) => {
    const n = await countOf(client, order.witnesses)
    await copyCluster(client, join(order.dataDir, 'postgres'), join(raw, 'postgres'))
    return n
  })
  const copy = await startEmbedded({ dataDir: raw })
  let found: Pick<Taken, 'digests' | 'files'>
  try {
    found = await reading(copy.connection, (client) => contentOf(client, order.witnesses))
  } finally {
    await copy.stop()
  }
  const after = found.digests[order.witnesses[0] ?? '']?.rows ?? 0
  if (after < before) throw new BackupFailed(words.lost(before, after))
  const database = {
    path: databaseIn.cluster,
    ...(await packFolder(join(raw, 'postgres'), join(draft, databaseIn.cluster))),
  }
  await rm(raw, { recursive: true })
  return { kind: 'cluster', postgres: copy.version, database, ...found }
}

async function takeDump(draft: string, url: string, order: BackupOrder): Promise<Taken> {
  const { connection, version } = await connectExternal(url, { dataDir: order.dataDir })
  return reading(connection, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot')
    const found = await contentOf(client, order.witnesses)
    const file = join(draft, databaseIn.dump)
    await dumpTo(file, { url, snapshot: rows[0]?.snapshot ?? '' })
    await client.query('commit')
    await synced(file)
    const packed = { path: databaseIn.dump, size: (await stat(file)).size, sha256: (await hashOf(file)) ?? '' }
    return { kind: 'dump', postgres: version, database: packed, ...found }
  })
}

export async function contentOf(client: pg.ClientBase, witnesses: readonly string[]) {
  return { digests: await digestsOf(client, witnesses), files: await filesOf(client) }
}

/** The database of a running server by its own socket; else one that is started for this. */
async function withSource<T>(dataDir: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const running = isDataFolderHeld(dataDir) ? readPostmasterFile(join(dataDir, 'postgres')) : null
  if (running)
    return reading({ host: running.socketFolder, port: 5432, user: 'postgres', database: 'yuanqitong' }, work)
  const started = await startEmbedded({ dataDir })
  try {
    return await reading(started.connection, work)
  } finally {
    await started.stop()
  }
}

export async function reading<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function countOf(client: pg.Client, [first]: readonly string[]): Promise<number> {
  if (first === undefined) return 0
  const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${pg.escapeIdentifier(first)}`)
  return Number(rows[0]?.n ?? 0)
}
